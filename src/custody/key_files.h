// SPDX-License-Identifier: MIT
//
// The register's keys, each a file of one folder apart from the store: made at first use, for the
// product's account or its group (base/private_files.h).
//
//   register.key   two lines: the key and the salt of the keyed digests, hexadecimal
//   signing.key    the seed of the Ed25519 key, hexadecimal
//   signing.pub    its public half, for whoever checks
#pragma once

#include <string>

#include "base/signature.h"

namespace casekeeper {

struct RegisterKey {
    std::string key;   // 64 hexadecimal digits
    std::string salt;  // 32
};

// ConfigError where a file is no such key, or cannot be read or made.
RegisterKey register_key(const std::string& folder);
SigningKey signing_key(const std::string& folder);
// ConfigError where a key that has been used is not there: another in its place would name nobody.
void require_key_file(const std::string& folder, const std::string& name);

}  // namespace casekeeper
