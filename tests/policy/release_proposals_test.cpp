// SPDX-License-Identifier: MIT
//
// What the shipped rules propose: the worked cases W05 to W15 of domain/worked_cases.csv, and the lines
// between them.
#include "policy/release_proposals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace casekeeper::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Lines = std::vector<std::string>;

std::string shipped(const std::string& name) {
    std::ifstream file(CASEKEEPER_SOURCE "/config/" + name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

const ServiceCatalogue& catalogue() {
    static const ServiceCatalogue read = [] {
        std::vector<Finding> findings;
        return ServiceCatalogue::read(shipped("service_catalogue.toml"), "service_catalogue.toml", findings);
    }();
    return read;
}

const ReleaseRules& rules() {
    static const ReleaseRules read = [] {
        std::vector<Finding> findings;
        return ReleaseRules::read(shipped("release_rules.toml"), "release_rules.toml", findings);
    }();
    return read;
}

PartFacts part(const std::string& service = "child-in-need") {
    PartFacts facts;
    facts.item = "entry:E7";
    facts.kind = "note";
    facts.service = service;
    facts.author_kind = "social-work";
    return facts;
}

PartFacts flagged(const std::string& flag, const std::string& service = "child-in-need") {
    PartFacts facts = part(service);
    facts.flags = {flag};
    return facts;
}

PartFacts gp_letter() {
    PartFacts facts = part();
    facts.kind = "letter-received";
    facts.provider_kind = "health";
    return facts;
}

PartFacts told_by_the_child() {
    PartFacts facts = part();
    facts.provided_by_subject = true;
    facts.in_confidence = true;
    return facts;
}

PartFacts naming(ThirdParty party) {
    PartFacts facts = part();
    facts.third_parties = {std::move(party)};
    return facts;
}

ThirdParty neighbour(const std::string& consent = "") {
    ThirdParty party;
    party.key = "name:N";
    party.relation = "neighbour";
    party.consent = consent;
    return party;
}

ThirdParty professional(const std::string& kind) {
    ThirdParty party;
    party.key = "professional:W1";
    party.professional_kind = kind;
    return party;
}

Reader reader(Capacity capacity, bool is_child = true) {
    Reader reader;
    reader.capacity = capacity;
    reader.subject_is_child = is_child;
    return reader;
}

const Reader oneself = reader(Capacity::self, false);
const Reader parent = reader(Capacity::parent);

std::vector<ReleaseProposal> all_for(const PartFacts& facts, const Reader& who) {
    return proposals_for(rules(), catalogue(), facts, who);
}

// "rule about: proposal".
Lines proposed(const PartFacts& facts, const Reader& who = oneself) {
    Lines lines;
    for (const ReleaseProposal& proposal : all_for(facts, who))
        lines.push_back(proposal.rule + (proposal.about.empty() ? "" : " " + proposal.about) + ": " +
                        proposal.proposal);
    return lines;
}

std::string why(const PartFacts& facts, const std::string& rule, const Reader& who = oneself) {
    for (const ReleaseProposal& proposal : all_for(facts, who))
        if (proposal.rule == rule) return proposal.why;
    return "";
}

std::string label(const PartFacts& facts) {
    return classified(rules(), catalogue(), facts);
}

TEST(ReleaseProposals, AnOrdinaryPartIsShown) {
    EXPECT_THAT(proposed(part()), IsEmpty());
    EXPECT_THAT(proposed(part(), parent), IsEmpty());
}

// ── Classification: domain.md section 4.6, last lines; DPA 2018 Sch 3 para 7(1) ──

TEST(ReleaseProposals, HealthGoesBeforeEveryOtherLabel) {
    EXPECT_EQ(label(part()), "social-work");
    EXPECT_EQ(label(gp_letter()), "health");
    PartFacts facts = gp_letter();
    facts.classification = "social-work";
    EXPECT_EQ(label(facts), "health");
    facts = part();
    facts.classification = "education";
    facts.topic = "health";
    EXPECT_EQ(label(facts), "health");
    facts.topic = "education";
    EXPECT_EQ(label(facts), "education");
}

TEST(ReleaseProposals, WhatIsRecordedGoesBeforeAuthorTopicAndService) {
    PartFacts facts = part();
    facts.author_kind = "education";
    EXPECT_EQ(label(facts), "education");
    facts.classification = "social-work";
    EXPECT_EQ(label(facts), "social-work");
    facts = part();
    facts.topic = "education";
    EXPECT_EQ(label(facts), "education");
    EXPECT_EQ(label(part("young-people-drug-service")), "health");
    EXPECT_EQ(label(part("virtual-school")), "education");
    facts = part("young-people-drug-service");
    facts.classification = "social-work";
    EXPECT_EQ(label(facts), "social-work");
}

// DPA 2018 Sch 3 para 8(1)(f).
TEST(ReleaseProposals, WelfareWorkAboutAttendanceIsSocialWork) {
    EXPECT_EQ(label(part("education-supervision-order")), "social-work");
    EXPECT_EQ(label(part("children-missing-education")), "social-work");
}

// ── Health ──

// W07, DPA 2018 Sch 3 para 6(1): a GP's letter that the person has never seen, and no opinion.
TEST(ReleaseProposals, W07AGpLetterIsBarredUntilAHealthProfessionalSaysSo) {
    EXPECT_THAT(proposed(gp_letter()), ElementsAre("health-bar: barred"));
    EXPECT_THAT(proposed(gp_letter(), parent), ElementsAre("health-bar: barred"));
    EXPECT_EQ(why(gp_letter(), "health-bar"), "health data, given by a health professional");
}

// W09, DPA 2018 Sch 3 para 6(2): a GP's letter that was sent to the person in 2019.
TEST(ReleaseProposals, W09AGpLetterThePersonHasNeedsNoOpinion) {
    PartFacts facts = gp_letter();
    facts.known_to_subject = true;
    facts.known_because = "addressed to them";
    EXPECT_THAT(proposed(facts), IsEmpty());
    EXPECT_THAT(proposed(facts, parent), IsEmpty());
}

TEST(ReleaseProposals, HealthIsBarredInTheReadersOwnWordsToo) {
    PartFacts facts = part();
    facts.provided_by_subject = true;
    facts.topic = "health";
    EXPECT_THAT(proposed(facts), ElementsAre("health-bar: barred"));
}

// ── Serious harm ──

// W14, DPA 2018 Sch 3 para 7(2), 11.
TEST(ReleaseProposals, W14SeriousHarmInASocialWorkNoteIsWithheld) {
    EXPECT_THAT(proposed(flagged("serious-harm")), ElementsAre("social-work-harm: withhold"));
    EXPECT_EQ(why(flagged("serious-harm"), "social-work-harm"),
              "flagged serious-harm; social-work data, as nothing says otherwise");
}

TEST(ReleaseProposals, SeriousHarmGoesByTheKindOfData) {
    PartFacts facts = flagged("serious-harm");
    facts.classification = "education";
    EXPECT_THAT(proposed(facts), ElementsAre("education-harm: withhold"));
    facts.classification = "health";
    EXPECT_THAT(proposed(facts), ElementsAre("health-bar: barred", "health-harm: withhold"));
    facts.known_to_subject = true;
    EXPECT_THAT(proposed(facts), ElementsAre("health-harm: withhold"));
}

// ── Other people ──

// W10, DPA 2018 Sch 2 para 17(3): a social worker in official capacity.
TEST(ReleaseProposals, W10ASocialWorkerIsNotHiddenForBeingNamed) {
    for (const char* kind : {"social-work", "education", "court"})
        EXPECT_THAT(proposed(naming(professional(kind))), IsEmpty()) << kind;
    for (const char* kind : {"police", "legal", "youth-justice", "other"})
        EXPECT_THAT(proposed(naming(professional(kind))), ElementsAre("third-party professional:W1: weigh"))
            << kind;
}

// DPA 2018 Sch 2 para 17(2), s205: only on a health record, which is made by or for a health professional.
TEST(ReleaseProposals, AHealthProfessionalIsShownOnAHealthRecordOnly) {
    const PartFacts note = naming(professional("health"));
    EXPECT_THAT(proposed(note), ElementsAre("third-party professional:W1: weigh"));
    EXPECT_THAT(why(note, "third-party"), HasSubstr("a health professional outside a health record"));
    PartFacts letter = gp_letter();
    letter.third_parties = note.third_parties;
    EXPECT_THAT(proposed(letter), ElementsAre("health-bar: barred"));
    PartFacts about_health = note;
    about_health.topic = "health";
    EXPECT_THAT(proposed(about_health), Contains("third-party professional:W1: weigh"));
}

// W11, DPA 2018 Sch 2 para 16(3): a neighbour who told of the child, refused consent, unknown to the person.
TEST(ReleaseProposals, W11ANeighbourWhoRefusedIsWeighedAndTheRefusalTold) {
    PartFacts facts = naming(neighbour("refused"));
    facts.third_parties[0].is_source = true;
    EXPECT_THAT(proposed(facts), ElementsAre("third-party name:N: weigh"));
    EXPECT_EQ(why(facts, "third-party"), "neighbour could be known as who gave it; they refused consent");
}

TEST(ReleaseProposals, ConsentAndBeingKnownSettleIt) {
    EXPECT_THAT(proposed(naming(neighbour("given"))), IsEmpty());
    ThirdParty known = neighbour();
    known.known_to_subject = true;
    EXPECT_THAT(proposed(naming(known)), IsEmpty());
    known.consent = "refused";
    EXPECT_THAT(proposed(naming(known)), ElementsAre("third-party name:N: weigh"));
    ThirdParty self = neighbour("refused");
    self.is_subject = true;
    EXPECT_THAT(proposed(naming(self)), IsEmpty());
}

TEST(ReleaseProposals, TheReasonTellsWhatIsKnownOfConsent) {
    EXPECT_THAT(why(naming(neighbour()), "third-party"), HasSubstr("whether they consent is not recorded"));
    EXPECT_THAT(why(naming(neighbour("not-asked")), "third-party"), HasSubstr("have not been asked"));
    EXPECT_THAT(why(naming(neighbour("impossible")), "third-party"), HasSubstr("cannot be asked"));
}

// To whom a child's friend or foster carer is known is the child's matter.
TEST(ReleaseProposals, WhomTheChildKnowsAParentMayNot) {
    ThirdParty carer = neighbour();
    carer.relation = "foster-carer";
    carer.known_to_subject = true;
    EXPECT_THAT(proposed(naming(carer), parent), ElementsAre("third-party name:N: weigh"));
    EXPECT_THAT(why(naming(carer), "third-party", parent), HasSubstr("the reader perhaps not"));
    carer.relation = "mother";
    EXPECT_THAT(proposed(naming(carer), parent), IsEmpty());
}

// DPA 2018 Sch 2 para 16(1): to be known as the source is to be known.
TEST(ReleaseProposals, ASourceInConfidenceIsWeighedThoughThePersonKnowsThem) {
    ThirdParty source = neighbour();
    source.known_to_subject = true;
    source.is_source = true;
    PartFacts facts = naming(source);
    EXPECT_THAT(proposed(facts), IsEmpty());
    facts.in_confidence = true;
    EXPECT_THAT(proposed(facts), ElementsAre("third-party name:N: weigh"));
    EXPECT_THAT(why(facts, "third-party"), HasSubstr("given in confidence"));
    facts.third_parties[0].consent = "given";
    EXPECT_THAT(proposed(facts), IsEmpty());
}

TEST(ReleaseProposals, ASourceInConfidenceThatIsNotNamedIsWeighedForTheWhole) {
    PartFacts facts = part();
    facts.in_confidence = true;
    EXPECT_THAT(proposed(facts), ElementsAre("third-party: weigh"));
    facts.provider_kind = "education";
    EXPECT_THAT(proposed(facts), IsEmpty());
}

TEST(ReleaseProposals, OneForEachPersonInTheOrderOfTheirKeys) {
    PartFacts facts = part();
    for (const char* key : {"person:P9", "name:Z", "person:P2", "person:P9"}) {
        facts.third_parties.push_back(neighbour());
        facts.third_parties.back().key = key;
    }
    facts.third_parties.back().consent = "refused";
    EXPECT_THAT(proposed(facts), ElementsAre("third-party name:Z: weigh", "third-party person:P2: weigh",
                                             "third-party person:P9: weigh"));
    EXPECT_THAT(all_for(facts, oneself).back().why, HasSubstr("refused consent"));
}

// ── The person's own ──

TEST(ReleaseProposals, WhatTheReaderGaveIsTheirs) {
    PartFacts facts = naming(neighbour("refused"));
    facts.provided_by_subject = true;
    facts.flags = {"serious-harm", "legal-advice", "court"};
    EXPECT_THAT(proposed(facts), IsEmpty());
    EXPECT_THAT(proposed(facts, reader(Capacity::representative)), IsEmpty());
    EXPECT_THAT(proposed(facts, parent), Contains("third-party name:N: weigh"));
    facts.flags = {"protected-place"};
    EXPECT_THAT(proposed(facts), ElementsAre("protected-place: withhold"));
}

// DPA 2018 Sch 3 para 4, 10: asked by somebody with parental responsibility, under 18 only.
TEST(ReleaseProposals, AChildsConfidenceIsKeptFromParentsUntilThe18thBirthday) {
    const PartFacts facts = told_by_the_child();
    EXPECT_THAT(proposed(facts, parent), ElementsAre("expectations: withhold"));
    EXPECT_THAT(proposed(facts, reader(Capacity::other)), ElementsAre("expectations: withhold"));
    EXPECT_THAT(proposed(facts, reader(Capacity::parent, false)), IsEmpty());
    EXPECT_THAT(proposed(facts, reader(Capacity::self)), IsEmpty());
    EXPECT_THAT(proposed(flagged("childs-confidence"), parent), ElementsAre("expectations: withhold"));
    EXPECT_EQ(why(facts, "expectations", parent),
              "social-work data, as nothing says otherwise; given by the person; given in confidence; the "
              "person is under 18");
}

TEST(ReleaseProposals, WhatAChildSaidOpenlyIsNotKeptFromParents) {
    PartFacts facts = told_by_the_child();
    facts.in_confidence = false;
    EXPECT_THAT(proposed(facts, parent), IsEmpty());
}

// DPA 2018 Sch 3 para 4(2), 10(2): what a child told a worker, though nobody flagged it.
TEST(ReleaseProposals, AChildsOwnWordsAreWeighedForAParent) {
    PartFacts facts = part();
    facts.has_subject_words = true;
    EXPECT_THAT(proposed(facts, parent), ElementsAre("expectations: weigh"));
    EXPECT_EQ(why(facts, "expectations", parent), "the person's own words are in it; the person is under 18");
    EXPECT_THAT(proposed(facts, reader(Capacity::attorney, false)), ElementsAre("expectations: weigh"));
    EXPECT_THAT(proposed(facts, reader(Capacity::parent, false)), IsEmpty());
    EXPECT_THAT(proposed(facts), IsEmpty());
    facts.flags = {"childs-confidence"};
    EXPECT_THAT(proposed(facts, parent), ElementsAre("expectations: withhold"));
}

// The law has no such rule for education data, and none for attorneys that no court appointed.
TEST(ReleaseProposals, WhereTheLawDoesNotReachAPersonWeighsIt) {
    PartFacts facts = told_by_the_child();
    facts.classification = "education";
    EXPECT_THAT(proposed(facts, parent), ElementsAre("expectations: weigh"));
    EXPECT_THAT(proposed(told_by_the_child(), reader(Capacity::attorney, false)),
                ElementsAre("expectations: weigh"));
}

// ── Child abuse ──

// W05, DPA 2018 Sch 3 para 21: a parent asks for the child protection file of a child of 8.
TEST(ReleaseProposals, W05ChildAbuseDataIsWithheldFromAParent) {
    for (const char* service : {"child-protection-plan", "s47-enquiry", "strategy-discussion"})
        EXPECT_THAT(proposed(part(service), parent), ElementsAre("child-abuse-best-interests: withhold"))
            << service;
    EXPECT_THAT(proposed(flagged("child-abuse"), parent),
                ElementsAre("child-abuse-best-interests: withhold"));
    EXPECT_EQ(why(part("s47-enquiry"), "child-abuse-best-interests", parent),
              "part of s47-enquiry; the person is under 18");
}

TEST(ReleaseProposals, ChildAbuseDataIsShownToThePerson) {
    EXPECT_THAT(proposed(part("s47-enquiry"), reader(Capacity::self)), IsEmpty());
    EXPECT_THAT(proposed(part("s47-enquiry")), IsEmpty());
    EXPECT_THAT(proposed(part("s47-enquiry"), reader(Capacity::parent, false)), IsEmpty());
    EXPECT_THAT(proposed(part("s47-enquiry"), reader(Capacity::attorney, false)),
                ElementsAre("child-abuse-best-interests: weigh"));
}

TEST(ReleaseProposals, WhatMayTellOfAbuseIsWeighed) {
    EXPECT_THAT(proposed(part("lado-allegation"), parent), ElementsAre("child-abuse-best-interests: weigh"));
    EXPECT_THAT(proposed(flagged("child-abuse", "court-report-s7"), parent),
                ElementsAre("child-abuse-best-interests: withhold"));
}

// ── Lawyers, courts, police; bars in other laws ──

// W13, DPA 2018 Sch 2 para 19: advice from the council's solicitor.
TEST(ReleaseProposals, W13LegalAdviceIsWithheld) {
    EXPECT_THAT(proposed(flagged("legal-advice")), ElementsAre("legal-privilege: withhold"));
    PartFacts facts = part();
    facts.author_kind = "legal";
    EXPECT_THAT(proposed(facts), ElementsAre("legal-privilege: withhold"));
    facts = part();
    facts.provider_kind = "legal";
    EXPECT_THAT(proposed(facts), ElementsAre("legal-privilege: weigh"));
}

TEST(ReleaseProposals, CourtsAndPoliceAreAsked) {
    EXPECT_THAT(proposed(flagged("court")), ElementsAre("court-report: weigh"));
    PartFacts facts = part();
    facts.provider_kind = "court";
    EXPECT_THAT(proposed(facts), ElementsAre("court-report: weigh"));
    facts.provider_kind = "police";
    EXPECT_THAT(proposed(facts), ElementsAre("crime: weigh"));
    EXPECT_EQ(why(facts, "crime"), "given by the police");
}

// W15, DPA 2018 Sch 4 para 4: an EHC plan held by the council.
TEST(ReleaseProposals, W15AnEhcPlanIsCheckedAgainstItsBar) {
    EXPECT_THAT(proposed(part("ehc-needs-plan")), ElementsAre("sen-bar: weigh"));
}

// DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 s60, s61.
TEST(ReleaseProposals, AdoptionRecordsAreBarredUnlessAskedForByTheirOwnWay) {
    EXPECT_THAT(proposed(flagged("adoption")), ElementsAre("adoption-records: barred"));
    EXPECT_THAT(proposed(part("adoption-placement")), ElementsAre("adoption-records: barred"));
    Reader by_adoption = oneself;
    by_adoption.route = "adoption";
    EXPECT_THAT(proposed(part("adoption-placement"), by_adoption), IsEmpty());
}

TEST(ReleaseProposals, ADocumentNobodyCanReadIsLookedAtFirst) {
    PartFacts facts = part();
    facts.has_text = false;
    EXPECT_THAT(proposed(facts), ElementsAre("unread: look"));
    facts.provided_by_subject = true;
    EXPECT_THAT(proposed(facts), ElementsAre("unread: look"));
}

TEST(ReleaseProposals, RulesForPeopleAreNeverProposed) {
    PartFacts facts = flagged("self-incrimination");
    facts.flags = {"negotiations", "research", "exams"};
    EXPECT_THAT(proposed(facts), IsEmpty());
}

// What is barred or weighed of an involvement is not told before somebody decides; what people take up by choice
// they know of, their parents perhaps not.
TEST(ReleaseProposals, AServiceIsNamedWhereNothingIsProposedOfIt) {
    const auto named = [](const char* service, const Reader& who) {
        return may_be_named(rules(), catalogue(), service, who);
    };
    EXPECT_TRUE(named("child-in-need", oneself));
    EXPECT_TRUE(named("young-people-drug-service", oneself));
    EXPECT_FALSE(named("young-people-drug-service", parent));
    EXPECT_FALSE(named("adoption-placement", oneself));
    EXPECT_FALSE(named("prevent-channel", oneself));
    EXPECT_FALSE(named("no-such-service", oneself));
}

TEST(ReleaseProposals, EveryProposalNamesItsPartAndARule) {
    PartFacts facts = gp_letter();
    facts.flags = {"serious-harm", "adoption", "court", "legal-advice", "protected-place"};
    facts.third_parties = {neighbour("refused")};
    const auto all = all_for(facts, parent);
    EXPECT_EQ(all.size(), 7U);
    for (const ReleaseProposal& proposal : all) {
        EXPECT_EQ(proposal.item, "entry:E7");
        EXPECT_NE(rules().find(proposal.rule), nullptr);
        EXPECT_THAT(proposal.why, Not(IsEmpty()));
    }
}

}  // namespace
}  // namespace casekeeper::test
