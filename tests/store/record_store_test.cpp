// SPDX-License-Identifier: MIT
#include "store/record_store.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

// One line of every type, each with every field; what a line names stands before it.
const std::vector<std::string>& full_lines() {
    static const std::
        vector<std::string>
            lines =
                {
                    R"({"type":"person","id":"P2","family_name":"Haile"})",
                    R"({"type":"person","id":"P1","family_name":"O\"Brien\\Ünal","given_names":"Ada\nMia","known_as":["Addie","Æ"],"former_names":["Rowe"],"date_of_birth":"2011-02","expected_date_of_birth":"2011-02-03","died":true,"date_of_death":"2020-01-01","identifiers":{"nhs_number":"9434765919","upn":"A"},"addresses":[{"lines":["1 High St","Town"],"postcode":"AB1 2CD","from":"2011-01-01","to":"2012-01-01","protected":true,"protected_from":["P2"],"checked_on":"2012-01-01"}],"contacts":[{"kind":"mobile","value":"07700 900123","protected":true}],"adopted_from":"P2","communication_needs":"BSL"})",
                    R"({"type":"professional","id":"W1","name":"S. Worker","kind":"social-work","role":"lead","organisation":"Trust","team":"North"})",
                    R"({"type":"relationship","person":"P1","kind":"mother","other":"P2","known_to_subject":true,"consent_to_disclose":"refused","consent_on":"2020-02-02"})",
                    R"({"type":"involvement","id":"I1","person":"P1","service":"looked-after","opened":"2012-01-01","closed":"2013-01-01","closure_reason":"moved","worker":"W1","team":"North","system":"old","events":{"adopted":"2012-06-01","order-made":"2012-02-01"},"attributes":{"medium":"paper"},"roles":{"carer":"P2"},"file_reference":"F/1"})",
                    R"({"type":"entry","id":"E1","involvement":"I1","kind":"meeting","occurred_at":"2012-03-01T10:00","recorded_at":"2012-03-02T09:00:00Z","author":"W1","present":["P1","mother"],"addressed_to":["court"],"topic":"care-plan","account":"Met.","decision":"stay","reason":"safe","decided_by":"IRO","classification":"social-work","provided_by":{"name":"A neighbour","relation":"neighbour","consent":"given","in_confidence":true},"flags":["court","disputed"],"subject_words":"I like it","mentions":[{"person":"P2","relation":"mother"}]})",
                    R"({"type":"document","id":"D1","entry":"E1","file":"a/b.txt","title":"Plan","media_type":"text/plain","sha256":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","also_in":["I1"],"keepsake":"photograph"})",
                    R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2012-04-01","outcome":"shared","recipient":"GP","information":"all","reasons":"health","risk_assessment":"low","authorised_by":"head","lawful_basis":"task","consent":"given","method":"post","involvement":"I1","recipient_kind":"health","consent_on":"2012-03-01","conditions":"c","receipt":"r","items":["entry:E1"],"caveats":["old"],"overrides":["service"],"override_reason":"harm","told":[{"on":"2013-01-01","of":"correction","how":"letter"}]})",
                    R"({"type":"hold","id":"H1","kind":"inquiry","authority":"IICSA","reason":"order","from":"2015-01-01","scope":{"persons":["P1"],"words":["abuse"]},"review_on":"2027-01-01","released_on":"2026-01-01","released_by":"DPO","release_reason":"over"})",
                    R"({"type":"deletion_request","id":"R1","person":"P1","received_at":"2026-01-01","requester":{"name":"Ada","capacity":"self","evidence":"passport"},"scope":["involvement:I1","document:D1"],"ground":"withdrawn","identity":{"asked_on":"2026-01-02","received_on":"2026-01-03"},"fee":{"asked_on":"2026-01-02"},"clarifications":[{"asked_on":"2026-01-04","answered_on":"2026-01-05"}],"extension_notice_on":"2026-01-20","answered_on":"2026-02-20"})",
                    R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-01-01T09:00:00+00:00","requester":{"name":"Ada","capacity":"self"},"scope":{"from":"2011-01-01","to":"2020-01-01","services":["looked-after"]},"format":"large-print","delivery":"post","identity":{"asked_on":"2026-01-02"},"fee":{"asked_on":"2026-01-02","paid_on":"2026-01-03"},"clarifications":[{"asked_on":"2026-01-04"}],"extension_notice_on":"2026-01-20","answered_on":"2026-02-20"})",
                };
    return lines;
}

class RecordStoreTest : public StoreTest {
protected:
    RecordStore store() { return RecordStore(database()); }
    std::string keys_after(RecordType type, const std::string& after, int size,
                           const std::string& person = {}) {
        std::string keys;
        for (const auto& [key, found] : store().page(type, after, size, person)) keys += found.key() + " ";
        return keys;
    }
    std::string derived(const std::string& involvement) {
        return sql_value(
            "select coalesce(last_entry_on, '-') || ' ' || coalesce(last_contact_on, '-') "
            "from involvement where id = '" +
            involvement + "'");
    }
    std::string human(const std::string& person) {
        return sql_value("select human from same_person where person = '" + person + "'");
    }
    void same_person(const std::string& one, const std::string& other) {
        add({R"({"type":"relationship","person":")" + one + R"(","kind":"same-person","other":")" + other +
             R"("})"});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RecordStoreTest);

TEST_P(RecordStoreTest, FindsWhatItAdded) {
    for (const std::string& line : full_lines()) {
        const Record added = record(line);
        EXPECT_TRUE(store().add(added)) << line;
        EXPECT_EQ(store().find(added.type, added.key()), added) << line;
    }
}

TEST_P(RecordStoreTest, AddsAKeyOnce) {
    add(full_lines());
    for (const std::string& line : full_lines()) EXPECT_FALSE(store().add(record(line))) << line;
}

TEST_P(RecordStoreTest, LeavesTheRowAsItWasWhereTheKeyIsTaken) {
    add({full_lines().front()});
    EXPECT_FALSE(store().add(record(R"({"type":"person","id":"P2","family_name":"Byrne"})")));
    EXPECT_EQ(store().find(RecordType::person, "P2")->value("family_name"), "Haile");
}

TEST_P(RecordStoreTest, ReplacesTheWholeRow) {
    add(full_lines());
    const std::vector<std::string> bare = {
        R"({"type":"person","id":"P1","family_name":"X"})",
        R"({"type":"professional","id":"W1","name":"X","kind":"other"})",
        R"({"type":"relationship","person":"P1","kind":"mother","other":"P2"})",
        R"({"type":"involvement","id":"I1","person":"P2","service":"x","opened":"2000-01-01"})",
        R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2000-01-01"})",
        R"({"type":"document","id":"D1","entry":"E1","file":"x","sha256":"0000000000000000000000000000000000000000000000000000000000000000"})",
        R"({"type":"disclosure","id":"S1","person":"P2","decided_on":"2000-01-01","outcome":"not-shared"})",
        R"({"type":"hold","id":"H1","kind":"other","authority":"x","reason":"x","from":"2000-01-01","scope":{"words":["x"]}})",
        R"({"type":"deletion_request","id":"R1","person":"P2","received_at":"2000-01-01"})",
        R"({"type":"access_request","id":"A1","person":"P2","received_at":"2000-01-01"})",
    };
    for (const std::string& line : bare) {
        const Record next = record(line);
        store().replace(next);
        EXPECT_EQ(store().find(next.type, next.key()), next) << line;
    }
}

TEST_P(RecordStoreTest, KnowsWhoHasAProtectedPlace) {
    const auto with = [](const std::string& id, const std::string& more) {
        return R"({"type":"person","id":")" + id + R"(","family_name":"X")" + more + "}";
    };
    add({with("P1", R"(,"addresses":[{"lines":["1 High St"]},{"postcode":"AB1 2CD","protected":true}])"),
         with("P2", R"(,"addresses":[{"lines":["\"protected\":true"],"protected":false}])"),
         with("P3", R"(,"addresses":[{"lines":["2 High St"],"protected_from":["P1"]}])"),
         with("P4", R"(,"contacts":[{"kind":"school","value":"Oakfield","protected":true}])"),
         with("P5", R"(,"contacts":[{"kind":"school","value":"Oakfield"}])"), with("P6", "")});
    const auto who = [&] {
        std::string ids;
        for (const Record& person : store().people_with_protected_places()) ids += person.key() + " ";
        return ids;
    };
    EXPECT_EQ(who(), "P1 P3 P4 ");
    EXPECT_EQ(store().people_with_protected_places()[2], store().find(RecordType::person, "P4"));
    store().replace(record(with("P1", R"(,"addresses":[{"lines":["1 High St"]}])")));
    store().replace(record(with("P3", R"(,"addresses":[{"lines":["2 High St"],"protected":true}])")));
    store().replace(record(with("P6", R"(,"contacts":[{"kind":"phone","value":"1","protected":true}])")));
    EXPECT_EQ(who(), "P3 P4 P6 ");
}

TEST_P(RecordStoreTest, ReadsEverybodyWithAProtectedPlaceByPages) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    for (int i = 0; i < 2001; ++i)
        ASSERT_TRUE(store().add(
            record(R"({"type":"person","id":"P)" + std::to_string(i) +
                   R"(","family_name":"X","contacts":[{"kind":"x","value":"y","protected":true}]})")));
    work.commit();
    EXPECT_EQ(store().people_with_protected_places().size(), 2001U);
}

TEST_P(RecordStoreTest, FindsNothingThatIsNotThere) {
    for (const RecordFormat& format : record_formats())
        EXPECT_FALSE(store().find(format.type, "nothing")) << format.name;
}

TEST_P(RecordStoreTest, PagesInTheOrderOfBytes) {
    for (const char* id : {"b", "P10", "P2", "B", "é", "P1", "~"})
        add({R"({"type":"person","id":")" + std::string(id) + R"(","family_name":"X"})"});
    EXPECT_EQ(keys_after(RecordType::person, "", 3), "B P1 P10 ");
    EXPECT_EQ(keys_after(RecordType::person, "P10", 3), "P2 b ~ ");
    EXPECT_EQ(keys_after(RecordType::person, "~", 3), "é ");
    EXPECT_EQ(keys_after(RecordType::person, "é", 3), "");
}

TEST_P(RecordStoreTest, PagesThroughOnePersonsRecord) {
    add(full_lines());
    store().set_person_references(RecordType::hold, "H1", {"P1"}, true);
    for (const RecordFormat& format : record_formats()) {
        EXPECT_EQ(store().page(format.type, "", 10, "P1").size(), 1U) << format.name;
        EXPECT_EQ(store().page(format.type, "", 10, "P9").size(), 0U) << format.name;
    }
}

TEST_P(RecordStoreTest, KeepsTextsAsTheyAre) {
    const std::string texts[] = {"O'Brien; drop table person; --",
                                 "naïve 日本語 🙂 \\u202e",
                                 ":name $1 ?1 %s",
                                 "a\\nb\\\"c\\\\d\\t",
                                 " two  spaces ",
                                 std::string(500000, 'x')};
    for (const std::string& text : texts) {
        add({R"({"type":"person","id":"P1","family_name":")" + text + R"("})"});
        EXPECT_EQ(store().find(RecordType::person, "P1"),
                  record(R"({"type":"person","id":"P1","family_name":")" + text + R"("})"));
        sql("delete from person");
    }
}

TEST_P(RecordStoreTest, KnowsWhatBelongsToWhat) {
    add(full_lines());
    store().set_document_involvements("D1", {"I1"}, true);
    EXPECT_TRUE(store().has_person("P1"));
    EXPECT_TRUE(store().has_professional("W1"));
    EXPECT_TRUE(store().has_document("D1"));
    EXPECT_EQ(store().owner_of_involvement("I1")->person, "P1");
    EXPECT_EQ(store().owner_of_involvement("I1")->service, "looked-after");
    EXPECT_EQ(store().involvement_of_entry("E1"), "I1");
    EXPECT_EQ(store().entry_of_document("D1"), "E1");
    EXPECT_EQ(store().further_involvements_of_document("D1"), std::vector<std::string>{"I1"});
}

TEST_P(RecordStoreTest, ReadsWhatBelongsToAnInvolvementOneByOne) {
    add(full_lines());
    add({R"({"type":"involvement","id":"I2","person":"P1","service":"looked-after","opened":"2014-01-01"})",
         R"({"type":"entry","id":"E0","involvement":"I1","kind":"note","occurred_at":"2012-02-01"})",
         R"({"type":"entry","id":"E2","involvement":"I2","kind":"note","occurred_at":"2014-02-01"})"});
    for (const RecordType type : {RecordType::entry, RecordType::document})
        for (const char* involvement : {"I1", "I2", "I9"}) {
            std::vector<Record> found;
            store().each_of_involvement(type, involvement, [&](const Record& one) {
                store().find(type, one.key());  // as whoever takes it may ask
                found.push_back(one);
            });
            EXPECT_EQ(found, store().of_involvement(type, involvement)) << involvement;
            EXPECT_EQ(store().number_of_involvement(type, involvement), static_cast<long long>(found.size()));
        }
    EXPECT_EQ(store().number_of_involvement(RecordType::entry, "I1"), 2);
    EXPECT_EQ(store().number_of_involvement(RecordType::document, "I1"), 1);
}

TEST_P(RecordStoreTest, KnowsNothingOfStrangers) {
    EXPECT_FALSE(store().has_person("P1"));
    EXPECT_FALSE(store().has_professional("W1"));
    EXPECT_FALSE(store().has_document("D1"));
    EXPECT_FALSE(store().owner_of_involvement("I1"));
    EXPECT_FALSE(store().involvement_of_entry("E1"));
    EXPECT_FALSE(store().entry_of_document("D1"));
}

TEST_P(RecordStoreTest, KeepsCountOfWhatItIsToldOf) {
    store().add_to_count(RecordType::person, 3);
    store().add_to_count(RecordType::person, -1);
    store().add_to_count(RecordType::involvement, 1);
    const RecordStore::Totals totals = store().totals();
    EXPECT_EQ(totals.people, 2);
    EXPECT_EQ(totals.involvements, 1);
    EXPECT_EQ(totals.entries, 0);
    EXPECT_EQ(totals.documents, 0);
}

TEST_P(RecordStoreTest, RaisesTheLatestEntryDays) {
    add(full_lines());
    store().raise_entry_days("I1", day("2012-05-05"), std::nullopt);
    EXPECT_EQ(derived("I1"), "2012-05-05 -");
    store().raise_entry_days("I1", day("2012-04-04"), day("2012-04-04"));
    EXPECT_EQ(derived("I1"), "2012-05-05 2012-04-04");
    store().raise_entry_days("I1", day("2012-06-06"), day("2012-03-03"));
    EXPECT_EQ(derived("I1"), "2012-06-06 2012-04-04");
}

TEST_P(RecordStoreTest, FindsTheLatestEntryDaysAnew) {
    add(full_lines());
    add({R"({"type":"entry","id":"E2","involvement":"I1","kind":"note","occurred_at":"2012-09-09"})"});
    store().raise_entry_days("I1", day("2020-01-01"), day("2020-01-01"));
    store().recompute_entry_days("I1");
    EXPECT_EQ(derived("I1"), "2012-09-09 2012-03-02");
}

TEST_P(RecordStoreTest, CountsAnEntryOnTheLaterOfItsLocalDays) {
    EXPECT_EQ(entry_counts_on(record(R"({"type":"entry","id":"E","involvement":"I","kind":"note",)"
                                     R"("occurred_at":"2012-06-30T23:30:00Z"})")),
              day("2012-07-01"));
    EXPECT_EQ(entry_counts_on(record(R"({"type":"entry","id":"E","involvement":"I","kind":"note",)"
                                     R"("occurred_at":"2012-05-01","recorded_at":"2012-04-01"})")),
              day("2012-05-01"));
}

TEST_P(RecordStoreTest, TakesMeetingsCallsLettersAndMailsForContacts) {
    std::string contacts;
    for (const char* kind :
         {"meeting", "telephone-call", "face-to-face", "letter-sent", "letter-received", "email-sent",
          "email-received", "decision", "assessment", "plan", "review", "visit", "note"})
        if (is_contact(
                record(R"({"type":"entry","id":"E","involvement":"I","occurred_at":"2012-05-01","kind":")" +
                       std::string(kind) + R"("})")))
            contacts += std::string(kind) + " ";
    EXPECT_EQ(contacts,
              "meeting telephone-call face-to-face letter-sent letter-received email-sent "
              "email-received ");
}

TEST_P(RecordStoreTest, RemembersWhoIsNamedWhere) {
    store().set_person_references(RecordType::entry, "E1", {"P1", "P2", "P1"}, true);
    EXPECT_EQ(sql("select person from person_reference order by person"),
              (std::vector<std::string>{"P1", "P2"}));
    store().set_person_references(RecordType::entry, "E1", {"P3"}, false);
    EXPECT_EQ(sql("select person from person_reference"), std::vector<std::string>{"P3"});
}

TEST_P(RecordStoreTest, RemembersWhereADocumentAlsoLies) {
    add(full_lines());
    store().set_document_involvements("D1", {"I1"}, true);
    store().set_document_involvements("D1", {}, false);
    EXPECT_TRUE(store().further_involvements_of_document("D1").empty());
}

TEST_P(RecordStoreTest, RemembersTheNamesOfEvents) {
    for (const char* name : {"order-made", "award", "order-made"}) store().add_recorded_event(name);
    EXPECT_EQ(store().recorded_events(), (std::vector<std::string>{"award", "order-made"}));
}

TEST_P(RecordStoreTest, JoinsRecordsOfOneHumanBeingUnderTheSmallestId) {
    for (const char* id : {"P1", "P2", "P3", "P4"})
        add({R"({"type":"person","id":")" + std::string(id) + R"(","family_name":"X"})"});
    same_person("P3", "P2");
    same_person("P1", "P3");
    EXPECT_EQ(store().rejoin_same_person("P3"), (std::vector<std::string>{"P1", "P2", "P3"}));
    EXPECT_EQ(human("P1") + human("P2") + human("P3") + human("P4"), "P1P1P1-");
}

TEST_P(RecordStoreTest, PartsRecordsThatNothingJoinsAnyMore) {
    for (const char* id : {"P1", "P2", "P3"})
        add({R"({"type":"person","id":")" + std::string(id) + R"(","family_name":"X"})"});
    same_person("P1", "P2");
    same_person("P2", "P3");
    store().rejoin_same_person("P1");
    sql("delete from relationship where person = 'P1'");
    EXPECT_EQ(store().rejoin_same_person("P1"), (std::vector<std::string>{"P1", "P2", "P3"}));
    EXPECT_EQ(human("P1") + human("P2") + human("P3"), "-P2P2");
}

TEST_P(RecordStoreTest, NeverJoinsAcrossAnAdoption) {
    add({R"({"type":"person","id":"P1","family_name":"X"})",
         R"({"type":"person","id":"P2","family_name":"X","adopted_from":"P1"})",
         R"({"type":"person","id":"P3","family_name":"X"})"});
    same_person("P1", "P3");
    same_person("P3", "P2");
    store().rejoin_same_person("P3");
    EXPECT_EQ(human("P1") + human("P2") + human("P3"), "---");
}

TEST_P(RecordStoreTest, RefusesARowThatNamesNobody) {
    EXPECT_EQ(
        error_of([&] {
            store().add(record(
                R"({"type":"involvement","id":"I9","person":"P9","service":"x","opened":"2012-01-01"})"));
        }).substr(0, 46),
        "70: the store refused records/insert_involveme");
}

}  // namespace
}  // namespace casekeeper::test
