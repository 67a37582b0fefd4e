// SPDX-License-Identifier: MIT
#include "base/keyed_digest.h"

#include <sodium/core.h>
#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <array>
#include <stdexcept>

namespace casekeeper {
namespace {

void start_sodium() {
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium cannot be started");
}

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string hex_of_bytes(std::string_view text) {
    std::string hex(text.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes(text), text.size());
    hex.pop_back();
    return hex;
}

std::optional<std::string> bytes_of_hex(std::string_view hex) {
    std::string text(hex.size() / 2, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(text.data()), text.size(), hex.data(), hex.size(),
                       nullptr, &length, &end) != 0 ||
        end != hex.data() + hex.size() || length * 2 != hex.size())
        return std::nullopt;
    return text;
}

std::string keyed_digest(const std::string& key, std::string_view text) {
    start_sodium();
    const std::optional<std::string> key_bytes = bytes_of_hex(key);
    if (!key_bytes || key_bytes->size() != crypto_auth_hmacsha256_KEYBYTES)
        throw std::invalid_argument("a key of 64 hexadecimal digits is wanted");
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest{};
    crypto_auth_hmacsha256(digest.data(), bytes(text), text.size(), bytes(*key_bytes));
    return hex_of_bytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string random_hex(std::size_t size) {
    start_sodium();
    std::string random(size, '\0');
    randombytes_buf(random.data(), random.size());
    return hex_of_bytes(random);
}

}  // namespace casekeeper
