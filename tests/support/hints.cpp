// SPDX-License-Identifier: MIT
#include "support/hints.h"

#include <cctype>
#include <sstream>

namespace casekeeper::test {
namespace {

using Words = std::vector<std::string>;
constexpr std::string_view program = "casekeeper ";

// Has a help a line that begins with these words?
bool lists(const std::string& help, const std::string& words) {
    return ("\n" + help).find("\n  " + words + " ") != std::string::npos;
}

// Are there commands of two words that begin with this one?
bool is_area(const std::string& help, const std::string& word) {
    const std::size_t at = ("\n" + help).find("\n  " + word + " ");
    return at != std::string::npos && std::islower(static_cast<unsigned char>(help[at + word.size() + 3]));
}

// "show," -> "show", "--state=open" -> "--state"
std::string bare(std::string word) {
    if (word.starts_with("--")) word.resize(std::min(word.find('='), word.size()));
    while (!word.empty() && std::ispunct(static_cast<unsigned char>(word.back()))) word.pop_back();
    return word;
}

Words words_of(const std::string& text) {
    Words words;
    std::istringstream in(text);
    for (std::string word; in >> word;) words.push_back(bare(word));
    return words;
}

}  // namespace

std::string what_cannot_be_typed(const std::string& hint,
                                 const std::function<std::string(const std::vector<std::string>&)>& run) {
    const std::string commands = run({"--help"});
    for (std::size_t at = hint.find(program); at != std::string::npos; at = hint.find(program, at + 1)) {
        const std::size_t from = at + program.size();
        const Words words = words_of(hint.substr(from, hint.find(program, from) - from));
        if (words.empty() || words.front() == "--help") continue;
        if (words.size() > 1 && words[1] == "--help" && lists(commands, words[0])) continue;
        const bool two = is_area(commands, words[0]) && words.size() > 1;
        const std::string name = two ? words[0] + " " + words[1] : words[0];
        if (!lists(commands, name)) return name;
        const std::string help = run(two ? Words{words[0], words[1], "--help"} : Words{words[0], "--help"});
        for (const std::string& word : words)
            if (word.starts_with("--") && !lists(help, word)) return name + " " + word;
    }
    return "";
}

}  // namespace casekeeper::test
