// SPDX-License-Identifier: MIT
//
// Signing off by the commands: whom they refuse, what they print, how they end.
#include "support/disposal_world.h"

namespace casekeeper::test {
namespace {

// Without its line breaks.
std::string flowed(const std::string& text) {
    std::string line;
    for (const char character : text)
        if (character != '\n' && (character != ' ' || !line.ends_with(' ')))
            line += character;
        else if (!line.ends_with(' '))
            line += ' ';
    return line;
}

class SignOffCommandsTest : public DisposalWorld {
protected:
    // The fields of a line of `disposal list` that the command line's description names.
    static bool has_every_field(const std::string& line) {
        const std::string keys = " " + keys_of(line) + " ";
        for (const char* field : {"proposal", "involvement", "state", "action", "rule", "retain_until",
                                  "approvals", "executes_on", "executed_at", "certificate"})
            if (keys.find(" " + std::string(field) + " ") == std::string::npos) return false;
        return true;
    }
    Said list(const std::string& state = "proposed") const {
        return run({"--format", "json", "disposal", "list", "--state", state});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(SignOffCommandsTest);

TEST_P(SignOffCommandsTest, TheListHasEveryFieldThatIsDescribed) {
    load_and_propose({closed("A"), closed("B", "private-fostering")});
    approve("A");
    for (const char* state : {"proposed", "approved"}) {
        const Words lines = lines_of(list(state).out);
        ASSERT_EQ(lines.size(), 1U) << state;
        EXPECT_TRUE(has_every_field(lines[0])) << lines[0];
    }
    const std::string approved = lines_of(list("approved").out)[0];
    EXPECT_EQ(keys_at(approved, "/approvals/0"), "by on");
    EXPECT_EQ(json_text_at(approved, "executes_on"), "2026-11-30");
    EXPECT_EQ(json_value_at(approved, "certificate"), "null");
    run({"nightly"}, night_of_end);
    const std::string executed = lines_of(list("executed").out).at(0);
    EXPECT_TRUE(has_every_field(executed)) << executed;
    EXPECT_EQ(json_text_at(executed, "executed_at").substr(0, 10), "2026-12-01");
}

TEST_P(SignOffCommandsTest, AnApprovalPrintsWhatItHasBecome) {
    load_and_propose({closed("A")});
    const Said said = as("rita", {"--format", "json", "disposal", "approve", "1"});
    ASSERT_EQ(said.code, 0) << said;
    EXPECT_TRUE(has_every_field(said.out)) << said;
    EXPECT_EQ(json_text_at(said.out, "state"), "approved");
    EXPECT_EQ(said.err, "");
}

TEST_P(SignOffCommandsTest, EveryRefusalIsTwoLines) {
    load_and_propose({closed("A"),
                      closed("B", "private-fostering"),
                      closed("C", "early-help", R"(,"worker":"W7")"),
                      {R"({"type":"professional","id":"W7","name":"Wilma Ward","kind":"social-work"})"}});
    const std::string b = proposal_of("B");
    EXPECT_TRUE(is_error(as("rita", {"disposal", "approve", "99"}), 65, "there is no proposal 99",
                         "casekeeper disposal list"));
    EXPECT_TRUE(is_error(as("rita", {"disposal", "approve", "A"}), 65, "\"A\" is no number of a proposal",
                         "casekeeper disposal list"));
    EXPECT_TRUE(is_error(as("rita", {"disposal", "approve", b}), 77, "waits for its answer",
                         "casekeeper disposal decide " + b));
    EXPECT_TRUE(
        is_error(as("rob", {"disposal", "approve", proposal_of("C")}), 77, "worked on", "somebody else"));
    EXPECT_TRUE(is_error(as("rita", {"disposal", "approve"}), 64, "", ""));
    EXPECT_TRUE(is_error(as("rita", {"disposal", "decide", b, "--destroy"}), 64, "reason", ""));
    EXPECT_TRUE(is_error(
        as("rita", {"disposal", "decide", b, "--destroy", "--keep-until", "2027-01-01", "--reason", "r"}), 64,
        "either", ""));
    EXPECT_TRUE(is_error(as("rita", {"disposal", "decide", b, "--keep-until", "2026-11-23", "--reason", "r"}),
                         65, "is not after", "later day"));
    EXPECT_TRUE(is_error(run({"disposal", "defer", "1", "--until", "2026-02-30", "--reason", "r"}), 64,
                         "is no day", "2026-11-30"));
    EXPECT_TRUE(is_error(run({"disposal", "notice", "1"}), 65, "owes nobody a notice", ""));
    EXPECT_TRUE(is_error(run({"disposal", "confirm", "4711"}), 65, "there is no certificate 4711", ""));
    EXPECT_EQ(sql("select state from proposal order by number"), (Words{"proposed", "proposed", "proposed"}));
}

TEST_P(SignOffCommandsTest, NumbersThatAreNoneNameNoProposal) {
    load_and_propose({closed("A")});
    for (const char* number : {"0", "-1", "1x", " 1", "1.0", "99999999999999999999", ""})
        EXPECT_EQ(as("rita", {"disposal", "approve", "--", number}).code, 65) << number;
    EXPECT_EQ(state_of("1"), "proposed");
}

TEST_P(SignOffCommandsTest, WhoImportedARecordDoesNotApproveIt) {
    configure("roles.toml", "allow_acting_as = true\n[accounts]\n\"" + this_account() +
                                "\" = [\"records-officer\", \"reviewer\"]\n");
    load_and_propose({closed("A")});
    EXPECT_TRUE(is_error(run({"disposal", "approve", "1"}), 77, "rests on records that", "somebody else"));
}

TEST_P(SignOffCommandsTest, OfSeveralTheRefusedOneStopsNoOther) {
    load_and_propose({closed("A"), closed("B", "private-fostering"), closed("C")});
    const Said said =
        as("rita", {"disposal", "approve", proposal_of("B"), proposal_of("A"), proposal_of("C")});
    EXPECT_EQ(said.code, 77) << said;
    EXPECT_EQ(lines_of(said.err).size(), 2U);
    EXPECT_EQ(lines_of(said.out).size(), 2U);
    EXPECT_EQ(state_of(proposal_of("A")) + state_of(proposal_of("B")) + state_of(proposal_of("C")),
              "approvedproposedapproved");
}

TEST_P(SignOffCommandsTest, TheSameProposalTwiceIsApprovedOnce) {
    load_and_propose({closed("A")});
    const Said said = as("rita", {"disposal", "approve", "1", "1"});
    EXPECT_EQ(said.code, 77) << said;
    EXPECT_EQ(sql_value("select cast(count(*) as text) from approval"), "1");
    EXPECT_EQ(sql_value("select cast(count(*) as text) from register_line where kind = 'approved'"), "1");
}

TEST_P(SignOffCommandsTest, AQuestionKeptComesBackTheDayAfter) {
    load_and_propose({closed("B", "private-fostering")});
    ASSERT_EQ(
        as("rita", {"disposal", "decide", "1", "--keep-until", "2027-03-01", "--reason", "may ask"}).code, 0);
    run({"nightly"}, day("2027-03-01"));
    EXPECT_EQ(run({"disposal", "overdue"}, day("2027-03-01")).out, "");
    EXPECT_EQ(list().out, "");
    run({"nightly"}, day("2027-03-02"));
    EXPECT_EQ(lines_of(list().out).size(), 1U);
    EXPECT_NE(run({"disposal", "overdue"}, day("2027-03-02")).out.find("waiting-answer"), std::string::npos);
}

TEST_P(SignOffCommandsTest, ASourceSystemIsToldAndConfirms) {
    load_and_propose({closed("A", "early-help", R"(,"system":"Mosaic","file_reference":"M/77")")});
    approve("A");
    run({"nightly"}, night_of_end);
    const std::string number = sql_value("select cast(certificate as text) from proposal");
    const std::string waiting = run({"--format", "json", "disposal", "instructions"}).out;
    EXPECT_EQ(json_text_at(waiting, "system"), "Mosaic");
    EXPECT_EQ(json_text_at(waiting, "reference"), "M/77");
    EXPECT_NE(run({"disposal", "certificate", number}).out.find("has not confirmed"), std::string::npos);
    EXPECT_EQ(run({"disposal", "confirm", number}, day("2026-12-05")).code, 0);
    EXPECT_EQ(run({"disposal", "instructions"}).out, "");
    EXPECT_NE(flowed(run({"disposal", "certificate", number}).out).find("confirmed it on 5 December 2026"),
              std::string::npos);
    EXPECT_EQ(run({"disposal", "confirm", number}).code, 77);
}

TEST_P(SignOffCommandsTest, ALoadThatStillCarriesADestroyedRecordIsReported) {
    load_and_propose({closed("A"), closed("B")});
    approve("A");
    run({"nightly"}, night_of_end);
    const Said said = run({"--format", "json", "import", "bundle", bundle(closed("A"))}, night_of_end);
    EXPECT_EQ(said.code, 1) << said;
    EXPECT_EQ(json_number_at(said.out, "rejected"), 3);
    EXPECT_NE(said.out.find("certificate"), std::string::npos) << said;
    EXPECT_EQ(still_there(), "B");
}

TEST_P(SignOffCommandsTest, ACertificateIsAPageToPrint) {
    load_and_propose({closed("A")});
    approve("A");
    run({"nightly"}, night_of_end);
    const std::string number = sql_value("select cast(certificate as text) from proposal");
    const std::string file = folder.path("certificate.html");
    ASSERT_EQ(run({"disposal", "certificate", number, "--page", file}).code, 0);
    EXPECT_NE(bytes_of(file).find("<h1>Certificate of destruction " + number), std::string::npos);
    for (const char* word : {"Haverford", "2001-02-03", "3 February 2001", "I-A"})
        EXPECT_EQ(bytes_of(file).find(word), std::string::npos) << word;
    EXPECT_EQ(run({"disposal", "certificate", number, "--page", folder.path("config/roles.toml/x")}).code,
              73);
}

TEST_P(SignOffCommandsTest, TheRegisterNamesNobodyFromImportToCertificate) {
    load_and_propose(
        {with_document(closed("Quillion"), "Quillion", "letter"), closed("Wrenfield", "private-fostering")});
    approve("Quillion");
    as("rita", {"disposal", "decide", proposal_of("Wrenfield"), "--destroy", "--reason", "Wrenfield agreed"});
    run({"nightly"}, night_of_end);
    ASSERT_EQ(still_there(), "");
    for (const std::string& line : sql("select line from register_line"))
        for (const char* word : {"Quillion", "Wrenfield", "Haverford", "2001-02-03"})
            EXPECT_EQ(line.find(word), std::string::npos) << line;
    EXPECT_EQ(run({"register", "verify"}).code, 0);
}

// --as-of is for looking: where real records are it ends no period before its time.
TEST_P(SignOffCommandsTest, AnotherDayIsActedOnInATrialOnly) {
    load_and_propose({closed("A")});
    approve("A");
    configure("roles.toml", "allow_acting_as = false\n[accounts]\n\"" + this_account() +
                                "\" = [\"records-officer\", \"reviewer\"]\n");
    run({"--as-of", "2027-01-01", "nightly"});
    EXPECT_EQ(still_there(), "A");
    const std::string hold =
        json_text_at(run({"--format", "json", "hold", "place", "--kind", "police", "--authority", "x",
                          "--reason", "r", "--persons", "A", "--from", "2026-01-01"})
                         .out,
                     "id");
    run({"--as-of", "2026-01-02", "hold", "release", hold, "--reason", "r"});
    EXPECT_EQ(sql_value("select released_on from hold"), "2026-11-23");
    const std::string number = proposal_of("A");
    run({"nightly"}, night_of_end);
    EXPECT_EQ(still_there(), "");
}

TEST_P(SignOffCommandsTest, ANightForALaterDayProposesNothingBeforeItsTime) {
    load({closed("A", "young-carer-assessment")});
    sql("update adopted_schedule set cooling_until = '2026-12-07' returning '1'");
    configure("roles.toml", "allow_acting_as = false\n[accounts]\n\"" + this_account() +
                                "\" = [\"records-officer\", \"reviewer\"]\n");
    run({"--as-of", "2026-12-08", "nightly"});
    EXPECT_EQ(sql_value("select cast(count(*) as text) from proposal"), "0");
    EXPECT_NE(run({"--as-of", "2026-12-08", "nightly", "--dry-run", "--format", "json"})
                  .out.find("\"disposal-review\",\"outcome\":\"done\",\"handled\":1"),
              std::string::npos);
    run({"nightly"}, day("2026-12-08"));
    EXPECT_EQ(sql_value("select written_on from destruction_notice"), "2026-12-08");
}

// Every list tells the same moment.
TEST_P(SignOffCommandsTest, WhatIsOverdueIsDecidedForTheDayAsked) {
    load_and_propose({closed("A"), closed("B", "private-fostering"), closed("C")});
    run({"hold", "place", "--kind", "police", "--authority", "x", "--reason", "r", "--persons", "A"});
    as("rita", {"disposal", "decide", proposal_of("B"), "--keep-until", "2031-12-31", "--reason", "may ask"});
    run({"disposal", "defer", proposal_of("C"), "--until", "2027-01-01", "--reason", "asked for"});
    const Words lines = lines_of(run({"disposal", "overdue"}).out);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_NE(lines[0].find("I-A\tearly-help\theld"), std::string::npos) << lines[0];
    EXPECT_NE(lines[1].find("deferred: was put off until 2027-01-01"), std::string::npos) << lines[1];
    EXPECT_EQ(run({"disposal", "overdue", "--as-of", "2014-01-01"}).out, "");
}

TEST_P(SignOffCommandsTest, WhatIsKeptSaysUntilWhen) {
    load_and_propose({closed("B", "private-fostering")});
    const Said said =
        as("rita", {"disposal", "decide", "1", "--keep-until", "2031-12-31", "--reason", "may ask"});
    EXPECT_NE(said.err.find("kept until 31 December 2031"), std::string::npos) << said;
}

TEST_P(SignOffCommandsTest, ANoticeSaysWhatIsToBeDoneWithIt) {
    load_and_propose({closed("C", "young-carer-assessment"), closed("D", "young-carer-assessment")});
    EXPECT_EQ(run({"disposal", "notice", "1", "--reason", "r"}).code, 64);
    EXPECT_NE(run({"disposal", "notice", "1"}).out.find("waits to be sent"), std::string::npos);
    as("dana", {"disposal", "notice", "2", "--waive", "--reason", "no address is safe"});
    EXPECT_NE(run({"disposal", "notice", "2"})
                  .out.find("by dana (account " + this_account() + "): no address is safe"),
              std::string::npos);
    run({"hold", "place", "--kind", "police", "--authority", "x", "--reason", "r", "--persons", "C"});
    run({"nightly"});
    const Said said = run({"disposal", "notice", "1"});
    EXPECT_NE(said.out.find("not to be sent"), std::string::npos) << said;
    EXPECT_EQ(said.out.find("letter:"), std::string::npos) << said;
}

TEST_P(SignOffCommandsTest, ACertificatesPageIsWrittenOverNothing) {
    load_and_propose({closed("A")});
    approve("A");
    run({"nightly"}, night_of_end);
    const std::string number = sql_value("select cast(certificate as text) from proposal");
    folder.write("mine.txt", "mine");
    EXPECT_EQ(run({"disposal", "certificate", number, "--page", folder.path("mine.txt")}).code, 73);
    EXPECT_EQ(bytes_of(folder.path("mine.txt")), "mine");
    EXPECT_EQ(run({"disposal", "certificate", number, "--page", folder.path("nowhere/c.html")}).code, 73);
    EXPECT_FALSE(std::filesystem::exists(folder.path("nowhere")));
    EXPECT_TRUE(is_error(run({"disposal", "certificate", "x"}), 65, "is no number of a certificate",
                         "casekeeper disposal list --state executed"));
    EXPECT_TRUE(is_error(run({"disposal", "confirm", "99"}), 65, "there is no certificate 99",
                         "casekeeper disposal list --state executed"));
}

TEST_P(SignOffCommandsTest, OfWhomOnlyANameIsLeftIsSaidSo) {
    load_and_propose(
        {closed("A"), closed("B"), {R"({"type":"relationship","person":"B","kind":"sibling","other":"A"})"}});
    approve("A");
    run({"nightly"}, night_of_end);
    ASSERT_EQ(still_there(), "B");
    for (const Words& words : std::vector<Words>{{"explain", "A"}, {"retention", "list", "--person", "A"}})
        EXPECT_NE(run(words).err.find("of A only the name is kept"), std::string::npos) << words[0];
    EXPECT_EQ(run({"explain", "B"}).err, "");
    EXPECT_TRUE(is_error(run({"report", "--run", "0"}), 65, "there is no run 0", "casekeeper report"));
}

}  // namespace
}  // namespace casekeeper::test
