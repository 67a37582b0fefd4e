// SPDX-License-Identifier: MIT
#include "base/folded_letters.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace casekeeper {
namespace {

using Point = utf8proc_int32_t;

// Letters that look like others, or are these with a stroke that does not come off; both small.
constexpr std::pair<Point, char> looks_like[] = {
    {0x0111, 'd'}, {0x0127, 'h'}, {0x0131, 'i'}, {0x0142, 'l'}, {0x00F8, 'o'}, {0x0167, 't'}, {0x0261, 'g'},
    {0x03B1, 'a'}, {0x03B2, 'b'}, {0x03B5, 'e'}, {0x03B6, 'z'}, {0x03B7, 'h'}, {0x03B9, 'i'}, {0x03BA, 'k'},
    {0x03BC, 'm'}, {0x03BD, 'n'}, {0x03BF, 'o'}, {0x03C1, 'p'}, {0x03C4, 't'}, {0x03C5, 'y'}, {0x03C7, 'x'},
    {0x0430, 'a'}, {0x0432, 'b'}, {0x0435, 'e'}, {0x043A, 'k'}, {0x043C, 'm'}, {0x043D, 'h'}, {0x043E, 'o'},
    {0x0440, 'p'}, {0x0441, 'c'}, {0x0442, 't'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'},
    {0x0458, 'j'}, {0x0475, 'v'}, {0x04CF, 'l'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'},
};

Point plain(Point point) {
    for (const auto& [other, letter] : looks_like)
        if (other == point) return letter;
    // Letters in discs, squares and flags that have no plain form of their own.
    for (const Point first : {0x1F150, 0x1F170, 0x1F1E6})
        if (point >= first && point < first + 26) return 'a' + (point - first);
    return point;
}

bool is_letter(Point point) {
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return true;
        default:
            return false;
    }
}

bool is_apostrophe(Point point) {
    return point == '\'' || point == '`' || point == 0x2018 || point == 0x2019 || point == 0x02BC;
}

class Folding {
public:
    explicit Folding(std::size_t size) {
        result_.letters.reserve(size);
        result_.marks.reserve(size);
    }

    void take(Point point) {
        if (point < 0x80)
            take_ascii(static_cast<char>(point));
        else
            take_other(point);
    }

    FoldedLetters result() && { return std::move(result_); }

private:
    enum class Kind { none, digit, small, capital };

    void take_ascii(char character) {
        if (character >= 'a' && character <= 'z')
            add(character, Kind::small);
        else if (character >= 'A' && character <= 'Z')
            add(static_cast<char>(character | 0x20), Kind::capital);
        else if (character >= '0' && character <= '9')
            add(character, Kind::digit);
        else
            part_at(character);
    }

    void take_other(Point point) {
        constexpr auto options =
            static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                           UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
        Point parts[32];
        int boundary = 0;
        const utf8proc_ssize_t count =
            utf8proc_decompose_char(point, parts, std::size(parts), options, &boundary);
        const utf8proc_category_t category = utf8proc_category(point);
        const bool is_capital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(std::size(parts))) {
            parted_ = true;
            return;
        }
        for (const Point* part = parts; part != parts + count; ++part)
            take_part(plain(*part), is_capital ? Kind::capital : Kind::small);
    }

    void take_part(Point part, Kind kind) {
        if (part < 0x80 && is_letter(part)) {
            add(static_cast<char>(part), part <= '9' ? Kind::digit : kind);
        } else if (is_letter(part)) {
            utf8proc_uint8_t bytes[4];
            const utf8proc_ssize_t size = utf8proc_encode_char(part, bytes);
            add(static_cast<char>(bytes[0]), kind);
            for (utf8proc_ssize_t i = 1; i < size; ++i)
                append(static_cast<char>(bytes[i]), result_.marks.back() & FoldedLetters::capital);
        } else {
            part_at(part);
        }
    }

    void part_at(Point point) {
        if (is_apostrophe(point))
            joined_ = true;
        else
            parted_ = true;
    }

    void add(char letter, Kind kind) {
        unsigned mark = kind == Kind::capital ? FoldedLetters::capital : 0U;
        if (parted_ && !result_.letters.empty()) mark |= FoldedLetters::apart;
        if (joined_ && !parted_ && !result_.letters.empty()) mark |= FoldedLetters::joined;
        if (!parted_ && before_ != Kind::none) {
            if ((before_ == Kind::digit) != (kind == Kind::digit)) mark |= FoldedLetters::change;
            if (before_ == Kind::small && kind == Kind::capital) mark |= FoldedLetters::change;
            // The capital before a small letter begins its word: 1AA|The.
            if (capitals_ > 1 && kind == Kind::small) result_.marks[last_] |= FoldedLetters::change;
        }
        if (parted_) capitals_ = 0;
        capitals_ = kind == Kind::capital ? capitals_ + 1 : 0;
        before_ = kind;
        parted_ = joined_ = false;
        last_ = result_.letters.size();
        append(letter, mark);
    }

    void append(char letter, unsigned mark) {
        result_.letters += letter;
        result_.marks.push_back(static_cast<std::uint8_t>(mark));
    }

    FoldedLetters result_;
    Kind before_ = Kind::none;
    bool parted_ = false;
    bool joined_ = false;
    int capitals_ = 0;      // in a row, up to the last letter
    std::size_t last_ = 0;  // where the last letter begins
};

}  // namespace

std::vector<std::string> FoldedLetters::words() const {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (at == 0 || (marks[at] & (apart | change)) != 0) found.emplace_back();
        found.back() += letters[at];
    }
    return found;
}

FoldedLetters folded_letters(std::string_view text) {
    Folding folding(text.size());
    const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        Point point = bytes[at];
        utf8proc_ssize_t size = 1;
        if (point >= 0x80) {
            size = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
            if (size <= 0) {
                size = 1;
                point = bytes[at] >= 0xA0 && bytes[at] < 0xFE ? bytes[at] : ' ';
            }
        }
        folding.take(point);
        at += static_cast<std::size_t>(size);
    }
    return std::move(folding).result();
}

}  // namespace casekeeper
