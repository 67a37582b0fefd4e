// SPDX-License-Identifier: MIT
//
// SHA-256, by libsodium. Digests are written as 64 lower-case hexadecimal digits. A digest of a person's
// facts is no secret keeper: where that matters the register keys its own.
#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

// The digest of what is handed over piece by piece.
class Sha256 {
public:
    // Throws std::runtime_error where libsodium cannot start.
    Sha256();
    void update(std::string_view bytes);
    // Of everything so far; more may follow.
    std::string hex() const;

private:
    crypto_hash_sha256_state state_;
};

std::string sha256_of(std::string_view bytes);
// The 32 bytes themselves.
std::string sha256_bytes_of(std::string_view bytes);
// The rest of an open file, from where it stands; nullopt where it cannot be read to its end.
std::optional<std::string> sha256_of_descriptor(int descriptor);
// A file of any size, read in blocks. Throws InputError where it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace casekeeper
