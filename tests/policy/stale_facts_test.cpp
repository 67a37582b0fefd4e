// SPDX-License-Identifier: MIT
#include "policy/stale_facts.h"

#include <gmock/gmock.h>

#include "support/test_store.h"

namespace casekeeper {
namespace {

using test::day;
using test::record;
using test::today;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> on_addresses(const std::string& addresses) {
    return words_on_addresses(
        record(R"({"type":"person","id":"P1","family_name":"Haile","addresses":[)" + addresses + "]}"), {},
        today);
}

std::string on_worker(const std::string& more, std::optional<Date> last = std::nullopt) {
    return words_on_worker(
        record(R"({"type":"involvement","id":"I1","person":"P1","service":"s","opened":"2026-01-10")" + more +
               "}"),
        last, {}, today);
}

constexpr const char* worker = R"(,"worker":"W1")";

TEST(StaleFacts, SayAnAgeInYearsAndMonths) {
    EXPECT_EQ(age_in_words(day("2019-05-03"), day("2026-11-23")), "7 years and 6 months");
    EXPECT_EQ(age_in_words(day("2025-11-23"), day("2026-11-23")), "1 year");
    EXPECT_EQ(age_in_words(day("2025-10-23"), day("2026-11-22")), "1 year");
    EXPECT_EQ(age_in_words(day("2026-10-23"), day("2026-11-23")), "1 month");
    EXPECT_EQ(age_in_words(day("2026-10-24"), day("2026-11-23")), "4 weeks");
    EXPECT_EQ(age_in_words(day("2026-11-22"), day("2026-11-23")), "1 day");
    EXPECT_EQ(age_in_words(day("2024-02-29"), day("2025-02-28")), "1 year");
}

TEST(StaleFacts, MarkAnAddressThatNobodyHasCheckedForLong) {
    EXPECT_THAT(
        on_addresses(R"({"lines":["1 High St"],"from":"2019-05-03"})"),
        ElementsAre("This address was written down on 3 May 2019 and has not been checked since: 7 years "
                    "and 6 months."));
    EXPECT_THAT(on_addresses(R"({"lines":["1 High St"],"from":"2019-05-03","checked_on":"2024-11-23"})"),
                ElementsAre("This address was last checked on 23 November 2024: 2 years ago."));
    EXPECT_THAT(
        on_addresses(R"({"lines":["1 High St"]})"),
        ElementsAre("It is not written since when this address holds, or that anybody has checked it."));
}

// The last day of the twelve months is in time.
TEST(StaleFacts, LeaveAnAddressAloneThatIsYoungCheckedOrEnded) {
    EXPECT_THAT(
        on_addresses(R"({"from":"2025-11-23"},{"from":"2025-11-22"})"),
        ElementsAre("",
                    "This address was written down on 22 November 2025 and has not been checked since: "
                    "1 year."));
    EXPECT_THAT(on_addresses(R"({"from":"2015-01-01","checked_on":"2026-01-01"})"), ElementsAre(""));
    EXPECT_THAT(on_addresses(R"({"from":"2015-01-01","to":"2016-01-01"})"), ElementsAre(""));
    EXPECT_THAT(on_addresses(R"({"from":"2015-01-01","to":"2026-11-23"})"), ::testing::Not(ElementsAre("")));
    EXPECT_THAT(words_on_addresses(record(R"({"type":"person","id":"P1","family_name":"H"})"), {}, today),
                IsEmpty());
}

TEST(StaleFacts, MarkTheWorkerOfAServiceThatHasEnded) {
    EXPECT_EQ(on_worker(std::string(worker) + R"(,"closed":"2026-05-23")"),
              "This was the worker when the service ended on 23 May 2026: 6 months ago.");
    EXPECT_EQ(on_worker(std::string(worker) + R"(,"closed":"2026-12-24")", today), "");
    EXPECT_EQ(on_worker(R"(,"closed":"2026-05-23")"), "") << "nobody is named";
}

TEST(StaleFacts, MarkTheWorkerOfAServiceInWhichNothingIsWritten) {
    EXPECT_EQ(on_worker(worker),
              "Nothing has been written in this service since 10 January 2026: 10 months. The "
              "worker may be another by now.");
    EXPECT_EQ(on_worker(worker, day("2026-05-23")), "");
    EXPECT_NE(on_worker(worker, day("2026-05-22")), "");
}

TEST(StaleFacts, MarkAnOldConsent) {
    EXPECT_EQ(words_on_consent(day("2024-05-23"), {}, today),
              "This consent was given on 23 May 2024: 2 years and 6 months ago.");
    EXPECT_EQ(words_on_consent(day("2025-11-23"), {}, today), "");
    EXPECT_NE(words_on_consent(std::nullopt, {}, today), "");
    EXPECT_FALSE(is_stale_consent(day("2025-11-23"), {}, today));
    EXPECT_TRUE(is_stale_consent(day("2025-11-22"), {}, today));
}

}  // namespace
}  // namespace casekeeper
