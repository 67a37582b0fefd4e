// SPDX-License-Identifier: MIT
#include "intake/refiling_account.h"

#include <gmock/gmock.h>

namespace casekeeper::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

EntryMoved moved(const std::string& state, bool is_between_people = true) {
    EntryMoved one;
    one.move = {1,   "E7",  "I1", "P1", "I9", "P2", state, "it is about another family", "2026-11-23",
                "T", "rita"};
    one.is_between_people = is_between_people;
    one.documents = {"D1", "D2"};
    return one;
}

TEST(RefilingAccount, SaysWhatASecondPersonIsToType) {
    const std::string text = in_words(moved("asked"), false);
    EXPECT_THAT(text, HasSubstr("entry:E7, with documents D1 and D2, is to be moved from involvement:I1 to "
                                "involvement:I9\n"));
    EXPECT_THAT(text, HasSubstr("    casekeeper recording move entry:E7 --to involvement:I9\n"));
    EXPECT_THAT(text, Not(HasSubstr("next night"))) << "nothing has moved";
}

TEST(RefilingAccount, SaysWhatIsLookedAtAgain) {
    EntryMoved one = moved("moved");
    one.access_requests = {"A1"};
    one.packs = {"A1"};
    one.deletion_requests = {"R1", "R2"};
    one.proposals = {12};
    one.undone = 1;
    const std::string text = in_words(one, false);
    EXPECT_THAT(text, HasSubstr("was moved from involvement:I1 to involvement:I9\n"));
    EXPECT_THAT(text, HasSubstr("  access request A1: reviewed again"));
    EXPECT_THAT(text, HasSubstr("  what was made for A1 has the record as it was"));
    EXPECT_THAT(text, HasSubstr("  deletion requests R1 and R2: "));
    EXPECT_THAT(text, HasSubstr("  proposal 12: "));
    EXPECT_THAT(text, HasSubstr("  1 decision about it is undone\n"));
}

TEST(RefilingAccount, BeginsWithABreach) {
    EntryMoved one = moved("asked");
    one.given_away = {{"access_request:A1", "2026-05-03"}, {"disclosure:X1", "2026-06-01"}};
    one.finding = "3f9a1c5be07d2486";
    const std::string text = in_words(one, false);
    EXPECT_EQ(text.find("IT WAS GIVEN AWAY"), 0U);
    EXPECT_THAT(text,
                HasSubstr("  sent in the answer to request A1 on 3 May 2026: casekeeper access show A1\n"));
    EXPECT_THAT(text, HasSubstr("  shared by disclosure X1 on 1 June 2026: casekeeper disclosure show X1\n"));
    EXPECT_THAT(text, HasSubstr("within 72 hours"));
    EXPECT_THAT(text, HasSubstr("casekeeper recording show 3f9a1c5be07d2486\n"));
    EXPECT_THAT(in_words(one, true), Not(HasSubstr("It is found as")));
}

TEST(RefilingAccount, IsOneObjectInJson) {
    EntryMoved one = moved("moved");
    one.given_away = {{"access_request:A1", "2026-05-03"}};
    one.proposals = {12};
    const std::string json = to_json(one, true);
    EXPECT_THAT(json, HasSubstr(R"("state":"moved")"));
    EXPECT_THAT(json, HasSubstr(R"("check_only":true,"between_people":true,"documents":["D1","D2"])"));
    EXPECT_THAT(
        json,
        HasSubstr(
            R"("proposals":[12],"undone":0,"given_away":[{"as":"access_request:A1","on":"2026-05-03"}])"));
    EXPECT_THAT(json, HasSubstr(R"("finding":null)"));
}

}  // namespace
}  // namespace casekeeper::test
