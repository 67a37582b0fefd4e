// SPDX-License-Identifier: MIT
//
// Writes the letters of an access request, each into a private file of its own, for a person to read through
// and send: from the case and its record, in the wording of config/letters. As long as it is not settled who
// asks, and where they may not any more on the day of the letter, nothing in them comes from a record. A letter
// whose words would give away a place that is protected from its reader is not written (Refused): from whoever
// asked, by what they may learn once it is settled who they are; from anybody else, whatever it is.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "custody/access_reviewer.h"
#include "disclosure/access_letter.h"
#include "disclosure/access_night.h"
#include "disclosure/access_outcome.h"
#include "output/letter_templates.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

// Somebody is asked for their consent or their opinion.
struct Inquiry {
    std::string whom;              // a third party's key, as consent is recorded; a professional's name
    std::optional<Date> asked_on;  // the day the letter goes; nullopt: today
};

// What a complaint of the outcome is answered.
struct DisputeAnswer {
    bool looks_again = false;  // else it stands
    std::string reason;        // as whoever asked will read it
};

class AccessLetters {
public:
    AccessLetters(Database& database, LetterSettings settings, const BankHolidays& holidays,
                  const ReleaseRules& rules, AccessReviewer& reviewer, Date day);

    // Each writes FOLDER/NAME.html, NAME as the function is called; its path. OutputError where one is there.
    std::string acknowledgement(const AccessCase& one, const std::string& folder);
    std::string identity(const AccessCase& one, const std::string& folder);
    std::string clarification(const AccessCase& one, const std::string& question, const std::string& folder);
    // As by a notice of that day (nullopt: today), or by the one that is recorded. Refused where it would not
    // extend the time.
    std::string extension(const AccessCase& one, const std::string& reason, std::optional<Date> notice_on,
                          const std::string& folder);
    // `expected_on`: nullopt: it cannot be said.
    std::string progress(const AccessCase& one, std::optional<Date> expected_on, const std::string& folder);
    std::string refusal(const AccessCase& one, const std::string& folder);
    // The day from which it may come by a word: Refused as arrival_of.
    Date arrival(const AccessCase& one, const Announcement& word);
    // Refused before it is signed: it says that the record is ready.
    std::string announcement(const AccessCase& one, const Announcement& word, const std::string& folder);
    // By the decisions that were signed, or sent. Refused before.
    std::string release(const AccessCase& one, const std::string& folder);
    // That a complaint came to the trust: DPA 2018 s164A(3). Refused where none is open.
    std::string complaint(const AccessCase& one, const std::string& folder);
    // FOLDER/complaint-answer.html: the answer that is to be given, or (nullopt) that was recorded.
    std::string complaint_answer(const AccessCase& one, const std::optional<DisputeAnswer>& answer,
                                 const std::string& folder);

    // To others: FOLDER/consent-1.html, opinion-1.html, or the next number that is free. Nobody is asked for
    // consent whose asking could not be recorded (access_inquiries.h).
    std::string consent(const AccessCase& one, const Inquiry& inquiry, const std::string& folder);
    std::string opinion(const AccessCase& one, const Inquiry& inquiry, const std::string& folder);
    // FOLDER/reminder-ASK-NUMBER.html.
    std::string reminder(const AccessCase& one, const DueReminder& due, const std::string& folder);

    // Would a notice of today extend the time to answer?
    bool can_extend(const AccessCase& one);

private:
    AccessReader to(const AccessCase& one);
    AccessReader to_nobody_known(const AccessCase& one);
    bool reads_large_print(const AccessCase& one);
    RequestClock clock(const AccessCase& one);
    Record record_of(const AccessCase& one);
    // Was it settled that whoever asks may, and may they still? Nothing is told from a record else.
    bool is_settled(const AccessCase& one);
    Entitlement entitlement(const AccessCase& one);
    void require_settled(const AccessCase& one);
    void require_state(const AccessCase& one, std::initializer_list<AccessState> states,
                       const char* why) const;
    std::vector<AccessPart> parts_of(const AccessCase& one, const std::vector<AccessItem>& items);
    // By when it is owed, in words.
    std::string answer_by(const Inquiry& inquiry, const AccessCase& one, const char* kind);
    // `given_away`: the protected places that the letter gives away to whoever reads it.
    void require_safe(const AccessCase& one, const std::string& name,
                      const std::vector<std::string>& given_away) const;
    std::string keep(const char* form, const std::string& name, const LetterValues& values,
                     const std::string& folder);
    std::string write(const AccessCase& one, const char* form, const std::string& name,
                      const LetterValues& values, const std::string& folder);
    std::string write_to_other(const AccessCase& one, const char* form, const std::string& name,
                               const LetterValues& values, const std::string& folder);

    Database& database_;
    const LetterSettings settings_;
    const BankHolidays& holidays_;
    const ReleaseRules& rules_;
    AccessReviewer& reviewer_;
    const Date day_;
};

}  // namespace casekeeper
