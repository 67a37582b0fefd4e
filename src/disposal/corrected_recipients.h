// SPDX-License-Identifier: MIT
//
// Who was given something of a record that has changed since, and is to be told (UK GDPR Art 19): it was
// corrected, by a decision here or by a load from its source; it is disputed; it is restricted. Those of an
// erasure or a correction that somebody asked for have their letters too (disposal/request_letters.h). Whoever
// was given it after the change has it as it is now. Whoever was given something before there was this part of
// it did not get it; of a part that a load corrected nobody can say since when there was the wrong one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "domain/record_format.h"
#include "store/database.h"

namespace casekeeper {

struct RecordChange {
    std::string item;  // entry:E7, involvement:I1, person:P1
    std::string what;  // correction, dispute, restriction
    std::string on;    // ISO; empty: it is not known when
    bool operator==(const RecordChange&) const = default;
};

struct RecipientToTell {
    Record disclosure;
    std::vector<RecordChange> changes;  // by day; those they were told of too
    std::string told_on;                // ISO; empty: there is something that they were not told of
};

// By the day on which it was shared. `since`: changes of that day or later, or of a day that is not known. All
// records of the human being. InputError: no such person. REQUIRES: a unit of work.
std::vector<RecipientToTell> recipients_to_tell(Database& database, const std::string& person,
                                                std::optional<Date> since, Date day);

// Of everybody, how many disclosures' recipients are still to be told of something. REQUIRES: a unit of work.
long long recipients_not_told(Database& database, Date day);

// {"disclosure","person","recipient","recipient_kind","decided_on","changes":[{"item","what","on"}],"told_on"}
std::string to_json(const RecipientToTell& one);
// One line, parted by tabs.
std::string in_words(const RecipientToTell& one);

}  // namespace casekeeper
