// SPDX-License-Identifier: MIT
#include "disposal/plain_reasons.h"

#include <gtest/gtest.h>

#include "base/readability.h"

namespace casekeeper::test {
namespace {

DeletionItem item(const std::string& verdict, const std::string& kept_until = "",
                  const std::string& decision = "") {
    DeletionItem one;
    one.item = "involvement:I1";
    one.verdict = verdict;
    one.reason = "for practitioners";
    if (!kept_until.empty()) one.kept_until = kept_until;
    if (!decision.empty()) one.decision = decision;
    return one;
}

TEST(PlainReasons, SayUntilWhenTheLawKeepsAPart) {
    EXPECT_EQ(plain_reason(item("statutory", "2042-03-03"), false),
              "The law gives us this work to do, so we have to keep this until 3 March 2042.");
    EXPECT_NE(plain_reason(item("statutory"), true).find("still going on"), std::string::npos);
    EXPECT_NE(plain_reason(item("statutory"), false).find("no day yet"), std::string::npos);
}

// What was decided of it changes nothing of why the law or a claim keeps it.
TEST(PlainReasons, SayThatAClaimIsWaitedFor) {
    for (const char* decision : {"", "keep"}) {
        const DeletionItem one = item("claims", "", decision);
        EXPECT_NE(plain_reason(one, false).find("until that is over"), std::string::npos);
        EXPECT_TRUE(is_looked_at_again(one));
    }
    EXPECT_FALSE(is_looked_at_again(item("statutory", "2042-03-03", "keep")));
}

TEST(PlainReasons, SayThatAPersonDecidesOrDid) {
    EXPECT_NE(plain_reason(item("person-decides"), false).find("has to look at it first"), std::string::npos);
    for (const char* verdict : {"person-decides", "free"})
        EXPECT_NE(plain_reason(item(verdict, "", "keep"), false).find("decided that we need to keep it"),
                  std::string::npos);
    EXPECT_EQ(plain_reason(item("free"), false), "");
}

TEST(PlainReasons, CallTheTrustsOwnPeriodThat) {
    EXPECT_EQ(law_in_words("UK GDPR Art 17(3)(b); Children Act 1989 s17(1), (10); local policy: birth + 75 "
                           "years (as Devon; as Kirklees)"),
              "UK GDPR Art 17(3)(b); Children Act 1989 s17(1), (10); our own rules");
    EXPECT_EQ(law_in_words("local policy"), "our own rules");
    EXPECT_EQ(law_in_words(""), "");
}

TEST(PlainReasons, AreReadByAChildOfTwelve) {
    for (const DeletionItem& one : {item("statutory", "2042-03-03"), item("statutory"), item("claims"),
                                    item("person-decides"), item("free", "", "keep")})
        for (const bool is_open : {true, false})
            EXPECT_LE(readability_of(plain_reason(one, is_open)).reading_age(), 12.5)
                << plain_reason(one, is_open);
}

TEST(PlainReasons, NameWhatIsInARecordInEverydayWords) {
    EXPECT_EQ(entry_in_words("telephone-call"), "A note of a phone call");
    EXPECT_EQ(entry_in_words("note"), "A note");
    EXPECT_EQ(keepsake_in_words("photograph"), "A photo");
    EXPECT_EQ(keepsake_in_words("something-new"), "Something of yours");
    EXPECT_EQ(plan_in_words("care-plan"), "the care plan");
    EXPECT_EQ(plan_in_words("education"), "the education plan");
    EXPECT_EQ(plan_in_words("Aunt Maud"), "the plan");
    EXPECT_EQ(appointment_in_words("review"), "A review");
    EXPECT_EQ(appointment_in_words("next-review"), "A review");
    EXPECT_EQ(appointment_in_words("health-assessment-due"), "An assessment");
    // Nobody goes to these, and no name of an event is printed as it is.
    for (const char* name : {"order-made", "note", "decision", "Aunt Maud"})
        EXPECT_EQ(appointment_in_words(name), "");
}

}  // namespace
}  // namespace casekeeper::test
