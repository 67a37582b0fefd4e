// SPDX-License-Identifier: MIT
//
// Facts of a record that nobody has looked at for long: where somebody lives, who works with them, what they
// consented to. Old is not wrong: such a fact is marked with its age wherever it is shown or passed on, and
// whoever uses it asks first. After how many months is config/release_rules.toml, [stale]. Pure: a record and
// a day in, sentences out; they hold days and ages, no name and no place.
//
// source: UK GDPR Art 5(1)(d); golden rule 6 (only what is accurate and up to date is shared)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "domain/record_format.h"

namespace casekeeper {

struct StalePeriods {
    int address_months = 12;
    int worker_months = 6;
    int consent_months = 12;
};

// "7 years and 6 months", "11 months", "3 weeks", "1 day". REQUIRES: from <= to.
std::string age_in_words(Date from, Date to);

// For each address of a person, in their order, what is to be said of it: empty where it is in order or is
// told as one that has ended. "This address was written down on 3 May 2019 and has not been checked since: 7
// years and 6 months." REQUIRES: a person.
std::vector<std::string> words_on_addresses(const Record& person, const StalePeriods& periods, Date day);

// Of the worker whom an involvement names; empty: they are in order, or there is none. REQUIRES: an
// involvement. `last_entry_on`: the latest day on which anything was written in it.
std::string words_on_worker(const Record& involvement, std::optional<Date> last_entry_on,
                            const StalePeriods& periods, Date day);

// Of a word of consent; empty: it is in order. `given_on` absent: its day is not known.
std::string words_on_consent(std::optional<Date> given_on, const StalePeriods& periods, Date day);
// Has it been given too long ago to be relied on? On the last day of the months it may still be.
bool is_stale_consent(Date given_on, const StalePeriods& periods, Date day);

}  // namespace casekeeper
