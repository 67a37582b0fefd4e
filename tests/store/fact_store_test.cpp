// SPDX-License-Identifier: MIT
#include "store/fact_store.h"

#include <set>

#include "store/decision_store.h"
#include "store/record_store.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class FactStoreTest : public StoreTest {
protected:
    FactStore facts() { return FactStore(database()); }
    void person(const std::string& id, const std::string& more = "") {
        add({R"({"type":"person","id":")" + id + R"(","family_name":"X")" + more + "}"});
    }
    void involvement(const std::string& id, const std::string& person, const std::string& more = "") {
        add({R"({"type":"involvement","id":")" + id + R"(","person":")" + person +
             R"(","service":"looked-after","opened":"2012-01-01")" + more + "}"});
    }
    void relationship(const std::string& one, const std::string& kind, const std::string& other) {
        add({R"({"type":"relationship","person":")" + one + R"(","kind":")" + kind + R"(","other":")" +
             other + R"("})"});
    }
    void stale(const std::vector<std::string>& people) {
        for (const std::string& one : people) DecisionStore(database()).mark_person(one);
    }
    static std::string people_of(const FactStore::Page& page) {
        std::string text;
        for (const FileWithDecisions& file : page.files) {
            for (const PersonFacts& one : file.file.people) text += one.id + " ";
            text += "| ";
        }
        return text;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(FactStoreTest);

TEST_P(FactStoreTest, ReadsEveryFactOfAPerson) {
    person("P1", R"(,"date_of_birth":"2011-02","date_of_death":"2020-03-04")");
    const PersonFacts read = facts().file_of("P1")->people.front();
    EXPECT_EQ(read.birth, (DateRange{day("2011-02-01"), day("2011-02-28")}));
    EXPECT_TRUE(read.died);
    EXPECT_EQ(read.died_on, day("2020-03-04"));
}

TEST_P(FactStoreTest, ReadsADeathWithoutADay) {
    person("P1", R"(,"died":true,"expected_date_of_birth":"2011-02-02")");
    const PersonFacts read = facts().file_of("P1")->people.front();
    EXPECT_TRUE(read.died);
    EXPECT_FALSE(read.died_on);
    EXPECT_FALSE(read.birth);
}

TEST_P(FactStoreTest, ReadsEveryFactOfAnInvolvement) {
    person("P1");
    involvement(
        "I1", "P1",
        R"(,"closed":"2013-01-01","events":{"order-made":"2012-02-02"},"attributes":{"medium":"paper \"x\""},"roles":{"carer":"P1"})");
    RecordStore(database()).raise_entry_days("I1", day("2012-05-05"), day("2012-04-04"));
    const InvolvementFacts read = facts().file_of("P1")->involvements.at(0);
    EXPECT_EQ(read.service, "looked-after");
    EXPECT_EQ(read.opened, day("2012-01-01"));
    EXPECT_EQ(read.closed, day("2013-01-01"));
    EXPECT_EQ(read.events.at(0), std::pair(std::string("order-made"), day("2012-02-02")));
    EXPECT_EQ(read.attributes.at(0), std::pair(std::string("medium"), std::string("paper \"x\"")));
    EXPECT_EQ(read.roles.at(0), std::pair(std::string("carer"), std::string("P1")));
    EXPECT_EQ(read.last_entry_on, day("2012-05-05"));
    EXPECT_EQ(read.last_contact_on, day("2012-04-04"));
}

TEST_P(FactStoreTest, KnowsNoFileOfAStranger) {
    EXPECT_FALSE(facts().file_of("P9"));
    EXPECT_EQ(facts().records_of("P9"), std::vector<std::string>{"P9"});
}

TEST_P(FactStoreTest, GivesTheStalePeopleOnePageAfterAnother) {
    for (const char* id : {"P1", "P2", "P3", "P4"}) person(id);
    stale({"P4", "P1", "P3"});
    const FactStore::Page first = facts().stale_page("", 2, false);
    EXPECT_EQ(people_of(first), "P1 | P3 | ");
    EXPECT_EQ(first.last, "P3");
    EXPECT_EQ(people_of(facts().stale_page("P3", 2, false)), "P4 | ");
    EXPECT_EQ(facts().stale_page("P4", 2, false).last, "");
}

TEST_P(FactStoreTest, GivesEveryoneTheirOwnInvolvements) {
    for (const char* id : {"P1", "P2", "P3"}) person(id);
    involvement("I3", "P1");
    involvement("I1", "P3");
    involvement("I2", "P1");
    stale({"P1", "P2", "P3"});
    std::string text;
    for (const FileWithDecisions& file : facts().stale_page("", 10, true).files) {
        for (const InvolvementFacts& one : file.file.involvements) text += one.id + " ";
        text += "| ";
    }
    EXPECT_EQ(text, "I2 I3 | | I1 | ");
}

TEST_P(FactStoreTest, GivesOneFileForTheRecordsOfOneHumanBeing) {
    for (const char* id : {"P1", "P2", "P3"}) person(id);
    involvement("I2", "P1");
    involvement("I1", "P3");
    relationship("P1", "same-person", "P3");
    RecordStore(database()).rejoin_same_person("P1");
    stale({"P2", "P3"});
    const FactStore::Page page = facts().stale_page("", 10, true);
    EXPECT_EQ(people_of(page), "P1 P3 | P2 | ");
    EXPECT_EQ(page.files.at(0).file.involvements.at(0).id, "I1");
    EXPECT_EQ(page.files.at(0).file.involvements.at(1).id, "I2");
    EXPECT_EQ(facts().records_of("P3"), (std::vector<std::string>{"P1", "P3"}));
}

TEST_P(FactStoreTest, GivesWhatWasDecidedBeforeAndWhoseFactsWereRead) {
    for (const char* id : {"P1", "P2"}) person(id);
    involvement("I1", "P1");
    DecisionStore decisions(database());
    const StoredDecision decided{"P1",   "I1",         "looked-after", "retain",
                                 "rule", "2087-01-01", "2030-01-01",   "2031-01-01",
                                 true,   "2087-01-02", R"(["H1"])"};
    decisions.write({}, {decided}, "2026-11-23", 1, false);
    decisions.set_reads("P1", {}, {"P7", "P2"});
    stale({"P1", "P2"});
    const FactStore::Page page = facts().stale_page("", 10, true);
    EXPECT_EQ(page.files.at(0).decisions, std::vector<StoredDecision>{decided});
    EXPECT_EQ(page.files.at(0).people_read, (std::vector<std::string>{"P2", "P7"}));
    EXPECT_TRUE(page.files.at(1).decisions.empty());
    EXPECT_TRUE(facts().stale_page("", 10, false).files.at(0).decisions.empty());
}

TEST_P(FactStoreTest, NamesThePeopleWhoseFactsItCannotRead) {
    for (const char* id : {"P1", "P2", "P3", "P4", "P5"}) person(id);
    for (const char* id : {"1", "2", "3", "4", "5"})
        involvement("I" + std::string(id), "P" + std::string(id));
    sql("update involvement set events = '{\"order-made\":' where id = 'I1'");
    sql("update involvement set closed = 'soon' where id = 'I2'");
    sql("update person set date_of_death = '2020-02-30' where id = 'P3'");
    sql("update person set date_of_birth = 'last year' where id = 'P4'");
    stale({"P1", "P2", "P3", "P4", "P5"});
    const FactStore::Page page = facts().stale_page("", 10, true);
    EXPECT_EQ(page.unreadable, (std::vector<std::string>{"P1", "P2", "P3", "P4"}));
    EXPECT_EQ(people_of(page), "P5 | ");
    EXPECT_EQ(page.last, "P5");
}

TEST_P(FactStoreTest, NamesAHumanBeingOneOfWhoseRecordsItCannotRead) {
    for (const char* id : {"P1", "P2", "P3"}) person(id);
    involvement("I1", "P1");
    relationship("P1", "same-person", "P2");
    RecordStore(database()).rejoin_same_person("P1");
    sql("update involvement set opened = '' where id = 'I1'");
    stale({"P2", "P3"});
    const FactStore::Page page = facts().stale_page("", 10, true);
    EXPECT_EQ(page.unreadable, (std::vector<std::string>{"P1", "P2"}));
    EXPECT_EQ(people_of(page), "P3 | ");
}

TEST_P(FactStoreTest, FindsRelativesInEitherDirection) {
    for (const char* id : {"P1", "P2", "P3", "P4", "P5"}) person(id);
    relationship("P1", "mother", "P2");
    relationship("P3", "sibling", "P1");
    relationship("P1", "foster-carer", "P4");
    relationship("P5", "friend", "P1");
    EXPECT_EQ(facts().relatives_of("P1"), (std::vector<std::string>{"P2", "P3"}));
    EXPECT_EQ(facts().relatives_of("P2"), std::vector<std::string>{"P1"});
    EXPECT_TRUE(facts().relatives_of("P4").empty());
}

TEST_P(FactStoreTest, FindsEveryKindOfFamily) {
    const std::vector<std::string> family = {
        "mother",        "father",          "parent",       "child",       "sibling",
        "half-sibling",  "step-parent",     "step-sibling", "grandparent", "grandchild",
        "aunt-or-uncle", "niece-or-nephew", "cousin",       "partner",     "guardian"};
    const std::vector<std::string> others = {"foster-carer",    "adoptive-parent", "friend",
                                             "neighbour",       "referrer",        "alleged-perpetrator",
                                             "supported-child", "other",           "same-person"};
    person("P0");
    std::size_t number = 0;
    for (const std::vector<std::string>* kinds : {&family, &others})
        for (const std::string& kind : *kinds) {
            const std::string id = "P" + std::to_string(100 + number++);
            person(id);
            relationship("P0", kind, id);
            EXPECT_EQ(facts().relatives_of(id).size(), kinds == &family ? 1U : 0U) << kind;
        }
    EXPECT_EQ(facts().relatives_of("P0").size(), family.size());
}

TEST_P(FactStoreTest, FindsAdoptionsInEitherDirection) {
    person("P1");
    person("P2", R"(,"adopted_from":"P1")");
    EXPECT_EQ(facts().adoption_links_of("P1"), std::vector<std::string>{"P2"});
    EXPECT_EQ(facts().adoption_links_of("P2"), std::vector<std::string>{"P1"});
}

TEST_P(FactStoreTest, FindsEntryDaysRoundADay) {
    person("P1");
    involvement("I1", "P1");
    add({R"({"type":"entry","id":"E1","involvement":"I1","kind":"meeting","occurred_at":"2012-02-01"})",
         R"({"type":"entry","id":"E2","involvement":"I1","kind":"note","occurred_at":"2012-03-01"})",
         R"({"type":"entry","id":"E3","involvement":"I1","kind":"meeting","occurred_at":"2012-04-01"})"});
    const EntryDays days = facts().entry_days("I1", day("2012-03-01"));
    EXPECT_EQ(days.last_entry_on, day("2012-03-01"));
    EXPECT_EQ(days.last_contact_on, day("2012-02-01"));
    EXPECT_EQ(days.next_entry_on, day("2012-04-01"));
    EXPECT_FALSE(facts().entry_days("I1", day("2012-01-01")).last_entry_on);
}

TEST_P(FactStoreTest, HandsOverEveryNarrative) {
    person("P1");
    involvement("I1", "P1");
    add({R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-02-01","account":"a","decision":"d","reason":"r","subject_words":"s"})"});
    std::string texts;
    facts().narratives("I1", today, [&](const std::string& text) { texts += text; });
    EXPECT_EQ(texts, "adrs");
    facts().narratives("I1", day("2012-01-31"), [&](const std::string& text) { texts += text; });
    EXPECT_EQ(texts, "adrs");
}

TEST_P(FactStoreTest, ReadsEverybodyOnceWhoeverIsStale) {
    for (const char* id : {"P1", "P2", "P3", "P4"}) person(id);
    involvement("I2", "P2");
    involvement("I4", "P4");
    relationship("P2", "same-person", "P4");
    RecordStore(database()).rejoin_same_person("P2");
    std::string people;
    for (std::string after;;) {
        const FactStore::Page page = facts().page_of_everybody(after, 1);
        if (page.last.empty()) break;
        after = page.last;
        people += people_of(page);
        for (const FileWithDecisions& file : page.files)
            people += std::to_string(file.file.involvements.size()) + " ";
    }
    EXPECT_EQ(people, "P1 | 0 P2 P4 | 2 P3 | 0 ");
}

TEST_P(FactStoreTest, HandsOverEveryNarrativeOnce) {
    person("P1");
    involvement("I1", "P1");
    involvement("I2", "P1");
    add({R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2012-02-02","account":"a","decision":"d","reason":"r","subject_words":"s"})",
         R"({"type":"entry","id":"E2","involvement":"I2","kind":"note","occurred_at":"2012-03-03","reason":"é"})"});
    sql("update entry set counts_on = null where id = 'E2'");
    std::set<std::string> entries;
    facts().every_narrative([&](const TextRow& entry) {
        std::string text;
        for (int column = 0; column < 6; ++column) text += std::string(entry.text(column)) + "|";
        entries.insert(text);
    });
    EXPECT_EQ(entries, (std::set<std::string>{"a|d|r|s|I1|2012-02-02|", "||é||I2||"}));
}

}  // namespace
}  // namespace casekeeper::test
