// SPDX-License-Identifier: MIT
//
// Sixty-four bytes of a text at once: which are of words, which of them are anything but small letters; and the hash
// of a word. For mention_words.cpp only, which reads whole packs by them. Little-endian machines only, as everything
// this is built for.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace casekeeper::word_blocks {

inline constexpr std::size_t block = 64;
inline constexpr std::uint64_t small_letters = 0x2020202020202020U;

inline bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
inline bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

// One bit a byte: does a word go on there; is the byte anything but a small ASCII letter; may it join two words.
struct Marks {
    std::uint64_t word = 0;
    std::uint64_t unusual = 0;
    std::uint64_t joins = 0;
};

// The highest bits of eight bytes, side by side.
inline std::uint64_t high_bits(const unsigned char* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    return ((eight & 0x8080808080808080U) * 0x0002040810204081U) >> 56U;
}

inline std::uint64_t high_bits_of_block(const unsigned char* bytes) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < block; i += 8) bits |= high_bits(bytes + i) << i;
    return bits;
}

// Without a branch, so that the compiler compares many bytes together.
inline Marks marks_of(const char* text) {
    unsigned char word[block];
    unsigned char unusual[block];
    unsigned char joins[block];
    for (std::size_t i = 0; i < block; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const unsigned char small = static_cast<unsigned char>(static_cast<unsigned char>(c - 'a') < 26);
        const auto letter = static_cast<unsigned char>(static_cast<unsigned char>((c | 0x20U) - 'a') < 26);
        const auto digit = static_cast<unsigned char>(static_cast<unsigned char>(c - '0') < 10);
        word[i] = static_cast<unsigned char>(((letter | digit) * 0x80U) | (c & 0x80U));
        unusual[i] = static_cast<unsigned char>((1U - small) * 0x80U);
        const unsigned char joiner =
            static_cast<unsigned char>(c == '-') | static_cast<unsigned char>(c == '\'');
        joins[i] = static_cast<unsigned char>(joiner * 0x80U);
    }
    return {high_bits_of_block(word), high_bits_of_block(unusual), high_bits_of_block(joins)};
}

// Which of sixteen bytes are a word's, by its size: of the first eight, and of the others.
inline constexpr std::size_t hashed = 16;
inline constexpr std::array<std::array<std::uint64_t, 2>, hashed + 1> bytes_of_size = [] {
    std::array<std::array<std::uint64_t, 2>, hashed + 1> masks{};
    for (std::size_t i = 1; i <= hashed; ++i) {
        masks[i][0] = ~std::uint64_t{0} >> (64 - 8 * std::min<std::size_t>(i, 8));
        masks[i][1] = i > 8 ? ~std::uint64_t{0} >> (64 - 8 * (i - 8)) : 0;
    }
    return masks;
}();

// Of letters in any case. No two words of eight ASCII letters or fewer share one: each step can be undone.
// REQUIRES: sixteen bytes may be read.
inline std::uint64_t hash_within(const char* at, std::size_t size) {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&second, at + sizeof first, sizeof second);
    const auto& masks = bytes_of_size[std::min(size, hashed)];
    first = (first | small_letters) & masks[0];
    second = (second | small_letters) & masks[1];
    const std::uint64_t both = ((first ^ size) * 0x9e3779b97f4a7c15U) ^ (second * 0xd6e8feb86659fd93U);
    return both ^ (both >> 32U);
}

inline std::uint64_t hash_of(const char* at, std::size_t size, std::size_t readable) {
    if (readable >= hashed) return hash_within(at, size);
    char copy[hashed] = {};
    std::memcpy(copy, at, std::min(size, hashed));
    return hash_within(copy, size);
}

}  // namespace casekeeper::word_blocks
