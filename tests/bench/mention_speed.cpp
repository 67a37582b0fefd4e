// SPDX-License-Identifier: MIT
//
//   mention_speed make FOLDER MEGABYTES
//   mention_speed NAMES_FOLDER WORD_LIST PEOPLE TEXT exact|all
//
// Makes up 10,000 people and a text that speaks of them (people, names: whole; all_names: whole and single; text).
// Finds people ("Jane Roe", one a line) in a text and writes each name found on a line, as grep -o does. Exact: the
// names as they are, whole and singly, in any case; all: everything the mention finder looks for. The text is taken
// by pieces of about an entry's length, as a pack's are. Says on stderr the processor's seconds for making ready and
// for finding.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/errors.h"
#include "policy/mention_finder.h"
#include "tests/bench/dice.h"
#include "tests/bench/trust_vocabulary.h"

namespace casekeeper::bench {
namespace {

constexpr std::size_t piece = 16384;  // bytes of text

std::string whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw InputError("cannot read " + path, "name a file that is there");
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<PersonNames> people_of(const std::string& path) {
    std::vector<PersonNames> people;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const std::size_t space = line.find(' ');
        if (space == std::string::npos) continue;
        people.emplace_back();
        people.back().key = "person:" + std::to_string(people.size());
        people.back().given_names = line.substr(0, space);
        people.back().family_name = line.substr(space + 1);
    }
    return people;
}

// Calls take(piece) for each piece, which ends with a line.
template <typename Take>
void each_piece(std::string_view text, const Take& take) {
    while (!text.empty()) {
        const std::size_t end =
            std::min(text.find('\n', std::min(piece, text.size() - 1)), text.size() - 1) + 1;
        take(text.substr(0, end));
        text.remove_prefix(end);
    }
}

// Of the processor, by this process.
double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class Out {
public:
    void line(std::string_view text) {
        held_.append(text).push_back('\n');
        if (held_.size() > piece) write();
    }
    void write() {
        if (std::fwrite(held_.data(), 1, held_.size(), stdout) != held_.size())
            throw OutputError("cannot write", "look at where the output goes");
        held_.clear();
    }

private:
    std::string held_;
};

constexpr int people_made = 10000;
constexpr int names_in_a_hundred = 12;  // words of the text

// Parts of names nobody bears.
std::string made_up_name(Dice& dice) {
    static constexpr std::array<std::string_view, 16> begins = {
        "Bra", "Kel",  "Tor",  "Wen",   "Hal",  "Dun",  "Mar", "Ash",
        "Pen", "Lang", "Wick", "Thorn", "Fair", "Stan", "Col", "Rad"};
    static constexpr std::array<std::string_view, 16> middles = {
        "", "a", "en", "er", "ing", "o", "ber", "der", "ker", "mer", "ter", "wel", "is", "on", "al", "by"};
    static constexpr std::array<std::string_view, 16> ends = {
        "ton", "ley", "ford", "wood",  "son",  "man",  "worth", "field",
        "by",  "ham", "well", "stead", "bury", "gate", "combe", "shaw"};
    return std::string(dice.one_of(begins)) + std::string(dice.one_of(middles)) +
           std::string(dice.one_of(ends));
}

int make(const std::string& folder, std::size_t megabytes) {
    std::vector<std::string> people;
    for (int i = 0; i < people_made; ++i) {
        Dice dice(1, About::person, static_cast<std::uint64_t>(i));
        people.push_back(std::string(dice.one_of(given_names)) + " " + made_up_name(dice));
    }
    std::ofstream names(folder + "/names");
    std::ofstream all(folder + "/all_names");
    for (const std::string& name : people) {
        names << name << "\n";
        const std::size_t space = name.find(' ');
        all << name << "\n" << name.substr(0, space) << "\n" << name.substr(space + 1) << "\n";
    }
    std::ofstream text(folder + "/text");
    Dice dice(1, About::entry, 1);
    for (std::size_t bytes = 0; bytes < megabytes * 1000000;) {
        std::string line(dice.one_of(phrases));
        // A phrase has about eight words.
        for (int word = 0; word < 8; ++word)
            if (dice.below(100) < names_in_a_hundred / 2) line += " " + dice.one_of(people);
        if (dice.below(50) == 0) line += " (" + std::string(dice.one_of(services).id) + ")";
        line += dice.below(4) == 0 ? ".\n" : ". ";
        bytes += line.size();
        text << line;
    }
    return names.flush() && all.flush() && text.flush() ? 0 : 73;
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() == 3 && arguments[0] == "make") return make(arguments[1], std::stoul(arguments[2]));
    if (arguments.size() != 5 || (arguments[4] != "exact" && arguments[4] != "all"))
        throw UsageError("usage: mention_speed NAMES_FOLDER WORD_LIST PEOPLE TEXT exact|all",
                         "sh tests/bench/mentions.sh");
    const NameKnowledge knowledge = NameKnowledge::read(arguments[0], arguments[1]);
    const std::vector<PersonNames> people = people_of(arguments[2]);
    const KnownPeople known(people, knowledge);
    const MentionFinder finder(people, knowledge);
    const std::string text = whole(arguments[3]);
    const double ready = seconds();
    Out out;
    each_piece(text, [&](std::string_view part) {
        if (arguments[4] == "all") {
            for (const Mention& one : finder.find(part))
                out.line(part.substr(one.begin, one.end - one.begin));
            return;
        }
        const MentionWords words(part);
        for (const KnownPeople::Spoken& one : known.find(words, KnownPeople::Spelling::exact))
            out.line(part.substr(words[one.first].begin, words[one.last].end - words[one.first].begin));
    });
    out.write();
    std::fprintf(stderr, "%.4f %.4f\n", ready, seconds() - ready);
    return 0;
}

}  // namespace
}  // namespace casekeeper::bench

int main(int count, char** values) {
    try {
        return casekeeper::bench::run({values + 1, values + count});
    } catch (const casekeeper::Error& error) {
        std::cerr << "mention_speed: " << error.what() << "\nhint: " << error.hint() << "\n";
        return static_cast<int>(error.code());
    }
}
