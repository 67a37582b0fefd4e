// SPDX-License-Identifier: MIT
#include <map>

#include "policy/mention_checks.h"
#include "policy/mention_reading.h"
#include "support/made_up_numbers.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

struct Score {
    int there = 0, found = 0, told = 0, right = 0;
};

TEST(MentionNumbers, AreFoundAndTheirLookAlikesAreNot) {
    const MentionFinder finder({}, name_knowledge());
    std::map<MentionKind, Score> scores;
    for (const MadeUpSentence& one : made_up_sentences(20261126, 1000)) {
        Score& score = scores[one.kind];
        score.there += one.is_there ? 1 : 0;
        bool found = false;
        for (const Mention& mention : finder.find(one.text)) {
            if (mention.confidence < likely_mention || mention.kind == MentionKind::name) continue;
            // A postcode within an address is told as the address.
            const bool right = one.is_there && mention.kind == one.kind && mention.begin < one.end &&
                               one.begin < mention.end;
            ++scores[mention.kind].told;
            scores[mention.kind].right += right ? 1 : 0;
            found = found || (right && mention.begin <= one.begin && mention.end >= one.end);
        }
        score.found += found ? 1 : 0;
    }
    EXPECT_EQ(scores.size(), 9U);
    for (const auto& [kind, score] : scores) {
        EXPECT_EQ(score.there, 1000) << to_text(kind);
        EXPECT_GE(score.found, 990) << "recall of " << to_text(kind);
        EXPECT_GE(score.right, 0.99 * score.told)
            << "precision of " << to_text(kind) << ": " << score.right << " of " << score.told;
    }
}

TEST(MentionNumbers, CheckDigitsAreThoseOfTheNhs) {
    // The NHS's own example.
    EXPECT_TRUE(is_nhs_number("9434765919"));
    EXPECT_FALSE(is_nhs_number("9434765918"));
    EXPECT_FALSE(is_nhs_number("943476591"));
    EXPECT_FALSE(is_nhs_number("0000000000"));
}

TEST(MentionNumbers, NationalInsuranceNumbersHaveNoForbiddenPrefix) {
    EXPECT_TRUE(is_ni_number("ab123456c"));
    EXPECT_TRUE(is_ni_number("ab123456"));
    for (const char* wrong : {"qq123456c", "bg123456a", "gb123456a", "nk123456a", "kn123456a", "tn123456a",
                              "nt123456a", "zz123456a", "ab123456e", "ab12345c", "da123456a", "ao123456a"})
        EXPECT_FALSE(is_ni_number(wrong)) << wrong;
}

TEST(MentionNumbers, PupilNumbersHaveACheckLetter) {
    // The DfE guide's worked example: H 801 2000 01 001.
    EXPECT_TRUE(is_upn("h801200001001"));
    EXPECT_FALSE(is_upn("g801200001001"));
    EXPECT_FALSE(is_upn("i801200001001"));
}

TEST(MentionNumbers, AWrongCheckDigitIsSomethingToLookAtWhereTheTextSaysWhatItIs) {
    const std::string text = "NHS number 943 476 5918";
    EXPECT_EQ(mentions({}, text).size(), 0U);
    ASSERT_EQ(written(mentions({}, text, 0.3), text), (Texts{"943 476 5918"}));
}

TEST(MentionNumbers, WhatIsRecordedOfTheCasesPeopleIsFoundAsTheirs) {
    PersonNames jane = person("P1", CasePart::third_party, "Jane", "Roe");
    jane.identifiers = {"943 476 5919", "LAC/2019/00123", "h801200001001", "X-99812"};
    jane.phones = {"07700 900123", "+44 20 7946 0000 (work)"};
    jane.emails = {"Jane.Roe@example.org"};
    jane.dob = Date(std::chrono::year(1987), std::chrono::month(3), std::chrono::day(4));
    for (const std::string text :
         {"943-476-5919", "9434765919", "LAC 2019 00123", "lac/2019/00123", "H 801200001001", "X99812",
          "07700900123", "+44 7700 900 123", "(0)7700 900123", "020 7946 0000", "79460000",
          "jane.roe@EXAMPLE.org", "4 March 1987", "04/03/87", "1987-03-04", "4th of March 1987", "04031987",
          "4.3.1987", "Mar 4, 1987"}) {
        const std::string sentence = "It was " + text + " they said";
        const std::vector<Mention> found = mentions({jane}, sentence);
        ASSERT_EQ(found.size(), 1U) << text;
        EXPECT_EQ(found[0].whom, "P1") << text;
        EXPECT_TRUE(covers(found, sentence, 7, 7 + text.size())) << text;
    }
}

TEST(MentionNumbers, HelplinesAndServicesAreTelephonesToo) {
    const std::string text = "Ring Childline on 0800 1111 or us on 0300 123 4567.";
    EXPECT_EQ(written(mentions({}, text), text), (Texts{"0800 1111", "0300 123 4567"}));
}

TEST(MentionNumbers, AnEmailSpeltOutIsOne) {
    const std::string text = "Write to jane dot roe at example dot org today";
    EXPECT_EQ(written(mentions({}, text), text), (Texts{"jane dot roe at example dot org"}));
}

}  // namespace
}  // namespace casekeeper::test
