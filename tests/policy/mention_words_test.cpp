// SPDX-License-Identifier: MIT
#include "policy/mention_words.h"

#include <gtest/gtest.h>

#include <random>

#include "policy/near_words.h"
#include "policy/word_table.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// Each word's letters, a + behind it where it is joined to the next.
Texts read(const std::string& text) {
    const MentionWords words(text);
    Texts all;
    for (std::size_t i = 0; i < words.size(); ++i)
        all.push_back(words.letters(i) + (words[i].is(MentionWord::joined) ? "+" : ""));
    return all;
}

TEST(MentionWords, EndAtAnythingButLettersAndFigures) {
    EXPECT_EQ(read("Jane Roe, born 4/3/1987."), (Texts{"jane", "roe", "born", "4", "3", "1987"}));
    EXPECT_EQ(read(""), Texts());
    EXPECT_EQ(read(" .,;"), Texts());
    EXPECT_EQ(read("x"), (Texts{"x"}));
    EXPECT_EQ(read("Jane_Roe\u2014aged\u00a0three\u2026"), (Texts{"jane", "roe", "aged", "three"}));
}

TEST(MentionWords, AreJoinedByApostrophesHyphensAndWithinARun) {
    EXPECT_EQ(read("O'Brien Smith-Jones"), (Texts{"o+", "brien", "smith+", "jones"}));
    EXPECT_EQ(read("O\u2019Brien Anne\u2011Marie"), (Texts{"o+", "brien", "anne+", "marie"}));
    EXPECT_EQ(read("JaneRoe2010.pdf"), (Texts{"jane+", "roe+", "2010", "pdf"}));
    EXPECT_EQ(read("Ja-\n  ne Ja\u00ad\nne Ja\u00adne"), (Texts{"ja+", "ne", "ja+", "ne", "jane"}));
    EXPECT_EQ(read("well - known, -x- 'y'"), (Texts{"well", "known", "x", "y"}));
    EXPECT_EQ(read("Jane's I'm don't Jane\u2019s Roes\u2019 x"),
              (Texts{"jane", "s", "i", "m", "don", "t", "jane", "s", "roes", "x"}));
}

TEST(MentionWords, AreReadAsOneSeesThem) {
    EXPECT_EQ(read("Zoë ZOË Zoe\u0308 Ζое Ｚｏｅ Zo\u200be"),
              (Texts{"zoe", "zoe", "zoe", "zoe", "zoe", "zoe"}));
    EXPECT_EQ(read("Stra\u00dfe \u0141ukasz"), (Texts{"strasse", "lukasz"}));
    EXPECT_EQ(read("Ren\xe9 and \xff\xfe Jane"),
              (Texts{"rene", "and", "jane"}));  // Latin-1, and no text at all
}

TEST(MentionWords, KnowTheirShape) {
    const MentionWords words("Jane jane JANE J. 12 I know JR");
    const auto shape = [&](std::size_t i) { return words[i].shape; };
    EXPECT_EQ(shape(0), MentionWord::capital);
    EXPECT_EQ(shape(1), 0);
    EXPECT_EQ(shape(2), MentionWord::capital | MentionWord::capitals);
    EXPECT_EQ(shape(3), MentionWord::capital | MentionWord::brief);
    EXPECT_EQ(shape(4), MentionWord::digits);
    EXPECT_EQ(shape(5), MentionWord::capital);
    EXPECT_EQ(shape(7), MentionWord::capital | MentionWord::capitals | MentionWord::brief);
}

// The fast way and the long one must not differ, wherever in a block a word stands and however long it is.
TEST(MentionWords, AreTheSameWhereverTheyStand) {
    std::mt19937_64 random(7);
    const Texts pieces = {"a",   "Jane",   "roe", " ",   " ",
                          " ",   "\n",     "'",   "-",   ".",
                          "É",   "\u2019", "12",  "ROE", "abcdefghijklmnopqrs",
                          "-\n", "x"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        while (text.size() < 400) text += pieces[random() % pieces.size()];
        const MentionWords whole(text);
        for (const std::size_t shift : {1U, 7U, 31U, 63U, 64U}) {
            const std::string moved = std::string(shift, ' ') + text;
            const MentionWords words(moved);
            ASSERT_EQ(words.size(), whole.size()) << text;
            for (std::size_t i = 0; i < words.size(); ++i) {
                ASSERT_EQ(words[i].begin, whole[i].begin + shift) << text;
                ASSERT_EQ(words[i].end, whole[i].end + shift) << text;
                ASSERT_EQ(words[i].hash, whole[i].hash) << words.written(i);
                ASSERT_EQ(words[i].shape, whole[i].shape) << words.written(i) << " in " << text;
                ASSERT_EQ(words[i].hash, word_hash(words.letters(i)));
                ASSERT_TRUE(words.equals(words[i], words.letters(i)));
            }
        }
    }
}

TEST(WordTable, FindsWhatWasPutInAndNothingElse) {
    WordTable table;
    Texts words;
    std::mt19937_64 random(3);
    for (int i = 0; i < 5000; ++i) {
        std::string word;
        for (std::size_t size = 1 + random() % 20; word.size() < size;)
            word += static_cast<char>('a' + random() % 3);
        words.push_back(word);
    }
    for (std::uint32_t i = 0; i < 2500; ++i) table[words[i]] = 7;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_in = std::find(words.begin(), words.begin() + 2500, words[i]) != words.begin() + 2500;
        const MentionWords text(words[i]);
        EXPECT_EQ(table.find(words[i]) != nullptr, is_in) << words[i];
        EXPECT_EQ(table.find(text, 0) != nullptr, is_in) << words[i];
    }
}

TEST(NearWords, AreOneLetterOff) {
    for (const char* near : {"jame", "jne", "janne", "jnae", "kane", "janee", "ane", "xjane"})
        EXPECT_TRUE(is_one_letter_off("jane", near)) << near;
    for (const char* far : {"jane", "jean", "enaj", "jan", "janexx", "kake", ""})
        EXPECT_EQ(is_one_letter_off("jane", far), std::string(far) == "jan") << far;
    NearWords words;
    words.add("jane", 1);
    words.add("janet", 2);
    EXPECT_EQ(words.find("janet"), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(words.find("janes"), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(words.find("joan"), (std::vector<std::uint32_t>{}));
}

}  // namespace
}  // namespace casekeeper::test
