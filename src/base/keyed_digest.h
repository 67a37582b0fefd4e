// SPDX-License-Identifier: MIT
//
// Keyed digests (HMAC-SHA-256) and random bytes, by libsodium. All in lower-case hexadecimal. Whoever has the
// key can find what a digest stands for by trying; whoever has not, cannot.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

// REQUIRES: `key` is 64 hexadecimal digits. 64 hexadecimal digits.
std::string keyed_digest(const std::string& key, std::string_view text);
// From the operating system's generator.
std::string random_hex(std::size_t bytes);
// nullopt where it is no even number of hexadecimal digits.
std::optional<std::string> bytes_of_hex(std::string_view hex);
std::string hex_of_bytes(std::string_view bytes);

}  // namespace casekeeper
