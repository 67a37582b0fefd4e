// SPDX-License-Identifier: MIT
#include "intake/corrected_fact.h"

#include "store/disclosure_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

bool corrected(const std::string& before, const std::string& after) {
    return is_corrected(record(before), record(after));
}
std::string of_person(const std::string& more) {
    return R"({"type":"person","id":"P1","family_name":"Haile")" + more + "}";
}
std::string of_entry(const std::string& more) {
    return R"({"type":"entry","id":"E1","involvement":"I1","kind":"note","occurred_at":"2024-01-01")" + more +
           "}";
}
std::string of_involvement(const std::string& more) {
    return R"({"type":"involvement","id":"I1","person":"P1","service":"s","opened":"2024-01-01")" + more +
           "}";
}

TEST(CorrectedFact, IsWhatWasWrittenOtherwiseBefore) {
    EXPECT_TRUE(
        corrected(of_entry(R"(,"account":"he hit her")"), of_entry(R"(,"account":"nobody hit her")")));
    EXPECT_TRUE(corrected(of_entry(R"(,"account":"he hit her")"), of_entry("")));
    EXPECT_TRUE(corrected(of_person(R"(,"date_of_birth":"2011-02-03")"),
                          of_person(R"(,"date_of_birth":"2011-02-04")")));
    EXPECT_TRUE(corrected(of_involvement(R"(,"closed":"2025-01-01")"), of_involvement("")));
}

TEST(CorrectedFact, IsNotWhatIsAddedOrGoesOn) {
    EXPECT_FALSE(corrected(of_entry(""), of_entry(R"(,"account":"he hit her")")));
    EXPECT_FALSE(corrected(of_involvement(R"(,"worker":"W1")"),
                           of_involvement(R"(,"worker":"W2","closed":"2025-01-01")")));
    EXPECT_FALSE(corrected(of_entry(R"(,"flags":["court"])"), of_entry(R"(,"flags":["court","disputed"])")));
    EXPECT_FALSE(corrected(of_person(""), of_person("")));
}

TEST(CorrectedFact, IsAnAddressThatWasNeverTheirs) {
    const auto at = [](const std::string& street, const std::string& more = "") {
        return R"({"lines":[")" + street + "\"]" + more + "}";
    };
    const std::string one = of_person(R"(,"addresses":[)" + at("1 High St") + "]");
    EXPECT_TRUE(corrected(one, of_person(R"(,"addresses":[)" + at("7 High St") + "]")));
    EXPECT_FALSE(corrected(one, of_person(R"(,"addresses":[)" + at("1 High St", R"(,"to":"2025-01-01")") +
                                          "," + at("7 High St") + "]")));
}

class CorrectedByALoad : public LoadedStoreTest {};
CASEKEEPER_ON_BOTH_ENGINES(CorrectedByALoad);

TEST_P(CorrectedByALoad, IsKeptWithItsDay) {
    load({person("P1"), involvement("I1", "P1"), entry("E1", "I1", R"(,"account":"he hit her")")});
    EXPECT_EQ(DisclosureStore(database()).changed_parts("P1").size(), 0U);
    load({entry("E1", "I1", R"(,"account":"nobody hit her")")});
    const auto parts = DisclosureStore(database()).changed_parts("P1");
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts.front().item, "entry:E1");
    EXPECT_EQ(parts.front().corrected_on, "2026-11-23");
}

// What people recorded here goes before what a source says of it.
TEST_P(CorrectedByALoad, LeavesADisclosureThatWasRecordedHere) {
    const auto said = [](const std::string& recipient) {
        return R"({"type":"disclosure","id":"DL1","person":"P1","decided_on":"2026-01-01","outcome":"shared","recipient":")" +
               recipient + "\"}";
    };
    load({person("P1"), said("the school")});
    DisclosureStore(database()).note_recorded("DL1", "2026-11-23T09:00:00Z");
    const ImportResult result = load({said("the police")});
    EXPECT_EQ(result.stored, 0);
    EXPECT_EQ(sql_value("select recipient from disclosure"), "the school");
    EXPECT_NE(texts_of(result).back().find("disclosure DL1: is worked on here"), std::string::npos);
}

}  // namespace
}  // namespace casekeeper::test
