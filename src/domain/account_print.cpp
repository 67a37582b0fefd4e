// SPDX-License-Identifier: MIT
#include "domain/account_print.h"

#include <bit>

#include "base/fingerprint.h"
#include "base/folded_letters.h"

namespace casekeeper {

std::optional<std::int64_t> print_of_account(std::string_view account) {
    if (account.size() < least_letters_of_account) return std::nullopt;  // a letter is a byte or more
    const FoldedLetters folded = folded_letters(account);
    if (folded.letters.size() < least_letters_of_account) return std::nullopt;
    return std::bit_cast<std::int64_t>(fingerprint_of(folded.letters).low);
}

bool is_same_account(std::string_view one, std::string_view other) {
    return folded_letters(one).letters == folded_letters(other).letters;
}

}  // namespace casekeeper
