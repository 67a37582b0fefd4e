// SPDX-License-Identifier: MIT
//
// Writes the letters that are owed before an outcome and beside one: what happens next, a later day, word before
// a restriction ends. Each into a private file, for a person to read through and send; OutputError where one
// of that name is there already. No name is taken from the record as long as it is not settled who asks.
#pragma once

#include <optional>
#include <string>

#include "custody/schedule_in_force.h"
#include "domain/record_format.h"
#include "output/letter_templates.h"
#include "store/deletion_store.h"

namespace casekeeper {

// FOLDER/acknowledgement.html: what happens next. `due_on`: nullopt while the clock has not started. The file.
std::string write_acknowledgement(Database& database, const LetterSettings& settings,
                                  const DeletionCase& request, std::optional<Date> due_on, Date day,
                                  const std::string& folder);

// FOLDER/extension.html: a later day, with the reason as written (UK GDPR Art 12A(3), (4)). The file.
std::string write_extension(Database& database, const LetterSettings& settings, const DeletionCase& request,
                            Date due_on, const std::string& reason, Date day, const std::string& folder);

// FOLDER/restriction.html: word before a restriction is lifted (UK GDPR Art 18(3)), with the reason as
// written. The file. REQUIRES: a hold of kind restriction that reaches the person's record.
std::string write_restriction_to_be_lifted(Database& database, const ScheduleInForce& in_force,
                                           const LetterSettings& settings, const Record& restriction,
                                           const std::string& person, const std::string& reason,
                                           Date lifted_on, Date day, const std::string& folder);

}  // namespace casekeeper
