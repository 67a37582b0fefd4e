// SPDX-License-Identifier: MIT
//
// The parts of a request as letters tell them: what each is called, of when, what is in it. Words are made of
// codes, services, days and counts alone: nothing anybody wrote, no title of a document, no name, no place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "custody/schedule_in_force.h"
#include "domain/record_format.h"
#include "store/deletion_store.h"

namespace casekeeper {

struct RequestPart {
    DeletionItem item;
    std::string service;  // title
    std::string label;    // "Youth mentoring, 2022 to 2024", "A note, 3 March 2024 (Youth mentoring)"
    Date first_on{};
    std::optional<Date> last_on;  // absent: the involvement has not ended
    bool is_involvement = false;
    // What is in it and is no part by itself that stays.
    long long entries = 0;
    long long documents = 0;
    long long assessments = 0;
    std::vector<std::string> keepsakes;  // "A photo, 2023 (Youth mentoring)"

    // May it go, and nobody has decided yet?
    bool waits_for_a_person() const;
    // Does it go: by a person's decision, or while there is none by the verdict?
    bool goes() const;
};

// Leaves out what lies in an involvement of which the same is said.
std::vector<RequestPart> without_repeats(const std::vector<RequestPart>& parts);

// "14 notes and 2 documents"; empty where there is neither.
std::string contents_of(const RequestPart& part);
// "2024", "2022 to 2024", "since 2022"
std::string years_of(const RequestPart& part);
std::string service_title(const ServiceCatalogue& catalogue, const std::string& service);

// By when their involvement began, it first, then what lies in it by its day. Items that are not in the store
// (any more) are left out.
std::vector<RequestPart> parts_of_request(Database& database, const ScheduleInForce& in_force,
                                          const std::vector<DeletionItem>& items, Date day);

}  // namespace casekeeper
