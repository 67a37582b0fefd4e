// SPDX-License-Identifier: MIT
#include "output/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace casekeeper {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little = "\xFF\xFE";
constexpr std::string_view utf16_big = "\xFE\xFF";

struct Closed {
    void operator()(void* conversion) const { ::iconv_close(conversion); }
};
using Conversion = std::unique_ptr<void, Closed>;

Conversion conversion_from(const std::string& charset) {
    void* const opened = ::iconv_open("UTF-8", charset.c_str());
    const bool failed = reinterpret_cast<std::intptr_t>(opened) == -1;
    return Conversion(failed ? nullptr : opened);
}

// Bytes that are still to be said. iconv's signature wants them as if it changed them.
struct Left {
    char* from;
    std::size_t size;
};

// Up to the first byte that is none of the character set.
void convert(Conversion& conversion, Left& bytes, std::string& into) {
    std::array<char, 4096> block{};
    for (;;) {
        char* to = block.data();
        std::size_t room = block.size();
        const bool stuck =
            ::iconv(conversion.get(), &bytes.from, &bytes.size, &to, &room) == static_cast<std::size_t>(-1);
        into.append(block.data(), block.size() - room);
        if (!stuck || errno != E2BIG) return;
    }
}

// What is none of the character set is said by `otherwise`, a byte at a time.
template <class Otherwise>
std::string lenient(const std::string& charset, std::string bytes, const Otherwise& otherwise) {
    std::string text;
    Left left{bytes.data(), bytes.size()};
    Conversion conversion = conversion_from(charset);
    if (!conversion) throw std::runtime_error("the C library knows no " + charset);
    while (left.size > 0) {
        convert(conversion, left, text);
        if (left.size == 0) break;
        text += otherwise(*left.from++);
        --left.size;
        ::iconv(conversion.get(), nullptr, nullptr, nullptr, nullptr);
    }
    return text;
}

std::string marked(char) {
    return std::string(replacement);
}

std::string windows_letter(char byte) {
    static const std::array<std::string, 256> letters = [] {
        std::array<std::string, 256> table;
        for (std::size_t at = 0; at < table.size(); ++at) {
            const char one = static_cast<char>(at);
            table.at(at) = utf8_from("WINDOWS-1252", {&one, 1}).value_or(std::string(replacement));
        }
        return table;
    }();
    return letters.at(static_cast<unsigned char>(byte));
}

std::string without_zeros(std::string text) {
    std::erase(text, '\0');
    return text;
}

bool is_control(char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\x1b') ||
           code == 0x7F;
}

}  // namespace

std::optional<std::string> utf8_from(const std::string& charset, std::string_view bytes) {
    if (charset.empty()) return std::nullopt;  // iconv would take the locale's
    Conversion conversion = conversion_from(charset);
    if (!conversion) return std::nullopt;
    std::string text;
    std::string copied(bytes);
    Left left{copied.data(), copied.size()};
    convert(conversion, left, text);
    if (left.size > 0) return std::nullopt;
    return without_zeros(std::move(text));
}

std::string utf8_of_text(std::string_view bytes) {
    if (bytes.starts_with(utf16_little))
        return without_zeros(lenient("UTF-16LE", std::string(bytes.substr(2)), marked));
    if (bytes.starts_with(utf16_big))
        return without_zeros(lenient("UTF-16BE", std::string(bytes.substr(2)), marked));
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    return without_zeros(lenient("UTF-8", std::string(bytes), windows_letter));
}

bool is_text(std::string_view bytes) {
    if (bytes.starts_with(utf16_little) || bytes.starts_with(utf16_big)) {
        const std::string text = utf8_of_text(bytes);
        return std::none_of(text.begin(), text.end(), is_control);
    }
    return std::none_of(bytes.begin(), bytes.end(), is_control);
}

}  // namespace casekeeper
