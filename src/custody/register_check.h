// SPDX-License-Identifier: MIT
//
// Checks every line of a register: numbers, chain, digests, signed tree heads, and the mirror's copy byte for
// byte. Memory does not grow with the register.
#pragma once

#include "custody/register.h"

namespace casekeeper {

// Everything of a Verification but the name of the mirror's state. REQUIRES: a snapshot.
Register::Verification check_register(RegisterStore& lines, const RegisterPlaces& places);

}  // namespace casekeeper
