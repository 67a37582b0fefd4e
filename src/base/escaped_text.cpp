// SPDX-License-Identifier: MIT
#include "base/escaped_text.h"

#include <Poco/UTF8Encoding.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace casekeeper {
namespace {

constexpr std::size_t longest_name = 8;     // of a character: &thetasym; is nobody's letter
constexpr std::size_t longest_number = 10;  // of its figures
constexpr std::size_t longest_tag = 2000;

int hex_digit(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    const char small = static_cast<char>(character | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool is_letter(char character) {
    const char small = static_cast<char>(character | 0x20);
    return small >= 'a' && small <= 'z';
}

class Unescaping {
public:
    explicit Unescaping(std::string_view text) : text_(text) { plain_.reserve(text.size()); }

    std::string plain() && {
        while (at_ < text_.size())
            if (!take_escape()) plain_ += text_[at_++];
        return std::move(plain_);
    }

private:
    bool take_escape() {
        switch (text_[at_]) {
            case '%':
                return take_percent();
            case '=':
                return take_broken_line() || take_byte(at_ + 1);
            case '&':
                return take_character();
            case '\\':
                return take_backslash();
            case '<':
                return take_tag();
            default:
                return false;
        }
    }

    char look(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    // %20, %2520, %252520 …
    bool take_percent() {
        std::size_t at = at_ + 1;
        while (look(at) == '2' && look(at + 1) == '5' && hex_digit(look(at + 2)) >= 0 &&
               hex_digit(look(at + 3)) >= 0)
            at += 2;
        return take_byte(at);
    }

    // Two hexadecimal digits.
    bool take_byte(std::size_t at) {
        const int high = hex_digit(look(at));
        const int low = hex_digit(look(at + 1));
        if (high < 0 || low < 0) return false;
        plain_ += static_cast<char>(high * 16 + low);
        at_ = at + 2;
        return true;
    }

    // "=" at the end of a line: the line goes on.
    bool take_broken_line() {
        const std::size_t end = at_ + (look(at_ + 1) == '\r' ? 2 : 1);
        if (look(end) != '\n') return false;
        at_ = end + 1;
        return true;
    }

    // &#83; &#x53; &nbsp; &eacute;, also with the & itself escaped.
    bool take_character() {
        std::size_t at = at_ + 1;
        while (text_.substr(at, 4) == "amp;") at += 4;
        if (look(at) == '#') return take_number(at + 1);
        std::size_t end = at;
        while (end < at + longest_name && is_letter(look(end))) ++end;
        if (end < at + 2 || look(end) != ';') return false;
        const std::string_view name = text_.substr(at, end - at);
        static constexpr std::array<std::string_view, 8> accents = {"acute", "grave", "circ",  "uml",
                                                                    "tilde", "cedil", "slash", "ring"};
        const bool accented = std::find(accents.begin(), accents.end(), name.substr(1)) != accents.end();
        plain_ += accented ? name.front() : ' ';
        at_ = end + 1;
        return true;
    }

    bool take_number(std::size_t at) {
        const bool hexadecimal = look(at) == 'x' || look(at) == 'X';
        if (hexadecimal) ++at;
        std::size_t end = at;
        std::uint32_t point = 0;
        for (; end < at + longest_number; ++end) {
            const int digit = hex_digit(look(end));
            if (digit < 0 || (!hexadecimal && digit > 9)) break;
            point = std::min<std::uint32_t>(0x200000, point * (hexadecimal ? 16 : 10)) +
                    static_cast<std::uint32_t>(digit);
        }
        if (end == at) return false;
        add(point);
        at_ = end + (look(end) == ';' ? 1 : 0);
        return true;
    }

    bool take_backslash() {
        const char next = look(at_ + 1);
        if (next == 'x') return take_byte(at_ + 2);
        if (next == 'u') return take_four();
        if (next == '\0' || std::string_view("nrtfvb").find(next) == std::string_view::npos) return false;
        plain_ += ' ';
        at_ += 2;
        return true;
    }

    bool take_four() {
        std::uint32_t point = 0;
        for (std::size_t i = 2; i < 6; ++i) {
            const int digit = hex_digit(look(at_ + i));
            if (digit < 0) return false;
            point = point * 16 + static_cast<std::uint32_t>(digit);
        }
        add(point);
        at_ += 6;
        return true;
    }

    bool take_tag() {
        const char next = look(at_ + 1);
        if (!is_letter(next) && next != '/' && next != '!') return false;
        if (!tag_end_known_ || tag_end_ < at_) {
            tag_end_ = text_.find('>', at_);
            tag_end_known_ = true;
        }
        if (tag_end_ == std::string_view::npos || tag_end_ - at_ > longest_tag) return false;
        plain_ += ' ';
        at_ = tag_end_ + 1;
        return true;
    }

    void add(std::uint32_t point) {
        if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
            plain_ += ' ';
            return;
        }
        unsigned char bytes[4];
        const int size = Poco::UTF8Encoding().convert(static_cast<int>(point), bytes, sizeof bytes);
        plain_.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    }

    std::string_view text_;
    std::string plain_;
    std::size_t at_ = 0;
    bool tag_end_known_ = false;
    std::size_t tag_end_ = 0;
};

}  // namespace

std::string without_escapes(std::string_view text) {
    return Unescaping(text).plain();
}

}  // namespace casekeeper
