// SPDX-License-Identifier: MIT
#include "base/random_number.h"

#include <sodium/core.h>
#include <sodium/randombytes.h>

#include <stdexcept>

namespace casekeeper {

std::uint32_t random_below(std::uint32_t below) {
    if (below == 0) throw std::invalid_argument("a choice among none");
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
    return randombytes_uniform(below);
}

}  // namespace casekeeper
