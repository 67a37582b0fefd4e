// SPDX-License-Identifier: MIT
//
// The worked cases of the clock (S01 to S21, each with its source), and every rule of the clock at its edges.
#include "policy/request_clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const BankHolidays& holidays() {
    static const BankHolidays shipped = [] {
        std::ifstream file(CASEKEEPER_SOURCE "/config/bank_holidays.toml");
        std::ostringstream text;
        text << file.rdbuf();
        std::vector<Finding> findings;
        return BankHolidays::read(text.str(), "bank_holidays.toml", findings);
    }();
    return shipped;
}

Date day(const std::string& text) {
    return parse_date(text).value();
}

std::string text_of(const std::optional<Date>& date) {
    return date ? to_text(*date) : "none";
}

// A request in the making: received("2026-03-02").asked("2026-03-10", "2026-03-19").due() == "2026-04-13"
struct Request {
    ClockFacts facts;

    static Asked pair(const std::string& asked, const std::string& met) {
        return {day(asked), met.empty() ? std::nullopt : std::optional(day(met))};
    }
    Request identity(const std::string& asked, const std::string& arrived = "") const {
        Request next = *this;
        next.facts.identity = pair(asked, arrived);
        return next;
    }
    Request fee(const std::string& asked, const std::string& paid = "") const {
        Request next = *this;
        next.facts.fee = pair(asked, paid);
        return next;
    }
    Request asked(const std::string& asked, const std::string& answered = "") const {
        Request next = *this;
        next.facts.clarifications.push_back(pair(asked, answered));
        return next;
    }
    Request extended(const std::string& notice) const {
        Request next = *this;
        next.facts.extension_notice_on = day(notice);
        return next;
    }
    RequestClock clock() const { return request_clock(facts, holidays()); }
    std::string due() const { return text_of(clock().due_on); }
    std::string relevant() const { return text_of(clock().relevant_on); }
    std::string alarm() const { return text_of(clock().alarm_on); }
    bool is_extended() const { return clock().extended; }
    // "in time, last 2026-04-02"
    std::string notice(const std::string& on) const {
        const ExtensionWindow window = extension_is_in_time(facts, day(on));
        return std::string(window.in_time ? "in time" : "late") + ", last " + text_of(window.last_on);
    }
};

Request received(const std::string& on) {
    return {{RequestKind::access, day(on), {}, {}, {}, {}}};
}

Request deletion(const std::string& on) {
    return {{RequestKind::deletion, day(on), {}, {}, {}, {}}};
}

// Received 2025-09-03. Expected: due 2025-10-03. Source: ICO right of access, "How long do we have to
// comply?"
TEST(RequestClockWorkedCase, S01) {
    EXPECT_EQ(received("2025-09-03").due(), "2025-10-03");
}

// Received 2025-01-31. Expected: no 31 Feb: due 2025-02-28 (Fri). Source: ICO, as S01.
TEST(RequestClockWorkedCase, S02) {
    EXPECT_EQ(received("2025-01-31").due(), "2025-02-28");
}

// Received Sunday 2025-08-31. Expected: day of receipt counts even if non-working; due 2025-09-30 (Tue).
// Source: ICO, as S01.
TEST(RequestClockWorkedCase, S04) {
    EXPECT_EQ(received("2025-08-31").due(), "2025-09-30");
}

// Received 2025-11-25. Expected: 25 and 26 Dec are bank holidays, 27-28 weekend: due 2025-12-29 (Mon).
// Source: ICO, as S01.
TEST(RequestClockWorkedCase, S05) {
    EXPECT_EQ(received("2025-11-25").due(), "2025-12-29");
}

// Received 2026-11-28. Expected: 2026-12-28 is the Boxing Day substitute: due 2026-12-29 (Tue). Source: ICO,
// as S01.
TEST(RequestClockWorkedCase, S07) {
    EXPECT_EQ(received("2026-11-28").due(), "2026-12-29");
}

// Received 2022-08-19. Expected: 2022-09-19 was a one-off bank holiday: due 2022-09-20 (Tue). Source: ICO,
// as S01; the State Funeral of Queen Elizabeth II.
TEST(RequestClockWorkedCase, S09) {
    EXPECT_EQ(received("2022-08-19").due(), "2022-09-20");
}

// Received 2023-04-08. Expected: 2023-05-08 was a one-off bank holiday: due 2023-05-09 (Tue). Source: ICO,
// as S01; the Coronation of King Charles III.
TEST(RequestClockWorkedCase, S10) {
    EXPECT_EQ(received("2023-04-08").due(), "2023-05-09");
}

// Received 2025-10-31; complex; extension notice sent 2025-11-20. Expected: three months from start =
// 2026-01-31 (Sat): due 2026-02-02 (Mon). Source: ICO (extension = three months from original start).
TEST(RequestClockWorkedCase, S11) {
    const Request request = received("2025-10-31").extended("2025-11-20");
    EXPECT_EQ(request.due(), "2026-02-02");
    EXPECT_TRUE(request.is_extended());
}

// Received 2026-02-16; complex; extension notice sent 2026-03-17. Expected: notice window ended 2026-03-16
// (Mon): extension INVALID, due stays 2026-03-16. Source: UK GDPR Art 12A (inserted by DUAA 2025 s76, in
// force 2026-02-05) para 4(a).
TEST(RequestClockWorkedCase, S13) {
    const Request request = received("2026-02-16").extended("2026-03-17");
    EXPECT_EQ(request.due(), "2026-03-16");
    EXPECT_FALSE(request.is_extended());
    EXPECT_EQ(request.notice("2026-03-17"), "late, last 2026-03-16");
}

// Received 2026-02-02; identity reasonably doubted, asked 2026-02-03, proof received 2026-02-16. Expected:
// relevant time is 2026-02-16: due 2026-03-16. Source: received before 5 Feb 2026: ICO practice that time
// runs from identity; since then UK GDPR Art 12A para 2(b).
TEST(RequestClockWorkedCase, S14) {
    const Request request = received("2026-02-02").identity("2026-02-03", "2026-02-16");
    EXPECT_EQ(request.relevant(), "2026-02-16");
    EXPECT_EQ(request.due(), "2026-03-16");
}

// Manifestly excessive request; fee asked 2026-05-01; paid 2026-05-15. Expected: relevant time is payment:
// due 2026-06-15. Source: UK GDPR Art 12A (inserted by DUAA 2025 s76, in force 2026-02-05) para 2(c).
TEST(RequestClockWorkedCase, S16) {
    const Request request = received("2026-04-28").fee("2026-05-01", "2026-05-15");
    EXPECT_EQ(request.relevant(), "2026-05-15");
    EXPECT_EQ(request.due(), "2026-06-15");
}

// The record of a request, values by name.
Record record_of(RecordType type, const std::vector<std::pair<std::string, std::string>>& values) {
    const RecordFormat& format = format_of(type);
    Record record{type, std::vector<std::optional<std::string>>(format.fields.size())};
    for (const auto& [name, value] : values)
        record.values[static_cast<std::size_t>(format.position(name))] = value;
    return record;
}

// E-mail stamped 2025-06-30T23:30:00Z. Expected: local (BST) date of receipt is 2025-07-01: due 2025-08-01.
// Source: ICO, as S01; local-time rule.
TEST(RequestClockWorkedCase, S17) {
    const Record record =
        record_of(RecordType::access_request, {{"id", "A1"}, {"received_at", "2025-06-30T23:30:00Z"}});
    const RequestClock clock = request_clock(clock_facts(record), holidays());
    EXPECT_EQ(to_text(clock.received_on), "2025-07-01");
    EXPECT_EQ(text_of(clock.due_on), "2025-08-01");
}

// Erasure request received 2026-03-10; authority asks a clarifying question 2026-03-13, answered 2026-03-20.
// Expected: clarification pause applies only to Article 15 requests: due stays 2026-04-10. Source: UK GDPR
// Art 12A (inserted by DUAA 2025 s76, in force 2026-02-05) para 5 (text limited to Article 15).
TEST(RequestClockWorkedCase, S19) {
    EXPECT_EQ(deletion("2026-03-10").asked("2026-03-13", "2026-03-20").due(), "2026-04-10");
}

// Erasure request received 2026-05-12. Expected: due 2026-06-12. Source: UK GDPR Art 12(3)/12A.
TEST(RequestClockWorkedCase, S20) {
    EXPECT_EQ(deletion("2026-05-12").due(), "2026-06-12");
}

// Data protection complaint received 2026-07-01. Expected: acknowledge within 30 days; counting the day of
// receipt: 2026-07-30. Source: DPA 2018 s164A (DUAA s103, in force 2026-06-19).
TEST(RequestClockWorkedCase, S21) {
    EXPECT_EQ(to_text(complaint_acknowledged_by(day("2026-07-01"))), "2026-07-30");
}

// ---- 1 and 2: when the clock starts

TEST(RequestClock, StartsOnTheDayOfReceiptWorkingDayOrNot) {
    EXPECT_EQ(received("2026-03-16").relevant(), "2026-03-16");
    EXPECT_EQ(received("2026-04-05").relevant(), "2026-04-05");  // Easter Sunday
}

TEST(RequestClock, StartsOnTheLatestOfReceiptIdentityAndFee) {
    const Request request = received("2026-03-02");
    EXPECT_EQ(request.identity("2026-03-03", "2026-03-20").fee("2026-03-03", "2026-03-11").relevant(),
              "2026-03-20");
    EXPECT_EQ(request.identity("2026-03-03", "2026-03-11").fee("2026-03-03", "2026-03-20").relevant(),
              "2026-03-20");
    // Evidence that lay there before the request moves nothing.
    EXPECT_EQ(request.identity("2026-02-20", "2026-02-25").relevant(), "2026-03-02");
}

TEST(RequestClock, HasNotStartedWhileIdentityOrFeeIsOutstanding) {
    const Request request = received("2026-03-02");
    for (const Request& waiting : {request.identity("2026-03-03"), request.fee("2026-03-03"),
                                   request.identity("2026-03-03", "2026-03-05").fee("2026-03-03"),
                                   request.identity("2026-03-03").fee("2026-03-03", "2026-03-05")}) {
        EXPECT_EQ(waiting.relevant() + waiting.due() + waiting.alarm(), "nonenonenone");
        EXPECT_THAT(waiting.clock().steps, Contains(HasSubstr("outstanding: the clock has not started")));
    }
}

TEST(RequestClock, StartsADeletionRequestByTheSameRule) {
    EXPECT_EQ(deletion("2026-03-02").identity("2026-03-03", "2026-03-16").due(), "2026-04-16");
    EXPECT_EQ(deletion("2026-03-02").identity("2026-03-03").due(), "none");
}

// ---- 3: the month

TEST(RequestClock, EndsAMonthOnTheSameDayOrTheLastOfAShorterMonth) {
    EXPECT_EQ(received("2025-02-28").due(), "2025-03-28");
    EXPECT_EQ(received("2026-03-31").due(), "2026-04-30");
    EXPECT_EQ(received("2026-08-31").due(), "2026-09-30");
    EXPECT_EQ(received("2026-12-31").due(), "2027-02-01");  // over the year's end; the 31st is a Sunday
}

TEST(RequestClock, KnowsTheLeapYear) {
    for (const char* on : {"2024-01-29", "2024-01-30", "2024-01-31"})
        EXPECT_EQ(received(on).due(), "2024-02-29") << on;
    for (const char* on : {"2023-01-28", "2023-01-29", "2023-01-31"})
        EXPECT_EQ(received(on).due(), "2023-02-28") << on;
    EXPECT_EQ(received("2028-01-31").due(), "2028-02-29");
    EXPECT_EQ(received("2028-02-29").due(), "2028-03-29");
}

// Chained months would lose days: 30 November and one month, and two more, is 28 February by either way, but
// 31 October by way of 30 November would be 30 January.
TEST(RequestClock, ReckonsThreeMonthsFromTheStart) {
    EXPECT_EQ(received("2023-11-30").extended("2023-12-01").due(), "2024-02-29");
    EXPECT_EQ(received("2025-11-30").extended("2025-12-01").due(), "2026-03-02");  // 28 Feb is a Saturday
    EXPECT_EQ(received("2024-10-31").extended("2024-11-20").due(), "2025-01-31");
    EXPECT_EQ(received("2026-02-02").identity("2026-02-03", "2026-03-02").extended("2026-03-20").due(),
              "2026-06-02");
}

// ---- 4: questions

TEST(RequestClock, DoesNotCountTheDaysFromAskingToAnswerBothIncluded) {
    const Request request = received("2026-03-02").asked("2026-03-10", "2026-03-19");
    EXPECT_EQ(request.clock().paused_days, 10);
    EXPECT_EQ(request.due(), "2026-04-13");  // the 12th is a Sunday
    EXPECT_EQ(received("2026-03-02").asked("2026-03-10", "2026-03-10").clock().paused_days, 1);
}

TEST(RequestClock, CountsOverlappingQuestionsOnce) {
    const auto paused = [](const std::vector<std::pair<std::string, std::string>>& questions) {
        Request request = received("2026-03-02");
        for (const auto& [asked, answered] : questions) request = request.asked(asked, answered);
        return request.clock().paused_days;
    };
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-14"}, {"2026-03-12", "2026-03-16"}}), 7);
    EXPECT_EQ(paused({{"2026-03-12", "2026-03-16"}, {"2026-03-10", "2026-03-14"}}), 7);   // in any order
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-20"}, {"2026-03-12", "2026-03-14"}}), 11);  // within
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-12"}, {"2026-03-12", "2026-03-14"}}), 5);   // a day shared
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-11"}, {"2026-03-12", "2026-03-13"}}), 4);   // side by side
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-11"}, {"2026-03-16", "2026-03-17"}}), 4);   // apart
    EXPECT_EQ(paused({{"2026-03-10", "2026-03-12"}, {"2026-03-10", "2026-03-12"}}), 3);   // twice the same
}

TEST(RequestClock, CountsTheDaysOfAQuestionFromTheStartOn) {
    const Request request = received("2026-03-02").identity("2026-03-03", "2026-03-16");
    EXPECT_EQ(request.asked("2026-03-04", "2026-03-17").clock().paused_days, 2);
    EXPECT_EQ(request.asked("2026-03-04", "2026-03-16").clock().paused_days, 1);
    EXPECT_EQ(request.asked("2026-03-04", "2026-03-15").clock().paused_days, 0);
    EXPECT_EQ(request.asked("2026-03-04", "2026-03-15").due(), "2026-04-16");
}

TEST(RequestClock, StandsStillWhileAQuestionIsOpen) {
    const Request request = received("2026-03-02").asked("2026-03-10", "2026-03-11").asked("2026-03-20");
    EXPECT_EQ(request.relevant(), "2026-03-02");
    EXPECT_EQ(request.due() + request.alarm(), "nonenone");
    EXPECT_EQ(request.clock().paused_days, 2);
    EXPECT_THAT(request.clock().steps,
                Contains(HasSubstr("the question of 2026-03-20 is open: the clock stands still")));
    // Asked before the clock started, and still open.
    EXPECT_EQ(received("2026-03-02").identity("2026-03-03", "2026-03-16").asked("2026-03-04").due(), "none");
}

TEST(RequestClock, IsNotStoppedByAQuestionAfterThePeriod) {
    const Request request = received("2026-03-02");  // to 2026-04-02, a Thursday
    EXPECT_EQ(request.asked("2026-04-03").due(), "2026-04-02");
    EXPECT_EQ(request.asked("2026-04-03", "2026-04-09").due(), "2026-04-02");
    EXPECT_EQ(request.asked("2026-04-03", "2026-04-09").clock().paused_days, 0);
    EXPECT_EQ(request.asked("2026-04-02").due(), "none");
    EXPECT_EQ(request.asked("2026-04-02", "2026-04-02").due(), "2026-04-07");  // the 3rd is Good Friday
    EXPECT_THAT(request.asked("2026-04-03").clock().steps,
                Contains("the question of 2026-04-03 came after the period ran out on 2026-04-02: it does "
                         "not stop the clock"));
}

// 2 May 2026 is a Saturday and Monday 4 May a bank holiday: due on the 5th, but the period ran out on the
// 2nd.
TEST(RequestClock, IsNotStoppedBetweenTheEndOfThePeriodAndTheWorkingDay) {
    EXPECT_EQ(received("2026-04-02").asked("2026-05-03").due(), "2026-05-05");
    EXPECT_EQ(received("2026-04-02").asked("2026-05-02").due(), "none");
}

TEST(RequestClock, HoldsAQuestionAgainstThePeriodAsEarlierQuestionsLeftIt) {
    // The first question moves the end from 2 April to 12 April.
    const Request request = received("2026-03-02").asked("2026-03-10", "2026-03-19");
    EXPECT_EQ(request.asked("2026-04-12", "2026-04-13").clock().paused_days, 12);
    EXPECT_EQ(request.asked("2026-04-13", "2026-04-14").clock().paused_days, 10);
    // While one is open another is in time whenever it comes.
    const Request open = received("2026-03-02").asked("2026-03-20").asked("2026-05-10", "2026-05-12");
    EXPECT_EQ(open.due(), "none");
    EXPECT_THAT(open.clock().steps, Not(Contains(HasSubstr("ran out"))));
    EXPECT_EQ(received("2026-03-02")
                  .asked("2026-03-20", "2026-05-20")
                  .asked("2026-05-10", "2026-05-21")
                  .clock()
                  .paused_days,
              63);
}

TEST(RequestClock, HoldsAQuestionAgainstTheExtendedPeriod) {
    const Request request = received("2026-03-02").extended("2026-03-30");  // to 2026-06-02
    EXPECT_EQ(request.asked("2026-05-11", "2026-05-12").due(), "2026-06-04");
    EXPECT_EQ(request.asked("2026-06-02", "2026-06-02").due(), "2026-06-03");
    EXPECT_EQ(request.asked("2026-06-03").due(), "2026-06-02");
    // An extension that came too late is none.
    EXPECT_EQ(received("2026-03-02").extended("2026-04-03").asked("2026-05-11").due(), "2026-04-02");
}

TEST(RequestClock, OfADeletionRequestIgnoresQuestions) {
    EXPECT_EQ(deletion("2026-03-10").asked("2026-03-13").due(), "2026-04-10");
    EXPECT_EQ(deletion("2026-03-10").asked("2026-03-13", "2026-03-20").clock().paused_days, 0);
    EXPECT_EQ(deletion("2026-03-10").asked("2026-03-13", "2026-03-20").notice("2026-04-11"),
              "late, last 2026-04-10");
}

// Received before 5 February 2026: the day of asking is a running day, once for each stretch in a row.
TEST(RequestClock, BeforeTheStatuteCountsTheDayOfAskingAsRunning) {
    EXPECT_EQ(received("2026-02-05").asked("2026-02-10", "2026-02-14").clock().paused_days, 5);
    EXPECT_EQ(received("2026-02-04").asked("2026-02-10", "2026-02-14").clock().paused_days, 4);
    EXPECT_EQ(received("2026-02-05").asked("2026-02-10", "2026-02-14").due(), "2026-03-10");
    EXPECT_EQ(received("2026-02-04").asked("2026-02-10", "2026-02-13").due(), "2026-03-09");  // the 7th: Sat
    EXPECT_EQ(received("2026-02-04").asked("2026-02-10", "2026-02-10").clock().paused_days, 0);
}

TEST(RequestClock, BeforeTheStatuteLosesADayForEachStretch) {
    const Request request = received("2026-02-04").asked("2026-02-10", "2026-02-14");
    EXPECT_EQ(request.asked("2026-02-20", "2026-02-22").clock().paused_days, 6);  // apart: 4 and 2
    EXPECT_EQ(request.asked("2026-02-15", "2026-02-17").clock().paused_days, 7);  // side by side: one
    EXPECT_EQ(request.asked("2026-02-12", "2026-02-16").clock().paused_days, 6);  // overlapping: one
    // Begun before the clock: the days from the 16th on, one fewer.
    const Request late_start = received("2026-02-02").identity("2026-02-03", "2026-02-16");
    EXPECT_EQ(late_start.asked("2026-02-04", "2026-02-18").clock().paused_days, 2);
    EXPECT_EQ(late_start.asked("2026-02-04", "2026-02-10").clock().paused_days, 0);
}

// Which rule applies is told by the day of receipt, not by the day the clock starts or a question is asked.
TEST(RequestClock, ChoosesTheRuleByTheDayOfReceipt) {
    const Request request = received("2026-02-04").identity("2026-02-05", "2026-02-20");
    EXPECT_EQ(request.asked("2026-03-02", "2026-03-04").clock().paused_days, 2);
}

// ---- 5: the extension

TEST(RequestClock, TakesANoticeUpToTheLastDayOfTheMonth) {
    const Request request = received("2026-02-16");
    EXPECT_EQ(request.notice("2026-02-16"), "in time, last 2026-03-16");
    EXPECT_EQ(request.notice("2026-03-16"), "in time, last 2026-03-16");
    EXPECT_EQ(request.extended("2026-03-16").due(), "2026-05-18");  // the 16th is a Saturday
    EXPECT_EQ(deletion("2026-02-16").extended("2026-03-16").due(), "2026-05-18");
    EXPECT_EQ(deletion("2026-02-16").extended("2026-03-17").due(), "2026-03-16");
    EXPECT_THAT(request.extended("2026-03-17").clock().steps,
                Contains(HasSubstr("came after the last day for it, 2026-03-16: it changes nothing")));
}

// 2 May 2026 is a Saturday: the answer is due on Tuesday, but the time for a notice ends with the period.
TEST(RequestClock, DoesNotMoveTheLastDayForANoticeToAWorkingDay) {
    EXPECT_EQ(received("2026-04-02").notice("2026-05-02"), "in time, last 2026-05-02");
    EXPECT_EQ(received("2026-04-02").notice("2026-05-03"), "late, last 2026-05-02");
}

TEST(RequestClock, TakesANoticeBeforeTheClockStarted) {
    const Request waiting = received("2026-03-02").identity("2026-03-03");
    EXPECT_EQ(waiting.notice("2026-06-01"), "in time, last none");
    EXPECT_TRUE(waiting.extended("2026-03-10").is_extended());
    EXPECT_EQ(waiting.extended("2026-03-10").due(), "none");
    const Request started = received("2026-03-02").identity("2026-03-03", "2026-03-16");
    EXPECT_EQ(started.extended("2026-03-10").due(), "2026-06-16");
    EXPECT_EQ(started.notice("2026-03-10"), "in time, last 2026-04-16");
}

TEST(RequestClock, TakesANoticeWhileAQuestionIsOpenThatStoppedIt) {
    const Request open = received("2026-03-02").asked("2026-04-02");
    EXPECT_EQ(open.notice("2026-05-20"), "in time, last none");
    EXPECT_TRUE(open.extended("2026-05-20").is_extended());
    // Answered since: the days still do not count toward the time for the notice.
    const Request answered = received("2026-03-02").asked("2026-04-02", "2026-05-20");
    EXPECT_EQ(answered.notice("2026-05-20"), "in time, last 2026-05-21");
    EXPECT_EQ(answered.notice("2026-05-21"), "in time, last 2026-05-21");
    EXPECT_EQ(answered.notice("2026-05-22"), "late, last 2026-05-21");
    EXPECT_EQ(answered.extended("2026-05-21").due(), "2026-07-21");  // 2 June and 49 days
}

TEST(RequestClock, RefusesANoticeWhileAQuestionIsOpenThatCameTooLate) {
    const Request request = received("2026-03-02").asked("2026-04-03");
    EXPECT_EQ(request.notice("2026-04-10"), "late, last 2026-04-02");
    EXPECT_EQ(request.extended("2026-04-10").due(), "2026-04-02");
}

// What was asked after the notice cannot have made it valid.
TEST(RequestClock, CountsOnlyTheQuestionsAskedByTheNotice) {
    const Request request = received("2026-03-02").asked("2026-03-10", "2026-03-12");  // to 2026-04-05
    EXPECT_EQ(request.asked("2026-04-01", "2026-04-20").notice("2026-03-20"), "in time, last 2026-04-05");
    EXPECT_EQ(request.notice("2026-04-05"), "in time, last 2026-04-05");
    EXPECT_EQ(request.notice("2026-04-06"), "late, last 2026-04-05");
    EXPECT_EQ(request.asked("2026-04-07", "2026-04-20").notice("2026-04-06"), "late, last 2026-04-05");
    EXPECT_EQ(request.asked("2026-04-05").notice("2026-04-05"), "in time, last none");
}

TEST(RequestClock, AsksOfANoticeWithoutTheOneThatIsRecorded) {
    EXPECT_EQ(received("2026-02-16").extended("2026-02-20").notice("2026-03-17"), "late, last 2026-03-16");
}

// ---- 6 and 7: working days

TEST(RequestClock, RollsOverWeekendsAndBankHolidays) {
    EXPECT_EQ(received("2026-03-03").due(), "2026-04-07");  // Good Friday to Easter Monday
    EXPECT_EQ(received("2027-11-25").due(), "2027-12-29");  // both Christmas days have substitutes
    EXPECT_EQ(received("2021-12-01").due(), "2022-01-04");  // New Year's Day on a Saturday
    EXPECT_EQ(deletion("2025-11-25").due(), "2025-12-29");
    EXPECT_THAT(received("2026-03-03").clock().steps,
                Contains("2026-04-03 is a bank holiday, Good Friday: the next working day is 2026-04-07"));
    EXPECT_THAT(received("2027-11-25").clock().steps,
                Contains("2027-12-25 is a Saturday: the next working day is 2027-12-29"));
}

TEST(RequestClock, AlarmsOnTheLastWorkingDayBefore) {
    EXPECT_EQ(received("2026-03-03").alarm(), "2026-04-02");
    EXPECT_EQ(received("2025-11-25").alarm(), "2025-12-24");
    EXPECT_EQ(received("2026-02-16").alarm(), "2026-03-13");  // due on a Monday
    EXPECT_EQ(received("2026-03-02").alarm(), "2026-04-01");
}

// ---- 8: complaints

TEST(RequestClock, DoesNotMoveTheAcknowledgementOfAComplaint) {
    EXPECT_EQ(to_text(complaint_acknowledged_by(day("2026-07-04"))), "2026-08-02");  // a Sunday
    EXPECT_EQ(to_text(complaint_acknowledged_by(day("2028-02-01"))), "2028-03-01");  // by way of 29 February
    EXPECT_EQ(to_text(complaint_acknowledged_by(day("2028-12-25"))), "2029-01-23");  // no bank holiday asked
}

// ---- 9: the last known year

TEST(RequestClock, FailsBeyondTheLastKnownYear) {
    EXPECT_EQ(received("2028-11-29").due(), "2028-12-29");
    EXPECT_THROW(received("2028-11-30").clock(), ConfigError);  // 30 December is a Saturday
    EXPECT_THROW(received("2028-12-01").clock(), ConfigError);
    EXPECT_THROW(received("2028-10-02").extended("2028-10-10").clock(), ConfigError);
    // Where no working day is asked for, none is missing.
    EXPECT_EQ(received("2028-12-01").identity("2028-12-02").due(), "none");
    EXPECT_EQ(received("2028-12-01").asked("2028-12-02").due(), "none");
    EXPECT_EQ(received("2028-12-01").notice("2029-01-02"), "late, last 2029-01-01");
}

// ---- Every step in words

TEST(RequestClock, SaysEveryStepWithItsRule) {
    EXPECT_THAT(
        received("2026-03-02")
            .identity("2026-03-03", "2026-03-16")
            .asked("2026-03-20", "2026-03-24")
            .extended("2026-04-20")
            .clock()
            .steps,
        ElementsAre(
            "received on 2026-03-02, a Monday: the day of receipt counts, working day or not",
            "evidence of identity was asked for on 2026-03-03 and arrived on 2026-03-16",
            "the clock starts on 2026-03-16: the latest of receipt, evidence of identity if asked for and "
            "fee if asked for (UK GDPR Art 12A(2))",
            "the notice of extension of 2026-04-20 came on or before the last day for it, 2026-04-21: two "
            "further months (UK GDPR Art 12A(3), (4))",
            "the period of three months from 2026-03-16 ends on 2026-06-16: the same day of the month",
            "a question was asked on 2026-03-20 and answered on 2026-03-24",
            "5 days added: from the start of the clock on, the days from asking to answer, both included, "
            "do not count; a day of two questions is one day (UK GDPR Art 12A(5))",
            "2026-06-21 is a Sunday: the next working day is 2026-06-22",
            "the answer is due on 2026-06-22; the alarm is on the last working day before, 2026-06-19"));
}

TEST(RequestClock, NamesTheLawThatWasInForceAtReceipt) {
    const auto steps_of = [](const char* on) {
        return received(on).asked("2026-02-10", "2026-02-11").extended("2026-02-20").clock().steps;
    };
    EXPECT_THAT(steps_of("2026-02-04"), Not(Contains(HasSubstr("12A"))));
    EXPECT_THAT(steps_of("2026-02-04"), Contains(HasSubstr("UK GDPR Art 12(3)")));
    EXPECT_THAT(steps_of("2026-02-05"), Not(Contains(HasSubstr("12(3)"))));
    EXPECT_THAT(steps_of("2026-02-05"), Contains(HasSubstr("UK GDPR Art 12A")));
}

// ---- Against a clock that walks day by day, as the statute is worded

struct Walk {
    bool open = false;
    bool extended = false;
    Date end_on{};
};

// Every day from the relevant day on runs unless a question asked by then is unanswered that day.
Walk walked(const ClockFacts& facts, Date relevant_on) {
    const auto length = [&](int months) {
        return (std::chrono::sys_days{add(relevant_on, {0, months, 0}, Rounding::never_late)} -
                std::chrono::sys_days{relevant_on})
            .count();
    };
    Walk walk;
    auto left = length(1);
    for (Date on = relevant_on;; on = day_after(on)) {
        bool paused = false;
        for (const Asked& one : facts.clarifications) {
            if (one.asked_on > on || (one.met_on && *one.met_on < on)) continue;
            paused = true;
            walk.open = walk.open || !one.met_on;
        }
        const auto& notice = facts.extension_notice_on;
        if (!walk.extended && notice && (*notice <= on || walk.open)) {
            walk.extended = true;
            left += length(3) - length(1);
        }
        if (walk.open) return walk;
        if (paused) continue;
        walk.end_on = on;
        if (left-- == 0) return walk;
    }
}

TEST(RequestClock, AgreesWithAWalkDayByDay) {
    std::mt19937 dice(20260205);
    const auto some_days = [&dice](int most) { return std::chrono::days{dice() % (most + 1U)}; };
    int open = 0;
    int extended = 0;
    for (int round = 0; round < 20000; ++round) {
        ClockFacts facts;
        facts.received_on = std::chrono::sys_days{day("2026-02-05")} + some_days(700);
        Date relevant_on = facts.received_on;
        if (dice() % 4 == 0) {
            relevant_on = std::chrono::sys_days{facts.received_on} + some_days(20);
            facts.identity = Asked{facts.received_on, relevant_on};
        }
        for (auto count = dice() % 4; count > 0; --count) {
            const Date asked_on = std::chrono::sys_days{facts.received_on} + some_days(100);
            facts.clarifications.push_back({asked_on, std::chrono::sys_days{asked_on} + some_days(25)});
            if (dice() % 8 == 0) facts.clarifications.back().met_on.reset();
        }
        if (dice() % 2 == 0)
            facts.extension_notice_on = std::chrono::sys_days{facts.received_on} + some_days(60);
        const Walk expected = walked(facts, relevant_on);
        const RequestClock clock = request_clock(facts, holidays());
        ASSERT_EQ(!clock.due_on, expected.open) << round;
        ASSERT_EQ(clock.extended, expected.extended) << round;
        if (!expected.open) {
            ASSERT_EQ(*clock.due_on, holidays().next_working_day(expected.end_on)) << round;
        }
        open += expected.open ? 1 : 0;
        extended += expected.extended ? 1 : 0;
    }
    EXPECT_GT(open, 500);
    EXPECT_GT(extended, 500);
}

// ---- The stored record

TEST(RequestClock, ReadsItsFactsFromTheRecord) {
    const ClockFacts facts = clock_facts(
        record_of(RecordType::access_request,
                  {{"id", "A1"},
                   {"received_at", "2026-03-02T10:00:00Z"},
                   {"identity", R"({"asked_on":"2026-03-03","received_on":"2026-03-16"})"},
                   {"fee", R"({"asked_on":"2026-03-04"})"},
                   {"clarifications",
                    R"([{"asked_on":"2026-03-20","answered_on":"2026-03-24"},{"asked_on":"2026-03-25"}])"},
                   {"extension_notice_on", "2026-04-01"}}));
    ClockFacts expected = received("2026-03-02")
                              .identity("2026-03-03", "2026-03-16")
                              .fee("2026-03-04")
                              .asked("2026-03-20", "2026-03-24")
                              .asked("2026-03-25")
                              .extended("2026-04-01")
                              .facts;
    EXPECT_EQ(facts, expected);
}

TEST(RequestClock, ReadsADeletionRequestWithoutAnyFacts) {
    const ClockFacts facts =
        clock_facts(record_of(RecordType::deletion_request, {{"id", "D1"}, {"received_at", "2026-05-12"}}));
    EXPECT_EQ(facts, deletion("2026-05-12").facts);
}

TEST(RequestClock, RefusesARecordTheProductDidNotWrite) {
    const auto facts_of = [](const char* name, const char* value) {
        return clock_facts(
            record_of(RecordType::access_request, {{"received_at", "2026-05-12"}, {name, value}}));
    };
    EXPECT_THROW(facts_of("received_at", "yesterday"), std::invalid_argument);
    EXPECT_THROW(facts_of("identity", R"({"asked_on":"soon"})"), std::invalid_argument);
    EXPECT_THROW(facts_of("clarifications", "{}"), std::invalid_argument);
    EXPECT_THROW(facts_of("extension_notice_on", ""), std::invalid_argument);
}

}  // namespace
}  // namespace casekeeper
