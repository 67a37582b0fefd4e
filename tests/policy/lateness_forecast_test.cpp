// SPDX-License-Identifier: MIT
#include "policy/lateness_forecast.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "forecast_facts.h"

namespace casekeeper {
namespace {

constexpr const char* today = "2027-02-01";  // a Monday

std::vector<LatenessForecast> forecast(const std::vector<OpenAccess>& open, const AccessHistory& history) {
    return forecast_lateness(open, history, day(today), shipped_holidays());
}

LatenessForecast forecast(const OpenAccess& open) {
    return forecast(std::vector{open}, steady_history(today)).at(0);
}

// "2027-02-04 0", "none 3 late", "2027-02-04 0 at risk"
std::string said(const LatenessForecast& one) {
    return text_of(one.expected_on) + " " + std::to_string(one.days_late) + (one.at_risk ? " at risk" : "");
}

TEST(LatenessForecast, SaysWhatWillBeSentInTime) {
    const LatenessForecast one = forecast(open_access("A1", "2027-01-20", 20));
    EXPECT_EQ(said(one), "2027-02-04 0");
    EXPECT_EQ(text_of(one.due_on), "2027-02-22");
    EXPECT_EQ(
        one.why,
        "20 items of its own and 0 due before are decided by 2027-02-02 at 10.0 a working day, as in the "
        "last 40; signing and sending take 2 working days, as with others");
}

// Due on 22 February; the last of 300 items is decided on 12 March.
TEST(LatenessForecast, SaysByHowManyWorkingDaysItWillBeLate) {
    const LatenessForecast one = forecast(open_access("A1", "2027-01-20", 300));
    EXPECT_EQ(said(one), "2027-03-16 16");
    EXPECT_FALSE(one.at_risk);
}

TEST(LatenessForecast, CountsTheItemsThatAreDueBefore) {
    const auto both = forecast({open_access("A2", "2027-01-20", 20), open_access("A1", "2027-01-11")},
                               steady_history(today));
    EXPECT_EQ(both[0].id, "A2");
    EXPECT_EQ(said(both[0]), "2027-02-10 0");
    EXPECT_EQ(both[0].why.substr(0, 47), "20 items of its own and 40 due before are decid");
    EXPECT_EQ(both[1].why.substr(0, 70),
              "40 items of its own, the mean of those sent, and 0 due before are deci");
}

TEST(LatenessForecast, SaysWhatIsWaitedFor) {
    OpenAccess open = open_access("A1", "2027-01-20", 20);
    open.clock.clarifications = {{day("2027-01-29"), {}}};
    open.answers = {{"opinion", day("2027-01-28"), {}}};
    const LatenessForecast one = forecast(open);
    EXPECT_EQ(said(one), "2027-02-09 0");
    EXPECT_EQ(
        one.why,
        "an answer (requester) asked for on 2027-01-29 is expected on 2027-02-02, as others came; "
        "an answer (opinion) asked for on 2027-01-28 is expected on 2027-02-07, as others came; "
        "20 items of its own and 0 due before are decided by 2027-02-04 at 10.0 a working day, as in the "
        "last 40; signing and sending take 2 working days, as with others");
}

TEST(LatenessForecast, SaysSinceWhenItIsReady) {
    OpenAccess open = open_access("A1", "2027-01-01", 0);
    open.decided_on = day("2027-01-29");
    const LatenessForecast one = forecast(open);
    EXPECT_EQ(said(one), "2027-02-02 1");  // due on the first
    EXPECT_EQ(one.why,
              "all is ready since 2027-01-29: signing and sending take 2 working days more, as with others");
}

TEST(LatenessForecast, SeesWhatWillBeLateIfAllGoesSlowly) {
    AccessHistory uneven = steady_history(today);
    for (std::size_t at = 0; at < uneven.work.size(); ++at) uneven.work[at].items = at / 10 % 2 == 0 ? 2 : 18;
    uneven.answers.push_back({"opinion", day("2026-11-02"), day("2026-12-20")});
    const OpenAccess open = open_access("A1", "2027-01-20", 100);
    const LatenessForecast one = forecast({open}, uneven).at(0);
    EXPECT_EQ(one.days_late, 0);
    EXPECT_TRUE(one.at_risk);
    EXPECT_GT(one.cautious_on, one.due_on);
}

TEST(LatenessForecast, CannotBeSaidWhereTooLittleWasDone) {
    AccessHistory none;
    none.known_from = day("2027-01-20");
    const auto both =
        forecast({open_access("A1", "2027-01-20", 5), open_access("A2", "2026-12-28", 5)}, none);
    EXPECT_EQ(said(both[0]), "none 0");
    EXPECT_EQ(both[0].why, "it cannot be said: 8 working days are known, 20 are needed");
    EXPECT_EQ(said(both[1]), "none 2");  // due on 28 January
}

TEST(LatenessForecast, CannotBeSaidWithoutPrecedentForAnAnswer) {
    OpenAccess open = open_access("A1", "2027-01-20", 5);
    open.answers = {{"consent", day("2027-01-25"), {}}};
    const auto both = forecast({open, open_access("A2", "2027-01-20", 5)}, steady_history(today));
    EXPECT_EQ(said(both[0]), "none 0");
    EXPECT_EQ(both[0].why,
              "it cannot be said: how long an answer (consent) takes is known of 0, 5 are needed");
    EXPECT_EQ(said(both[1]), "2027-02-03 0");
}

TEST(LatenessForecast, GuessesNoBankHoliday) {
    const LatenessForecast one = forecast(open_access("A1", "2027-01-20", 1000000));
    EXPECT_EQ(said(one), "none 0");
    EXPECT_EQ(one.why, "it cannot be said: it would be after the last bank holidays that are known");
    EXPECT_THROW(forecast(open_access("A2", "2028-12-20", 1)), ConfigError);
}

TEST(LatenessForecast, HasNothingToSayOfNothing) {
    EXPECT_TRUE(forecast({}, steady_history(today)).empty());
}

// More to do before a request makes it no earlier, whatever else is open.
TEST(LatenessForecast, NeverGainsByMoreWork) {
    Date before = day(today);
    for (long long items = 0; items < 400; items += 7) {
        const auto both =
            forecast({open_access("A1", "2027-01-11", items), open_access("A2", "2027-01-20", 30)},
                     steady_history(today));
        EXPECT_GE(both[1].expected_on, before) << items;
        before = both[1].expected_on.value();
    }
}

}  // namespace
}  // namespace casekeeper
