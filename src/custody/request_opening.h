// SPDX-License-Identifier: MIT
//
// What is asked of every request as it is opened, whatever it asks for: whose record it is about, the day it
// came in, its id, and who asks.
#pragma once

#include <functional>
#include <string>

#include "base/calendar.h"
#include "domain/case_file.h"
#include "store/database.h"

namespace casekeeper {

// The file of the human being it is about. InputError where nobody of that id has a record here.
CaseFile file_asked_about(Database& database, const std::string& person);

// UsageError where it is no day and no moment; InputError where it is in the future, or before the birth.
// `open`: the command, for the hint.
void require_received(const std::string& received_at, const CaseFile& file, Date today,
                      const std::string& open);

// The id that was given, or the next number after a letter. UsageError where it is none; InputError where it
// is taken.
std::string new_request_id(const std::string& given, const std::string& letter, long long number,
                           const std::function<bool(const std::string&)>& is_taken);

struct RequesterGiven {
    std::string name;      // empty: the person
    std::string capacity;  // self, parent, representative, attorney, other
    std::string evidence;  // of parental responsibility, or of authority to act
    std::string person;    // their own record, where they have one
};
// As the request's record holds it. UsageError where the capacity is none.
std::string requester_json(const RequesterGiven& requester);

}  // namespace casekeeper
