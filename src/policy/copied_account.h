// SPDX-License-Identifier: MIT
//
// The same account in the records of two people: a sign that one of them is another's. Accounts are the same where
// their letters and figures are, whatever they are parted and written by; what is short ("no reply") says nothing.
// Brothers and sisters who are seen together have one account, lawfully written in both of their records.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fingerprint.h"
#include "policy/mention.h"

namespace casekeeper {

// nullopt where it has fewer letters than `least_letters`.
std::optional<Fingerprint> print_of_account(std::string_view account, std::size_t least_letters);

// Does it call each of two people, with their records as they are joined, by a name that the other has not? Then it is of
// both. Between relatives the same account is none to ask about either: who they are the caller knows.
bool is_of_both(std::string_view account, const std::vector<PersonNames>& one,
                const std::vector<PersonNames>& other);

}  // namespace casekeeper
