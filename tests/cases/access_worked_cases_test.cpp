// SPDX-License-Identifier: MIT
//
// What of a record may be shown: the cases W05 to W15 of domain/worked_cases.csv, from the lines of a bundle
// to the decision, and what is refused until it is right.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessWorkedCases : public AccessWorld {
protected:
    Said recorded(const std::string& request, const Words& evidence) const {
        return done("petra", with({"access", "verify-identity", request}, evidence));
    }
    void reviewed_by_now(const std::string& request, Date on = today) const {
        search(request, on);
        review(request, on);
        EXPECT_EQ(state_of(request, on), "reviewed");
    }
    // Deciding is not done while an item waits for its decision.
    void expect_still_to_decide(const std::string& request, Date on = today) const {
        expect_no("dana", finishing(request), {77}, on, true);
    }
    // One that has a letter of a general practitioner in it.
    static Words record_with_letter(const std::string& id, const std::string& more = "") {
        return with(plain_record(id), {professional("GP" + id, "Dr Vale", "health", "general practitioner"),
                                       entry("GP-" + id, "I" + id, "on her sleep and her medicine",
                                             R"(,"classification":"health","author":"GP)" + id + "\"" + more,
                                             "letter-received", "2019-06-03")});
    }
    static Words opinion(const std::string& request, const std::string& harm, const std::string& on) {
        return {"access",
                "opinion",
                request,
                "--of",
                "Dr Vale",
                "--role",
                "her general practitioner",
                "--given",
                on,
                "--harm",
                harm,
                "--text",
                "I have read the letter and know her"};
    }
    Words showing(const std::string& request, const std::string& item, const std::string& rule,
                  Date on = today) const {
        return deciding(request, row(request, item, rule, on), {"--show"});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessWorkedCases);

// W05 (DPA 2018 Sch 3 para 21): a parent with parental responsibility asks for the child protection file of a
// child of 8: child abuse data is withheld where showing it would not be in the child's best interests.
TEST_P(AccessWorkedCases, W05ChildAbuseDataIsWithheldFromAParent) {
    load({person("P1", "2018-05-05"), involvement("I1", "P1", "child-protection-plan", "2024-02-01"),
          entry("E1", "I1", "she said what happens at home", "", "meeting", "2024-02-09")});
    open("W05", "P1", {"--by", "parent", "--requester", "Ruth Haverford"});
    recorded("W05", {"--known", "--authority", "birth certificate, parental responsibility"});
    find_competent("W05", "no", {"--best-interests", "the school needs the plan"});
    reviewed_by_now("W05");
    const std::string proposed = row("W05", "entry:E1", "child-abuse-best-interests");
    ASSERT_NE(word_at(proposed, "proposal"), "") << shown("W05");
    EXPECT_NE(word_at(proposed, "why"), "");
    expect_still_to_decide("W05");
    const Said bare = expect_no("dana", deciding("W05", proposed, {"--withhold"}), {77}, today);
    EXPECT_TRUE(has(bare.err, "Sch 3 para 21")) << "names the law: " << bare;
    withhold("W05", "entry:E1", "child-abuse-best-interests");
    EXPECT_EQ(decision("W05", "entry:E1", "child-abuse-best-interests"), "withhold");
    complete("W05");
    EXPECT_EQ(state_of("W05"), "dispatched");
}

TEST_P(AccessWorkedCases, W05TheParagraphIsNotForOnesOwnRequest) {
    load({person("P1", "2010-05-05"), involvement("I1", "P1", "child-protection-plan", "2024-02-01"),
          entry("E1", "I1", "she said what happens at home", "", "meeting", "2024-02-09")});
    open("W05", "P1");
    know("W05");
    reviewed_by_now("W05");
    EXPECT_EQ(proposal("W05", "entry:E1", "child-abuse-best-interests"), "");
}

// W07 (DPA 2018 Sch 3 para 6(1)): a letter of a general practitioner, no opinion, never seen by the subject:
// not to be shown until the appropriate health professional says that the serious harm test is not met.
TEST_P(AccessWorkedCases, W07AHealthLetterWaitsForAnOpinion) {
    load(record_with_letter("1"));
    open_and_review("W07", "P1");
    EXPECT_EQ(proposal("W07", "entry:GP-1", "health-bar"), "barred") << shown("W07");
    expect_still_to_decide("W07");
    const Said bare = expect_no("dana", showing("W07", "entry:GP-1", "health-bar"), {77}, today, true);
    EXPECT_TRUE(has(bare.err, "Sch 3 para 6")) << "names the law: " << bare;
    EXPECT_TRUE(has(bare.err, "casekeeper access opinion W07")) << "says what is wanted: " << bare;
    done("dana", {"access", "opinion", "W07", "--of", "Dr Vale", "--asked", "2026-11-23"});
    expect_no("dana", showing("W07", "entry:GP-1", "health-bar"), {77});
    done("dana", opinion("W07", "no", "2026-11-23"));
    show_item("W07", "entry:GP-1", "health-bar");
    EXPECT_EQ(decision("W07", "entry:GP-1", "health-bar"), "show");
    complete("W07");
    EXPECT_EQ(state_of("W07"), "dispatched");
}

TEST_P(AccessWorkedCases, W07AnOpinionThatFearsHarmLetsNothingBeShown) {
    load(record_with_letter("1"));
    open_and_review("W07", "P1");
    done("dana", opinion("W07", "yes", "2026-11-23"));
    expect_no("dana", showing("W07", "entry:GP-1", "health-bar"), {77});
    EXPECT_EQ(decision("W07", "entry:GP-1", "health-bar"), "");
    complete("W07");
    EXPECT_EQ(state_of("W07"), "dispatched") << "without the letter";
    EXPECT_NE(decision("W07", "entry:GP-1", "health-bar"), "show");
}

// An opinion on something else covers nothing here.
TEST_P(AccessWorkedCases, W07AnOpinionCoversWhatItIsAbout) {
    load(with(record_with_letter("1"),
              {entry("GP-2", "I1", "on her hearing", R"(,"classification":"health","author":"GP1")",
                     "letter-received", "2019-07-01")}));
    open_and_review("W07", "P1");
    done("dana", with(opinion("W07", "no", "2026-11-23"), {"--items", "entry:GP-2"}));
    expect_no("dana", showing("W07", "entry:GP-1", "health-bar"), {77});
    show_item("W07", "entry:GP-2", "health-bar");
}

// Para 6(2), (3): the 6 months end with the day on which the opinion is relied on, and that is also the day
// on which the pack goes.
class OpinionsOfADay : public AccessWorkedCases {
protected:
    static constexpr Date spring{std::chrono::year{2026}, std::chrono::month{5}, std::chrono::day{26}};

    // A letter to be shown by an opinion of a day in May, signed and announced; it has not gone yet.
    void signed_with_opinion_of(const std::string& on) const {
        const Date before = day("2026-05-18");
        load(record_with_letter("1"), before);
        open_and_review("W07", "P1", {}, before);
        done("dana", opinion("W07", "no", on), spring);
        show_item("W07", "entry:GP-1", "health-bar", {}, spring);
        finish("W07", spring);
        sign("W07", spring);
        announce("W07", spring);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(OpinionsOfADay);

TEST_P(OpinionsOfADay, W07OneOf24MayMayBeReliedOnOn23November) {
    signed_with_opinion_of("2026-05-24");
    dispatch("W07");
    EXPECT_EQ(state_of("W07"), "dispatched");
}

TEST_P(OpinionsOfADay, W07OneOfSixMonthsAndADayStopsTheDispatch) {
    signed_with_opinion_of("2026-05-22");
    const Said said = expect_no("dana", dispatching("W07"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "opinion")) << said;
    EXPECT_NE(state_of("W07"), "dispatched");
    bool is_named = false;
    for (const std::string& one : json_items_at(shown("W07"), "obstacles"))
        is_named = is_named || has(word_at(one, "code") + word_at(one, "what"), "opinion");
    EXPECT_TRUE(is_named) << "show says what stands in the way: " << shown("W07");
}

// "The period of 6 months ending with" 23 November begins on 24 May: one given on the 23rd was obtained
// before it.
TEST_P(OpinionsOfADay, W07TheSixMonthsEndWithTheDayItIsReliedOn) {
    signed_with_opinion_of("2026-05-23");
    expect_no("dana", dispatching("W07"), {77});
    dispatch("W07", day("2026-11-22"));
}

TEST_P(OpinionsOfADay, W07AFreshOpinionLetsItGo) {
    signed_with_opinion_of("2026-05-22");
    expect_no("dana", dispatching("W07"), {77});
    done("dana", opinion("W07", "no", "2026-11-20"));
    if (state_of("W07") == "reviewed") {
        finish("W07");
        sign("W07");
        announce("W07");
    }
    dispatch("W07");
    EXPECT_EQ(state_of("W07"), "dispatched");
}

// W09 (DPA 2018 Sch 3 para 6(2)): a letter that was already sent to the subject in 2019: no opinion is
// needed.
TEST_P(AccessWorkedCases, W09WhatTheSubjectWasSentNeedsNoOpinion) {
    load(record_with_letter("1", R"(,"addressed_to":["Marigold Haverford","P1"])"));
    open_and_review("W09", "P1");
    EXPECT_EQ(proposal("W09", "entry:GP-1", "health-bar"), "") << shown("W09");
    complete("W09");
    EXPECT_EQ(state_of("W09"), "dispatched");
}

// The same where only a person knows that it was sent.
TEST_P(AccessWorkedCases, W09APersonSaysHowTheSubjectKnowsIt) {
    load(record_with_letter("1"));
    open_and_review("W09", "P1");
    expect_no("dana", showing("W09", "entry:GP-1", "health-bar"), {77});
    show_item("W09", "entry:GP-1", "health-bar", {"--known", "sent to her in 2019, the copy is in the file"});
    complete("W09");
    EXPECT_EQ(state_of("W09"), "dispatched");
}

// W10 (DPA 2018 Sch 2 para 17(3)): a social worker named in her official capacity is not kept back merely as
// a third party.
TEST_P(AccessWorkedCases, W10ASocialWorkerInHerWorkIsNoThirdPartyToKeepBack) {
    load(with(plain_record("1"), {professional("SW", "Sara Rowan", "social-work", "social worker"),
                                  entry("E2", "I1", "Sara Rowan visited",
                                        R"(,"author":"SW","provided_by":{"professional":"SW"})", "visit")}));
    open_and_review("W10", "P1");
    EXPECT_EQ(proposal("W10", "entry:E2", "third-party"), "") << shown("W10");
    EXPECT_FALSE(is_anything_about("W10", "professional:SW"));
    complete("W10");
}

// Everybody else in a role is weighed under para 16: the police; and a health professional who is named
// outside a health record.
TEST_P(AccessWorkedCases, W10OthersInARoleAreWeighed) {
    load(with(record_with_letter("1"),
              {professional("PC", "Constable Reed", "police"),
               entry("E2", "I1", "told us of the call-out", R"(,"provided_by":{"professional":"PC"})"),
               entry("E3", "I1", "told us of the missed visits",
                     R"(,"classification":"social-work","provided_by":{"professional":"GP1"})")}));
    open_and_review("W10", "P1");
    EXPECT_EQ(word_at(row("W10", "entry:E2", "third-party", today, "professional:PC"), "proposal"), "weigh");
    EXPECT_EQ(word_at(row("W10", "entry:E3", "third-party", today, "professional:GP1"), "proposal"), "weigh");
    EXPECT_EQ(proposal("W10", "entry:GP-1", "third-party"), "") << "in a health record she is not";
}

// W11 (DPA 2018 Sch 2 para 16(3)): a neighbour who made the referral, refused consent, and whom the subject
// does not know of: withheld after weighing, each of (a) to (e) recorded.
TEST_P(AccessWorkedCases, W11TheNeighbourIsWithheldAfterWeighing) {
    load(with(plain_record("1"),
              {relationship("P1", "neighbour",
                            R"(,"name":"Jane Roe","known_to_subject":false,"consent_to_disclose":"refused",)"
                            R"("consent_on":"2019-11-01")"),
               entry("E2", "I1", "Jane Roe rang: there was shouting again at night",
                     R"(,"provided_by":{"name":"Jane Roe","relation":"neighbour","consent":"refused",)"
                     R"("in_confidence":true})",
                     "telephone-call")}));
    open_and_review("W11", "P1");
    const std::string proposed = row("W11", "entry:E2", "third-party", today, "name:Jane Roe");
    ASSERT_NE(word_at(proposed, "proposal"), "") << shown("W11");
    EXPECT_TRUE(has(word_at(proposed, "why"), "refused")) << word_at(proposed, "why");
    expect_still_to_decide("W11");
    const Said bare = expect_no("dana", deciding("W11", proposed, {"--withhold"}), {77}, today);
    EXPECT_TRUE(has(bare.err, "Sch 2 para 16")) << bare;
    const Words factors = record_keys("third-party");
    EXPECT_EQ(factors.size(), 5U) << "(a) to (e)";
    Words records;
    for (const std::string& factor : factors) {
        const Said said = expect_no("dana", deciding("W11", proposed, with({"--withhold"}, records)), {77});
        EXPECT_TRUE(has(said.err, factor)) << "names what is missing: " << said;
        records = with(records, {"--record", factor + "=weighed"});
    }
    done("dana", deciding("W11", proposed, with({"--part", "Jane Roe rang: "}, records)));
    EXPECT_EQ(word_at(row("W11", "entry:E2", "third-party", today, "name:Jane Roe"), "decision"), "part");
    EXPECT_EQ(
        word_at(row("W11", "entry:E2", "third-party", today, "name:Jane Roe"), "decided_by").substr(0, 4),
        "dana");
    complete("W11");
    EXPECT_EQ(state_of("W11"), "dispatched");
}

// W13 (DPA 2018 Sch 2 para 19): an e-mail with the legal advice of the council's solicitor is withheld.
TEST_P(AccessWorkedCases, W13LegalAdviceIsWithheld) {
    load(record_with_advice("1"));
    open_and_review("W13", "P1");
    const std::string proposed = row("W13", "entry:L1", "legal-privilege");
    EXPECT_EQ(word_at(proposed, "proposal"), "withhold") << shown("W13");
    expect_still_to_decide("W13");
    withhold("W13", "entry:L1", "legal-privilege");
    EXPECT_EQ(decision("W13", "entry:L1", "legal-privilege"), "withhold");
    complete("W13");
    EXPECT_EQ(state_of("W13"), "dispatched");
    EXPECT_EQ(decision("W13", "entry:E1", "legal-privilege"), "") << "nothing else was proposed";
}

// W14 (DPA 2018 Sch 3 paras 7(2), 11): a note of social work whose disclosure would be likely to cause
// serious harm to the subject's mental health and so prejudice social work: that note only, to the extent of
// the harm, signed by a senior, to be looked at again.
TEST_P(AccessWorkedCases, W14SeriousHarmWantsItsRecordASecondSignatureAndADayToLookAgain) {
    load(with(plain_record("1"), {entry("E2", "I1", "what he told us of that night",
                                        R"(,"classification":"social-work","flags":["serious-harm"])")}));
    open_and_review("W14", "P1");
    const std::string proposed = row("W14", "entry:E2", "social-work-harm");
    ASSERT_NE(word_at(proposed, "proposal"), "") << shown("W14");
    EXPECT_EQ(proposal("W14", "entry:E1", "social-work-harm"), "") << "that note only";
    const Said bare = expect_no("dana", deciding("W14", proposed, {"--withhold"}), {77});
    EXPECT_TRUE(has(bare.err, "harm") && has(bare.err, "Sch 3 para")) << bare;
    Words records;
    for (const std::string& key : record_keys("social-work-harm"))
        records = with(records, {"--record", key + "=as the worker found"});
    const Said no_day = expect_no("dana", deciding("W14", proposed, with({"--withhold"}, records)), {64, 77});
    EXPECT_TRUE(has(no_day.err, "--look-again")) << no_day;
    records = with(records, {"--look-again", "2027-05-03"});
    done("dana", deciding("W14", proposed, with({"--withhold"}, records)));
    const std::string decided = row("W14", "entry:E2", "social-work-harm");
    EXPECT_EQ(word_at(decided, "look_again_on"), "2027-05-03");
    EXPECT_EQ(word_at(decided, "countersigned_by"), "");
    withhold_the_rest("W14");
    const Said open_signature = expect_no("dana", finishing("W14"), {77}, today, true);
    EXPECT_TRUE(has(open_signature.err, "casekeeper access sign W14")) << open_signature;
    expect_no("dana", second_signature("W14", decided), {77});
    expect_no("petra", second_signature("W14", decided), {77});
    done("delia", second_signature("W14", decided));
    EXPECT_EQ(word_at(row("W14", "entry:E2", "social-work-harm"), "countersigned_by").substr(0, 5), "delia");
    complete("W14");
    EXPECT_EQ(state_of("W14"), "dispatched");
}

// W15 (DPA 2018 Sch 4 para 4): an education, health and care plan: the bar of SEND Regulations 2014 reg 17 is
// looked at before anything of it is released.
TEST_P(AccessWorkedCases, W15AnEducationHealthAndCarePlanIsLookedAtFirst) {
    load({person("P1", "2005-05-04"), involvement("I1", "P1", "ehc-needs-plan", "2015-09-01", "2024-08-31"),
          entry("E1", "I1", "what she needs at school", R"(,"classification":"education")", "plan",
                "2019-10-02")});
    open_and_review("W15", "P1");
    const std::string proposed = row("W15", "entry:E1", "sen-bar");
    ASSERT_NE(word_at(proposed, "proposal"), "") << shown("W15");
    expect_still_to_decide("W15");
    withhold("W15", "entry:E1", "sen-bar");
    EXPECT_EQ(decision("W15", "entry:E1", "sen-bar"), "withhold");
    complete("W15");
    EXPECT_EQ(state_of("W15"), "dispatched");
}

}  // namespace
}  // namespace casekeeper::test
