// SPDX-License-Identifier: MIT
//
// The warning before a deletion, from the shipped templates: it says what the policy asks for, and reads as
// it should.
#include "disposal/impact_warning.h"

#include <gtest/gtest.h>

#include "base/readability.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

Letter shipped(const std::string& name) {
    std::vector<Finding> findings;
    const std::string text = bytes_of(std::string(CASEKEEPER_SOURCE) + "/config/letters/" + name);
    Letter letter = Letter::read(text, name, names_of_warning(), findings);
    for (const Finding& finding : findings)
        ADD_FAILURE() << name << ":" << finding.line << ": " << finding.message;
    return letter;
}

ImpactWarning warning() {
    ImpactWarning warning;
    warning.request = "R1";
    warning.received = "3 November 2026";
    warning.called = "Zoë";
    warning.practitioner = "Wilma Ward";
    warning.trust = "Brightwell Children's Trust";
    warning.contact = "0123 456 789";
    warning.going = {{"Youth mentoring, 2022 to 2024", "14 notes and 2 documents", false},
                     {"Youth club, since 2020", "1 note", true}};
    warning.keepsakes = {"A photo, 2023 (Youth mentoring)"};
    warning.received_now = {"Youth club"};
    warning.plans = {"the care plan of 3 March 2024 (Youth mentoring)"};
    warning.relied_on_by = {"Help for young carers"};
    warning.coming = {{"A review (Youth mentoring)", "14 January 2027"}};
    warning.kept = {{"Child in need, 2019 to 2021", "The law says that we keep it until 3 March 2042.",
                     "Children Act 1989 s17"}};
    return warning;
}

TEST(ImpactWarning, SaysWhatGoesAndWhatMayChange) {
    const std::string words = shipped("impact_warning.txt").words(values_of(warning()));
    for (const char* said :
         {"Dear Zoë,", "delete a part of the record", "Wilma Ward",
          "• Youth mentoring, 2022 to 2024: 14 notes and 2 documents",
          "• Youth club, since 2020: 1 note. A person has to look at this first", "nobody can bring it back",
          "A photo, 2023 (Youth mentoring)", "You get help from us now: Youth club",
          "There is a plan for you: the care plan of 3 March 2024",
          "by others who help you: Help for young carers",
          "Coming up on 14 January 2027: A review (Youth mentoring)",
          "will not know what has helped you before",
          "If you ask to see your record later, this part will not be there",
          "Child in need, 2019 to 2021. The law says that we keep it until 3 March 2042.", "0123 456 789"})
        EXPECT_NE(words.find(said), std::string::npos) << said << " in\n" << words;
}

// Restrict, correct, annotate, seal.
TEST(ImpactWarning, OffersTheAlternatives) {
    const std::string words = shipped("impact_warning.txt").words(values_of(warning()));
    for (const char* said :
         {"We can lock it", "We can put it right", "what you have to say", "We can seal it"})
        EXPECT_NE(words.find(said), std::string::npos) << said;
    const std::string formal = shipped("impact_warning_formal.txt").words(values_of(warning()));
    for (const char* said :
         {"Article 18", "Article 16", "a statement added", "sealing", "Article 17", "Request R1"})
        EXPECT_NE(formal.find(said), std::string::npos) << said;
}

TEST(ImpactWarning, LeavesOutWhatThereIsNot) {
    ImpactWarning little;
    little.called = "Sam";
    little.practitioner = "Wilma Ward";
    little.trust = "Brightwell Children's Trust";
    little.everything = true;
    little.going = {{"Youth mentoring, 2024", "", false}};
    const std::string words = shipped("impact_warning.txt").words(values_of(little));
    EXPECT_NE(words.find("delete all of the record"), std::string::npos);
    EXPECT_NE(words.find("• Youth mentoring, 2024\n"), std::string::npos);
    for (const char* absent :
         {"You get help", "There is a plan", "What we have to keep", "Things you may want", "{{"})
        EXPECT_EQ(words.find(absent), std::string::npos) << absent;
    EXPECT_NE(words.find("How to reach us: Brightwell Children's Trust"), std::string::npos);
}

// As the young person reads it: about twelve, whatever is in it.
TEST(ImpactWarning, ReadsAtAboutTwelve) {
    for (const bool whole : {true, false}) {
        const ImpactWarning one = whole ? warning() : ImpactWarning{};
        const Readability reads = readability_of(shipped("impact_warning.txt").words(values_of(one)));
        EXPECT_LE(reads.reading_age(), 12.0) << reads.words << " words, " << reads.sentences << " sentences";
        EXPECT_GT(reads.words, 200);
    }
}

}  // namespace
}  // namespace casekeeper::test
