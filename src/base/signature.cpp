// SPDX-License-Identifier: MIT
#include "base/signature.h"

#include <sodium/core.h>
#include <sodium/crypto_sign.h>

#include <array>
#include <optional>
#include <stdexcept>

#include "base/keyed_digest.h"

namespace casekeeper {
namespace {

using Secret = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Public = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;

const unsigned char* bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

template <std::size_t size>
std::string hex(const std::array<unsigned char, size>& array) {
    return hex_of_bytes({reinterpret_cast<const char*>(array.data()), size});
}

void pair_of(const std::string& seed, Public& public_key, Secret& secret) {
    const std::optional<std::string> seed_bytes = bytes_of_hex(seed);
    if (!seed_bytes || seed_bytes->size() != crypto_sign_SEEDBYTES)
        throw std::invalid_argument("a seed of 64 hexadecimal digits is wanted");
    crypto_sign_seed_keypair(public_key.data(), secret.data(), bytes(*seed_bytes));
}

}  // namespace

SigningKey new_signing_key() {
    return signing_key_of(random_hex(crypto_sign_SEEDBYTES));
}

SigningKey signing_key_of(const std::string& seed) {
    Public public_key{};
    Secret secret{};
    pair_of(seed, public_key, secret);
    return {seed, hex(public_key)};
}

std::string sign(const SigningKey& key, std::string_view text) {
    Public public_key{};
    Secret secret{};
    pair_of(key.seed, public_key, secret);
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes(text), text.size(), secret.data());
    return hex(signature);
}

bool is_signed(const std::string& public_key, const std::string& signature, std::string_view text) {
    const std::optional<std::string> key = bytes_of_hex(public_key);
    const std::optional<std::string> mark = bytes_of_hex(signature);
    return key && key->size() == crypto_sign_PUBLICKEYBYTES && mark && mark->size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytes(*mark), bytes(text), text.size(), bytes(*key)) == 0;
}

}  // namespace casekeeper
