// SPDX-License-Identifier: MIT
//
// Verdicts on what somebody asks to be deleted: the worked cases E of domain/worked_cases.csv, and the lines
// between them.
#include "policy/deletion_assessment.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

using Verdict = DeletionVerdict;

Date on(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

Service service(const char* title, ServiceClass kind, const char* authority) {
    Service service;
    service.title = title;
    service.service_class = kind;
    service.authority = authority;
    return service;
}

const Service youth_club = service("Open-access youth club", ServiceClass::duty, "Education Act 1996 s507B");
const Service mentoring = service("Youth mentoring", ServiceClass::voluntary, "by consent");
const Service child_in_need = service("Child in need", ServiceClass::statutory, "Children Act 1989 s17");
const Service protection = service("Child protection plan", ServiceClass::statutory, "Children Act 1989 s47");
const Service looked_after = service("Looked-after child", ServiceClass::statutory, "Children Act 1989 s22");

DeletionItemFacts of(const Service& what, Outcome outcome = Outcome::retain) {
    DeletionItemFacts facts;
    facts.id = "involvement:I1";
    facts.service = what;
    facts.opened = on(2020, 1, 1);
    facts.closed = on(2024, 3, 31);
    facts.outcome = outcome;
    facts.retain_until = on(2030, 3, 31);
    facts.basis = Basis::business;
    facts.rule_authority = "local policy";
    return facts;
}

DeletionItemFacts by_law(const Service& what, Outcome outcome = Outcome::retain) {
    DeletionItemFacts facts = of(what, outcome);
    facts.basis = Basis::statute;
    facts.rule_authority = "the 2010 Regulations, reg 50";
    return facts;
}

TEST(DeletionAssessment, E01AYouthClubIsForAPersonToDecide) {
    const AssessedItem item = assess_for_deletion(of(youth_club));
    EXPECT_EQ(item.verdict, Verdict::person_decides);
    EXPECT_EQ(item.authority, "Education Act 1996 s507B");
}

TEST(DeletionAssessment, E02ACurrentChildProtectionPlanIsExempt) {
    DeletionItemFacts facts = by_law(protection, Outcome::live);
    facts.closed.reset();
    facts.retain_until.reset();
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::statutory);
    EXPECT_NE(item.authority.find("Art 17(3)(b)"), std::string::npos);
    EXPECT_NE(item.authority.find("Children Act 1989 s47"), std::string::npos);
    EXPECT_NE(item.reason.find("since 1 January 2020, still open"), std::string::npos);
    EXPECT_FALSE(item.kept_until);
}

TEST(DeletionAssessment, E03ALookedAfterFileIsKeptUntilItsDay) {
    DeletionItemFacts facts = by_law(looked_after);
    facts.retain_until = on(2082, 5, 4);
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::statutory);
    EXPECT_EQ(item.kept_until, on(2082, 5, 4));
    EXPECT_NE(item.reason.find("from 1 January 2020 to 31 March 2024; its record is kept until 4 May 2082"),
              std::string::npos)
        << item.reason;
    EXPECT_NE(item.authority.find("reg 50"), std::string::npos);
}

TEST(DeletionAssessment, E05OfAMixedFileOnlyTheStatutoryPartStays) {
    EXPECT_EQ(assess_for_deletion(of(mentoring)).verdict, Verdict::free_to_delete);
    EXPECT_EQ(assess_for_deletion(by_law(child_in_need)).verdict, Verdict::statutory);
}

TEST(DeletionAssessment, E06AClaimKeepsItForNowAndItCanBeRestricted) {
    DeletionItemFacts facts = of(mentoring);
    facts.hold_kinds = {"litigation"};
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::claims);
    EXPECT_EQ(item.authority, "UK GDPR Art 17(3)(e)");
    EXPECT_TRUE(item.can_be_restricted);
}

TEST(DeletionAssessment, E10ConsentGivenAsAChildWeighsForDeleting) {
    DeletionItemFacts facts = of(mentoring);
    facts.consented_as_child = true;
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::free_to_delete);
    EXPECT_NE(item.reason.find("agreed to as a child"), std::string::npos);
    EXPECT_EQ(item.authority, "");
}

TEST(DeletionAssessment, E16WhatSpeaksOfAbuseIsForAPersonToDecide) {
    DeletionItemFacts facts = of(mentoring);
    facts.speaks_of_abuse = true;
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::person_decides);
    facts.service = child_in_need;
    facts.basis = Basis::guidance;
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::statutory);
}

// Statutory, and yet no law says that it must be kept now.
TEST(DeletionAssessment, WhatOnlyTheTrustsOwnPeriodKeepsIsForAPersonToDecide) {
    for (const Outcome outcome : {Outcome::retain, Outcome::permanent}) {
        EXPECT_EQ(assess_for_deletion(of(child_in_need, outcome)).verdict, Verdict::person_decides);
        EXPECT_EQ(assess_for_deletion(by_law(child_in_need, outcome)).verdict, Verdict::statutory);
    }
    for (const Outcome outcome : {Outcome::due, Outcome::review, Outcome::held, Outcome::undetermined})
        EXPECT_EQ(assess_for_deletion(by_law(child_in_need, outcome)).verdict, Verdict::person_decides)
            << static_cast<int>(outcome);
}

// A later period of the trust's own wins, and the law's is still running.
TEST(DeletionAssessment, WhatLawKeepsIsExemptWhateverRuleWins) {
    DeletionItemFacts facts = of(looked_after);
    facts.law_until = on(2082, 5, 4);
    facts.law_authority = "the 2010 Regulations, reg 50";
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::statutory);
    EXPECT_EQ(item.kept_until, on(2082, 5, 4));
    EXPECT_NE(item.authority.find("reg 50"), std::string::npos) << item.authority;
}

TEST(DeletionAssessment, WhatLiesInAFileThatLawKeepsOrIsNotKnownIsForAPersonToDecide) {
    DeletionItemFacts facts = by_law(mentoring);
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::person_decides);
    facts = of(mentoring);
    facts.law_until = on(2082, 5, 4);
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::person_decides);
    EXPECT_EQ(assess_for_deletion(by_law(mentoring, Outcome::permanent)).verdict, Verdict::person_decides);
    EXPECT_EQ(assess_for_deletion(of(mentoring, Outcome::undetermined)).verdict, Verdict::person_decides);
    EXPECT_EQ(assess_for_deletion(of(mentoring, Outcome::due)).verdict, Verdict::free_to_delete);
}

TEST(DeletionAssessment, AnOpenStatutoryServiceIsExemptWhateverKeepsItsRecord) {
    EXPECT_EQ(assess_for_deletion(of(child_in_need, Outcome::live)).verdict, Verdict::statutory);
    EXPECT_EQ(assess_for_deletion(of(mentoring, Outcome::live)).verdict, Verdict::free_to_delete);
}

TEST(DeletionAssessment, ARestrictionIsForAPersonToLift) {
    DeletionItemFacts facts = of(mentoring);
    facts.hold_kinds = {"restriction"};
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::person_decides);
    facts.hold_kinds = {"restriction", "police"};
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::claims);
}

TEST(DeletionAssessment, ASharedDocumentIsForAPersonToDecide) {
    DeletionItemFacts facts = of(mentoring);
    facts.id = "document:D2";
    facts.lies_elsewhere = true;
    EXPECT_EQ(assess_for_deletion(facts).verdict, Verdict::person_decides);
}

// Every reason is told, and the law is that of the strongest.
TEST(DeletionAssessment, TheStrongestReasonDecidesAndNoneIsLeftOut) {
    DeletionItemFacts facts = by_law(child_in_need);
    facts.hold_kinds = {"inquiry"};
    facts.speaks_of_abuse = facts.lies_elsewhere = true;
    const AssessedItem item = assess_for_deletion(facts);
    EXPECT_EQ(item.verdict, Verdict::statutory);
    for (const char* said :
         {"held for: inquiry", "statutory service", "speaks of abuse", "another record too"})
        EXPECT_NE(item.reason.find(said), std::string::npos) << said;
    EXPECT_EQ(item.authority.find("UK GDPR Art 17(3)(b)"), 0U);
}

TEST(DeletionAssessment, EveryVerdictHasAReason) {
    for (const Service& what : {youth_club, mentoring, child_in_need})
        for (int outcome = 0; outcome <= static_cast<int>(Outcome::undetermined); ++outcome)
            for (int facts = 0; facts < 8; ++facts) {
                DeletionItemFacts item = of(what, static_cast<Outcome>(outcome));
                item.speaks_of_abuse = facts & 1;
                item.lies_elsewhere = facts & 2;
                if (facts & 4) item.basis.reset();
                const AssessedItem said = assess_for_deletion(item);
                EXPECT_FALSE(said.reason.empty());
                EXPECT_EQ(parse_deletion_verdict(to_text(said.verdict)), said.verdict);
            }
}

}  // namespace
}  // namespace casekeeper::test
