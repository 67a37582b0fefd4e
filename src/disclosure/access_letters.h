// SPDX-License-Identifier: MIT
//
// Writes the letters of an access request, each into a private file of its own, for a person to read through
// and send: from the case and its record, in the wording of config/letters. As long as it is not settled who
// asks, nothing in them comes from a record. A letter whose words would give away a place that is protected
// from its reader is not written (Refused).
#pragma once

#include <string>
#include <vector>

#include "custody/access_reviewer.h"
#include "disclosure/access_letter.h"
#include "disclosure/access_night.h"
#include "disclosure/access_outcome.h"
#include "output/letter_templates.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

class AccessLetters {
public:
    AccessLetters(Database& database, LetterSettings settings, const BankHolidays& holidays,
                  const ReleaseRules& rules, AccessReviewer& reviewer, Date day);

    // Each writes FOLDER/NAME.html, NAME as the function is called; its path. OutputError where one is there.
    std::string acknowledgement(const AccessCase& one, const std::string& folder);
    std::string identity(const AccessCase& one, const std::string& folder);
    std::string clarification(const AccessCase& one, const std::string& question, const std::string& folder);
    // Refused where a notice of today would not extend the time.
    std::string extension(const AccessCase& one, const std::string& reason, const std::string& folder);
    // `expected_on`: nullopt: it cannot be said.
    std::string progress(const AccessCase& one, std::optional<Date> expected_on, const std::string& folder);
    std::string refusal(const AccessCase& one, const std::string& folder);
    std::string announcement(const AccessCase& one, const Announcement& word, const std::string& folder);
    // By the decisions as they stand.
    std::string release(const AccessCase& one, const std::string& folder);

    // To others. `key`: of a third party, as consent is recorded.
    std::string consent(const AccessCase& one, const std::string& key, const std::string& folder);
    std::string opinion(const AccessCase& one, const std::string& whom, const std::string& folder);
    // FOLDER/reminder-ASK-NUMBER.html.
    std::string reminder(const AccessCase& one, const DueReminder& due, const std::string& folder);

    // Would a notice of today extend the time to answer?
    bool can_extend(const AccessCase& one);

private:
    AccessReader to(const AccessCase& one);
    AccessReader to_nobody_known(const AccessCase& one);
    RequestClock clock(const AccessCase& one);
    Record record_of(const AccessCase& one);
    void require_settled(const AccessCase& one);
    std::string write(const AccessCase& one, const char* form, const std::string& name,
                      const LetterValues& values, const std::string& folder);

    Database& database_;
    const LetterSettings settings_;
    const BankHolidays& holidays_;
    const ReleaseRules& rules_;
    AccessReviewer& reviewer_;
    const Date day_;
};

// The drafts of a night, in the folder of letters of each request.
class AccessDrafts {
public:
    AccessDrafts(Database& database, AccessLetters& letters, std::string letters_folder)
        : database_(database), letters_(letters), letters_folder_(std::move(letters_folder)) {}

    void reminder(const AccessCase& one, const DueReminder& due);
    // A notice of extension while it is in time, else a word of where it stands. False where one lies there.
    bool lateness(const OpenRequest& open);

private:
    std::string folder_of(const AccessCase& one);

    Database& database_;
    AccessLetters& letters_;
    const std::string letters_folder_;
};

}  // namespace casekeeper
