// SPDX-License-Identifier: MIT
//
// The entries of others by which an entry's account is found to be copied (policy/copied_account.h): not of anybody
// beside the person, before or after an adoption, and none that calls both by name; where this one was recorded first,
// the other is asked about.
#pragma once

#include <string>
#include <vector>

#include "store/account_print_store.h"

namespace casekeeper {

// Of one entry, by id. `people`: all records joined as the human being whose it is. Empty: it is no sign.
std::vector<AccountPrintStore::Holder> twins_of_entry(Database& database,
                                                      const std::vector<std::string>& people,
                                                      const std::string& entry, std::int64_t print);

}  // namespace casekeeper
