// SPDX-License-Identifier: MIT
//
// What keeps a sharing from being recorded as done. Of each: one that is stopped, one that is let through, one
// at the edge; and no stop says a name or a place, for errors outlive the erasure.
#include "support/disclosure_world.h"

namespace casekeeper::test {
namespace {

class DisclosureStopsTest : public DisclosureWorld {};
CASEKEEPER_ON_BOTH_ENGINES(DisclosureStopsTest);

constexpr const char* place = "a protected place would be given away";

TEST_P(DisclosureStopsTest, ARecipientWhoIsNotToldOfThisService) {
    expect_stopped({"--recipient", "Ashby Housing", "--involvement", "I2", "--consent", "given",
                    "--consent-on", "2026-11-01"},
                   "recipients of the kind housing are not among those who may be told of looked-after",
                   "--serious-harm REASON");
    expect_recorded({"--recipient", "Ashby Housing", "--consent", "given", "--consent-on", "2026-11-01"});
    // Of everything of hers: one service of two is not for them.
    expect_stopped({"--recipient", "Ashby Housing", "--involvement", "", "--consent", "given", "--consent-on",
                    "2026-11-01"},
                   "may be told of looked-after", "--involvement ID");
}

TEST_P(DisclosureStopsTest, ARecipientOfNoKind) {
    const Said said =
        expect_stopped({"--recipient", "Zebedee Quill"}, "the recipient is of no kind", "--recipient-kind");
    EXPECT_FALSE(has(said.err, "Zebedee")) << said;
    expect_stopped({"--recipient", ""}, "the recipient is of no kind");
    expect_recorded({"--recipient", "Zebedee Quill", "--recipient-kind", "lawyer", "--involvement", "I2"});
}

// ── A protected place ──

TEST_P(DisclosureStopsTest, AProtectedPlaceInWhatIsSaid) {
    for (const char* option : {"--information", "--method", "--conditions"}) {
        const Said said = expect_stopped({"--recipient", "Fern Lane School", option, "go to 14, MILL lane"},
                                         place, "nothing lifts this");
        EXPECT_FALSE(has(said.err, "MILL")) << said;
    }
    expect_stopped({"--recipient", "Fern Lane School", "--information", "ring 01632-960-123"}, place);
    expect_stopped({"--recipient", "Fern Lane School, PE365LS"}, place);
    expect_recorded({"--recipient", "Fern Lane School", "--information", "she lives in Mill Road"});
    expect_recorded({"--recipient", "Fern Lane School", "--reasons", "nobody is to know of 14 Mill Lane"});
}

TEST_P(DisclosureStopsTest, AProtectedPlaceInWhatIsGiven) {
    expect_stopped({"--recipient", "Fern Lane School", "--items", "entry:E4"}, "by: entry:E4");
    expect_stopped(
        {"--recipient", "Fern Lane School", "--items", "involvement:I1", "--lawful-basis", "vital-interests"},
        "by: entry:E4");
    expect_recorded({"--recipient", "Fern Lane School", "--items", "entry:E1"});
}

TEST_P(DisclosureStopsTest, AProtectedPlaceWhereItIsNotSaidWhatIsGiven) {
    expect_stopped({"--recipient", "Fern Lane School", "--items", ""}, "by: entry:E4", "--items none");
}

TEST_P(DisclosureStopsTest, AProtectedPlaceInADocument) {
    folder.write("bundle/a.txt", "a letter from 14 Mill Lane, Sedgeford");
    load({R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})"});
    share(
        {"--recipient", "Fern Lane School", "--items", "document:D1"});  // what it says is kept from here on
    expect_stopped({"--recipient", "Fern Lane School", "--items", "document:D1"}, "by: document:D1");
    expect_stopped(
        {"--recipient", "Fern Lane School", "--items", "involvement:I1", "--lawful-basis", "vital-interests"},
        "by: entry:E4, document:D1");
}

// Those who act to keep somebody safe there.
TEST_P(DisclosureStopsTest, AProtectedPlaceIsForThePoliceAndNotForWhoeverIsCalledSo) {
    expect_recorded({"--information", "she is at 14 Mill Lane", "--items", "entry:E4"});
    expect_stopped({"--recipient", "her father", "--recipient-kind", "police", "--information",
                    "she is at 14 Mill Lane"},
                   place);
    expect_stopped({"--recipient", "the county court", "--information", "she is at 14 Mill Lane"}, place);
}

// FPR 2010 r29.1: on form C8 the court is told where somebody lives whom a party must not find.
TEST_P(DisclosureStopsTest, AProtectedPlaceIsForTheCourtOnFormC8) {
    const Words c8 = {"--recipient",   "the county court, form C8", "--lawful-basis", "legal-obligation",
                      "--information", "she is at 14 Mill Lane"};
    expect_recorded(c8);
    expect_recorded(with(c8, {"--recipient-kind", "court-confidential"}));
    expect_stopped({"--recipient", "the county court", "--recipient-kind", "court-confidential",
                    "--lawful-basis", "legal-obligation", "--information", "she is at 14 Mill Lane"},
                   place);
}

TEST_P(DisclosureStopsTest, AProtectedPlaceIsNotGivenToPreventHarmEither) {
    const Said said =
        expect_stopped({"--recipient", "Fern Lane School", "--information", "14 Mill Lane", "--serious-harm",
                        "she will be hurt", "--despite-restriction", "public-interest"},
                       place);
    EXPECT_TRUE(has(said.err, "hint:")) << said;
}

// Whoever lives there may have it, and nobody who is in the store besides.
TEST_P(DisclosureStopsTest, AProtectedPlaceMayBeToldToWhoeverLivesThere) {
    const Words mother = {"--recipient", "person:P2",     "--recipient-kind",
                          "parent",      "--information", "we write to 14 Mill Lane"};
    expect_recorded(mother);
    expect_stopped(
        {"--recipient", "person:P9", "--recipient-kind", "parent", "--information", "14 Mill Lane"}, place);
}

// A school that is secret for somebody of this record is so for all whom the record is shared with; one that is for
// somebody else is a school like others.
TEST_P(DisclosureStopsTest, ASecretSchoolIsOneForWhoeverGoesThere) {
    expect_stopped({"--recipient", "Hollin Bank School"}, "by: recipient");
    expect_recorded({"--recipient", "Westering Academy"});
}

// ── What may not be used ──

TEST_P(DisclosureStopsTest, WhatIsRestrictedButOnAGround) {
    done("dana", {"restrict", "place", "--items", "entry:E1", "--ground", "accuracy", "--reason", "r"});
    expect_stopped({}, "1 part of it is restricted (UK GDPR Art 18)", "--despite-restriction");
    expect_stopped({"--items", "entry:E1"}, "1 part of it is restricted");
    expect_stopped({"--serious-harm", "she will be hurt"}, "1 part of it is restricted");
    expect_recorded({"--items", "entry:E3"});
    expect_recorded({"--involvement", "I2"});
    expect_recorded({"--items", "entry:E1", "--despite-restriction", "rights-of-another", "--id", "S-1"});
    EXPECT_TRUE(has(listed({"--since", "2026-11-23"}), R"("overrides":["restricted:rights-of-another"])"));
    EXPECT_TRUE(has(last_line(), R"("overrides":["restricted:rights-of-another"])")) << last_line();
}

TEST_P(DisclosureStopsTest, WhatWasToldInConfidence) {
    expect_stopped({"--items", "entry:E2"}, "it was given in confidence", "Caldicott");
    expect_stopped({"--items", ""}, "it was given in confidence", "--items none");
    expect_recorded({"--items", "entry:E2", "--lawful-basis", "vital-interests"});
    expect_recorded({"--items", "entry:E1"});
}

// ── Consent ──

TEST_P(DisclosureStopsTest, AConsentThatIsTheBasisAndIsNotThere) {
    const Words by_consent = {"--recipient", "Fern Lane School", "--lawful-basis", "consent"};
    expect_stopped(with(by_consent, {"--consent", "refused"}), "consent was refused", "public-task");
    expect_stopped(with(by_consent, {"--consent", "not-asked: no time"}),
                   "it is not said that consent was given");
    expect_stopped(with(by_consent, {"--consent", "given"}), "on which day consent was given",
                   "--consent-on DATE");
    expect_stopped(with(by_consent, {"--consent", "given", "--consent-on", "2025-11-22"}),
                   "the consent is of 2025-11-22, 1 year before it was decided to share", "ask again");
    expect_stopped(
        with(by_consent, {"--consent", "given", "--consent-on", "2026-11-20", "--on", "2026-11-19"}),
        "the consent is of 2026-11-20, after it was decided to share on 2026-11-19",
        "--lawful-basis public-task");
    expect_recorded(with(by_consent, {"--consent", "given", "--consent-on", "2025-11-23"}));
}

// ── Serious harm ──

TEST_P(DisclosureStopsTest, AreLiftedToPreventSeriousHarmByWhoeverAnswersForIt) {
    const Words post = {"--recipient", "The Evening Post", "--id", "S-1"};
    expect_stopped(post, "the recipient is of no kind");
    expect_recorded(with(post, {"--serious-harm", "she will be hurt tonight"}));
    const std::string one = listed();
    EXPECT_EQ(word_at(one, "override_reason"), "she will be hurt tonight");
    EXPECT_EQ(json_value_at(one, "overrides"), R"(["recipient-unknown"])");
    EXPECT_TRUE(has(last_line(), R"("overrides":["recipient-unknown"])")) << last_line();
    EXPECT_FALSE(has(last_line(), "hurt"));
    EXPECT_TRUE(has(done("ada", {"disclosure", "show", "S-1"}).out,
                    "! against: recipient-unknown; to prevent serious harm: she will be hurt tonight"));
}

// ── What is old or disputed goes with it ──

TEST_P(DisclosureStopsTest, SaysWhatIsOldAndDisputedBeforeItIsSent) {
    const Said said = share({"--items", "entry:E3,entry:E5", "--involvement", "", "--id", "S-1"});
    EXPECT_EQ(said.code, 0) << said;
    for (const char* words :
         {"address 1: This address was written down on 3 May 2019",
          "worker: This was the worker when the service ended on 1 September 2022: 4 years",
          "entry:E3 is disputed: the other view is not written down here"})
        EXPECT_TRUE(has(said.err, words)) << words << "\n" << said;
    EXPECT_TRUE(has(listed(), "entry:E3 is disputed"));
    EXPECT_FALSE(has(said.err, "entry:E5"));
    EXPECT_FALSE(has(said.err, "Fern Row"));
}

// Both views of what was given, as they stand beside it.
TEST_P(DisclosureStopsTest, ShowsBothViewsOfWhatWasGiven) {
    share({"--items", "entry:E3", "--id", "S-1"});
    done("petra", {"correction", "open", "--person", "P1", "--id", "R1", "--items", "entry:E3", "--statement",
                   "I did not hit him."});
    done("petra", {"correction", "verify-identity", "R1", "--known", "--how", "her worker"});
    EXPECT_TRUE(has(done("ada", {"disclosure", "show", "S-1"}).out,
                    "entry:E3 is disputed, and not settled: request R1"));
    done("dana", {"correction", "decide", "R1", "--refuse", "--reason", "two people saw it"});
    const std::string text = done("ada", {"disclosure", "show", "S-1"}).out;
    EXPECT_TRUE(has(text, "statement of 23 November 2026: \"I did not hit him.\"")) << text;
    EXPECT_TRUE(has(done("ada", {"disclosure", "show", "S-1", "--format", "json"}).out,
                    R"("disputed":[{"item":"entry:E3","remarks":[{"kind":"statement")"));
}

}  // namespace
}  // namespace casekeeper::test
