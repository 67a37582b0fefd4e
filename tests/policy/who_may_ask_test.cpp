// SPDX-License-Identifier: MIT
//
// Who may ask: the worked cases of domain/worked_cases.csv by their ids, and what lies between them.
#include "policy/who_may_ask.h"

#include <gtest/gtest.h>

namespace casekeeper::test {
namespace {

using Answer = Entitlement::Answer;

const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};

DateRange aged(int years) {
    const Date born = subtract(today, {years, 6, 0}, Rounding::never_late);
    return {born, born};
}

Competence found(bool competent, bool impaired = false) {
    return {competent, impaired, "W1", today, "said in their own words what would go"};
}

Asking asked_by(Capacity capacity, std::optional<DateRange> born) {
    Asking asking;
    asking.capacity = capacity;
    asking.born = born;
    asking.on = today;
    asking.identity_settled = true;
    return asking;
}

// W01: a child of 13 in England who understands may ask themselves; there is no fixed age.
TEST(WhoMayAsk, W01AChildWhoUnderstandsMayAsk) {
    for (const int age : {9, 13, 15}) {
        Asking asking = asked_by(Capacity::self, aged(age));
        EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "nobody has found out yet";
        asking.competence = found(true);
        EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled) << age;
        asking.competence = found(false);
        EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled) << age;
    }
}

// W02: a parent without parental responsibility has no standing; authority or a court order is asked for.
TEST(WhoMayAsk, W02AParentWithoutParentalResponsibilityMayNot) {
    Asking asking = asked_by(Capacity::parent, aged(6));
    asking.competence = found(false);
    asking.in_best_interests = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    EXPECT_NE(who_may_ask(asking).reason.find("no standing: ask for it, or for a court order"),
              std::string::npos);
}

// W04: a solicitor with the signed authority of an adult care leaver; the evidence is the solicitor's to
// give.
TEST(WhoMayAsk, W04ASolicitorShowsTheSignedAuthority) {
    Asking asking = asked_by(Capacity::representative, aged(24));
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    asking.has_authority = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
}

// E08: a mother with parental responsibility; the competent fourteen-year-old objects.
TEST(WhoMayAsk, E08NeverOverTheHeadOfACompetentYoungPerson) {
    Asking asking = asked_by(Capacity::parent, aged(14));
    asking.has_authority = true;
    asking.competence = found(true);
    asking.in_best_interests = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "nobody has asked them yet";
    asking.person_agrees = false;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
    asking.person_agrees = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
}

// E09: a father with parental responsibility, for a child of 6: if it is in the child's best interests.
TEST(WhoMayAsk, E09ForASmallChildInTheirInterest) {
    Asking asking = asked_by(Capacity::parent, aged(6));
    asking.has_authority = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "competence is found out, not presumed away";
    asking.competence = found(false);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "not weighed yet";
    asking.in_best_interests = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
}

// E14: a child who died, asked for by a grandparent: no such request.
TEST(WhoMayAsk, E14TheRightIsALivingPersons) {
    for (const Capacity capacity :
         {Capacity::self, Capacity::parent, Capacity::representative, Capacity::other}) {
        Asking asking = asked_by(capacity, aged(9));
        asking.is_dead = true;
        asking.has_authority = asking.in_best_interests = true;
        asking.person_agrees = true;
        const Entitlement entitlement = who_may_ask(asking);
        EXPECT_EQ(entitlement.answer, Answer::not_entitled);
        EXPECT_NE(entitlement.law.find("DPA 2018 s3(2)"), std::string::npos);
    }
}

// Whatever authority somebody shows: the right is the young person's.
TEST(WhoMayAsk, AYoungPersonsNoCountsAgainstEverybody) {
    for (const Capacity capacity :
         {Capacity::parent, Capacity::representative, Capacity::attorney, Capacity::other}) {
        Asking asking = asked_by(capacity, aged(14));
        asking.has_authority = asking.in_best_interests = true;
        asking.competence = found(true);
        asking.person_agrees = false;
        EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled) << static_cast<int>(capacity);
    }
}

// The policy's exception: a disability that prevents a decision of their own.
TEST(WhoMayAsk, AnImpairmentIsTheException) {
    Asking asking = asked_by(Capacity::parent, aged(15));
    asking.has_authority = asking.in_best_interests = true;
    asking.competence = found(true, true);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
    Asking own = asked_by(Capacity::self, aged(17));
    own.competence = found(true, true);
    EXPECT_EQ(who_may_ask(own).answer, Answer::not_entitled);
}

TEST(WhoMayAsk, FromSixteenTheyArePresumedAble) {
    EXPECT_EQ(who_may_ask(asked_by(Capacity::self, aged(16))).answer, Answer::entitled);
    EXPECT_EQ(who_may_ask(asked_by(Capacity::self, aged(15))).answer, Answer::missing);
    Asking parent = asked_by(Capacity::parent, aged(17));
    parent.has_authority = true;
    EXPECT_EQ(who_may_ask(parent).answer, Answer::missing) << "does the young person agree?";
    const Date birthday = subtract(today, {16, 0, 0}, Rounding::never_late);
    EXPECT_EQ(who_may_ask(asked_by(Capacity::self, DateRange{birthday, birthday})).answer, Answer::entitled);
    EXPECT_EQ(who_may_ask(asked_by(Capacity::self, DateRange{birthday, day_after(birthday)})).answer,
              Answer::missing)
        << "perhaps a day younger";
}

TEST(WhoMayAsk, WithoutABirthNobodyIsPresumedGrown) {
    EXPECT_EQ(who_may_ask(asked_by(Capacity::self, std::nullopt)).answer, Answer::missing);
    Asking asking = asked_by(Capacity::self, std::nullopt);
    asking.competence = found(true);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
}

TEST(WhoMayAsk, AnAdultsParentMayNot) {
    Asking asking = asked_by(Capacity::parent, aged(19));
    asking.has_authority = asking.in_best_interests = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
}

TEST(WhoMayAsk, AnAttorneyActsForWhoCannotDecide) {
    Asking asking = asked_by(Capacity::attorney, aged(30));
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    asking.has_authority = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
    asking.competence = found(true);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
    asking.competence = found(false);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    asking.in_best_interests = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
}

TEST(WhoMayAsk, NobodyIsEntitledBeforeTheirIdentityIsSettled) {
    Asking asking = asked_by(Capacity::self, aged(20));
    asking.identity_settled = false;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    EXPECT_NE(who_may_ask(asking).reason.find("identity"), std::string::npos);
}

// Gillick: a competent young person's no is the answer, whatever papers their parent may have.
TEST(WhoMayAsk, ACompetentChildsNoNeedsNoPapers) {
    Asking asking = asked_by(Capacity::parent, aged(14));
    asking.person_agrees = false;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "nobody has found out whether they understand";
    asking.competence = found(true);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
    asking.competence = found(false);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "papers, and their interests";
}

// Evidence of authority is named as what is missing only where it is.
TEST(WhoMayAsk, SaysWhereAuthorityIsWhatIsMissing) {
    for (const Capacity capacity :
         {Capacity::parent, Capacity::representative, Capacity::attorney, Capacity::other}) {
        Asking asking = asked_by(capacity, aged(12));
        EXPECT_TRUE(who_may_ask(asking).lacks_authority) << to_text(capacity);
        asking.has_authority = true;
        EXPECT_FALSE(who_may_ask(asking).lacks_authority) << to_text(capacity);
    }
    EXPECT_FALSE(who_may_ask(asked_by(Capacity::self, aged(12))).lacks_authority);
}

// ── Records from before an adoption (DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 s60; SI 2005/888) ──

Asking of_the_adopted(int age) {
    Asking asking = asked_by(Capacity::self, aged(age));
    asking.adoption = {true, true, true, true};
    return asking;
}

std::string law_of(const Asking& asking, Answer answer) {
    const Entitlement entitlement = who_may_ask(asking);
    EXPECT_EQ(entitlement.answer, answer) << entitlement.reason;
    EXPECT_FALSE(entitlement.lacks_authority);
    return entitlement.law;
}

TEST(WhoMayAsk, ARecordFromBeforeAnAdoptionHasItsOwnRouteOnly) {
    Asking asking = of_the_adopted(30);
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
    asking.adoption.is_taken = false;
    EXPECT_NE(law_of(asking, Answer::not_entitled).find("Sch 4 para 3"), std::string::npos);
    asking.adoption = {false, true, true, true};
    EXPECT_NE(law_of(asking, Answer::not_entitled).find("Sch 4 para 3"), std::string::npos)
        << "and the route leads to no other record";
}

TEST(WhoMayAsk, ThatRouteIsForTheAdoptedAdultAlone) {
    for (const Capacity capacity :
         {Capacity::parent, Capacity::representative, Capacity::attorney, Capacity::other}) {
        Asking asking = of_the_adopted(30);
        asking.capacity = capacity;
        asking.has_authority = asking.in_best_interests = true;
        EXPECT_NE(law_of(asking, Answer::not_entitled).find("s60"), std::string::npos) << to_text(capacity);
    }
    Asking young = of_the_adopted(17);
    young.competence = found(true);
    EXPECT_NE(law_of(young, Answer::not_entitled).find("s60"), std::string::npos);
}

// Adulthood begins on the birthday; of a birth known by its year alone it is certain only a year later.
TEST(WhoMayAsk, ThatRouteIsOpenFromTheEighteenthBirthday) {
    Asking asking = of_the_adopted(30);
    const Date birthday = subtract(today, {18, 0, 0}, Rounding::never_late);
    asking.born = DateRange{birthday, birthday};
    EXPECT_EQ(who_may_ask(asking).answer, Answer::entitled);
    asking.born = DateRange{day_after(birthday), day_after(birthday)};
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
    asking.born = DateRange{birthday, day_after(birthday)};
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
    asking.born.reset();
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing);
}

TEST(WhoMayAsk, ThatRouteAsksForReasonsAndADataProtectionOfficer) {
    Asking asking = of_the_adopted(30);
    asking.adoption.has_reasons = false;
    EXPECT_NE(law_of(asking, Answer::missing).find("SI 2005/888"), std::string::npos);
    asking.adoption = {true, true, true, false};
    EXPECT_NE(law_of(asking, Answer::missing).find("SI 2005/888"), std::string::npos);
    asking = of_the_adopted(30);
    asking.identity_settled = false;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::missing) << "and who asks is settled as ever";
    asking = of_the_adopted(30);
    asking.is_dead = true;
    EXPECT_EQ(who_may_ask(asking).answer, Answer::not_entitled);
}

TEST(WhoMayAsk, EveryAnswerHasItsReasonAndItsLaw) {
    for (const Capacity capacity :
         {Capacity::self, Capacity::parent, Capacity::representative, Capacity::attorney, Capacity::other})
        for (const int age : {6, 14, 17, 40})
            for (int facts = 0; facts < 64; ++facts) {
                Asking asking = asked_by(capacity, aged(age));
                asking.has_authority = facts & 1;
                asking.person_agrees = (facts & 2) != 0;
                asking.in_best_interests = facts & 4;
                asking.identity_settled = facts & 8;
                if (facts & 16) asking.competence = found(facts & 32);
                const Entitlement entitlement = who_may_ask(asking);
                EXPECT_FALSE(entitlement.reason.empty() || entitlement.law.empty());
                if (entitlement.answer != Answer::entitled) continue;
                EXPECT_TRUE(asking.identity_settled);
                EXPECT_TRUE(capacity == Capacity::self || asking.has_authority);
                const bool able = asking.competence ? asking.competence->competent : age >= 16;
                EXPECT_TRUE(able || asking.in_best_interests) << age << " " << facts;
            }
}

TEST(WhoMayAsk, CapacitiesAreReadByName) {
    EXPECT_EQ(parse_capacity("attorney"), Capacity::attorney);
    EXPECT_FALSE(parse_capacity("mother"));
}

}  // namespace
}  // namespace casekeeper::test
