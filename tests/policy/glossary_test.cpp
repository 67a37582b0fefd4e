// SPDX-License-Identifier: MIT
#include "policy/glossary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/readability.h"
#include "policy/schedule_reading.h"

namespace casekeeper {
namespace {

using test::lines_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string entry(const std::string& term, const std::string& also = "") {
    return "[[term]]\nterm = \"" + term + "\"\n" + (also.empty() ? "" : "also = [" + also + "]\n") +
           "meaning = \"What it is.\"\n";
}

const std::string sample =
    entry("LAC", "\"looked-after child\", \"looked-after children\"") + entry("care order") +
    entry("s47", "\"section 47\", \"s.47\"") + entry("guardian") + entry("SGO", "\"special guardian\"") +
    entry("A&E") + entry("T/C") + entry("children's home") + entry("DoLS") +
    entry("EHCP", "\"education, health and care plan\"") + entry("voice of the child") + entry("Zoë's team");

std::vector<std::string> findings_on(const std::string& toml) {
    std::vector<Finding> findings;
    Glossary::read(toml, "glossary.toml", findings);
    return lines_of(findings);
}

Glossary read(const std::string& toml) {
    std::vector<Finding> findings;
    Glossary glossary = Glossary::read(toml, "glossary.toml", findings);
    EXPECT_THAT(lines_of(findings), IsEmpty());
    return glossary;
}

std::vector<std::string> seen_in(const std::vector<std::string>& texts) {
    static const Glossary glossary = read(sample);
    TermsSeen seen(glossary);
    for (const std::string& text : texts) seen.add(text);
    std::vector<std::string> terms;
    for (const TermsSeen::Seen& one : seen.terms()) terms.push_back(one.term->term);
    return terms;
}

std::string shipped() {
    std::ifstream file(CASEKEEPER_SOURCE "/config/glossary.toml");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(Glossary, KeepsWhatItReadsByTheAlphabet) {
    const Glossary glossary = read(entry("IRO") + entry("care order") + entry("CIN", "\"child in need\""));
    ASSERT_THAT(glossary.terms(), SizeIs(3));
    EXPECT_EQ(glossary.terms()[0].term, "care order");
    EXPECT_EQ(glossary.terms()[1].term, "CIN");
    EXPECT_THAT(glossary.terms()[1].also, ElementsAre("child in need"));
    EXPECT_EQ(glossary.terms()[1].meaning, "What it is.");
    EXPECT_EQ(glossary.terms()[2].term, "IRO");
}

TEST(Glossary, RefusesUnknownKeysAndWhatIsMissing) {
    EXPECT_THAT(
        findings_on(entry("IRO") + "meening = \"x\"\n"),
        ElementsAre("4:1: error: unknown key \"meening\" in term \"IRO\": did you mean \"meaning\"?"));
    EXPECT_THAT(findings_on("[[term]]\nterm = \"IRO\"\n"),
                ElementsAre("1:1: error: term \"IRO\" has no meaning: write e.g. meaning = \"What it is, in "
                            "plain sentences.\""));
    EXPECT_THAT(findings_on("[[term]]\nmeaning = \"x\"\n"),
                ElementsAre("1:1: error: this term has no term: write e.g. term = \"IRO\""));
    EXPECT_THAT(findings_on(""),
                ElementsAre("1:1: error: the glossary has no term: write [[term]] above each"));
    EXPECT_THAT(findings_on("[terms]\n"),
                ElementsAre("1:2: error: unknown key \"terms\" in the glossary: did you mean \"term\"?"));
}

TEST(Glossary, RefusesAWayOfWritingThatStandsTwice) {
    EXPECT_THAT(findings_on(entry("IRO") + entry("reviewing officer", "\"IRO\"")),
                ElementsAre("6:9: error: \"IRO\" stands twice, first in line 2"));
    EXPECT_THAT(findings_on(entry("looked after", "\"looked-after\"")),
                ElementsAre("3:9: error: \"looked-after\" stands twice, first in line 2"));
    EXPECT_THAT(findings_on(entry("PA") + entry("pa")), IsEmpty());
}

TEST(Glossary, RefusesWhatCanNeverBeFound) {
    EXPECT_THAT(findings_on(entry("?!")),
                ElementsAre("2:8: error: \"?!\" can never be found: write words, with one space, hyphen or "
                            "other mark between two"));
    EXPECT_THAT(findings_on(entry("care; order")), SizeIs(1));
    EXPECT_THAT(findings_on(entry("PA (worker)")), SizeIs(1));
}

TEST(TermsSeen, TellsTheWayThatWasSeenFirst) {
    const Glossary glossary = read(entry("IRO", "\"reviewing officer\"") + entry("CIN", "\"child in need\""));
    TermsSeen seen(glossary);
    seen.add("a child in need; a reviewing officer, then the IRO; CIN");
    ASSERT_THAT(seen.terms(), SizeIs(2));
    EXPECT_EQ(seen.terms()[0].way, "child in need");
    EXPECT_EQ(seen.terms()[0].term->term, "CIN");
    EXPECT_EQ(seen.terms()[1].way, "reviewing officer");
}

TEST(TermsSeen, FindsWholeWordsOnly) {
    EXPECT_THAT(seen_in({"He is LAC."}), ElementsAre("LAC"));
    EXPECT_THAT(seen_in({"(LAC)", "LAC's", "\"LAC\"", "LACs"}), ElementsAre("LAC"));
    EXPECT_THAT(seen_in({"BLACK LACE", "LAC1", "éLAC", "LACé"}), IsEmpty());
}

TEST(TermsSeen, FindsShortFormsAsWrittenAndWordsInAnyCase) {
    EXPECT_THAT(seen_in({"lac", "Lac", "dols", "DOLS", "S47"}), IsEmpty());
    EXPECT_THAT(seen_in({"DoLS"}), ElementsAre("DoLS"));
    EXPECT_THAT(seen_in({"The Care Order"}), ElementsAre("care order"));
    EXPECT_THAT(seen_in({"CARE ORDERS"}), IsEmpty()) << "a capital S is no plural";
    EXPECT_THAT(seen_in({"care orders"}), ElementsAre("care order"));
}

TEST(TermsSeen, TakesSpacesHyphensAndEndsOfLinesAlike) {
    for (const char* text : {"looked after child", "Looked-After Child", "looked-\nafter   child",
                             "looked\xE2\x80\x91"
                             "after\xC2\xA0"
                             "child",
                             "a looked after child's bed"})
        EXPECT_THAT(seen_in({text}), ElementsAre("LAC")) << text;
    EXPECT_THAT(seen_in({"looked. After child", "looked after, child"}), IsEmpty());
    EXPECT_THAT(seen_in({"It was looked after", "child"}), IsEmpty()) << "two texts";
}

TEST(TermsSeen, FindsFormsWithMarksWithinThem) {
    EXPECT_THAT(seen_in({"s47 enquiry"}), ElementsAre("s47"));
    for (const char* text : {"under s.47", "S.47", "Section 47", "SECTION 47"})
        EXPECT_THAT(seen_in({text}), ElementsAre("s47")) << text;
    EXPECT_THAT(seen_in({"section 471", "section 4.7"}), IsEmpty());
    EXPECT_THAT(seen_in({"in A&E"}), ElementsAre("A&E"));
    EXPECT_THAT(seen_in({"A E Smith", "A. E. Smith", "A/E"}), IsEmpty());
    EXPECT_THAT(seen_in({"T/C to mum", "the Children\xE2\x80\x99s Home"}),
                ElementsAre("children's home", "T/C"));
    EXPECT_THAT(seen_in({"an Education, Health and\nCare Plan"}), ElementsAre("EHCP"));
    EXPECT_THAT(seen_in({"Zoë's team"}), ElementsAre("Zoë's team"));
}

TEST(TermsSeen, TheLongerFormCounts) {
    EXPECT_THAT(seen_in({"her special guardian"}), ElementsAre("SGO"));
    EXPECT_THAT(seen_in({"her special guardian and the guardian"}), ElementsAre("guardian", "SGO"));
}

TEST(TermsSeen, AreInTheOrderOfTheGlossaryAndOnce) {
    EXPECT_THAT(seen_in({"voice of the child", "LAC, guardian", "LAC", "A&E"}),
                ElementsAre("A&E", "guardian", "LAC", "voice of the child"));
    EXPECT_THAT(seen_in({"", "nothing"}), IsEmpty());
}

TEST(TermsSeen, TakesAnyBytes) {
    std::string all = "LAC ";
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    EXPECT_THAT(seen_in({all, "\xE2\x80", "\xE2", std::string(1U << 20U, 'x'), std::string(1U << 20U, '-')}),
                ElementsAre("LAC"));
}

// ---- What is shipped

TEST(ShippedGlossary, IsInOrder) {
    EXPECT_THAT(findings_on(shipped()), IsEmpty());
}

TEST(ShippedGlossary, HasTheWordsOfARecord) {
    const Glossary glossary = read(shipped());
    EXPECT_GE(glossary.terms().size(), 150U);
    for (const char* form : {"LAC",
                             "CLA",
                             "CIN",
                             "CP",
                             "s47",
                             "S47",
                             "s17",
                             "s20",
                             "s31",
                             "S31",
                             "section 17",
                             "IRO",
                             "EHCP",
                             "PEP",
                             "SDQ",
                             "MARAC",
                             "MASH",
                             "LADO",
                             "CAFCASS",
                             "Cafcass",
                             "FGC",
                             "NFA",
                             "TAC",
                             "SEND",
                             "YOT",
                             "PLO",
                             "ICO",
                             "DoLS",
                             "UASC",
                             "SGO",
                             "EPO",
                             "CAMHS",
                             "ICPC",
                             "RCPC",
                             "LSCB",
                             "CSE",
                             "CCE",
                             "DV",
                             "NAI",
                             "YP",
                             "SW",
                             "PA",
                             "EDT",
                             "NEET",
                             "PRU",
                             "IHA",
                             "RHA",
                             "care order",
                             "placement order",
                             "core group",
                             "family time",
                             "parental responsibility",
                             "T/C",
                             "A&E"}) {
        TermsSeen seen(glossary);
        seen.add(std::string("About ") + form + ".");
        EXPECT_THAT(seen.terms(), SizeIs(1)) << form;
    }
}

// The meaning without the name that is written out before it: "Independent reviewing officer: …".
std::string explained(const std::string& meaning) {
    const std::size_t name = meaning.find(": ");
    return name == std::string::npos || name > 45 ? meaning : meaning.substr(name + 2);
}

// A child of twelve reads each meaning by itself.
TEST(ShippedGlossary, ReadsAtTwelve) {
    const Glossary glossary = read(shipped());
    Readability all;
    for (const GlossaryTerm& term : glossary.terms()) {
        const Readability reads = readability_of(explained(term.meaning));
        EXPECT_LE(reads.reading_age(), 12.5) << term.term << ": " << term.meaning;
        EXPECT_TRUE(term.meaning.ends_with('.') || term.meaning.ends_with('?') || term.meaning.ends_with(')'))
            << term.term;
        all.words += reads.words;
        all.sentences += reads.sentences;
        all.syllables += reads.syllables;
    }
    EXPECT_LE(all.reading_age(), 10);
}

}  // namespace
}  // namespace casekeeper
