// SPDX-License-Identifier: MIT
#include "disclosure/disclosure_weighing.h"

#include "support/restriction_world.h"
#include "support/shipped_rules.h"

namespace casekeeper::test {
namespace {

// What the commands ask of it is in tests/cli/disclosure_stops_test.cpp; here is what they cannot.
class DisclosureWeighingTest : public RestrictionWorld {
protected:
    WeighedDisclosure weighed(const std::string& more, bool again = false) {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        const NameKnowledge names;
        const ReviewTools tools{names, [this](const std::string&) {
                                    return DocumentWords{is_read_, words_};
                                }};
        const ServiceCatalogue catalogue = schedule_in_force(database()).catalogue;
        DisclosureWeighing weighing(database(), shipped_rules(), catalogue, tools);
        const Record disclosure = record(
            R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-23","outcome":"shared","recipient":"the school","lawful_basis":"public-task")" +
            more + "}");
        return again ? weighing.weigh_again(disclosure, "", today) : weighing.weigh(disclosure, "", today);
    }
    // What a stop of this code names; empty: there is none.
    Texts stopped_by(const std::string& more, const std::string& code = "protected-place") {
        for (const DisclosureStop& stop : weighed(more).stops)
            if (stop.code == code) return stop.of;
        return {};
    }
    void hide_a_place() {
        load({person("P5",
                     R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])")});
        words_ = "write to PE365LS";
    }
    Texts codes(const std::string& more) {
        Texts all;
        for (const DisclosureStop& stop : weighed(more).stops) all.push_back(stop.code);
        return all;
    }
    bool is_read_ = true;
    std::string words_;
};
CASEKEEPER_ON_BOTH_ENGINES(DisclosureWeighingTest);

constexpr const char* the_letter = R"(,"items":["document:D1"])";

TEST_P(DisclosureWeighingTest, LooksIntoADocumentAndSaysWhatNoProgramReads) {
    hide_a_place();
    EXPECT_EQ(codes(the_letter).front(), "protected-place");
    words_ = "write to us";
    EXPECT_NE(codes(the_letter).front(), "protected-place");
    is_read_ = false;
    EXPECT_EQ(
        weighed(the_letter).warnings,
        Texts{"document:D1 was not read to its end by any program: look through it for places and names"});
}

TEST_P(DisclosureWeighingTest, SaysWhichPlaceNoSearchFinds) {
    load({person("P1", R"(,"addresses":[{"lines":["Leeds"],"protected":true}])")});
    EXPECT_EQ(weighed(R"(,"items":["none"])").warnings,
              Texts{"a protected place of this record cannot be searched for "
                    "(place:P1/address/0): look for it in what is "
                    "sent"});
}

TEST_P(DisclosureWeighingTest, LooksIntoTheDocumentsBesideAnEntry) {
    hide_a_place();
    EXPECT_EQ(stopped_by(R"(,"items":["entry:E1"])"), Texts{"document:D1"});
}

// A document that lies with somebody else's entry, and in this involvement too.
TEST_P(DisclosureWeighingTest, LooksIntoTheDocumentsThatLieInAnInvolvementToo) {
    hide_a_place();
    load({R"({"type":"document","id":"D2","entry":"E2","file":"a.txt","also_in":["C1"]})"});
    EXPECT_EQ(stopped_by(R"(,"items":["involvement:C1"])"), (Texts{"document:D1", "document:D2"}));
    EXPECT_EQ(stopped_by(R"(,"items":["document:D2"])"), Texts{"document:D2"});
    EXPECT_EQ(stopped_by(R"(,"involvement":"C1","items":["document:D2"])"), Texts{"document:D2"});
    place(over({"involvement:C1"}));
    EXPECT_EQ(codes(R"(,"items":["document:D2"])")[1], "restricted");
}

// Where it is not said what is given, it may be anything; "none" says that it is nothing but words.
TEST_P(DisclosureWeighingTest, LooksAtAllWhereItIsNotSaidWhatIsGiven) {
    hide_a_place();
    load({entry("E7", "C1", R"(,"provided_by":{"name":"Jane Roe","in_confidence":true})")});
    for (const char* all : {"", R"(,"involvement":"C1")"}) {
        EXPECT_EQ(stopped_by(all), Texts{"document:D1"});
        EXPECT_EQ(stopped_by(all, "in-confidence"), Texts{"entry:E7"});
        EXPECT_NE(weighed(all).stops.front().hint.find("--items none"), std::string::npos);
    }
    EXPECT_EQ(stopped_by(R"(,"items":["none"])"), Texts{});
    EXPECT_EQ(stopped_by(R"(,"items":["none"])", "in-confidence"), Texts{});
    EXPECT_EQ(stopped_by(R"(,"items":["none"],"information":"PE36 5LS")"), Texts{"information"});
    EXPECT_EQ(error_of([&] { weighed(R"(,"items":["none","entry:E1"])"); }).substr(0, 3), "64:");
}

TEST_P(DisclosureWeighingTest, HoldsADocumentForWhatItsEntryIsMarkedAs) {
    load({entry("E7", "C1",
                R"(,"flags":["protected-place"],"provided_by":{"name":"Jane","consent":"refused"})"),
          document("D7", "E7")});
    EXPECT_EQ(stopped_by(R"(,"items":["document:D7"])"), Texts{"document:D7"});
    EXPECT_EQ(stopped_by(R"(,"items":["document:D7"])", "in-confidence"), Texts{"document:D7"});
}

TEST_P(DisclosureWeighingTest, SaysWhatIsDisputedOfAnInvolvement) {
    sql(R"(update involvement set remarks = '[{"kind":"statement","on":"2026-11-01","text":"no"}]' where id = 'C1')");
    const std::string said = "involvement:C1 is disputed: what stands beside it is given with it";
    for (const char* given : {R"(,"items":["involvement:C1"])", R"(,"items":["entry:E1"])", ""}) {
        const Texts caveats = weighed(given).caveats;
        EXPECT_EQ(std::count(caveats.begin(), caveats.end(), said), 1) << given;
    }
}

// Nobody can say what is not searched for.
TEST_P(DisclosureWeighingTest, SaysWhosePlacesCannotBeRead) {
    hide_a_place();
    sql("update person set addresses = 'x' where id = 'P5'");
    EXPECT_EQ(error_of([&] { weighed(""); }).substr(0, 55),
              "65: what is stored of the places of person P5 cannot be");
}

// Where the same human being has two records, each is theirs.
TEST_P(DisclosureWeighingTest, IsOfAllRecordsOfOneHumanBeing) {
    const auto of = [&](const std::string& person, const std::string& item) {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        const NameKnowledge names;
        const ReviewTools tools{names, {}};
        const ServiceCatalogue catalogue = schedule_in_force(database()).catalogue;
        DisclosureWeighing weighing(database(), shipped_rules(), catalogue, tools);
        return error_of([&] {
            weighing.weigh(
                record(R"({"type":"disclosure","id":"X","person":")" + person +
                       R"(","decided_on":"2026-11-23","outcome":"shared","items":[")" + item + "\"]}"),
                "", today);
        });
    };
    EXPECT_EQ(of("P3", "entry:E2"), "done");
    EXPECT_EQ(of("P1", "entry:E2"), "65: entry:E2 is in another person's record");
}

TEST_P(DisclosureWeighingTest, PassesOverWhatHasEndedSince) {
    EXPECT_EQ(error_of([&] { weighed(R"(,"items":["entry:E99"])"); }),
              "65: there is no entry:E99 in the store");
    EXPECT_EQ(error_of([&] { weighed(R"(,"items":["entry:E99","page 3"])", true); }), "done");
}

}  // namespace
}  // namespace casekeeper::test
