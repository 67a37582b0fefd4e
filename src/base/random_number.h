// SPDX-License-Identifier: MIT
//
// Numbers nobody can foresee, by libsodium.
#pragma once

#include <cstdint>

namespace casekeeper {

// 0 to below - 1, each as likely as the other. REQUIRES: below > 0. Throws std::runtime_error where libsodium
// cannot start.
std::uint32_t random_below(std::uint32_t below);

}  // namespace casekeeper
