// SPDX-License-Identifier: MIT
#include "output/passphrase.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "base/errors.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

const std::string list = std::string(CASEKEEPER_SOURCE) + "/config/passphrase_words.txt";

// aaaa, aaab … : as many as are asked for.
std::string made_words(int count) {
    std::string words;
    for (int i = 0; i < count; ++i) {
        std::string word = "aaaa";
        for (std::size_t at = 0, left = static_cast<std::size_t>(i); at < 4; ++at, left /= 26)
            word[3 - at] = static_cast<char>('a' + left % 26);
        words += word + "\n";
    }
    return words;
}

PassphraseWords read(const std::string& words) {
    const test::TemporaryFolder folder;
    return PassphraseWords::read(folder.write("words.txt", words));
}

TEST(Passphrase, IsSixWordsOfTheListOfSixtySixBits) {
    const PassphraseWords words = PassphraseWords::read(list);
    EXPECT_EQ(words.size(), 2048U);
    EXPECT_DOUBLE_EQ(words.bits_a_word(), 11);
    EXPECT_EQ(words.words_wanted(), 6);
    std::istringstream drawn(words.draw());
    int count = 0;
    for (std::string word; std::getline(drawn, word, '-'); ++count) {
        EXPECT_GE(word.size(), 4U) << word;
        EXPECT_LE(word.size(), 8U) << word;
    }
    EXPECT_EQ(count, 6);
}

TEST(Passphrase, IsDrawnAfreshEachTime) {
    const PassphraseWords words = PassphraseWords::read(list);
    std::set<std::string> drawn;
    for (int i = 0; i < 1000; ++i) drawn.insert(words.draw());
    EXPECT_EQ(drawn.size(), 1000U);
}

TEST(Passphrase, TakesMoreWordsOfAShorterList) {
    const PassphraseWords words = read("# a list of our own\n\n" + made_words(1024));
    EXPECT_EQ(words.words_wanted(), 7);
    const std::string drawn = words.draw();
    EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '-'), 6);
}

TEST(Passphrase, RefusesAListThatWouldBeWeakOrMisheard) {
    EXPECT_THROW(read(made_words(1023)), ConfigError);
    EXPECT_THROW(read(made_words(1100) + "aaaa\n"), ConfigError);
    EXPECT_THROW(read(made_words(1100) + "aaabcd\n"), ConfigError);
    EXPECT_THROW(read(made_words(1100) + "Amber\n"), ConfigError);
    EXPECT_THROW(read(made_words(1100) + "two words\n"), ConfigError);
    EXPECT_THROW(PassphraseWords::read("/nowhere/words.txt"), ConfigError);
    EXPECT_NO_THROW(read(made_words(1100)));
}

}  // namespace
}  // namespace casekeeper
