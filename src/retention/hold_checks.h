// SPDX-License-Identifier: MIT
//
// What a hold must be before it is placed or counted: everything is checked before anything is changed. Each
// check throws UsageError for what could never be right, InputError for what is not there or holds nothing.
#pragma once

#include "policy/service_catalogue.h"
#include "retention/hold_reach.h"
#include "retention/holds.h"
#include "store/record_store.h"

namespace casekeeper {

// Its kind, authority, reason and days.
void check_order(const HoldOrder& order);
// That it is not to be looked at again before it begins.
void check_days(const Hold& hold);
// That it narrows something, by people, involvements and services that are there.
void check_scope(Database& database, const ServiceCatalogue& catalogue, const Hold& hold);
// That what it names can be caught at all. REQUIRES: check_scope() has passed.
void check_possible(HoldReach& reach, const Hold& hold);

}  // namespace casekeeper
