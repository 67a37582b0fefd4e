// SPDX-License-Identifier: MIT
#include "policy/recording_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/schedule_reading.h"
#include "support/recording_facts.h"

namespace casekeeper {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// In lines 1 to 5; what is added begins in line 6.
const std::string head =
    "[[rule]]\nid = \"a\"\ntitle = \"A\"\nsource = \"S\"\nmend = \"M\"\nseverity = \"error\"\n";

std::vector<std::string> findings_on(const std::string& toml) {
    std::vector<Finding> findings;
    RecordingRules::read(toml, "recording_rules.toml", findings, test::catalogue());
    return test::lines_of(findings);
}

std::vector<std::string> findings_on_rule(const std::string& lines) {
    return findings_on(head + lines);
}

RecordingRule rule(const std::string& lines) {
    std::vector<Finding> findings;
    const RecordingRules rules = RecordingRules::read(head + lines, "r.toml", findings, test::catalogue());
    EXPECT_THAT(test::lines_of(findings), IsEmpty());
    return rules.rules().empty() ? RecordingRule{} : rules.rules().front();
}

TEST(RecordingRules, TheShippedFileIsWithoutAMistake) {
    EXPECT_EQ(test::shipped_recording_rules().rules().size(), 24U);
}

TEST(RecordingRules, EveryShippedRuleSaysItsSourceAndWhatToDo) {
    for (const RecordingRule& one : test::shipped_recording_rules().rules()) {
        EXPECT_GT(one.source.size(), 10U) << one.id;
        EXPECT_TRUE(one.mend.ends_with('.')) << one.id;
        EXPECT_NE(in_words(one), "") << one.id;
    }
}

TEST(RecordingRules, AreReadAsTheyAreWritten) {
    const RecordingRule one = rule(
        "entries = [\"visit\"]\nservices = [\"care\"]\nnot_services = [\"care-order\"]\n"
        "requires = [\"time\", \"account\"]\nwritten_up_within = \"1 working day\"\nsince = 2020-01-01\n"
        "look_back = \"1y\"\n");
    EXPECT_EQ(one.kinds, std::vector<std::string>{"visit"});
    EXPECT_EQ(one.required, RecordingMarks{has_time | has_account});
    EXPECT_EQ(one.written_up_within, (RecordingTerm{1, {}}));
    EXPECT_THAT(one.asks_of, ElementsAre(true, false, false));
    EXPECT_EQ(in_words(one), "visit: time and account, written up within 1 working day");
}

TEST(RecordingRules, SayWhatTheyAskInWords) {
    EXPECT_EQ(in_words(rule("entries = [\"*\"]\nrequires = [\"author\"]\n")), "every entry: author");
    EXPECT_EQ(in_words(rule("involvements = \"closed\"\nrequires = [\"closure_reason\"]\n")),
              "a closed involvement: closure_reason");
    EXPECT_EQ(in_words(rule("involvements = \"open\"\nsilent_for = \"42d\"\nkinds = [\"visit\"]\n")),
              "an open involvement: not silent for longer than 42d (visit)");
    EXPECT_EQ(in_words(rule("contains = { kinds = [\"review\"], topics = [\"care-plan\"] }\nwithin = \"20 "
                            "working days\"\nthen = \"3m\"\nevery = \"6m\"\n")),
              "a record: review about care-plan within 20 working days, the second within 3m, then every 6m");
}

TEST(RecordingRules, SayWhatIsNotToReadAsAnothers) {
    const RecordingRule one = rule("reads_as = \"identifier\"\nservices = [\"care\"]\nlook_back = \"6y\"\n");
    EXPECT_EQ(one.subject, RecordingSubject::belonging);
    EXPECT_EQ(one.reads_as, ReadsAs::identifier);
    EXPECT_EQ(in_words(one), "an entry or a document: does not read as another's (identifier)");
    for (const ReadsAs sign :
         {ReadsAs::another_client, ReadsAs::date_of_birth, ReadsAs::identifier, ReadsAs::copied_account})
        EXPECT_NE(test::shipped_recording_rules().asking(sign), nullptr) << to_text(sign);
}

// The rules of an installation from before there were any of where something belongs.
TEST(RecordingRules, AFileThatAsksNothingOfWhereSomethingBelongsIsAsGoodAsBefore) {
    std::vector<Finding> findings;
    const RecordingRules rules = RecordingRules::read(head + "entries = [\"*\"]\nrequires = [\"author\"]\n",
                                                      "r.toml", findings, test::catalogue());
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(rules.asking(ReadsAs::another_client), nullptr);
}

TEST(RecordingRules, ASignIsAskedForByOneRule) {
    const std::string sign = "reads_as = \"identifier\"\n";
    EXPECT_THAT(findings_on(head + sign +
                            "[[rule]]\nid = \"b\"\ntitle = \"A\"\nsource = \"S\"\nmend = \"M\"\n"
                            "severity = \"error\"\n" +
                            sign),
                ElementsAre(HasSubstr("14:12: error: another rule asks for \"identifier\" already")));
}

TEST(RecordingRules, ARuleOfWhichAnythingIsMissingIsSaidToLackIt) {
    EXPECT_THAT(
        findings_on("[[rule]]\nentries = [\"*\"]\nrequires = [\"author\"]\n"),
        ElementsAre(HasSubstr("1:1: error: this rule has no id"), HasSubstr("has no title"),
                    HasSubstr("has no source"), HasSubstr("has no mend"), HasSubstr("has no severity")));
}

struct Mistake {
    const char* lines;
    const char* finding;
};

// A mistake is named with its line and column, and with what was probably meant.
TEST(RecordingRules, EveryMistakeIsNamedWithItsPlace) {
    const Mistake mistakes[] = {
        {"entries = [\"vist\"]\nrequires = [\"time\"]\n",
         "7:12: error: unknown kind of entry \"vist\": did you mean \"visit\"?"},
        {"entries = [\"visit\", \"visit\"]\nrequires = [\"time\"]\n",
         "7:21: error: entries names \"visit\" twice"},
        {"entries = []\nrequires = [\"time\"]\n", "7:11: error: entries is an empty list"},
        {"entries = [\"visit\"]\nrequires = [\"acount\"]\n",
         "8:13: error: unknown word \"acount\" in requires: did you mean \"account\"?"},
        {"entries = [\"visit\"]\nrequires = [\"worker\"]\n",
         "8:13: error: unknown word \"worker\" in requires"},
        {"entries = [\"visit\"]\nrequires = [\"time\", \"time\"]\n",
         "8:21: error: requires names \"time\" twice"},
        {"entries = [\"visit\"]\n", "asks nothing"},
        {"requires = [\"time\"]\n", "does not say what it is about"},
        {"entries = [\"visit\"]\ninvolvements = \"open\"\nrequires = [\"time\"]\n",
         "8:1: error: rule \"a\" is about two things"},
        {"entries = [\"visit\"]\nrequires = [\"time\"]\nservices = [\"caer\"]\n",
         "9:13: error: unknown service or group \"caer\": did you mean \"care\"?"},
        {"entries = [\"visit\"]\nrequires = [\"time\"]\nservices = [\"care-order\"]\nnot_services = "
         "[\"care\"]\n",
         "asks nothing of any service"},
        {"entries = [\"visit\"]\nwritten_up_within = \"five working days\"\n",
         "8:21: error: written_up_within is a number of working days from 1 to 250"},
        {"entries = [\"visit\"]\nwritten_up_within = \"0 working days\"\n", "from 1 to 250"},
        {"entries = [\"visit\"]\nwritten_up_within = \"5x\"\n", "written_up_within: unknown unit"},
        {"entries = [\"visit\"]\nwritten_up_within = \"0d\"\n", "longer than no time at all"},
        {"entries = [\"visit\"]\nrequires = [\"time\"]\nunless = [\"b\"]\n",
         "no rule about entries above this one is called \"b\""},
        {"entries = [\"visit\"]\nrequires = [\"time\"]\nsilent_for = \"42d\"\n",
         "9:1: error: silent_for is of a rule about involvements"},
        {"entries = [\"visit\"]\nrequires = [\"time\"]\nevery = \"42d\"\n",
         "every is of a rule about contents"},
        {"involvements = \"opn\"\nrequires = [\"worker\"]\n", "did you mean \"open\"?"},
        {"involvements = \"closed\"\nsilent_for = \"42d\"\n", "a closed involvement may be silent"},
        {"involvements = \"open\"\nrequires = [\"closure_reason\"]\n", "no reason for its closing"},
        {"involvements = \"open\"\nrequires = [\"worker\"]\nkinds = [\"visit\"]\n",
         "kinds goes with silent_for"},
        {"involvements = \"open\"\nrequires = [\"worker\"]\nsilent_for = \"1y\"\n", "make two rules of it"},
        {"contains = 3\nwithin = \"5d\"\n", "7:12: error: contains is a table"},
        {"contains = { }\nwithin = \"5d\"\n", "does not say what is to be contained"},
        {"contains = { topic = [\"health\"] }\nwithin = \"5d\"\n", "did you mean \"topics\"?"},
        {"contains = { topics = [\"health\"] }\n", "has no within"},
        {"contains = { topics = [\"health\"] }\nwithin = \"5d\"\nthen = \"3m\"\n", "then goes with every"},
        {"contains = { topics = [\"health\"] }\nwithin = \"5d\"\nrequires = [\"time\"]\n",
         "requires is of a rule about entries"},
        {"reads_as = \"anothers-client\"\n",
         "7:12: error: unknown word \"anothers-client\" for reads_as: did you mean \"another-client\"?"},
        {"reads_as = \"identifier\"\nrequires = [\"time\"]\n",
         "8:1: error: requires is of a rule about entries"},
        {"reads_as = \"identifier\"\nwithin = \"5d\"\n", "within is of a rule about contents"},
        {"reads_as = \"identifier\"\nentries = [\"visit\"]\n", "is about two things"},
        {"entires = [\"visit\"]\n", "unknown key \"entires\""},
        {"entries = \"visit\"\nrequires = [\"time\"]\n", "7:11: error"},
    };
    for (const Mistake& mistake : mistakes) {
        std::string all;
        for (const std::string& line : findings_on_rule(mistake.lines)) all += line + "\n";
        EXPECT_THAT(all, HasSubstr(mistake.finding)) << mistake.lines;
    }
}

TEST(RecordingRules, AServiceThatTheCatalogueInForceDoesNotHaveIsAWarning) {
    std::vector<Finding> findings;
    const RecordingRules rules = RecordingRules::read_in_force(
        head + "entries = [\"*\"]\nrequires = [\"author\"]\nservices = [\"child-protection\"]\n", "r.toml",
        findings, test::catalogue());
    EXPECT_THAT(test::lines_of(findings),
                ElementsAre(HasSubstr("9:12: warning: rule"), HasSubstr("9:13: warning: unknown service")));
    ASSERT_EQ(rules.rules().size(), 1U);
    EXPECT_THAT(rules.rules()[0].asks_of, ElementsAre(false, false, false));
}

TEST(RecordingRules, SeverityAndIdAreOfTheirWords) {
    EXPECT_THAT(findings_on("[[rule]]\nid = \"A b\"\ntitle = \"A\"\nsource = \"S\"\nmend = \"M\"\nseverity = "
                            "\"warn\"\nentries = [\"*\"]\nrequires = [\"author\"]\n"),
                ElementsAre(HasSubstr("2:6: error: rule id \"A b\" must be small letters"),
                            HasSubstr("6:12: error: unknown severity \"warn\"")));
}

TEST(RecordingRules, ARuleThatStandsTwiceIsAMistake) {
    const std::string lines = "entries = [\"*\"]\nrequires = [\"author\"]\n";
    EXPECT_THAT(findings_on(head + lines + head + lines),
                ElementsAre(HasSubstr("10:6: error: rule \"a\" stands twice, first in line 2")));
}

TEST(RecordingRules, WhatIsNoTomlIsOneFinding) {
    EXPECT_EQ(findings_on("[[rule]\n").size(), 1U);
    EXPECT_THAT(findings_on("[rules]\n"), ElementsAre(HasSubstr("unknown key \"rules\"")));
}

// Trust policy, duty 3, and Derbyshire's days; bank holidays of England.
TEST(RecordingRules, ATermEndsOnItsLastWorkingDay) {
    const auto end = [](int days, const char* from) {
        return to_text(last_day_of({days, {}}, parse_date(from).value(), test::shipped_holidays()));
    };
    EXPECT_EQ(end(1, "2026-11-18"), "2026-11-19") << "Wednesday to Thursday";
    EXPECT_EQ(end(1, "2026-11-20"), "2026-11-23") << "Friday to Monday";
    EXPECT_EQ(end(1, "2026-11-21"), "2026-11-23") << "Saturday to Monday";
    EXPECT_EQ(end(1, "2026-12-24"), "2026-12-29") << "over Christmas and the substitute day";
    EXPECT_EQ(end(5, "2026-11-18"), "2026-11-25");
}

TEST(RecordingRules, WhatLiesLongerAgoThanARuleLooksIsNotAsked) {
    const RecordingRule one = rule(
        "entries = [\"*\"]\nrequires = [\"author\"]\nlook_back = \"1y\"\nsince = "
        "2025-01-01\n");
    const auto day = [](const char* text) { return parse_date(text).value(); };
    EXPECT_TRUE(one.reaches(day("2025-11-23"), day("2026-11-23")));
    EXPECT_FALSE(one.reaches(day("2025-11-22"), day("2026-11-23")));
    EXPECT_FALSE(one.reaches(day("2024-12-31"), day("2025-02-01")));
    EXPECT_TRUE(one.reaches(day("2025-01-01"), day("2025-02-01")));
}

TEST(RecordingRules, KnowOfWhichKindsACopyIsWanted) {
    EXPECT_THAT(test::shipped_recording_rules().kinds_with_copy(),
                ElementsAre("letter-sent", "letter-received"));
}

}  // namespace
}  // namespace casekeeper
