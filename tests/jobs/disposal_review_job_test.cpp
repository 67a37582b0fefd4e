// SPDX-License-Identifier: MIT
//
// The night's review by the program: what it counts, the letters it writes, what the report says of it.
#include "support/disposal_world.h"

namespace casekeeper::test {
namespace {

class DisposalReviewJobTest : public DisposalWorld {
protected:
    std::string report(Date on = today) const { return run({"report"}, on).out; }
    // The reasons of what is due and still there: "I-A held", …
    Words overdue(Date on = today) const {
        Words reasons;
        for (const std::string& line : lines_of(run({"--format", "json", "disposal", "overdue"}, on).out))
            reasons.push_back(json_text_at(line, "involvement") + " " + json_text_at(line, "reason"));
        return reasons;
    }
    std::string letter() const { return path_of(sql_value("select letter from destruction_notice")); }
};
CASEKEEPER_ON_BOTH_ENGINES(DisposalReviewJobTest);

TEST_P(DisposalReviewJobTest, SaysHowMuchItProposed) {
    load({closed("A"), closed("B")});
    const Said said = run({"nightly", "--format", "json"});
    EXPECT_EQ(json_text_at(job(said, "disposal-review"), "outcome"), "done");
    EXPECT_EQ(json_number_at(job(said, "disposal-review"), "handled"), 2);
    EXPECT_EQ(json_number_at(job(run({"nightly", "--format", "json"}), "disposal-review"), "handled"), 0);
}

TEST_P(DisposalReviewJobTest, WritesTheLetterOwedForItsReaderAlone) {
    load_and_propose({closed("C", "young-carer-assessment"), closed("A")});
    ASSERT_NE(letter(), "");
    EXPECT_EQ(mode_of(letter()), "600");
    EXPECT_NE(bytes_of(letter()).find("The record we keep about you"), std::string::npos);
    EXPECT_EQ(sql_value("select cast(count(*) as text) from destruction_notice"), "1");
    EXPECT_NE(report().find("Letters to send"), std::string::npos);
}

TEST_P(DisposalReviewJobTest, NothingGoesBeforeItsPersonWasToldLongEnoughAgo) {
    load_and_propose({closed("C", "young-carer-assessment")});
    const std::string number = proposal_of("C");
    EXPECT_EQ(run({"disposal", "notice", number, "--sent", "2026-11-23"}).code, 0);
    approve("C", "rita", day("2027-05-01"));
    run({"nightly"}, day("2027-05-22"));
    EXPECT_EQ(still_there(), "C");
    EXPECT_EQ(overdue(day("2027-05-22")), Words{"I-C notice-owed"});
    const std::string file = letter();
    run({"nightly"}, day("2027-05-23"));
    EXPECT_EQ(still_there(), "");
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_P(DisposalReviewJobTest, ALetterThatWasLostIsNotSaidToBeSent) {
    load_and_propose({closed("C", "young-carer-assessment")});
    EXPECT_EQ(run({"disposal", "notice", proposal_of("C"), "--sent", "2026-11-24"}).code, 65);
    EXPECT_EQ(run({"disposal", "notice", proposal_of("C"), "--sent", "soon"}).code, 64);
    EXPECT_EQ(run({"disposal", "notice", proposal_of("C"), "--sent", "2026-11-23", "--waive"}).code, 64);
    EXPECT_EQ(sql_value("select coalesce(sent_on, 'none') from destruction_notice"), "none");
}

TEST_P(DisposalReviewJobTest, WordIsGivenAnewAfterAYear) {
    load_and_propose({closed("C", "young-carer-assessment")});
    run({"disposal", "notice", proposal_of("C"), "--sent", "2026-11-23"});
    const auto held_and_released = [&](const std::string& from, const std::string& to) {
        const Said placed = run({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason",
                                 "enquiry", "--persons", "C", "--format", "json"},
                                day(from));
        run({"nightly"}, day(from));
        as("rita", {"hold", "release", json_text_at(placed.out, "id"), "--reason", "ended"}, day(to));
        run({"nightly"}, day(to));
    };
    // Six months of waiting, then a year.
    held_and_released("2026-12-01", "2028-05-22");
    EXPECT_EQ(sql_value("select sent_on from destruction_notice"), "2026-11-23");
    held_and_released("2028-05-22", "2028-05-23");
    EXPECT_EQ(sql_value("select coalesce(sent_on, 'owed') || ' ' || written_on from destruction_notice"),
              "owed 2028-05-23");
    EXPECT_NE(letter(), "");
}

TEST_P(DisposalReviewJobTest, WhatIsDueAndStillThereIsCountedAsItIsListed) {
    load_and_propose({closed("A"), closed("B"), closed("C", "young-carer-assessment"),
                      closed("D", "private-fostering"), closed("E"), closed("F", "mentoring")});
    approve("B");
    run({"disposal", "defer", proposal_of("E"), "--until", "2027-01-01", "--reason", "asked for"});
    run({"hold", "place", "--kind", "police", "--authority", "LP-1", "--reason", "enquiry", "--persons",
         "A"});
    run({"nightly"});
    EXPECT_EQ(overdue(), (Words{"I-A held", "I-B cooling-off", "I-C waiting-approval", "I-D waiting-answer",
                                "I-E deferred", "I-F waiting-approval"}));
    const std::string text = report();
    const std::string table = text.substr(text.find("and was not destroyed, by reason"));
    for (const char* row : {"keeps it", "Waits for approval", "Put off", "A person has to say"})
        EXPECT_NE(table.find(row), std::string::npos) << row << " in\n" << table.substr(0, 1200);
    EXPECT_NE(table.find("All"), std::string::npos);
    EXPECT_EQ(table
                  .substr(table.find("\nAll") + 1,
                          table.find('\n', table.find("\nAll") + 1) - table.find("\nAll") - 1)
                  .back(),
              '6');
}

TEST_P(DisposalReviewJobTest, AfterANewScheduleItSaysUntilWhenItCoolsOff) {
    load_and_propose({closed("A")});
    std::string text = bytes_of(folder.path("config/retention_schedule.toml"));
    text.replace(text.find("version = \"1\""), 13, "version = \"2\"");
    const std::string file = folder.write("next.toml", text);
    const Said adopted = run({"schedule", "adopt", file, "--reason", "read anew"});
    ASSERT_EQ(adopted.code, 0) << adopted;
    run({"nightly"});
    EXPECT_EQ(sql_value("select state || ' ' || withdrawn_because from proposal"), "withdrawn schedule");
    EXPECT_NE(report().find("A new schedule cools off until 7 December 2026"), std::string::npos) << report();
    EXPECT_EQ(overdue(), Words{"I-A not-proposed"});
    run({"nightly"}, day("2026-12-06"));
    EXPECT_EQ(sql_value("select cast(count(*) as text) from proposal"), "1");
    run({"nightly"}, day("2026-12-07"));
    EXPECT_EQ(sql("select state from proposal order by number"), (Words{"withdrawn", "proposed"}));
}

}  // namespace
}  // namespace casekeeper::test
