// SPDX-License-Identifier: MIT
#include "output/passphrase.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>

#include "base/errors.h"
#include "base/random_number.h"

namespace casekeeper {
namespace {

constexpr double bits_wanted = 64;
constexpr std::size_t fewest_words = 1024;
constexpr std::size_t shortest = 3;
constexpr std::size_t longest = 8;

[[noreturn]] void wrong(const std::string& path, const std::string& what) {
    throw ConfigError(path + ": " + what, "take the list that casekeeper comes with, or mend it there");
}

bool is_word(const std::string& line) {
    return line.size() >= shortest && line.size() <= longest &&
           std::all_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> words_in(const std::string& path) {
    std::ifstream file(path);
    if (!file) wrong(path, "cannot be read");
    std::vector<std::string> words;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.empty() || line[0] == '#') continue;
        if (!is_word(line))
            wrong(path, "line " + std::to_string(number) + " is no word of three to eight small letters");
        words.push_back(line);
    }
    if (file.bad()) wrong(path, "cannot be read to its end");
    return words;
}

}  // namespace

PassphraseWords PassphraseWords::read(const std::string& path) {
    PassphraseWords read;
    read.words_ = words_in(path);
    std::sort(read.words_.begin(), read.words_.end());
    // In order, whatever a word begins follows it.
    const auto beginning =
        std::adjacent_find(read.words_.begin(), read.words_.end(),
                           [](const auto& one, const auto& next) { return next.starts_with(one); });
    if (beginning != read.words_.end()) wrong(path, *beginning + " is there twice, or begins another word");
    if (read.words_.size() < fewest_words)
        wrong(path, std::to_string(read.words_.size()) +
                        " words are too few: " + std::to_string(fewest_words) + " are wanted");
    return read;
}

double PassphraseWords::bits_a_word() const {
    return std::log2(static_cast<double>(words_.size()));
}

int PassphraseWords::words_wanted() const {
    return static_cast<int>(std::ceil(bits_wanted / bits_a_word()));
}

std::string PassphraseWords::draw() const {
    std::string passphrase;
    for (int i = 0; i < words_wanted(); ++i)
        passphrase +=
            (i == 0 ? "" : "-") + words_.at(random_below(static_cast<std::uint32_t>(words_.size())));
    return passphrase;
}

}  // namespace casekeeper
