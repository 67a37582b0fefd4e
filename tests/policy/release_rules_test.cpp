// SPDX-License-Identifier: MIT
#include "policy/release_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/readability.h"
#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::lines_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string shipped(const std::string& name) {
    std::ifstream file(CASEKEEPER_SOURCE "/config/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The head stands in lines 1 to 8.
const std::string head =
    "opinion_months = 6\n[deemed_reasonable]\nkinds = [\"social-work\"]\non_health_records = [\"health\"]\n"
    "[known_to_parents]\nrelations = [\"mother\"]\n[classification]\nhealth_services = "
    "[]\neducation_services = []\n";
// In lines 10 to 20.
const std::string a_rule =
    "[[rule]]\nid = \"a\"\nparagraph = \"Sch 2\"\ntitle = \"A\"\nlifts = \"Art 15\"\ntest = \"It is "
    "so.\"\ndecided_by = \"a manager\"\nplain = \"So it is.\"\nrecord = [\"harm\"]\nproposal = "
    "\"weigh\"\n[[rule.when]]\nflags = [\"x\"]\n";

std::string with(const std::string& from, const std::string& to, std::string text = a_rule) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// What no file may leave out.
std::string the_needed() {
    std::string text;
    for (const std::string_view id : ReleaseRules::needed())
        text += with("id = \"a\"", "id = \"" + std::string(id) + "\"");
    return text;
}

std::vector<std::string> findings_on_file(const std::string& toml,
                                          const ServiceCatalogue* catalogue = nullptr) {
    std::vector<Finding> findings;
    ReleaseRules::read(toml, "release_rules.toml", findings, catalogue);
    return lines_of(findings);
}

std::vector<std::string> findings_on(const std::string& rule, const ServiceCatalogue* catalogue = nullptr) {
    return findings_on_file(head + rule + the_needed(), catalogue);
}

const ReleaseRules& shipped_rules() {
    static std::vector<Finding> findings;
    static const ReleaseRules rules =
        ReleaseRules::read(shipped("release_rules.toml"), "release_rules.toml", findings);
    return rules;
}

TEST(ReleaseRules, TheShippedRulesFitTheShippedCatalogue) {
    std::vector<Finding> findings;
    const auto catalogue =
        ServiceCatalogue::read(shipped("service_catalogue.toml"), "service_catalogue.toml", findings);
    ReleaseRules::read(shipped("release_rules.toml"), "release_rules.toml", findings, &catalogue);
    EXPECT_THAT(lines_of(findings), IsEmpty());
}

TEST(ReleaseRules, KeepWhatTheyRead) {
    std::vector<Finding> findings;
    const std::string more =
        with("record", "second_signature = true\nlook_again = true\nconsult = \"x\"\nrecord");
    const auto rules = ReleaseRules::read(head + more + the_needed(), "r.toml", findings);
    EXPECT_THAT(findings, IsEmpty());
    const ReleaseRule& rule = *rules.find("a");
    EXPECT_EQ(rule.paragraph, "Sch 2");
    EXPECT_EQ(rule.title, "A");
    EXPECT_EQ(rule.lifts, "Art 15");
    EXPECT_EQ(rule.test, "It is so.");
    EXPECT_EQ(rule.decided_by, "a manager");
    EXPECT_EQ(rule.consult, "x");
    EXPECT_EQ(rule.plain, "So it is.");
    EXPECT_THAT(rule.record, ElementsAre("harm"));
    EXPECT_TRUE(rule.second_signature && rule.look_again);
    EXPECT_FALSE(rule.second_signature_to_show || rule.lapses_at_next_request || rule.own_words_too);
    EXPECT_EQ(rule.proposal, "weigh");
    ASSERT_EQ(rule.when.size(), 1U);
    EXPECT_THAT(rule.when[0].flags, ElementsAre("x"));
    EXPECT_EQ(rule.when[0].proposal, "weigh");
    EXPECT_EQ(rules.find("b"), nullptr);
}

TEST(ReleaseRules, AConditionMayProposeSomethingElse) {
    std::vector<Finding> findings;
    const auto rules = ReleaseRules::read(
        head + a_rule + "[[rule.when]]\nproposal = \"barred\"\ntopics = [\"y\"]\n" + the_needed(), "r.toml",
        findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(rules.find("a")->proposal, "barred");
    EXPECT_EQ(rules.find("a")->when[0].proposal, "weigh");
    EXPECT_EQ(rules.find("a")->when[1].proposal, "barred");
}

// DPA 2018 Sch 2 para 17: domain.md section 4.6.
TEST(ReleaseRules, WorkersAreShownInTheirRole) {
    const ReleaseRules rules = shipped_rules();
    for (const char* kind : {"social-work", "education", "court"})
        EXPECT_TRUE(rules.is_deemed_reasonable(kind, false)) << kind;
    for (const char* kind : {"police", "legal", "youth-justice", "other", ""})
        EXPECT_FALSE(rules.is_deemed_reasonable(kind, true)) << kind;
    EXPECT_TRUE(rules.is_deemed_reasonable("health", true));
    EXPECT_FALSE(rules.is_deemed_reasonable("health", false));
}

// DPA 2018 Sch 3 para 5(3), 6(3).
TEST(ReleaseRules, AnOpinionCountsForSixMonths) {
    EXPECT_EQ(shipped_rules().opinion_months(), 6);
    EXPECT_THAT(
        findings_on_file(with("= 6", "= 7", head) + the_needed()),
        ElementsAre("1:18: error: opinion_months is a number of months from 1 to 6: by law an opinion "
                    "counts for no longer"));
    EXPECT_THAT(findings_on_file(with("= 6", "= 3", head) + the_needed()), IsEmpty());
    EXPECT_THAT(findings_on_file(with("opinion_months = 6", "", head) + the_needed()),
                ElementsAre("1:1: error: this file has no opinion_months: write e.g. opinion_months = 6"));
}

// DPA 2018 Sch 3 para 5, 11, 19: domain.md section 4.6.
TEST(ReleaseRules, SeriousHarmTakesTwoAndIsLookedAtAgain) {
    const ReleaseRules rules = shipped_rules();
    for (const char* id : {"health-harm", "social-work-harm", "education-harm"}) {
        const ReleaseRule& rule = *rules.find(id);
        EXPECT_TRUE(rule.second_signature && rule.look_again && rule.lapses_at_next_request) << id;
        EXPECT_THAT(rule.record, testing::IsSupersetOf({"harm", "extent"})) << id;
    }
    EXPECT_THAT(rules.find("social-work-harm")->record, testing::Contains("social-work"));
}

// DPA 2018 Sch 2 para 16(3)(a)-(e).
TEST(ReleaseRules, AThirdPartyIsWeighedByFiveFactors) {
    EXPECT_THAT(shipped_rules().find("third-party")->record,
                ElementsAre("information", "confidentiality", "consent-steps", "capacity", "refusal"));
}

TEST(ReleaseRules, ToShowAProtectedPlaceTakesTwo) {
    const ReleaseRule& rule = *shipped_rules().find("protected-place");
    EXPECT_TRUE(rule.second_signature_to_show);
    EXPECT_FALSE(rule.second_signature);
}

// Every row of domain.md section 4.6 that is no rule about whom to name.
TEST(ReleaseRules, HoldEveryExemption) {
    std::string paragraphs;
    for (const ReleaseRule& rule : shipped_rules().rules()) paragraphs += rule.paragraph + "\n";
    for (const char* paragraph :
         {"Sch 2 para 2\n",         "Sch 2 para 3\n",           "Sch 2 para 5(2)-(3)\n",
          "Sch 2 para 7\n",         "Sch 2 para 10\n",          "Sch 2 para 14\n",
          "Sch 2 para 16\n",        "Sch 2 para 19\n",          "Sch 2 para 20\n",
          "Sch 2 para 22\n",        "Sch 2 para 23\n",          "Sch 2 para 24\n",
          "Sch 2 para 25\n",        "Sch 2 para 27\n",          "Sch 2 para 28\n",
          "Sch 3 para 3, 9, 18\n",  "Sch 3 para 4, 10\n",       "Sch 3 para 5\n",
          "Sch 3 para 6\n",         "Sch 3 para 7(2), 8, 11\n", "Sch 3 para 12, 20\n",
          "Sch 3 para 13-17, 19\n", "Sch 3 para 21\n",          "Sch 4 para 2\n",
          "Sch 4 para 3\n",         "Sch 4 para 4\n",           "Sch 4 para 5\n"})
        EXPECT_THAT(paragraphs, HasSubstr(paragraph));
}

TEST(ReleaseRules, WhatTheReaderIsToldReadsAtTwelve) {
    for (const ReleaseRule& rule : shipped_rules().rules())
        EXPECT_LE(readability_of(rule.plain).reading_age(), 12.5) << rule.id << ": " << rule.plain;
}

TEST(ReleaseRules, RefuseKeysNobodyKnows) {
    EXPECT_THAT(
        findings_on(with("plain", "plian")),
        ElementsAre(
            "10:1: error: rule \"a\" has no plain: write e.g. plain = \"This is what a lawyer told us.\"",
            "17:1: error: unknown key \"plian\" in rule \"a\": did you mean \"plain\"?"));
    EXPECT_THAT(findings_on(with("flags", "flag")),
                ElementsAre(HasSubstr("says nothing about the part"),
                            HasSubstr("21:1: error: unknown key \"flag\"")));
    EXPECT_THAT(findings_on_file("colour = 1\n" + head + the_needed()), ElementsAre(HasSubstr("colour")));
}

TEST(ReleaseRules, RefuseEmptyTexts) {
    EXPECT_THAT(
        findings_on(with("It is so.", " ")),
        ElementsAre(
            "15:8: error: test is empty: write e.g. test = \"It is advice from the trust's solicitor.\""));
    EXPECT_THAT(findings_on(with("a manager", "")),
                ElementsAre(HasSubstr("16:14: error: decided_by is empty")));
    EXPECT_THAT(findings_on(with("[\"x\"]", "[\"\"]")),
                ElementsAre("21:10: error: flags has an empty text: take it out"));
    EXPECT_THAT(findings_on(with("[\"x\"]", "[]")),
                ElementsAre("21:9: error: flags is an empty list, which nothing can be in: take it out"));
}

TEST(ReleaseRules, RefuseARuleTwice) {
    EXPECT_THAT(findings_on(a_rule + a_rule),
                ElementsAre("23:6: error: rule \"a\" stands twice, first in line 11"));
}

TEST(ReleaseRules, RefuseIdsAndKeysThatCannotBeTyped) {
    EXPECT_THAT(
        findings_on(with("\"a\"", "\"a b\"")),
        ElementsAre("11:6: error: rule id \"a b\" must be small letters and digits, joined by \"-\""));
    EXPECT_THAT(findings_on(with("\"harm\"", "\"the_harm\"")),
                ElementsAre(HasSubstr("18:11: error: what is to be recorded, \"the_harm\"")));
    EXPECT_THAT(findings_on(with("\"harm\"", "\"harm\", \"harm\"")),
                ElementsAre("18:19: error: record names \"harm\" twice"));
    EXPECT_THAT(findings_on(with("record = [\"harm\"]\n", "")),
                ElementsAre(HasSubstr("rule \"a\" has no record")));
}

TEST(ReleaseRules, RefuseWordsNobodyKnows) {
    EXPECT_THAT(findings_on(with("\"weigh\"", "\"wiegh\"")),
                ElementsAre("19:12: error: unknown proposal \"wiegh\": did you mean \"weigh\"?"));
    const auto on_condition = [](const std::string& line) {
        return findings_on(with("flags = [\"x\"]", line));
    };
    EXPECT_THAT(
        on_condition("classifications = [\"helth\"]"),
        ElementsAre("21:20: error: unknown word \"helth\" in classifications: did you mean \"health\"?"));
    EXPECT_THAT(on_condition("provider_kinds = [\"polise\"]"),
                ElementsAre(HasSubstr("did you mean \"police\"?")));
    EXPECT_THAT(on_condition("author_kinds = [\"leagl\"]"),
                ElementsAre(HasSubstr("did you mean \"legal\"?")));
    EXPECT_THAT(on_condition("kinds = [\"letter-recieved\"]"),
                ElementsAre(HasSubstr("did you mean \"letter-received\"?")));
    EXPECT_THAT(on_condition("flags = [\"x\"]\nreaders = [\"parents\"]"),
                ElementsAre(HasSubstr("did you mean \"parent\"?")));
    EXPECT_THAT(on_condition("flags = [\"x\"]\nsubject = \"adult\""),
                ElementsAre(HasSubstr("unknown word \"adult\" in subject")));
    EXPECT_THAT(on_condition("about = \"third-part\""),
                ElementsAre(HasSubstr("did you mean \"third-party\"?")));
    EXPECT_THAT(on_condition("flags = [\"x\"]\nunless_route = \"adopt\""),
                ElementsAre(HasSubstr("in unless_route")));
    EXPECT_THAT(findings_on_file(with("\"social-work\"", "\"social\"", head) + the_needed()),
                ElementsAre(HasSubstr("3:10: error: unknown word \"social\" in kinds")));
    EXPECT_THAT(findings_on_file(with("\"mother\"", "\"mum\"", head) + the_needed()),
                ElementsAre(HasSubstr("6:14: error: unknown word \"mum\" in relations")));
}

TEST(ReleaseRules, LookServicesUpInTheCatalogue) {
    const auto catalogue = test::catalogue();
    const std::string misspelt = with("flags = [\"x\"]", "services = [\"care\", \"youth-clup\"]");
    EXPECT_THAT(
        findings_on(misspelt, &catalogue),
        ElementsAre("21:21: error: unknown service or group \"youth-clup\": did you mean \"youth-club\"?"));
    EXPECT_THAT(findings_on(misspelt), IsEmpty());
}

TEST(ReleaseRules, RefuseProposalsWithoutAWhen) {
    EXPECT_THAT(
        findings_on(with("[[rule.when]]\nflags = [\"x\"]\n", "")),
        ElementsAre("19:1: error: rule \"a\" does not say when it is proposed: add e.g. [[rule.when]] and "
                    "flags = [\"legal-advice\"], or take proposal out"));
    EXPECT_THAT(findings_on(with("proposal = \"weigh\"\n", "")),
                ElementsAre("19:1: error: rule \"a\" does not say what is proposed: write e.g. proposal = "
                            "\"weigh\" above [[rule.when]]"));
}

// Else it would be proposed for every part.
TEST(ReleaseRules, RefuseConditionsThatSayNothingOfThePart) {
    for (const char* line : {"", "subject = \"child\"", "unless_known = true", "readers = [\"self\"]"})
        EXPECT_THAT(
            findings_on(with("flags = [\"x\"]", line)),
            ElementsAre("20:1: error: a condition of rule \"a\" says nothing about the part: add e.g. flags "
                        "= [\"legal-advice\"]"))
            << line;
}

TEST(ReleaseRules, WhatTheLawBarsCannotBeLeftOut) {
    const std::string text = shipped("release_rules.toml");
    EXPECT_THAT(
        findings_on_file(with("id = \"health-bar\"", "id = \"health-bra\"", text)),
        ElementsAre("1:1: error: there is no rule \"health-bar\": it cannot be left out; take it from "
                    "the shipped file"));
    const std::string never =
        with("proposal = \"weigh\"\n[[rule.when]]\nflags = [\"x\"]\n", "", with("\"a\"", "\"third-party\""));
    EXPECT_THAT(findings_on(never),
                testing::Contains(HasSubstr("11:6: error: rule \"third-party\" is never proposed")));
}

TEST(ReleaseRules, ReportWhatIsNoTomlAndNoSection) {
    EXPECT_THAT(findings_on_file("opinion_months = \n"), ElementsAre(HasSubstr("this is not TOML")));
    EXPECT_THAT(
        findings_on_file("known_to_parents = 3\n" +
                         with("[known_to_parents]\nrelations = [\"mother\"]\n", "", head) + the_needed()),
        ElementsAre("1:20: error: known_to_parents is a section: write [known_to_parents]"));
    EXPECT_THAT(
        findings_on_file(with("[known_to_parents]\nrelations = [\"mother\"]\n", "", head) + the_needed()),
        ElementsAre(HasSubstr("has no known_to_parents")));
    EXPECT_THAT(findings_on_file(with("relations = [\"mother\"]\n", "", head) + the_needed()),
                ElementsAre(HasSubstr("[known_to_parents] has no relations")));
}

// A file of before there was such a section goes on as it did.
TEST(ReleaseRules, HaveUsualPeriodsAndNoRecipientsWhereTheFileSaysNothing) {
    std::vector<Finding> findings;
    const auto rules = ReleaseRules::read(head + the_needed(), "r.toml", findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(rules.stale().address_months, 12);
    EXPECT_EQ(rules.stale().worker_months, 6);
    EXPECT_EQ(rules.stale().consent_months, 12);
    EXPECT_THAT(rules.recipients().all(), IsEmpty());
}

TEST(ReleaseRules, ReadAfterHowLongAFactIsOld) {
    std::vector<Finding> findings;
    const std::string stale = "[stale]\naddress_months = 3\nworker_months = 1200\nconsent_months = 1\n";
    const auto rules = ReleaseRules::read(head + stale + the_needed(), "r.toml", findings);
    EXPECT_THAT(findings, IsEmpty());
    EXPECT_EQ(rules.stale().address_months, 3);
    EXPECT_EQ(rules.stale().worker_months, 1200);
    EXPECT_EQ(rules.stale().consent_months, 1);
}

TEST(ReleaseRules, SayWhatIsWrongWithThePeriods) {
    EXPECT_THAT(findings_on_file(head + "[stale]\naddress_months = 0\nworker_months = 1201\n" + the_needed()),
                ElementsAre(HasSubstr("10:1: error"),
                            "11:18: error: address_months is a number of months from 1 to 1200",
                            "12:17: error: worker_months is a number of months from 1 to 1200"));
    EXPECT_THAT(findings_on_file(
                    head + "[stale]\naddress_months = 1\nworker_months = 1\nconsent_months = 1\nx = 1\n" +
                    the_needed()),
                ElementsAre(HasSubstr("14:1: error: unknown key")));
}

}  // namespace
}  // namespace casekeeper
