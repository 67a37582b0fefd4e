// SPDX-License-Identifier: MIT
//
// Records that are held by themselves, without anybody placing a hold: an open access request (destroying
// what it asks for is an offence, Data Protection Act 2018 s173), an open or disputed deletion request, an
// open complaint or claim. A restriction (UK GDPR art 18) is a hold that somebody places.
//
// Complaints and claims are involvements of services in the catalogue's groups "complaints" and "claims"; how
// long each holds after its answer is the schedule's `holds_after_answer`. The store makes the holds
// themselves (store/fact_store.h): to everything else they are holds like any other.
#pragma once

#include <string>

#include "domain/case_file.h"
#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

AutomaticHoldRules automatic_hold_rules(const RetentionSchedule& schedule, const ServiceCatalogue& catalogue);

// What an automatic hold is placed by: the law it follows from.
std::string authority_of_automatic(const Hold& hold);
// Why, and when it ends by itself: "access request A1 is open; …".
std::string reason_of_automatic(const Hold& hold);

}  // namespace casekeeper
