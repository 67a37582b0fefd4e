// SPDX-License-Identifier: MIT
//
// Which access requests want a pack: decided or signed, and without the files of one that was made of the
// decisions as they stand. What it costs goes by their decisions: no file is reviewed for it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "policy/bank_holidays.h"
#include "store/pack_store.h"

namespace casekeeper {

// Has it its folder, with every file as long as it was made?
bool has_its_files(const StoredPack& pack);

struct WantedPack {
    std::string request;
    std::optional<Date> due_on;  // of the answer; nullopt: none yet, or it cannot be reckoned
};

// By the day the answer is due, those without one last; then by request. `ended`: requests whose pack is as good
// as ended.
std::vector<WantedPack> wanted_packs(Database& database, const BankHolidays& holidays,
                                     const std::set<std::string>& ended = {});

}  // namespace casekeeper
