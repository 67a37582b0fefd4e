// SPDX-License-Identifier: MIT
//
// Ed25519 signatures, by libsodium. Keys and signatures in lower-case hexadecimal.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

struct SigningKey {
    std::string seed;        // 64 digits; secret
    std::string public_key;  // 64 digits
};

SigningKey new_signing_key();
// std::invalid_argument where the seed is no seed.
SigningKey signing_key_of(const std::string& seed);
// 128 digits.
std::string sign(const SigningKey& key, std::string_view text);
bool is_signed(const std::string& public_key, const std::string& signature, std::string_view text);

}  // namespace casekeeper
