// SPDX-License-Identifier: MIT
//
// When the answer to a request to delete is due: the cases S19 and S20 of domain/worked_cases.csv, by the
// commands; design/clocks.md has the sum.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class DeletionClockWorkedCases : public DeletionWorld {
protected:
    static Words mentored(const std::string& id) {
        return {person("P-" + id, "2003-01-15"),
                involvement("I-" + id, "P-" + id, "mentoring", "2020-01-10", "2023-01-10")};
    }
    std::string listed(const std::string& request) const {
        for (const std::string& line : lines_of(done("ada", {"deletion", "list", "--format", "json"}).out))
            if (json_text_at(line, "request") == request) return line;
        return "{}";
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionClockWorkedCases);

// S19 (UK GDPR Art 12A para 5, confined to Article 15): received 10 March 2026, a question from 13 to 20
// March: the day does not move.
TEST_P(DeletionClockWorkedCases, S19AQuestionDoesNotStopTheClock) {
    load(with(
        mentored("S19"),
        {R"({"type":"deletion_request","id":"R-S19","person":"P-S19","received_at":"2026-03-10T10:00:00",)"
         R"("clarifications":[{"asked_on":"2026-03-13","answered_on":"2026-03-20"}]})"}));
    for (int nights = 0; nights < 2; ++nights) {
        const std::string clock = json_value_at(shown("R-S19"), "clock");
        EXPECT_EQ(json_text_at(clock, "received"), "2026-03-10");
        EXPECT_EQ(json_text_at(clock, "relevant"), "2026-03-10");
        EXPECT_EQ(json_text_at(clock, "due"), "2026-04-10");
        EXPECT_EQ(json_text_at(clock, "alarm"), "2026-04-09");
        EXPECT_EQ(json_value_at(clock, "paused_days"), "0");
        EXPECT_EQ(json_value_at(clock, "extended"), "false");
        EXPECT_FALSE(json_items_at(clock, "steps").empty());
        night(today);  // opens the case of what came by the load
    }
    EXPECT_EQ(state_of("R-S19"), "received");
    EXPECT_EQ(json_text_at(json_value_at(listed("R-S19"), "clock"), "due"), "2026-04-10");
}

// An open question neither: where it would stop the clock of an access request there would be no day.
TEST_P(DeletionClockWorkedCases, S19NorDoesOneThatIsOpen) {
    load(with(
        mentored("S19"),
        {R"({"type":"deletion_request","id":"R-S19","person":"P-S19","received_at":"2026-03-10T10:00:00",)"
         R"("clarifications":[{"asked_on":"2026-03-13"}]})"}));
    EXPECT_EQ(clock_of("R-S19", "due"), "2026-04-10");
}

// S20 (UK GDPR Art 12(3), 12A): received 12 May 2026: due 12 June 2026.
TEST_P(DeletionClockWorkedCases, S20OneMonthFromTheDayOfReceipt) {
    load(mentored("S20"), day("2026-05-12"));
    const Said opened =
        done("petra", {"deletion", "open", "--person", "P-S20", "--format", "json"}, day("2026-05-12"));
    EXPECT_EQ(json_text_at(opened.out, "request"), "R1");
    EXPECT_EQ(json_text_at(opened.out, "state"), "received");
    EXPECT_EQ(json_text_at(opened.out, "due"), "2026-06-12");
    EXPECT_EQ(clock_of("R1", "due"), "2026-06-12");
    EXPECT_EQ(clock_of("R1", "alarm"), "2026-06-11");
    const std::string line = listed("R1");
    EXPECT_EQ(json_text_at(json_value_at(line, "clock"), "due"), "2026-06-12");
    EXPECT_FALSE(has(line, "\"steps\"")) << "a list has no steps";
}

TEST_P(DeletionClockWorkedCases, S20WrittenDownLaterItIsTheSameDay) {
    load(mentored("S20"));
    open("R1", "P-S20", {"--received", "2026-05-12"});
    EXPECT_EQ(clock_of("R1", "due"), "2026-06-12");
}

// Late at night by the clock of the post: the local day counts (design/clocks.md 1; S17 of the same list).
TEST_P(DeletionClockWorkedCases, TheLocalDayOfReceiptCounts) {
    load(mentored("S20"));
    open("R1", "P-S20", {"--received", "2026-06-30T23:30:00Z"});
    EXPECT_EQ(clock_of("R1", "received"), "2026-07-01");
    EXPECT_EQ(clock_of("R1", "due"), "2026-08-03") << "1 August 2026 is a Saturday";
}

// While identity that was asked for is outstanding, there is no day (clocks.md 2).
TEST_P(DeletionClockWorkedCases, AskedForIdentityStartsTheClock) {
    load(mentored("S20"), day("2026-05-12"));
    open("R1", "P-S20", {}, day("2026-05-12"));
    done("petra", {"deletion", "verify-identity", "R1", "--asked", "2026-05-13"}, day("2026-05-13"));
    EXPECT_EQ(json_value_at(json_value_at(shown("R1"), "clock"), "due"), "null");
    done("petra", {"deletion", "verify-identity", "R1", "--received", "2026-05-20"}, day("2026-05-20"));
    EXPECT_EQ(clock_of("R1", "relevant"), "2026-05-20");
    EXPECT_EQ(clock_of("R1", "due"), "2026-06-22") << "20 June 2026 is a Saturday";
}

}  // namespace
}  // namespace casekeeper::test
