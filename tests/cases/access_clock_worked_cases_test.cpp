// SPDX-License-Identifier: MIT
//
// When the answer to a request to see a record is due: the cases S01 to S18 and S21 of
// domain/worked_cases.csv, by the commands and by what is loaded; design/clocks.md has the sum.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessClockWorkedCases : public AccessWorld {
protected:
    void received(const std::string& request, const std::string& at, Date on = today) const {
        load(plain_record(request), on);
        open(request, "P" + request, {"--received", at}, on);
    }
    // One that was answered or is under way somewhere else.
    static Words loaded(const std::string& request, const std::string& at, const std::string& facts = "") {
        return with(plain_record(request),
                    {R"({"type":"access_request","id":")" + request + R"(","person":"P)" + request +
                     R"(","received_at":")" + at + "\"" + facts + "}"});
    }
    void expect_due(const std::string& request, const std::string& on, Date seen = today) const {
        EXPECT_EQ(clock_of(request, "due", seen), on);
        for (const std::string& line :
             lines_of(done("ada", {"access", "list", "--format", "json"}, seen).out))
            if (word_at(line, "request") == request) {
                EXPECT_EQ(word_at(json_value_at(line, "clock"), "due"), on) << "as it is listed";
                EXPECT_FALSE(has(line, "\"steps\"")) << "a list has no steps";
            }
    }
    Said pause(const std::string& request, const std::string& on) const {
        return done("dana", {"access", "pause", request, "--asked", on, "--question",
                             "which years, and which homes?"});
    }
    Said resume(const std::string& request, const std::string& on) const {
        return done("dana", {"access", "resume", request, "--answered", on, "--answer", "all of it"});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessClockWorkedCases);

// S01 (ICO right of access, "How long do we have to comply?"): received 3 September 2025.
TEST_P(AccessClockWorkedCases, S01TheSameDayOfTheNextMonth) {
    load(plain_record("S01"));
    const Said opened =
        done("petra", {"access", "open", "--person", "PS01", "--received", "2025-09-03", "--format", "json"});
    EXPECT_EQ(word_at(opened.out, "state"), "received") << opened;
    EXPECT_EQ(word_at(opened.out, "due"), "2025-10-03") << opened;
    const std::string request = word_at(opened.out, "request");
    expect_due(request, "2025-10-03");
    EXPECT_EQ(clock_of(request, "received"), "2025-09-03");
    EXPECT_EQ(clock_of(request, "relevant"), "2025-09-03");
    EXPECT_EQ(clock_of(request, "alarm"), "2025-10-02");
    EXPECT_EQ(clock_value(request, "paused_days"), "0");
    EXPECT_EQ(clock_value(request, "extended"), "false");
    EXPECT_FALSE(json_items_at(json_value_at(shown(request), "clock"), "steps").empty());
}

// S02 (ICO, as S01): received 31 January 2025: there is no 31 February.
TEST_P(AccessClockWorkedCases, S02TheLastDayOfAShorterMonth) {
    received("S02", "2025-01-31");
    expect_due("S02", "2025-02-28");
}

// S04 (ICO, as S01): received on Sunday 31 August 2025: that day counts.
TEST_P(AccessClockWorkedCases, S04TheDayOfReceiptCountsThoughItIsASunday) {
    received("S04", "2025-08-31");
    expect_due("S04", "2025-09-30");
}

// S05 (ICO, as S01): received 25 November 2025: two bank holidays and a weekend.
TEST_P(AccessClockWorkedCases, S05OverChristmas) {
    received("S05", "2025-11-25");
    expect_due("S05", "2025-12-29");
}

// S07 (ICO, as S01): received 28 November 2026: 28 December 2026 stands in for Boxing Day.
TEST_P(AccessClockWorkedCases, S07ASubstituteDayIsABankHoliday) {
    const Date then = day("2026-11-28");
    received("S07", "2026-11-28", then);
    expect_due("S07", "2026-12-29", then);
}

// S09 (ICO, as S01; the State Funeral of Queen Elizabeth II): received 19 August 2022.
TEST_P(AccessClockWorkedCases, S09AOneOffBankHoliday) {
    received("S09", "2022-08-19");
    expect_due("S09", "2022-09-20");
}

// S10 (ICO, as S01; the Coronation of King Charles III): received 8 April 2023.
TEST_P(AccessClockWorkedCases, S10AnotherOneOffBankHoliday) {
    received("S10", "2023-04-08");
    expect_due("S10", "2023-05-09");
}

// S11 (ICO, as S01: an extended day is three months from the start): received 31 October 2025, notice of an
// extension on 20 November.
TEST_P(AccessClockWorkedCases, S11ExtendedItIsThreeMonthsFromTheStart) {
    received("S11", "2025-10-31");
    done("dana",
         {"access", "extend", "S11", "--notice", "2025-11-20", "--reason", "four files, two archives"});
    expect_due("S11", "2026-02-02");
    EXPECT_EQ(clock_value("S11", "extended"), "true");
}

TEST_P(AccessClockWorkedCases, S11AsItIsLoaded) {
    load(loaded("S11", "2025-10-31T09:00:00", R"(,"extension_notice_on":"2025-11-20")"));
    for (int nights = 0; nights < 2; ++nights) {
        expect_due("S11", "2026-02-02");
        night(today);  // opens the case of what came by the load
    }
    EXPECT_EQ(state_of("S11"), "received");
}

// S13 (UK GDPR Art 12A para 4(a)): received 16 February 2026, notice on 17 March: a day late.
TEST_P(AccessClockWorkedCases, S13ALateNoticeIsRefused) {
    received("S13", "2026-02-16");
    const Said said = expect_no(
        "dana", {"access", "extend", "S13", "--notice", "2026-03-17", "--reason", "four files"}, {77});
    EXPECT_TRUE(has(said.err, "2026-03-16")) << "the last day for it: " << said;
    expect_due("S13", "2026-03-16");
    EXPECT_EQ(clock_value("S13", "extended"), "false");
}

TEST_P(AccessClockWorkedCases, S13LoadedItChangesNothing) {
    load(loaded("S13", "2026-02-16T09:00:00", R"(,"extension_notice_on":"2026-03-17")"));
    expect_due("S13", "2026-03-16");
    EXPECT_EQ(clock_value("S13", "extended"), "false");
}

// S14 (ICO practice before 5 February 2026; since then UK GDPR Art 12A para 2(b)): received 2 February 2026,
// proof of identity asked for on the 3rd, there on the 16th.
TEST_P(AccessClockWorkedCases, S14IdentityThatIsAskedForStartsTheClock) {
    received("S14", "2026-02-02");
    done("petra", {"access", "verify-identity", "S14", "--asked", "2026-02-03"});
    EXPECT_EQ(clock_value("S14", "due"), "null");
    EXPECT_EQ(clock_value("S14", "relevant"), "null");
    done("petra",
         {"access", "verify-identity", "S14", "--received", "2026-02-16", "--how", "her passport was seen"});
    EXPECT_EQ(clock_of("S14", "relevant"), "2026-02-16");
    expect_due("S14", "2026-03-16");
    EXPECT_EQ(state_of("S14"), "entitled");
}

TEST_P(AccessClockWorkedCases, S14AsItIsLoaded) {
    load(loaded("S14", "2026-02-02T09:00:00",
                R"(,"identity":{"asked_on":"2026-02-03","received_on":"2026-02-16"})"));
    EXPECT_EQ(clock_of("S14", "relevant"), "2026-02-16");
    expect_due("S14", "2026-03-16");
}

// S16 (UK GDPR Art 12A para 2(c)): a fee for a manifestly excessive request, asked for on 1 May 2026, paid on
// the 15th.
TEST_P(AccessClockWorkedCases, S16AFeeThatIsAskedForStartsTheClock) {
    received("S16", "2026-04-28");
    done("dana", {"access", "fee", "S16", "--asked", "2026-05-01", "--reason", "the ninth copy this month"});
    EXPECT_EQ(clock_value("S16", "due"), "null");
    done("dana", {"access", "fee", "S16", "--paid", "2026-05-15"});
    EXPECT_EQ(clock_of("S16", "relevant"), "2026-05-15");
    expect_due("S16", "2026-06-15");
}

// S17 (ICO, as S01; the local day): an e-mail stamped 23.30 UTC on 30 June 2025.
TEST_P(AccessClockWorkedCases, S17TheLocalDayOfReceiptCounts) {
    received("S17", "2025-06-30T23:30:00Z");
    EXPECT_EQ(clock_of("S17", "received"), "2025-07-01");
    expect_due("S17", "2025-08-01");
}

TEST_P(AccessClockWorkedCases, S17AsItIsLoaded) {
    load(loaded("S17", "2025-06-30T23:30:00Z"));
    EXPECT_EQ(clock_of("S17", "received"), "2025-07-01");
    expect_due("S17", "2025-08-01");
}

// UK GDPR Art 12A para 5 (clocks.md 4): from the day asked to the day answered, both included, nothing
// counts; 12 April 2026 is a Sunday.
TEST_P(AccessClockWorkedCases, AQuestionStopsTheClock) {
    received("Q1", "2026-03-02");
    know("Q1");
    pause("Q1", "2026-03-10");
    EXPECT_EQ(clock_value("Q1", "due"), "null") << "it stands still";
    resume("Q1", "2026-03-19");
    EXPECT_EQ(clock_value("Q1", "paused_days"), "10");
    expect_due("Q1", "2026-04-13");
    EXPECT_EQ(state_of("Q1"), "entitled") << "a question moves the day, not the work";
}

// clocks.md 4 [HOUSE]: what came before 5 February 2026 has one day fewer.
TEST_P(AccessClockWorkedCases, AQuestionOnAnEarlierRequestHasOneDayFewer) {
    received("Q2", "2026-01-05");
    know("Q2");
    pause("Q2", "2026-01-12");
    resume("Q2", "2026-01-16");
    EXPECT_EQ(clock_value("Q2", "paused_days"), "4");
    expect_due("Q2", "2026-02-09");
}

TEST_P(AccessClockWorkedCases, QuestionsAsTheyAreLoaded) {
    load(loaded("Q3", "2026-03-02T09:00:00",
                R"(,"clarifications":[{"asked_on":"2026-03-10","answered_on":"2026-03-14"},)"
                R"({"asked_on":"2026-03-12","answered_on":"2026-03-16"}])"));
    EXPECT_EQ(clock_value("Q3", "paused_days"), "7") << "what overlaps counts once";
    expect_due("Q3", "2026-04-09");
}

// The window for an extension moves with a question that was asked in it (Art 12A para 5).
TEST_P(AccessClockWorkedCases, AQuestionMovesTheLastDayForAnExtension) {
    received("Q4", "2026-03-02");
    know("Q4");
    pause("Q4", "2026-03-10");
    resume("Q4", "2026-03-19");
    done("dana", {"access", "extend", "Q4", "--notice", "2026-04-12", "--reason", "four files"});
    EXPECT_EQ(clock_value("Q4", "extended"), "true");
    expect_due("Q4", "2026-06-12");
}

// S21 (DPA 2018 s164A, in force 19 June 2026): a complaint to the trust on 1 July 2026 is acknowledged within
// 30 days, its own day counted.
TEST_P(AccessClockWorkedCases, S21AComplaintIsAcknowledgedWithin30Days) {
    const Date before = day("2026-06-24");
    const Date then = day("2026-07-01");
    load(plain_record("S21"), before);
    open("S21", "PS21", {}, before);
    know("S21", before);
    done("dana", refusing("S21"), before);
    const Said said =
        done("dana", {"access", "dispute", "S21", "--to", "trust", "--words", "I was not told why"}, then);
    EXPECT_TRUE(has(said.out + said.err, "2026-07-30")) << said;
    EXPECT_EQ(state_of("S21", then), "disputed");
}

}  // namespace
}  // namespace casekeeper::test
