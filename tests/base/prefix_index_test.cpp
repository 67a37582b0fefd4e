// SPDX-License-Identifier: MIT
#include "base/prefix_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;

Words beginning(const PrefixIndex& index, const std::string& text) {
    Words found;
    index.each_beginning(text, [&](std::size_t word) { found.push_back(index.words()[word]); });
    return found;
}

TEST(PrefixIndex, FindsEveryWordThatATextBeginsWith) {
    const PrefixIndex index({"ab", "abc", "abcd", "abd", "b1", "\xC3\xA9t"});
    EXPECT_EQ(beginning(index, "abcde"), (Words{"abcd", "abc", "ab"}));
    EXPECT_EQ(beginning(index, "abcc"), (Words{"abc", "ab"}));
    EXPECT_EQ(beginning(index, "abe"), (Words{"ab"}));
    EXPECT_EQ(beginning(index, "\xC3\xA9t\xC3\xA9"), (Words{"\xC3\xA9t"}));
    EXPECT_EQ(beginning(index, "aab"), Words{});
    EXPECT_EQ(beginning(index, "a"), Words{});
    EXPECT_EQ(beginning(index, ""), Words{});
    EXPECT_EQ(beginning(PrefixIndex(Words{}), "abc"), Words{});
}

TEST(PrefixIndex, FindsWhatTryingEachWordFinds) {
    std::mt19937 random(7);
    const auto word = [&] {
        std::string made;
        for (std::size_t i = 0; i < 2 + random() % 4; ++i) made += static_cast<char>('a' + random() % 3);
        return made;
    };
    Words words;
    for (int i = 0; i < 60; ++i) words.push_back(word());
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const PrefixIndex index(words);
    for (int i = 0; i < 2000; ++i) {
        const std::string text = word() + word();
        Words expected;
        for (const std::string& one : words)
            if (text.starts_with(one)) expected.insert(expected.begin(), one);
        EXPECT_EQ(beginning(index, text), expected) << text;
    }
}

}  // namespace
}  // namespace casekeeper::test
