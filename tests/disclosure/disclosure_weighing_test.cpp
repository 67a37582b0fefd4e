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
    load({person("P5",
                 R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true}])")});
    words_ = "write to PE365LS";
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
    EXPECT_EQ(weighed("").warnings, Texts{"a protected place of this record cannot be searched for "
                                          "(place:P1/address/0): look for it in what is "
                                          "sent"});
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
