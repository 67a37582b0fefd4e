// SPDX-License-Identifier: MIT
#include "base/fingerprint.h"

#include <sodium/crypto_shorthash_siphash24.h>

#include <array>
#include <cstring>

namespace casekeeper {

Fingerprint fingerprint_of(std::string_view text) {
    static_assert(sizeof(Fingerprint) == crypto_shorthash_siphashx24_BYTES);
    constexpr std::array<unsigned char, crypto_shorthash_siphashx24_KEYBYTES> key = {};
    std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> bytes;
    crypto_shorthash_siphashx24(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()),
                                text.size(), key.data());
    Fingerprint fingerprint;
    std::memcpy(&fingerprint, bytes.data(), bytes.size());
    return fingerprint;
}

}  // namespace casekeeper
