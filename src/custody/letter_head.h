// SPDX-License-Identifier: MIT
//
// To whom a letter about a request is written, and what it is called: from the request and, only where who
// asks is settled, from the record.
#pragma once

#include <string>

#include "base/calendar.h"
#include "domain/letter_head.h"
#include "domain/record_format.h"
#include "store/database.h"

namespace casekeeper {

// The request a letter is about.
struct RequestToAnswer {
    RecordType type = RecordType::deletion_request;  // or access_request
    std::string id;
    std::string person;       // empty: their record has ended
    std::string received_at;  // a moment
};

// To whoever asked, who may: by the name the person is called by, or as the requester gave theirs.
LetterHead head_of_request(Database& database, const std::string& trust, const std::string& contact,
                           const RequestToAnswer& request, Date day);
// To whoever asked, of whom it is not known that they may: by the name they gave, nothing from the record.
LetterHead head_without_record(Database& database, const std::string& trust, const std::string& contact,
                               const RequestToAnswer& request, Date day);
// To the person themselves, without a request.
LetterHead head_for_person(Database& database, const std::string& trust, const std::string& contact,
                           const std::string& person, Date day);

// A folder's own name in the folder of letters, the same for the same request; `of`: "letters of R1".
std::string letters_folder_name(const std::string& of);

bool has_died(Database& database, const std::string& person);

}  // namespace casekeeper
