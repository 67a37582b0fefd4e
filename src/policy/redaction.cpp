// SPDX-License-Identifier: MIT
#include "policy/redaction.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace casekeeper {
namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_space);
}

// What is the same to whoever quotes a passage: the sign that is compared, and how many bytes it takes.
struct Sign {
    std::string_view written;
    char compared;
};
constexpr Sign signs[] = {
    {"\u2018", '\''}, {"\u2019", '\''}, {"\u201C", '"'}, {"\u201D", '"'}, {"\u2010", '-'},
    {"\u2011", '-'},  {"\u2013", '-'},  {"\u2014", '-'}, {"\u00A0", ' '}, {"\u202F", ' '},
};

// A text without white space, with each byte's place in it.
struct Compared {
    std::string letters;
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
};

Compared compared(std::string_view text) {
    Compared all;
    for (std::size_t at = 0; at < text.size();) {
        const auto sign = std::find_if(std::begin(signs), std::end(signs), [&](const Sign& one) {
            return text.substr(at).starts_with(one.written);
        });
        const bool is_sign = sign != std::end(signs);
        const std::size_t size = is_sign ? sign->written.size() : 1;
        const char letter = is_sign ? sign->compared : text[at];
        if (!is_space(letter)) {
            all.letters += letter;
            all.begins.push_back(at);
            all.ends.push_back(at + size);
        }
        at += size;
    }
    return all;
}

// The places of words between white space.
std::vector<TextSpan> words_of(std::string_view text) {
    std::vector<TextSpan> words;
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !is_space(text[at])) ++at;
        words.push_back({begin, at});
    }
    return words;
}

// Words [first, last) of a text, as they stand in it.
class Places {
public:
    Places(std::string_view text, const PlaceSearch& search, const std::vector<std::size_t>& places)
        : text_(text), search_(search), places_(places), words_(words_of(text)) {}

    std::vector<TextSpan> spans() const {
        std::vector<TextSpan> found;
        collect(0, words_.size(), found);
        std::sort(found.begin(), found.end(),
                  [](const TextSpan& a, const TextSpan& b) { return a.begin < b.begin; });
        return found;
    }

private:
    bool gives_away(std::size_t first, std::size_t last) const {
        if (first >= last) return false;
        const std::size_t begin = words_[first].begin;
        const std::vector<std::size_t> found =
            search_.found_in(text_.substr(begin, words_[last - 1].end - begin));
        return std::any_of(places_.begin(), places_.end(), [&](std::size_t place) {
            return std::binary_search(found.begin(), found.end(), place);
        });
    }

    // The first run that gives something away, then what stands before and after it.
    void collect(std::size_t first, std::size_t last, std::vector<TextSpan>& found) const {
        while (gives_away(first, last)) {
            const std::size_t end =
                smallest(first + 1, last, [&](std::size_t to) { return gives_away(first, to); });
            const std::size_t begin =
                smallest(first, end, [&](std::size_t from) { return !gives_away(from + 1, end); });
            found.push_back({words_[begin].begin, words_[end - 1].end});
            // What stood before it gives nothing away by itself; searched all the same, for a run may be
            // found in a longer text only.
            collect(first, begin, found);
            first = end;
        }
    }

    // The least of [low, high] for which something is so, taking it that it stays so above.
    template <typename IsSo>
    static std::size_t smallest(std::size_t low, std::size_t high, const IsSo& is_so) {
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (is_so(middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    const std::string_view text_;
    const PlaceSearch& search_;
    const std::vector<std::size_t>& places_;
    const std::vector<TextSpan> words_;
};

void add(std::vector<ShownPiece>& pieces, std::string_view text, int number) {
    if (!text.empty()) pieces.push_back({std::string(text), number});
}

}  // namespace

std::vector<ShownPiece> without_cuts(std::string_view text, std::vector<Cut> cuts) {
    std::sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) {
        return std::tuple(a.span.begin, b.span.end, a.number) <
               std::tuple(b.span.begin, a.span.end, b.number);
    });
    std::vector<ShownPiece> pieces;
    std::size_t at = 0;
    for (const Cut& cut : cuts) {
        if (cut.span.end <= at) continue;
        const std::size_t begin = std::max(at, cut.span.begin);
        const std::string_view between = text.substr(at, begin - at);
        const bool goes_on = !pieces.empty() && pieces.back().number == cut.number && is_blank(between) &&
                             pieces.back().text == cut.stand_in;
        if (!goes_on) {
            add(pieces, between, 0);
            add(pieces, cut.stand_in, cut.number);
        }
        at = cut.span.end;
    }
    add(pieces, text.substr(at), 0);
    return pieces;
}

void require_within(std::string_view text, const TextSpan& span) {
    if (span.begin >= span.end || span.end > text.size())
        throw std::runtime_error("a search for names or places answered with what is not in the text");
}

std::vector<TextSpan> where_quoted(std::string_view text, std::string_view passage) {
    const Compared in = compared(text);
    const Compared wanted = compared(passage);
    std::vector<TextSpan> found;
    if (wanted.letters.empty()) return found;
    for (std::size_t at = in.letters.find(wanted.letters); at != std::string::npos;
         at = in.letters.find(wanted.letters, at + wanted.letters.size()))
        found.push_back({in.begins[at], in.ends[at + wanted.letters.size() - 1]});
    return found;
}

std::vector<TextSpan> where_given_away(std::string_view text, const PlaceSearch& search,
                                       const std::vector<std::size_t>& places) {
    const std::vector<TextSpan> spans = Places(text, search, places).spans();
    std::vector<Cut> cuts;
    for (const TextSpan& span : spans) cuts.push_back({span, 1, "\n"});
    std::string rest;
    for (const ShownPiece& piece : without_cuts(text, std::move(cuts))) rest += piece.text;
    const std::vector<std::size_t> left = search.found_in(rest);
    const bool is_clean = std::none_of(places.begin(), places.end(), [&](std::size_t place) {
        return std::binary_search(left.begin(), left.end(), place);
    });
    return is_clean ? spans : std::vector<TextSpan>{{0, text.size()}};
}

}  // namespace casekeeper
