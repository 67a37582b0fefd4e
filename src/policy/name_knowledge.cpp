// SPDX-License-Identifier: MIT
#include "policy/name_knowledge.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/errors.h"
#include "base/folded_letters.h"

namespace casekeeper {
namespace {

constexpr std::size_t fewest_words = 10000;  // of a list that can tell names from words

// The lines of a file that say something. `what` and `hint` are for whoever finds it missing.
std::vector<std::string> lines_of(const std::string& path, const std::string& what, const std::string& hint) {
    std::ifstream in(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty() && line.front() != '#') lines.push_back(line);
    }
    if (in.bad() || !in.eof()) throw ConfigError(what + " " + path + " cannot be read", hint);
    if (lines.empty()) throw ConfigError(what + " " + path + " is empty", hint);
    return lines;
}

std::vector<std::string> names_of(const std::string& line) {
    std::vector<std::string> names;
    std::istringstream in(line);
    for (std::string name; in >> name;)
        if (std::string letters = folded_letters(name).letters; !letters.empty()) names.push_back(letters);
    return names;
}

const std::string names_hint = "put back the folder config/names that casekeeper came with";

}  // namespace

NameKnowledge NameKnowledge::read(const std::string& folder, const std::string& word_list) {
    NameKnowledge knowledge;
    knowledge.read_words(word_list);
    knowledge.read_names(folder + "/given_names.txt", given);
    knowledge.read_names(folder + "/other_given_names.txt", given);
    knowledge.read_names(folder + "/surnames.txt", surname);
    knowledge.read_nicknames(folder + "/nicknames.txt");
    return knowledge;
}

std::uint32_t NameKnowledge::of(std::string_view letters) const {
    const std::uint32_t* found = words_.find(letters);
    return found == nullptr ? 0 : *found;
}

void NameKnowledge::read_names(const std::string& path, std::uint32_t bit) {
    for (const std::string& line : lines_of(path, "the list of names", names_hint))
        for (const std::string& name : names_of(line)) words_[name] |= bit;
}

void NameKnowledge::read_nicknames(const std::string& path) {
    for (const std::string& line : lines_of(path, "the list of nicknames", names_hint)) {
        groups_.push_back(names_of(line));
        for (const std::string& name : groups_.back()) {
            std::uint32_t& place = groups_of_[name];
            if (place == 0) {
                groups_of_name_.emplace_back();
                place = static_cast<std::uint32_t>(groups_of_name_.size());
            }
            groups_of_name_[place - 1].push_back(groups_.size() - 1);
        }
    }
}

void NameKnowledge::read_words(const std::string& path) {
    const std::string hint = "apt-get install wbritish, or name another list of English words";
    std::size_t count = 0;
    for (const std::string& line : lines_of(path, "the list of words", hint)) {
        if (line.size() > 2 && line.ends_with("'s")) continue;
        const FoldedLetters folded = folded_letters(line);
        if (folded.letters.empty()) continue;
        const bool is_proper = (folded.marks.front() & FoldedLetters::capital) != 0;
        words_[folded.letters] |= is_proper ? proper : word;
        ++count;
    }
    if (count < fewest_words)
        throw ConfigError("the list of words " + path + " has only " + std::to_string(count) + " words",
                          hint);
}

std::vector<std::string> NameKnowledge::nicknames_of(std::string_view letters) const {
    std::vector<std::string> all;
    const std::uint32_t* place = groups_of_.find(letters);
    if (place == nullptr) return all;
    for (const std::size_t group : groups_of_name_[*place - 1])
        for (const std::string& name : groups_[group])
            if (name != letters) all.push_back(name);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace casekeeper
