// SPDX-License-Identifier: MIT
#include "retention/listing.h"

#include <map>

#include "retention/explanation.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ListingTest : public LoadedStoreTest {
protected:
    Texts listed(const std::string& on = "2026-11-23", const DecisionListing::Filter& filter = {}) {
        Texts texts;
        DecisionListing(database(), day(on)).list(filter, [&](const ShownDecision& shown) {
            texts.push_back(to_json(shown));
        });
        return texts;
    }
    Texts ids(const DecisionListing::Filter& filter) {
        Texts texts;
        DecisionListing(database(), today).list(filter, [&](const ShownDecision& shown) {
            texts.push_back(shown.decision.person + ":" + shown.decision.involvement);
        });
        return texts;
    }
    // Each involvement and person by itself, as explain tells it; in the order of the list.
    Texts explained(const std::string& on) {
        Texts texts;
        for (const std::string& id : sql("select id from involvement order by id"))
            texts.push_back(to_json(explain(database(), day(on), "involvement:" + id).decisions.at(0)));
        for (const std::string& id :
             sql("select id from person where id not in (select person from involvement) and "
                 "id not in (select person from same_person) order by id"))
            texts.push_back(to_json(explain(database(), day(on), "person:" + id).decisions.at(0)));
        return texts;
    }
    // Something of everything that time can change.
    void load_much() {
        load(
            {person("P1", R"(,"date_of_birth":"2001-02-03","date_of_death":"2026-09-01")"),
             involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"),
             involvement("I2", "P1", R"(,"closed":"2020-10-05")"),
             person("P2"),
             involvement(
                 "C2", "P2",
                 R"(,"service":"youth-club","closed":"2026-01-01","opened":"2025-12-01","roles":{"leader":"P1"})"),
             entry("E1", "C2", R"(,"kind":"meeting","account":"x","occurred_at":"2025-12-05")"),
             entry("E2", "C2", R"(,"kind":"note","account":"the inquiry","occurred_at":"2026-12-20")"),
             person("P3"),
             involvement("C3", "P3",
                         R"(,"service":"youth-club","closed":"2026-01-01","opened":"2025-11-25")"),
             person("P4"),
             involvement("I4", "P4", R"(,"opened":"2026-01-01","closed":"2026-12-10")"),
             R"({"type":"relationship","person":"P3","kind":"sibling","other":"P4"})",
             person("P5"),
             person("P6"),
             person("P7", R"(,"date_of_birth":"2010")"),
             involvement("I7", "P6", R"(,"closed":"2020-12-01")"),
             R"({"type":"relationship","person":"P7","kind":"same-person","other":"P6"})",
             R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-11-28","scope":{"persons":["P6","P3"]},"released_on":"2026-12-05"})",
             R"({"type":"hold","id":"H2","kind":"other","authority":"a","reason":"r","from":"2026-01-01","scope":{"words":["inquiry"]}})",
             R"({"type":"access_request","id":"A1","person":"P3","received_at":"2026-09-10"})",
             R"({"type":"deletion_request","id":"D1","person":"P6","received_at":"2026-04-01","answered_on":"2026-06-10"})",
             involvement("K4", "P4",
                         R"(,"service":"complaint","opened":"2026-09-20","closed":"2026-12-24")")});
    }
    static Texts days_around() {
        Texts days;
        for (Date on = day("2026-08-28"); on < day("2027-01-15"); on = day_after(on))
            days.push_back(to_text(on));
        return days;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ListingTest);

TEST_P(ListingTest, ListsInvolvementsThenPeopleWithoutAnyInTheOrderOfBytes) {
    load({person("b"), person("B"), person("P1"), involvement("i", "P1"), involvement("I2", "P1"),
          involvement("I10", "P1")});
    EXPECT_EQ(ids({}), (Texts{"P1:I10", "P1:I2", "P1:i", "B:", "b:"}));
}

TEST_P(ListingTest, ShowsTheFieldsOfADecision) {
    load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
          involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"), person("P2")});
    EXPECT_EQ(
        listed(),
        (Texts{
            R"({"involvement":"I1","person":"P1","service":"looked-after","outcome":"retain","action":"destroy","retain_until":"2076-02-03","rule":"looked-after","minimise_on":null,"transfer_on":null,"conflict":false,"reconsider_on":"2076-02-04","holds":[]})",
            R"({"involvement":null,"person":"P2","service":null,"outcome":"undetermined","action":null,"retain_until":null,"rule":null,"minimise_on":null,"transfer_on":null,"conflict":false,"reconsider_on":null,"holds":[]})"}));
}

TEST_P(ListingTest, FiltersByOutcomeAndPerson) {
    load_much();
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(ids({"live", ""}), (Texts{"P4:I4", "P4:K4"}));
        EXPECT_EQ(ids({"", "P1"}), (Texts{"P1:I1", "P1:I2"}));
        EXPECT_EQ(ids({"", "P7"}), Texts{"P6:I7"});
        EXPECT_EQ(ids({"undetermined", "P5"}), Texts{"P5:"});
        EXPECT_EQ(ids({"due", "P5"}), Texts{});
        night();
    }
}

TEST_P(ListingTest, KnowsNoStranger) {
    EXPECT_EQ(error_of([&] { ids({"", "P9"}); }), "65: there is no person P9 in the store");
}

TEST_P(ListingTest, SaysTheSameBeforeAndAfterANight) {
    load_much();
    std::map<std::string, Texts> before;
    for (const std::string& on : days_around()) before[on] = listed(on);
    for (const char* last : {"2026-09-15", "2026-11-23", "2026-12-24"}) {
        night(last);
        for (const std::string& on : days_around())
            EXPECT_EQ(listed(on), before[on]) << on << " after " << last;
    }
}

TEST_P(ListingTest, SaysWhatExplainSays) {
    load_much();
    night();
    for (const std::string& on : days_around()) EXPECT_EQ(listed(on), explained(on)) << on;
}

TEST_P(ListingTest, SaysWhatANightOfThatDayStores) {
    load_much();
    for (const std::string& on : days_around()) {
        const Texts foreseen = listed(on);
        night(on);
        EXPECT_EQ(listed(on), foreseen) << on;
        EXPECT_EQ(sql_value("select count(*) from stale_person"), "0");
        sql("delete from stale_person");
    }
}

// A night that found the same as the night before leaves the decision as it was written then.
TEST_P(ListingTest, SaysWhatIsKnownNowOfADayBetweenTwoNights) {
    load_much();
    night("2026-01-05");
    load(
        {R"({"type":"hold","id":"H3","kind":"other","authority":"a","reason":"r","from":"2026-03-01","scope":{"persons":["P4"]},"released_on":"2026-05-01"})"});
    night("2026-06-01");
    EXPECT_EQ(listed("2026-04-01"), explained("2026-04-01"));
}

TEST_P(ListingTest, FollowsEveryChangeOfFacts) {
    load_much();
    night();
    for (
        const std::string& line :
        {person("P1"), involvement("I4", "P4"),
         entry("E3", "C2", R"(,"kind":"meeting","account":"x","occurred_at":"2026-10-10")"),
         std::string(R"({"type":"relationship","person":"P5","kind":"same-person","other":"P2"})"),
         std::string(
             R"({"type":"hold","id":"H1","kind":"other","authority":"a","reason":"r","from":"2026-11-28","scope":{"words":["x"]}})"),
         person("P7", R"(,"adopted_from":"P6")"), involvement("I7", "P1", R"(,"closed":"2020-12-01")")}) {
        load({line});
        EXPECT_EQ(listed(), explained("2026-11-23")) << line;
        night();
        EXPECT_EQ(listed(), explained("2026-11-23")) << line;
    }
}

TEST_P(ListingTest, StoresNothing) {
    load_much();
    const std::string before = everything();
    listed();
    explained("2026-12-24");
    EXPECT_EQ(everything(), before);
}

TEST_P(ListingTest, GoesOnPastAPersonItCannotRead) {
    load_much();
    night();
    const std::size_t all = listed().size();
    sql("update person set date_of_birth = 'unknown' where id = 'P2'");
    EXPECT_EQ(listed("2027-01-10").size(), all);
}

}  // namespace
}  // namespace casekeeper::test
