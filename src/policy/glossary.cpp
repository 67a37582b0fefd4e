// SPDX-License-Identifier: MIT
#include "policy/glossary.h"

#include <algorithm>
#include <map>

#include "policy/did_you_mean.h"
#include "policy/toml_reading.h"

namespace casekeeper {

struct TextWord {
    char before;  // what stands between it and the word before
    std::string_view text;
};

namespace {

constexpr char loosely = ' ';  // white space, hyphens and dashes
constexpr char apart = '\n';   // more than one thing: no way of writing goes on behind it
constexpr char comma = ',';    // and the space behind it
constexpr std::size_t longest_word = 40;

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_capital_or_digit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char in_small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string in_small(std::string_view word) {
    std::string small(word);
    for (char& c : small) c = in_small(c);
    return small;
}

using Word = TextWord;

// The words of a text one after the other. Letters beyond ASCII are parts of words, but for the dashes, the
// apostrophe and the space of printers.
class Words {
public:
    explicit Words(std::string_view text) : text_(text) {}

    // Empty: there is none left.
    Word next() {
        Word word{at_ == 0 ? apart : '\0', {}};
        while (at_ < text_.size()) {
            const Piece piece = piece_at(at_);
            if (piece.is_letter) break;
            word.before = joined(word.before, piece.stands_for);
            at_ += piece.bytes;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size()) {
            const Piece piece = piece_at(at_);
            if (!piece.is_letter) break;
            at_ += piece.bytes;
        }
        word.text = text_.substr(begin, at_ - begin);
        return word;
    }

private:
    struct Piece {
        bool is_letter = false;
        char stands_for = loosely;
        std::size_t bytes = 1;
    };

    Piece piece_at(std::size_t at) const {
        const char c = text_[at];
        if (is_small(c) || is_capital_or_digit(c)) return {true};
        if ((c & 0x80) != 0) return beyond_ascii(text_.substr(at, 3));
        const bool loose = c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t';
        return {false, loose ? loosely : c};
    }

    static Piece beyond_ascii(std::string_view bytes) {
        if (bytes.starts_with("\xC2\xA0")) return {false, loosely, 2};
        if (!bytes.starts_with("\xE2\x80") || bytes.size() < 3) return {true};
        const auto last = static_cast<unsigned char>(bytes[2]);
        if (last == 0x99) return {false, '\'', 3};
        if (last >= 0x90 && last <= 0x95) return {false, loosely, 3};
        return {false, apart, 3};  // quotation marks, dots, bullets
    }

    static char joined(char before, char next) {
        if (before == '\0') return next;
        const bool goes_on = next == loosely && (before == loosely || before == comma);
        return goes_on ? before : apart;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// As the glossary keeps its ways of writing: "looked-after child" as {looked, after, child}.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    Words reading(text);
    for (Word word = reading.next(); !word.text.empty(); word = reading.next()) words.push_back(word);
    return words;
}

std::string key_of(const Word& word, bool is_first) {
    return (is_first ? std::string() : std::string(1, word.before)) + in_small(word.text);
}

// The words as they are written, one space between them.
std::string written(const Word* begin, const Word* end) {
    std::string text;
    for (const Word* word = begin; word != end; ++word) {
        text += text.empty() ? "" : " ";
        text += word->text;
    }
    return text;
}

// Two ways of writing that no text could tell apart.
std::string unmistakable(const std::vector<Word>& words, bool as_written) {
    std::string name;
    for (const Word& word : words)
        name += (name.empty() ? std::string() : std::string(1, word.before)) +
                (as_written ? std::string(word.text) : in_small(word.text));
    return name;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Has a capital letter, or a word with a figure in it: LAC, s47; not section 47.
bool is_found_as_written(const std::vector<Word>& words) {
    return std::any_of(words.begin(), words.end(), [](const Word& word) {
        const auto capital = [](char c) { return is_capital_or_digit(c) && !is_digit(c); };
        return std::any_of(word.text.begin(), word.text.end(), capital) ||
               (std::any_of(word.text.begin(), word.text.end(), is_digit) &&
                !std::all_of(word.text.begin(), word.text.end(), is_digit));
    });
}

class Reading {
public:
    Reading(TomlFile& file, std::vector<GlossaryTerm>& terms) : file_(file), terms_(terms) {}

    void take(const toml::table& source) {
        TomlTable table(file_, source, "this term");
        const auto term = table.required_text("term", "term = \"IRO\"");
        if (term) table.call("term " + in_quotes(term->text));
        table.refuse_unknown_keys({"term", "also", "meaning"});
        const auto meaning = table.required_text("meaning", "meaning = \"What it is, in plain sentences.\"");
        const std::vector<PlacedText> also = table.texts("also");
        if (!term) return;
        GlossaryTerm read{term->text, {}, meaning ? meaning->text : ""};
        take_way(*term);
        for (const PlacedText& way : also) {
            take_way(way);
            read.also.push_back(way.text);
        }
        terms_.push_back(std::move(read));
    }

private:
    void take_way(const PlacedText& way) {
        const std::vector<Word> words = words_of(way.text);
        if (words.empty() || std::any_of(words.begin() + 1, words.end(),
                                         [](const Word& word) { return word.before == apart; })) {
            file_.error(way.place, in_quotes(way.text) +
                                       " can never be found: write words, with one space, "
                                       "hyphen or other mark between two");
            return;
        }
        const std::string name = unmistakable(words, is_found_as_written(words));
        const auto [first, is_new] = ways_.emplace(name, way.place.line);
        if (!is_new)
            file_.error(way.place, in_quotes(way.text) + " stands twice, first in line " +
                                       std::to_string(first->second));
    }

    TomlFile& file_;
    std::vector<GlossaryTerm>& terms_;
    std::map<std::string, long> ways_;
};

}  // namespace

Glossary Glossary::read(std::string_view toml, const std::string& file_name, std::vector<Finding>& findings) {
    Glossary glossary;
    TomlFile file(toml, file_name, findings);
    const auto root = file.parse();
    if (!root) return glossary;
    TomlTable(file, *root, "the glossary").refuse_unknown_keys({"term"});
    Reading reading(file, glossary.terms_);
    for (const toml::table* source : tables_of(file, *root, "term")) reading.take(*source);
    if (glossary.terms_.empty() && file.errors() == 0)
        file.error({1, 1}, "the glossary has no term: write [[term]] above each");
    file.sort_findings();
    std::stable_sort(
        glossary.terms_.begin(), glossary.terms_.end(),
        [](const GlossaryTerm& a, const GlossaryTerm& b) { return in_small(a.term) < in_small(b.term); });
    for (std::size_t term = 0; term < glossary.terms_.size(); ++term) {
        for (std::size_t way = 0; way <= glossary.terms_[term].also.size(); ++way)
            glossary.add_way(term, way);
    }
    return glossary;
}

const std::string& Glossary::way_of(std::size_t term, std::size_t way) const {
    return way == 0 ? terms_[term].term : terms_[term].also[way - 1];
}

void Glossary::add_way(std::size_t term, std::size_t way) {
    const std::vector<Word> words = words_of(way_of(term, way));
    if (words.empty()) return;
    std::size_t node = 0;
    for (const Word& word : words) {
        const auto [found, is_new] = nodes_[node].next.emplace(key_of(word, node == 0), nodes_.size());
        node = found->second;
        if (is_new) nodes_.emplace_back();
    }
    const std::string as_written =
        is_found_as_written(words) ? written(words.data(), words.data() + words.size()) : "";
    nodes_[node].endings.push_back({as_written, term, way});
}

// The ending of a node that the words written are; nullptr where they are none.
const Glossary::Ending* Glossary::ending_of(std::size_t node, const std::string& written) const {
    const Ending* found = nullptr;
    for (const Ending& ending : nodes_[node].endings) {
        if (ending.written == written) return &ending;
        if (ending.written.empty()) found = &ending;
    }
    return found;
}

Glossary::Found Glossary::longest_at(const TextWord* begin, const TextWord* end) const {
    Found found;
    std::size_t node = 0;
    for (const TextWord* word = begin; word != end && word->text.size() <= longest_word; ++word) {
        std::string key = key_of(*word, word == begin);
        const auto& next = nodes_[node].next;
        const auto exact = next.find(key);
        const Ending* ending = nullptr;
        if (exact != next.end()) ending = ending_of(exact->second, written(begin, word + 1));
        if (!ending && word->text.ends_with('s')) {
            key.pop_back();
            std::string singular = written(begin, word + 1);
            singular.pop_back();
            const auto one = next.find(key);
            if (one != next.end()) ending = ending_of(one->second, singular);
        }
        if (ending) found = {static_cast<std::size_t>(word - begin) + 1, ending->term, ending->way};
        if (exact == next.end()) break;
        node = exact->second;
    }
    return found;
}

TermsSeen::TermsSeen(const Glossary& glossary) : glossary_(glossary), ways_(glossary.terms().size()) {}

void TermsSeen::add(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    std::size_t within = 0;  // the end of the longest way of writing so far
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        const Glossary::Found found = glossary_.longest_at(words.data() + begin, words.data() + words.size());
        if (begin + found.words <= within || found.words == 0) continue;
        if (std::string& way = ways_[found.term]; way.empty()) way = glossary_.way_of(found.term, found.way);
        within = begin + found.words;
    }
}

std::vector<TermsSeen::Seen> TermsSeen::terms() const {
    std::vector<Seen> seen;
    for (std::size_t term = 0; term < ways_.size(); ++term)
        if (!ways_[term].empty()) seen.push_back({&glossary_.terms()[term], ways_[term]});
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Seen& a, const Seen& b) { return in_small(a.way) < in_small(b.way); });
    return seen;
}

}  // namespace casekeeper
