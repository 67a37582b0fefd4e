// SPDX-License-Identifier: MIT
#include "policy/access_reckoning.h"

#include <gtest/gtest.h>

#include "forecast_facts.h"

namespace casekeeper {
namespace {

constexpr const char* today = "2027-02-01";  // a Monday

std::vector<Reckoning> reckon(const std::vector<OpenAccess>& open, const AccessHistory& history) {
    const AccessPace pace = measured_pace(history, day(today), shipped_holidays()).value();
    return reckoned(open, pace, {pace.usual, 0.5}, day(today), shipped_holidays());
}

Reckoning reckon(const OpenAccess& open) {
    return reckon(std::vector{open}, steady_history(today)).at(0);
}

TEST(AccessReckoning, DecidesSignsAndSends) {
    const Reckoning one = reckon(open_access("A1", "2027-01-20", 20));
    EXPECT_EQ(text_of(one.due_on), "2027-02-22");
    EXPECT_EQ(text_of(one.finished_on), "2027-02-02");
    EXPECT_EQ(text_of(one.sent_on), "2027-02-04");
}

TEST(AccessReckoning, TakesTheMeanOfThoseSentBeforeAReview) {
    EXPECT_EQ(text_of(reckon(open_access("A1", "2027-01-20")).finished_on), "2027-02-04");
}

TEST(AccessReckoning, WaitsForAnOpinionBesideTheWork) {
    OpenAccess open = open_access("A1", "2027-01-20", 20);
    open.answers = {{"opinion", day("2027-01-28"), {}}};
    const Reckoning one = reckon(open);
    EXPECT_EQ(text_of(one.others->on), "2027-02-07");  // a Sunday
    EXPECT_EQ(text_of(one.finished_on), "2027-02-02");
    EXPECT_EQ(text_of(one.sent_on), "2027-02-09");
}

TEST(AccessReckoning, BeginsNoReviewBeforeTheAnswers) {
    OpenAccess open = open_access("A1", "2027-01-20");
    open.answers = {{"opinion", day("2027-01-28"), {}}};
    EXPECT_EQ(text_of(reckon(open).finished_on), "2027-02-11");
}

TEST(AccessReckoning, ReckonsTheDueDayByTheAnswerThatIsExpected) {
    OpenAccess open = open_access("A1", "2027-01-20", 20);
    open.clock.clarifications = {{day("2027-01-29"), {}}};
    const Reckoning one = reckon(open);
    EXPECT_EQ(text_of(one.requesters->on), "2027-02-02");
    EXPECT_EQ(text_of(one.due_on), "2027-02-25");  // five days more than 20 February
    EXPECT_EQ(text_of(one.finished_on), "2027-02-04");
    open.clock.identity = Asked{day("2027-01-31"), {}};  // the later of both answers starts the clock
    EXPECT_EQ(text_of(reckon(open).due_on), "2027-03-04");
}

// A clock that stands still lets others go first, and takes its place again afterwards.
TEST(AccessReckoning, LetsAPausedRequestComeBackToItsPlace) {
    OpenAccess paused = open_access("A1", "2027-01-04", 20);
    paused.clock.clarifications = {{day("2027-01-29"), {}}};
    const auto both = reckon({paused, open_access("A2", "2027-01-20", 40)}, steady_history(today));
    EXPECT_EQ(text_of(both[0].finished_on), "2027-02-04");
    EXPECT_EQ(text_of(both[1].finished_on), "2027-02-08");
}

TEST(AccessReckoning, SendsWhatIsReadyAndHasWaited) {
    OpenAccess open = open_access("A1", "2027-01-05", 0);
    open.decided_on = day("2027-01-29");
    open.answers = {{"opinion", day("2027-01-18"), day("2027-01-25")}};
    EXPECT_EQ(text_of(reckon(open).ready_since), "2027-01-29");
    EXPECT_EQ(text_of(reckon(open).sent_on), "2027-02-02");
    open.decided_on = day("2027-01-15");  // longer than anybody took: as long again, from the 25th on
    EXPECT_EQ(text_of(reckon(open).sent_on), "2027-02-04");
    open.answers[0].answered_on.reset();
    EXPECT_EQ(reckon(open).ready_since, std::nullopt);
    EXPECT_EQ(text_of(reckon(open).sent_on), "2027-02-16");  // 14 days more, and two working days
}

TEST(AccessReckoning, CannotBeSaidWithoutPrecedent) {
    OpenAccess open = open_access("A1", "2027-01-20", 20);
    open.answers = {{"consent", day("2027-01-28"), {}}};
    EXPECT_EQ(reckon(open).sent_on, std::nullopt);
    EXPECT_EQ(reckon(open).unknown_kind, "consent");
}

TEST(AccessReckoning, CannotBeSaidBeyondTheKnownBankHolidays) {
    EXPECT_EQ(reckon(open_access("A1", "2027-01-20", 1000000)).sent_on, std::nullopt);
}

}  // namespace
}  // namespace casekeeper
