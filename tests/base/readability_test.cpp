// SPDX-License-Identifier: MIT
#include "base/readability.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace casekeeper {
namespace {

// "words sentences syllables"
std::string counts(const std::string& text) {
    const Readability found = readability_of(text);
    return std::to_string(found.words) + " " + std::to_string(found.sentences) + " " +
           std::to_string(found.syllables);
}

long words(const std::string& text) {
    return readability_of(text).words;
}

long sentences(const std::string& text) {
    return readability_of(text).sentences;
}

long syllables(const std::string& text) {
    return readability_of(text).syllables;
}

// Words of letters to young people and of their case records, syllables as an English dictionary divides
// them.
const std::vector<std::pair<const char*, int>> known_words = {
    {"the", 1},
    {"you", 1},
    {"we", 1},
    {"asked", 1},
    {"called", 1},
    {"changed", 1},
    {"lived", 1},
    {"there", 1},
    {"here", 1},
    {"your", 1},
    {"made", 1},
    {"names", 1},
    {"school", 1},
    {"school's", 1},
    {"friend", 1},
    {"court", 1},
    {"rules", 1},
    {"eyes", 1},
    {"don't", 1},
    {"they've", 1},
    {"being", 2},
    {"going", 2},
    {"wanted", 2},
    {"needed", 2},
    {"pages", 2},
    {"table", 2},
    {"people", 2},
    {"question", 2},
    {"something", 2},
    {"someone", 2},
    {"therefore", 2},
    {"homework", 2},
    {"safety", 2},
    {"statement", 2},
    {"placement", 2},
    {"useful", 2},
    {"likely", 2},
    {"handled", 2},
    {"client", 2},
    {"special", 2},
    {"social", 2},
    {"section", 2},
    {"didn't", 2},
    {"doesn't", 2},
    {"carer", 2},
    {"business", 2},
    {"centre", 2},
    {"quiet", 2},
    {"layer", 2},
    {"children's", 2},
    {"unique", 2},
    {"create", 2},
    {"records", 2},
    {"letter", 2},
    {"delete", 2},
    {"services", 3},
    {"deleted", 3},
    {"agreement", 3},
    {"involvement", 3},
    {"important", 3},
    {"period", 3},
    {"area", 3},
    {"idea", 3},
    {"everything", 3},
    {"decision", 3},
    {"telephone", 3},
    {"family", 3},
    {"completely", 3},
    {"actual", 3},
    {"violence", 3},
    {"previous", 3},
    {"studying", 3},
    {"employer", 3},
    {"safeguarding", 3},
    {"document", 3},
    {"assessment", 3},
    {"autism", 3},
    {"created", 3},
    {"happier", 3},
    {"continue", 3},
    {"information", 4},
    {"experience", 4},
    {"material", 4},
    {"society", 4},
    {"separately", 4},
    {"individual", 5},
    {"association", 5},
    {"communication", 5},
    {"identifier", 5},
    {"authority", 4},
    {"representative", 5},
    {"accommodation", 5},
    {"responsibility", 6},
    {"confidentiality", 7},
};

TEST(Readability, CountsTheSyllablesOfCommonWords) {
    int right = 0;
    std::string wrong;
    for (const auto& [word, known] : known_words) {
        if (syllables_of(word) == known)
            ++right;
        else
            wrong += std::string(" ") + word + " " + std::to_string(syllables_of(word));
    }
    ASSERT_GE(known_words.size(), 80U);
    EXPECT_GE(right * 100, static_cast<int>(known_words.size()) * 95) << wrong;
}

TEST(Readability, GivesEveryWordASyllable) {
    for (const char* word : {"hmm", "nth", "tsk", "x", "s"}) EXPECT_EQ(syllables_of(word), 1) << word;
    EXPECT_EQ(syllables_of("Services"), syllables_of("services"));
}

// A published example: 13 words, 24 syllables, grade 11.3 (Wikipedia, "Flesch-Kincaid readability tests").
TEST(Readability, GradesAsPublished) {
    const Readability found =
        readability_of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
    EXPECT_EQ(found.words, 13);
    EXPECT_EQ(found.sentences, 1);
    EXPECT_EQ(found.syllables, 24);
    EXPECT_NEAR(found.grade(), 11.26, 0.01);
    EXPECT_NEAR(found.reading_age(), 16.26, 0.01);
}

TEST(Readability, GradesTheSimplestBelowNought) {
    const Readability found = readability_of("The cat sat on the mat.");
    EXPECT_NEAR(found.grade(), 0.39 * 6 + 11.8 - 15.59, 1e-9);
    EXPECT_NEAR(found.reading_age(), found.grade() + 5, 1e-9);
}

TEST(Readability, OfNothingIsNought) {
    for (const char* text : {"", "\n\n", " - \n***\n&\n", "....", "#"}) {
        EXPECT_EQ(counts(text), "0 0 0") << text;
        EXPECT_EQ(readability_of(text).grade(), 0) << text;
        EXPECT_EQ(readability_of(text).reading_age(), 0) << text;
    }
}

TEST(Readability, TellsAHardTextFromAnEasyOne) {
    const Readability easy = readability_of(
        "We keep notes about you. You can ask to see them. If something is wrong, tell us. We will put it "
        "right.");
    const Readability hard = readability_of(
        "Notwithstanding the aforementioned considerations, the authority retains documentation concerning "
        "individuals pursuant to statutory obligations, and applications for rectification necessitate "
        "comprehensive particulars.");
    EXPECT_LT(easy.reading_age(), 9);
    EXPECT_GT(hard.reading_age(), 18);
}

TEST(Readability, EndsSentencesAtStops) {
    EXPECT_EQ(sentences("We saw it. We kept it! Did you? Yes"), 4);
    EXPECT_EQ(sentences("He said \"Stop.\" Then he left. (We agreed.) So did she."), 4);
    EXPECT_EQ(sentences("Well... We waited.\nThey came."), 3);
    EXPECT_EQ(sentences("\"Why?\" she asked. It was late."), 2);
}

TEST(Readability, KnowsTheStopsThatEndNone) {
    EXPECT_EQ(sentences("Mr. Smith saw Dr. Jones, e.g. Tuesday, i.e. Approx. Noon."), 1);
    EXPECT_EQ(sentences("It was signed by J. R. Smith of St. Mary's."), 1);
    EXPECT_EQ(sentences("It cost 3.50 on 3.10.2026 at www.gov.uk that day."), 1);
    EXPECT_EQ(sentences("See para. 3 and No. 7. Then stop."), 2);
    EXPECT_EQ(sentences("Letters, notes, etc. are kept. Others, etc. We keep them."), 3);
    EXPECT_EQ(sentences("Come at 3 p.m. We wait."), 2);
}

TEST(Readability, TakesHeadingsAndListItemsAsSentences) {
    EXPECT_EQ(sentences("What we hold\n\nWe hold your file."), 2);
    EXPECT_EQ(sentences("# What we hold\nWe hold your file."), 2);
    EXPECT_EQ(sentences("You can:\n- ask us\n- tell us\n* come in"), 4);
    EXPECT_EQ(sentences("You can:\n1. ask us\n2) tell us\n(a) come in\n\xE2\x80\xA2 write"), 5);
    EXPECT_EQ(sentences("One\n=====\nTwo\n-----\n"), 2);
    EXPECT_EQ(words("1. ask us\n(b) tell us\n- come in\n# Write"), 7);
}

TEST(Readability, TakesOtherLineBreaksAsSpaces) {
    EXPECT_EQ(counts("We hold\nyour file\r\nin a box."), counts("We hold your file in a box."));
    EXPECT_EQ(sentences("We moved in\n2026. Then we left."), 2);
    EXPECT_EQ(counts("We hold your file.\r\n\r\nAsk us"), counts("We hold your file. Ask us"));
}

TEST(Readability, CountsFiguresAndAddressesAsOneWordOfOneSyllable) {
    for (const char* one :
         {"2026", "03/10/2026", "2026-10-03", "75th",
          "\xC2\xA3"
          "1,250.50",
          "3.30pm", "s47", "50%", "dpo@example.org", "https://www.gov.uk/bank-holidays", "www.gov.uk"})
        EXPECT_EQ(counts(one), "1 1 1") << one;
    EXPECT_EQ(counts("On 3 October 2026"), "4 1 6");
    EXPECT_EQ(counts("a 10-year-old"), "2 1 4");
    EXPECT_EQ(counts("dpo@example.org, or 020 7946 0000."), "5 1 5");
}

TEST(Readability, ReadsInitialsLetterByLetter) {
    EXPECT_EQ(counts("The NHS and the DPO"), "5 1 9");
    EXPECT_EQ(counts("The U.K. and GDPR-like law"), "5 1 10");
    EXPECT_EQ(counts("at 3 p.m., e.g. today"), "5 1 8");
    // In a heading of capitals they are words.
    EXPECT_EQ(counts("YOUR FILE\n\nread it"), "4 2 4");
    EXPECT_EQ(syllables("You MUSTSAYSO now"), 5);
}

TEST(Readability, CountsWordsBetweenSpacesSlashesAndDashes) {
    EXPECT_EQ(words("he and/or she"), 4);
    EXPECT_EQ(words("we waited \xE2\x80\x93 and waited\xE2\x80\x94then left -- late"), 7);
    EXPECT_EQ(counts("a well-being plan"), "3 1 5");
    EXPECT_EQ(counts("it isn't the child's"), "4 1 5");
    EXPECT_EQ(words("salt & pepper + oil"), 3);
    EXPECT_EQ(words("(see \"notes\", [here])"), 3);
}

TEST(Readability, ReadsTypographicMarksAndAccentsAsPlainOnes) {
    EXPECT_EQ(counts("It isn\xE2\x80\x99t \xE2\x80\x9Cright.\xE2\x80\x9D We know"),
              counts("It isn't \"right.\" We know"));
    EXPECT_EQ(syllables("caf\xC3\xA9"), syllables("cafe"));
    EXPECT_EQ(counts("we\xC2\xA0wait\xE2\x80\xA6 They come"), "4 2 4");
    EXPECT_EQ(words("\xD0\x9C\xD0\xB8\xD1\x80 \xE5\xAD\x90"), 2);  // other scripts are words too
}

TEST(Readability, PassesOverWhatIsNoUtf8) {
    EXPECT_EQ(counts("We \xFF\xFEwait\x80 here\xC3"), "3 1 3");
}

TEST(Readability, ReadsALongTextOfOneWordAtOnce) {
    EXPECT_EQ(readability_of(std::string(1000000, 'a')).words, 1);
    EXPECT_EQ(readability_of(std::string(1000000, '\n')).words, 0);
    std::string apostrophes, beginnings;
    for (int i = 0; i < 200000; ++i) {
        apostrophes += "a'";
        beginnings += "home";
    }
    EXPECT_GT(syllables_of(apostrophes), 0);
    EXPECT_GT(syllables_of(beginnings), 0);
}

}  // namespace
}  // namespace casekeeper
