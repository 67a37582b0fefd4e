// SPDX-License-Identifier: MIT
//
// A short mark by which equal texts are found among millions: 128 bits of SipHash under a fixed key. The same
// text has the same mark in every run; two different texts share one by no accident that happens. No seal:
// what must withstand an adversary takes a Sha256.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace casekeeper {

struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Fingerprint&) const = default;
};

Fingerprint fingerprint_of(std::string_view text);

}  // namespace casekeeper
