// SPDX-License-Identifier: MIT
#include "policy/retention_schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::findings_on;
using test::findings_on_rules;
using test::head;
using test::read_schedule;
using test::rest;
using test::rule;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string file_text(const std::string& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string whole_rule = rule(
    "id = \"a\"\ntitle = \"A\"\nservices = [\"care\", \"care-order\"]\nif = \"died before 18y\"\n"
    "until = \"death + 15y\"\nbound = \"at-least\"\naction = \"review\"\ncovers = \"file\"\nreplaces = "
    "[\"b\"]\n"
    "not_while = \"family-open(*)\"\napprovals = 2\nnotify_before = \"6m\"\nauthority = \"reg 50\"\n"
    "basis = \"statute\"");

TEST(RetentionSchedule, KeepsTheHead) {
    const auto read = read_schedule(
        "[schedule]\ntitle = \"T\"\nversion = \"2026-11\"\nadopted = 2026-11-01\nexpires = \"2027-10-31\"\n"
        "jurisdiction = \"wales\"\nfinancial_year_starts = \"04-06\"\nacademic_year_starts = \"08-01\"\n"
        "holds_after_answer = \"1y6m\"\n" +
        std::string(rest));
    EXPECT_THAT(read.lines(), IsEmpty());
    EXPECT_EQ(read.schedule.title, "T");
    EXPECT_EQ(read.schedule.version, "2026-11");
    EXPECT_EQ(read.schedule.adopted, parse_date("2026-11-01"));
    EXPECT_EQ(read.schedule.expires, parse_date("2027-10-31"));
    EXPECT_EQ(read.schedule.jurisdiction, "wales");
    EXPECT_EQ(read.schedule.financial_year_starts, std::chrono::April / 6);
    EXPECT_EQ(read.schedule.academic_year_starts, std::chrono::August / 1);
    EXPECT_EQ(read.schedule.holds_after_answer, (Period{1, 6, 0}));
}

TEST(RetentionSchedule, HoldsSixMonthsAfterAnAnswerUnlessSaid) {
    EXPECT_EQ(read_schedule(head + std::string(rest)).schedule.holds_after_answer, (Period{0, 6, 0}));
}

TEST(RetentionSchedule, RefusesAWindowThatIsNone) {
    EXPECT_THAT(read_schedule(head + std::string("holds_after_answer = \"6 months\"\n") + rest).lines(),
                ElementsAre(HasSubstr("4:22: error: holds_after_answer: ")));
    EXPECT_THAT(read_schedule(head + std::string("holds_after_answer = \"101y\"\n") + rest).lines(),
                ElementsAre("4:22: error: holds_after_answer is at most 100y, e.g. \"6m\""));
    EXPECT_THAT(read_schedule(head + std::string("holds_after_answer = 6\n") + rest).lines(),
                ElementsAre(HasSubstr("error")));
}

TEST(RetentionSchedule, KeepsEveryKeyOfARule) {
    const auto read = read_schedule(head + whole_rule + rule("id = \"b\"") + rest);
    ASSERT_THAT(read.lines(), IsEmpty());
    const Rule& first = read.schedule.rules.at(0);
    EXPECT_EQ(first.id, "a");
    EXPECT_EQ(first.title, "A");
    EXPECT_THAT(first.service_names, ElementsAre("care", "care-order"));
    EXPECT_THAT(first.services, ElementsAre(0, 1));
    EXPECT_EQ(first.applies_if->text, "died before 18y");
    EXPECT_EQ(first.until->text, "death + 15y");
    EXPECT_EQ(first.bound, Bound::at_least);
    EXPECT_EQ(first.action, Action::review);
    EXPECT_EQ(first.covers, Covers::file);
    EXPECT_THAT(first.replaces, ElementsAre("b"));
    EXPECT_THAT(first.replaces_rules, ElementsAre(1));
    EXPECT_EQ(first.not_while->text, "family-open(*)");
    EXPECT_EQ(first.approvals, 2);
    EXPECT_EQ(first.notify_before, (Period{0, 6, 0}));
    EXPECT_EQ(first.authority, "reg 50");
    EXPECT_EQ(first.basis, Basis::statute);
    EXPECT_EQ(first.line, 4);
}

TEST(RetentionSchedule, KeepsTheDefaults) {
    const auto read = read_schedule(head + rule("id = \"b\"") + rest);
    const Rule& plain = read.schedule.rules.at(0);
    EXPECT_EQ(plain.bound, Bound::exactly);
    EXPECT_EQ(plain.action, Action::destroy);
    EXPECT_EQ(plain.covers, Covers::involvement);
    EXPECT_EQ(plain.approvals, 1);
    EXPECT_FALSE(plain.is_default);
    EXPECT_TRUE(read.schedule.rules.at(1).is_default);
    EXPECT_EQ(read.schedule.find("rest"), 1);
    EXPECT_EQ(read.schedule.find("none"), std::nullopt);
    EXPECT_EQ(read.schedule.financial_year_starts, std::chrono::April / 1);
    EXPECT_EQ(read.schedule.academic_year_starts, std::chrono::September / 1);
}

TEST(RetentionSchedule, KeepsMinimisingAndTransfer) {
    const auto read =
        read_schedule(head + rule("id = \"m\"\naction = \"minimise\"\nremove = [\"address\"]") +
                      rule("id = \"t\"\naction = \"transfer\"\nto = \"the placing authority\"") + rest);
    EXPECT_THAT(read.lines(), IsEmpty());
    EXPECT_THAT(read.schedule.rules.at(0).remove, ElementsAre("address"));
    EXPECT_EQ(read.schedule.rules.at(1).transfer_to, "the placing authority");
    EXPECT_FALSE(read.schedule.rules.at(1).is_end_rule());
}

TEST(RetentionSchedule, NamesTheFileInFindings) {
    const auto read = read_schedule("[schedule\n");
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].file, "schedule.toml");
    EXPECT_EQ(read.findings[0].severity, Severity::error);
}

TEST(RetentionSchedule, ShippedScheduleHasNoFindings) {
    std::vector<Finding> findings;
    const auto catalogue = ServiceCatalogue::read(
        file_text(CASEKEEPER_SOURCE "/config/service_catalogue.toml"), "service_catalogue.toml", findings);
    ScheduleContext context;
    context.catalogue = &catalogue;
    context.today = *parse_date("2026-11-23");
    const auto schedule =
        read_retention_schedule(file_text(CASEKEEPER_SOURCE "/config/retention_schedule.toml"),
                                "retention_schedule.toml", context, findings);
    EXPECT_THAT(test::lines_of(findings), IsEmpty());
    EXPECT_GT(schedule.rules.size(), 20U);
}

// ---- Faults found in published schedules

TEST(PublishedFaults,
     OrWithoutAnOrder) {  // Darlington: "3 years after last action or when ... 18th birthday"
    EXPECT_THAT(findings_on("until = \"last-activity + 3y or age(18y)\""),
                ElementsAre("5:29: error: \"or\" between two dates: say later-of(...) or earlier-of(...)"));
}

TEST(PublishedFaults, PeriodWithoutAStart) {  // Essex: young carers "15 years", adoption "100 years"
    EXPECT_THAT(
        findings_on("until = \"15y\""),
        ElementsAre(
            "5:10: error: \"15y\" is a period without a trigger: say from when, e.g. \"closed + 15y\""));
    EXPECT_THAT(findings_on("until = \"100 years\""),
                ElementsAre("5:10: error: \"100 years\" is a period without a trigger: say from when, e.g. "
                            "\"closed + 100y\""));
}

TEST(PublishedFaults, RecordTypeListedTwice) {  // Devon: "Foster care - private with disabilities"
    EXPECT_THAT(
        findings_on_rules(rule("id = \"private-fostering\"\nuntil = \"birth + 18y\"") +
                          rule("id = \"private-fostering\"\nuntil = \"birth + 18y\"")),
        ElementsAre(
            "11:6: error: two rules are called \"private-fostering\", the first in line 4: give each an "
            "id of its own"));
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"\nuntil = \"birth + 18y\"") +
                                  rule("id = \"b\"\nuntil = \"birth + 18y\"")),
                ElementsAre("10:1: warning: rule \"b\" says the same as rule \"a\" (line 4): leave one out"));
    EXPECT_THAT(
        findings_on_rules(rule("id = \"a\"\nuntil = \"birth + 18y\"") +
                          rule("id = \"b\"\nuntil = \"birth + 25y\"")),
        ElementsAre(
            "12:9: warning: rules \"a\" (line 4) and \"b\" have the same services, condition and bound but "
            "different days: \"birth + 18y\" and \"birth + 25y\""));
}

TEST(PublishedFaults,
     StatutoryPeriodShortened) {  // Devon, Lambeth: shorter for any death, where the law says before 18
    const std::string floor = rule(
        "id = \"floor\"\nuntil = \"birth + 75y\"\nbound = \"at-least\"\nauthority = \"reg 50\"\nbasis = "
        "\"statute\"");
    EXPECT_THAT(
        findings_on_rules(
            floor + rule("id = \"died\"\nif = \"died\"\nuntil = \"death + 15y\"\nreplaces = [\"floor\"]")),
        ElementsAre("15:13: error: a rule of basis = \"business\" cannot replace the statutory floor "
                    "\"floor\" (reg 50): "
                    "leave it out of replaces, or say on which statute \"died\" rests"));
}

TEST(PublishedFaults, ExpiredSchedule) {  // Derbyshire: version 11 "expires end Mar 2023"
    const std::string text =
        "[schedule]\ntitle = \"T\"\nversion = \"11\"\nexpires = 2023-03-31\n" + std::string(rest);
    EXPECT_THAT(
        read_schedule(text, *parse_date("2023-04-01")).lines(),
        ElementsAre(
            "4:11: warning: the schedule expired on 2023-03-31: review it, then adopt one that is in date"));
    EXPECT_THAT(read_schedule(text, *parse_date("2023-03-31")).lines(), IsEmpty());
}

// ---- Refusals

TEST(ScheduleRefuses, TextThatIsNoToml) {
    EXPECT_THAT(
        read_schedule("[schedule]\ntitle = \n").lines(),
        ElementsAre(
            "2:9: error: this is not TOML: Error while parsing key-value pair: expected value, saw '\\n'"));
    EXPECT_THAT(read_schedule("# " + std::string(10'000, 'x')).lines(),
                ElementsAre("1:1: error: this line is longer than 10000 bytes: break it up"));
}

TEST(ScheduleRefuses, AMissingHead) {
    EXPECT_THAT(
        read_schedule(rest).lines(),
        ElementsAre(
            "1:1: error: [schedule] is missing: begin the file with it, and with a title and a version"));
    EXPECT_THAT(read_schedule("[schedule]\n" + std::string(rest)).lines(),
                ElementsAre("1:1: error: [schedule] has no title: write e.g. title = \"Children's services "
                            "retention schedule\"",
                            "1:1: error: [schedule] has no version: write e.g. version = \"2026-11\""));
}

TEST(ScheduleRefuses, UnknownKeys) {
    EXPECT_THAT(findings_on("untill = \"closed + 6y\""),
                ElementsAre("5:1: error: unknown key \"untill\" in rule \"a\": did you mean \"until\"?"));
    EXPECT_THAT(
        findings_on("notify-before = \"6m\""),
        ElementsAre(
            "5:1: error: unknown key \"notify-before\" in rule \"a\": did you mean \"notify_before\"?"));
    EXPECT_THAT(
        read_schedule("[schedule]\ntitle = \"T\"\nversion = \"1\"\nexpiry = 2027-01-01\n" + std::string(rest))
            .lines(),
        ElementsAre("4:1: error: unknown key \"expiry\" in [schedule]: did you mean \"expires\"?"));
    EXPECT_THAT(findings_on_rules("[[rules]]\nid = \"a\"\n"),
                ElementsAre("4:3: error: unknown key \"rules\" in the schedule: did you mean \"rule\"?"));
}

TEST(ScheduleRefuses, OneRuleInSingleBrackets) {
    EXPECT_THAT(read_schedule(std::string(head) + "[rule]\nid = \"a\"\n").lines(),
                Contains("4:1: error: write [[rule]], in two pairs of brackets, above each rule"));
}

TEST(ScheduleRefuses, UnknownServices) {
    EXPECT_THAT(findings_on("services = [\"looked-aftr\", \"care\",\n  \"care-ordr\", \"zzz\"]"),
                ElementsAre("5:13: error: unknown service \"looked-aftr\": did you mean \"looked-after\"?",
                            "6:3: error: unknown service \"care-ordr\": did you mean \"care-order\"?",
                            "6:16: error: unknown service \"zzz\""));
    EXPECT_THAT(findings_on("services = [\"care-*\"]"),
                ElementsAre("5:13: error: unknown service \"care-*\": \"*\" means every service and stands "
                            "alone; for some of "
                            "them name a group"));
    EXPECT_THAT(findings_on("if = \"ever(looked-aftr)\""),
                ElementsAre("5:12: error: unknown service \"looked-aftr\": did you mean \"looked-after\"?"));
    EXPECT_THAT(findings_on("not_while = \"family-open(looked-aftr)\""),
                ElementsAre("5:26: error: unknown service \"looked-aftr\": did you mean \"looked-after\"?"));
}

TEST(ScheduleRefuses, NoServices) {
    EXPECT_THAT(
        findings_on("services = []"),
        ElementsAre("5:12: error: services is empty: name services, groups, or \"*\" for every service"));
    EXPECT_THAT(
        findings_on("services = \"care\""),
        ElementsAre("5:12: error: services must be a list of texts, e.g. services = [\"...\"], not text"));
}

TEST(ScheduleRefuses, UnknownUnits) {
    EXPECT_THAT(findings_on("until = \"closed + 3w\""),
                ElementsAre("5:19: error: unknown unit \"w\" in \"3w\": use y, m or d"));
    EXPECT_THAT(findings_on("notify_before = \"6Months\""),
                ElementsAre("5:18: error: unknown unit \"Months\" in \"6Months\": did you mean \"6m\"?"));
}

TEST(ScheduleRefuses, UnknownWords) {
    EXPECT_THAT(findings_on("action = \"destory\""),
                ElementsAre("5:10: error: unknown action \"destory\": did you mean \"destroy\"?"));
    EXPECT_THAT(
        findings_on("action = \"burn\""),
        ElementsAre(
            "5:10: error: unknown action \"burn\": one of destroy, anonymise, archive, review, decide, "
            "permanent, minimise, transfer"));
    EXPECT_THAT(findings_on("bound = \"at least\""),
                ElementsAre("5:9: error: unknown bound \"at least\": did you mean \"at-least\"?"));
    EXPECT_THAT(findings_on("covers = \"family\""),
                ElementsAre("5:10: error: unknown covers \"family\": one of involvement, file, person"));
    EXPECT_THAT(findings_on("basis = \"law\""),
                ElementsAre("5:9: error: unknown basis \"law\": one of statute, guidance, business"));
}

TEST(ScheduleRefuses, WhatIsNoTrigger) {
    EXPECT_THAT(
        findings_on("until = \"order.made + 3y\""),
        ElementsAre("5:15: error: unexpected \".\": names are made of letters, digits, \"-\" and \"_\""));
    EXPECT_THAT(findings_on("until = \"birth+75y\""),
                ElementsAre("5:15: error: spaces are needed round \"+\": did you mean \"birth + 75y\"?"));
    EXPECT_THAT(findings_on("until = \"closed@worker + 3y\""),
                ElementsAre("5:16: error: a role goes only with birth and death, not with \"closed\""));
    EXPECT_THAT(findings_on("until = \"2005-02-30\""),
                ElementsAre("5:10: error: there is no day \"2005-02-30\""));
    EXPECT_THAT(findings_on("until = \"birth + 1000y\""),
                ElementsAre("5:18: error: \"1000y\" is over 999 years"));
    EXPECT_THAT(findings_on("until = 2030-01-01"),
                ElementsAre("5:9: error: until must be text in quotes, not a date"));
}

TEST(ScheduleRefuses, AndCountsColumnsInBytes) {
    EXPECT_THAT(findings_on("services = [\"\u00E9\", \"care-ordr\"]"),
                ElementsAre("5:13: error: unknown service \"\u00E9\"",
                            "5:19: error: unknown service \"care-ordr\": did you mean \"care-order\"?"));
}

TEST(ScheduleRefuses, AndPointsAtTheBeginningWhereColumnsCannotBeCounted) {
    EXPECT_THAT(findings_on("until = \"\"\"\nclosed + 3w\"\"\""),
                ElementsAre("5:9: error: unknown unit \"w\" in \"3w\": use y, m or d"));
    EXPECT_THAT(findings_on("until = \"clos\\u0065d + 3w\""),
                ElementsAre("5:9: error: unknown unit \"w\" in \"3w\": use y, m or d"));
    EXPECT_THAT(findings_on("until = 'closed + 3w'"),
                ElementsAre("5:19: error: unknown unit \"w\" in \"3w\": use y, m or d"));
}

TEST(ScheduleRefuses, ReplacingARuleThatDoesNotExist) {
    EXPECT_THAT(
        findings_on("replaces = [\"rset\"]"),
        ElementsAre("5:13: error: replaces \"rset\", but there is no such rule: did you mean \"rest\"?"));
}

TEST(ScheduleRefuses, ReplacingInACircle) {
    EXPECT_THAT(findings_on("replaces = [\"a\"]"), ElementsAre("5:13: error: rule \"a\" replaces itself"));
    EXPECT_THAT(
        findings_on_rules(rule("id = \"a\"\nreplaces = [\"b\"]") + rule("id = \"b\"\nreplaces = [\"c\"]") +
                          rule("id = \"c\"\nreplaces = [\"rest\", \"a\"]")),
        ElementsAre("20:21: error: rules replace each other in a circle: \"a\" replaces \"b\" replaces \"c\" "
                    "replaces "
                    "\"a\""));
}

TEST(ScheduleRefuses, ARuleWithoutUntil) {
    const std::string lines = "id = \"a\"\nservices = [\"care\"]\nauthority = \"x\"\nbasis = \"business\"\n";
    EXPECT_THAT(findings_on_rules("[[rule]]\n" + lines),
                ElementsAre("4:1: error: rule \"a\" has no until: write e.g. until = \"closed + 6y\""));
    EXPECT_THAT(findings_on_rules("[[rule]]\n" + lines + "action = \"permanent\"\n"), IsEmpty());
    EXPECT_THAT(findings_on_rules("[[rule]]\n" + lines + "action = \"decide\"\n"), IsEmpty());
    EXPECT_THAT(findings_on("action = \"permanent\""), IsEmpty());
}

TEST(ScheduleRefuses, BusinessOverAnExactStatutoryRuleButNotOverACeiling) {
    const std::string over = rule("id = \"b\"\nif = \"died\"\nuntil = \"death + 1y\"\nreplaces = [\"a\"]");
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"\nbasis = \"statute\"") + over),
                Contains(HasSubstr("cannot replace the statutory floor")));
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"\nbasis = \"statute\"\nbound = \"at-most\"") + over),
                IsEmpty());
    EXPECT_THAT(
        findings_on_rules(rule("id = \"a\"\nbasis = \"statute\"\naction = \"transfer\"\nto = \"x\"") + over),
        IsEmpty());
}

TEST(ScheduleRefuses, MissingKeys) {
    EXPECT_THAT(
        findings_on_rules("[[rule]]\nuntil = \"closed\"\n"),
        ElementsAre("4:1: error: this rule has no id: write e.g. id = \"looked-after\"",
                    "4:1: error: this rule has no services: write e.g. services = [\"looked-after\"]",
                    "4:1: error: this rule has no basis: write e.g. basis = \"statute\" (or \"guidance\", "
                    "\"business\")",
                    "4:1: error: this rule has no authority: write e.g. authority = \"local policy\""));
    EXPECT_THAT(findings_on("authority = \"\""),
                ElementsAre("5:13: error: authority is empty: write e.g. authority = \"local policy\""));
}

TEST(ScheduleRefuses, UnprintableAndLongIds) {
    EXPECT_THAT(findings_on("id = \"a\\tb\""),
                ElementsAre("5:6: error: a rule's id must be 1 to 64 printable characters: \"a?b\""));
    EXPECT_THAT(findings_on("id = \"" + std::string(65, 'a') + "\""),
                ElementsAre(HasSubstr("5:6: error: a rule's id must be 1 to 64")));
    EXPECT_THAT(findings_on("id = \"" + std::string(64, 'a') + "\""), IsEmpty());
    EXPECT_THAT(findings_on("id = 5"),
                ElementsAre("5:6: error: id must be text in quotes, not a whole number"));
}

TEST(ScheduleRefuses, MinimisingWithoutFieldsOrWithBoth) {
    EXPECT_THAT(
        findings_on("action = \"minimise\""),
        ElementsAre(
            "4:1: error: rule \"a\" has no keep or remove: write e.g. keep = [\"name\", \"date_of_birth\"]"));
    EXPECT_THAT(findings_on("action = \"minimise\"\nkeep = [\"name\"]\nremove = [\"address\"]"),
                ElementsAre("7:1: error: keep and remove exclude each other: say one of them"));
    EXPECT_THAT(findings_on("action = \"minimise\"\nkeep = []"),
                ElementsAre("6:8: error: keep is empty: name at least one field"));
    EXPECT_THAT(findings_on("keep = [\"name\"]"),
                ElementsAre("5:1: error: keep is only for action = \"minimise\", not for \"destroy\""));
    EXPECT_THAT(findings_on("action = \"review\"\nremove = [\"name\"]"),
                ElementsAre("6:1: error: remove is only for action = \"minimise\", not for \"review\""));
}

TEST(ScheduleRefuses, TransferWithoutAReceiver) {
    EXPECT_THAT(findings_on("action = \"transfer\""),
                ElementsAre("4:1: error: rule \"a\" has no to: write e.g. to = \"the placing authority\""));
    EXPECT_THAT(findings_on("to = \"x\""),
                ElementsAre("5:1: error: to is only for action = \"transfer\", not for \"destroy\""));
}

TEST(ScheduleRefuses, ApprovalsAndNoticeOutOfRange) {
    EXPECT_THAT(findings_on("approvals = 0"), ElementsAre("5:13: error: approvals must be 1 to 9, not 0"));
    EXPECT_THAT(findings_on("approvals = 10"), ElementsAre("5:13: error: approvals must be 1 to 9, not 10"));
    EXPECT_THAT(findings_on("approvals = 9"), IsEmpty());
    EXPECT_THAT(findings_on("approvals = \"2\""),
                ElementsAre("5:13: error: approvals must be a whole number, not text"));
    EXPECT_THAT(findings_on("notify_before = \"6 months\""),
                ElementsAre("5:18: error: \"6 months\" is no period: did you mean \"6m\"?"));
    EXPECT_THAT(findings_on("default = \"yes\""),
                ElementsAre("5:11: error: default must be true or false, not text"));
}

TEST(ScheduleRefuses, DaysThatDoNotExist) {
    const auto with = [](const std::string& line) {
        return read_schedule("[schedule]\ntitle = \"T\"\nversion = \"1\"\n" + line + "\n" + rest).lines();
    };
    EXPECT_THAT(with("financial_year_starts = \"02-29\""),
                ElementsAre("4:25: error: financial_year_starts must be a month and a day that every year "
                            "has, e.g. \"04-01\", "
                            "not \"02-29\""));
    EXPECT_THAT(with("academic_year_starts = \"9-1\""),
                ElementsAre(HasSubstr("4:24: error: academic_year_starts must be")));
    EXPECT_THAT(
        with("adopted = \"1 Nov 2026\""),
        ElementsAre(
            "4:11: error: adopted is no date: \"1 Nov 2026\", write year, month and day, e.g. 2026-11-01"));
    EXPECT_THAT(with("expires = 12"), ElementsAre("4:11: error: expires must be a date, not a whole number"));
}

TEST(ScheduleRefuses, EveryMistakeOfAFileAtOnce) {
    EXPECT_THAT(
        findings_on(
            "id = \"x\"\nuntil = \"3y\"\naction = \"burn\"\nservices = [\"cra\"]\nnot_while = \"closed\""),
        ElementsAre(HasSubstr("6:10: error: \"3y\" is a period"), HasSubstr("7:10: error: unknown action"),
                    HasSubstr("8:13: error: unknown service"), HasSubstr("9:14: error: \"closed\" alone")));
}

// ---- Warnings

TEST(ScheduleWarns, OfAServiceThatNoRuleCovers) {
    EXPECT_THAT(
        read_schedule(head + rule("services = [\"care\"]")).lines(),
        ElementsAre(
            "1:1: warning: no rule covers the service \"youth-club\": its records stay undetermined and are "
            "never destroyed"));
    const std::string minimise =
        rule("id = \"m\"\nservices = [\"youth-club\"]\naction = \"minimise\"\nkeep = [\"name\"]");
    EXPECT_THAT(read_schedule(head + rule("services = [\"care\"]") + minimise).lines(),
                ElementsAre(HasSubstr("no rule covers the service \"youth-club\"")));
    EXPECT_THAT(read_schedule(head + rule("services = [\"care\"]") + rest).lines(), IsEmpty());
}

TEST(ScheduleWarns, OfRulesThatDifferOnlyInTheirDay) {
    const auto clash = HasSubstr("same services, condition and bound but different days");
    const std::string first = rule("id = \"a\"\nservices = [\"care\"]\nif = \"died or medium = paper\"");
    EXPECT_THAT(
        findings_on_rules(first + rule("id = \"b\"\nservices = [\"care-order\", \"looked-after\"]\n"
                                       "if = \"( medium=paper )  or died\"\nuntil = \"closed + 7y\"")),
        ElementsAre(clash));
    EXPECT_THAT(
        findings_on_rules(first +
                          rule("id = \"b\"\nservices = [\"care\"]\nif = \"died\"\nuntil = \"closed + 7y\"")),
        IsEmpty());
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"") +
                                  rule("id = \"b\"\nbound = \"at-most\"\nuntil = \"closed + 7y\"")),
                IsEmpty());
    EXPECT_THAT(findings_on_rules(
                    rule("id = \"a\"") +
                    rule("id = \"b\"\naction = \"minimise\"\nkeep = [\"name\"]\nuntil = \"closed + 3y\"")),
                IsEmpty());
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"\nuntil = \"age(18y)\"") +
                                  rule("id = \"b\"\naction = \"review\"\nuntil = \"birth + 18y\"")),
                IsEmpty());
}

TEST(ScheduleWarns, OfAConditionThatContradictsItself) {
    const auto idle = "5:6: warning: rule \"a\" can never apply: its condition contradicts itself";
    for (const std::string condition :
         {"died and not died", "died before 0d", "not (a = b) and (died and a = b)", "a = b and a = c",
          "a = b and a != b", "died before 0d or died and not died"}) {
        EXPECT_THAT(findings_on("if = \"" + condition + "\""), ElementsAre(idle)) << condition;
    }
    for (const std::string condition :
         {"died or not died", "died before 1d", "a = b or a = c", "a != b and a != c"}) {
        EXPECT_THAT(findings_on("if = \"" + condition + "\""), IsEmpty()) << condition;
    }
}

TEST(ScheduleWarns, OfARuleThatIsAlwaysReplaced) {
    const auto replaced_by = [](const std::string& lines) {
        return findings_on_rules(rule("id = \"a\"\ncovers = \"file\"") +
                                 rule("id = \"b\"\nreplaces = [\"a\"]\nuntil = \"closed + 7y\"\n" + lines));
    };
    EXPECT_THAT(
        replaced_by("covers = \"file\"\nservices = [\"care\"]"),
        ElementsAre("4:1: warning: rule \"a\" can never apply: rule \"b\" replaces it wherever it reaches"));
    EXPECT_THAT(replaced_by("covers = \"file\"\nservices = [\"care\"]\nif = \"died\""), IsEmpty());
    EXPECT_THAT(replaced_by("services = [\"care\"]"), IsEmpty());
    EXPECT_THAT(replaced_by("covers = \"file\"\nservices = [\"care-order\"]"), IsEmpty());
}

TEST(ScheduleWarns, OfADefaultRuleThatIsNeverNeeded) {
    const std::string always = rule("id = \"a\"\nservices = [\"*\"]");
    const auto idle = HasSubstr(
        "rule \"rest\" can never apply: every one of its services has a rule of its own that always applies");
    EXPECT_THAT(findings_on_rules(always), ElementsAre(idle));
    EXPECT_THAT(findings_on_rules(rule("id = \"a\"\nservices = [\"*\"]\nif = \"died\"")), IsEmpty());
    const auto replaced = [&](const std::string& lines) {
        return findings_on_rules(
            always +
            rule("id = \"b\"\nif = \"died\"\nreplaces = [\"a\"]\nuntil = \"closed + 1y\"\n" + lines));
    };
    EXPECT_THAT(replaced("action = \"review\""), ElementsAre(idle));
    EXPECT_THAT(replaced("action = \"transfer\"\nto = \"x\""), IsEmpty());
}

TEST(ScheduleWarns, OfAnEventNobodyRecords) {
    EXPECT_THAT(
        findings_on("until = \"later-of(order-maed, order-maed + 1y)\""),
        ElementsAre("5:19: warning: nobody records the event \"order-maed\": did you mean \"order-made\"?"));
    EXPECT_THAT(findings_on("if = \"not recorded(clsoed)\""),
                ElementsAre("5:20: warning: nobody records the event \"clsoed\": did you mean \"closed\"?"));
    EXPECT_THAT(
        findings_on("until = \"closed-3y\""),
        ElementsAre("5:10: warning: nobody records the event \"closed-3y\": did you mean \"closed - 3y\"?"));
    EXPECT_THAT(findings_on("until = \"moved-house\""),
                ElementsAre("5:10: warning: nobody records the event \"moved-house\""));
}

TEST(ScheduleWarns, OfNoEventThatIsKnown) {
    for (const std::string& event : events_known_to_importers()) {
        EXPECT_THAT(findings_on("until = \"" + event + " + 1y\""), IsEmpty()) << event;
    }
    const auto services = test::catalogue();
    std::vector<Finding> findings;
    ScheduleContext context{&services, *parse_date("2026-11-23"), {"moved-house"}};
    read_retention_schedule(head + rule("until = \"moved-house\"") + rest, "schedule.toml", context,
                            findings);
    EXPECT_THAT(test::lines_of(findings), IsEmpty());
}

TEST(ScheduleWarns, OfGuidanceThatReplacesAStatutoryFloor) {
    EXPECT_THAT(findings_on_rules(
                    rule("id = \"a\"\nbasis = \"statute\"\nauthority = \"reg 50\"\nbound = \"at-least\"") +
                    rule("id = \"b\"\nif = \"died\"\nreplaces = [\"a\"]\nbasis = \"guidance\"")),
                ElementsAre("14:13: warning: guidance replaces the statutory floor \"a\" (reg 50): make sure "
                            "that the law allows \"b\""));
}

// ---- Any text whatever

void expect_sound(const std::string& text) {
    const auto read = read_schedule(text);
    const long lines = 1 + std::count(text.begin(), text.end(), '\n');
    ASSERT_TRUE(!read.findings.empty() || !read.schedule.rules.empty()) << text;
    for (const Finding& finding : read.findings) {
        ASSERT_TRUE(finding.line >= 1 && finding.line <= lines && finding.column >= 1) << text;
        ASSERT_EQ(finding.message.find('\n'), std::string::npos) << text;
        ASSERT_FALSE(finding.message.empty() || finding.message.ends_with('.')) << text;
    }
}

TEST(RetentionSchedule, EveryPrefixGivesFindingsOrRules) {
    const std::string good = head + whole_rule + rest;
    for (std::size_t length = 0; length <= good.size(); ++length) expect_sound(good.substr(0, length));
}

TEST(RetentionSchedule, EveryChangedByteGivesFindingsOrRules) {
    const std::string good = head + whole_rule + rest;
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (const char byte : {' ', '"', '-', '(', ']', '=', '\n', '9', '\0', '\xFF', '\xC3'}) {
            std::string text = good;
            text[at] = byte;
            expect_sound(text);
        }
        expect_sound(good.substr(0, at) + good.substr(at + 1));
    }
}

TEST(RetentionSchedule, ManyRulesInOneCircleAreWalkedWithoutRecursion) {
    std::string rules;
    for (int number = 0; number < 5000; ++number) {
        rules += rule("id = \"r" + std::to_string(number) + "\"\nif = \"n = w" + std::to_string(number) +
                      "\"\nreplaces = [\"r" + std::to_string((number + 1) % 5000) + "\"]");
    }
    EXPECT_THAT(findings_on_rules(rules), ElementsAre(HasSubstr("in a circle")));
}

}  // namespace
}  // namespace casekeeper
