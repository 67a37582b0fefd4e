// SPDX-License-Identifier: MIT
//
// How an access request ends for whoever asked: word before it arrives, what is sent, a refusal, a withdrawal,
// the close, a dispute and its answer. Each is one unit of work with its event and register line; what is
// sent was asked about again in the same one (custody/access_release.h).
#pragma once

#include <string>
#include <vector>

#include "disclosure/access_casework.h"
#include "policy/bank_holidays.h"

namespace casekeeper {

// Between the word and what it announces, where no day is named.
inline constexpr int days_from_word_to_arrival = 7;

// The word that is owed before a record arrives.
struct Announcement {
    bool wanted = true;  // false: they want none, with a reason
    Date sent_on{};
    std::optional<Date> arrives_on;  // from this day on it may come; absent: a week after the word
    std::string how;                 // how they want to receive it
    std::vector<Date> avoid;         // days on which it is not to arrive, beside birthdays
    std::string support;             // who can be with them
    std::string reason;
};

struct Dispatch {
    Date sent_on{};
    std::string how;     // tracked post, collected in person …
    std::string to;      // where to, as on the envelope; empty: it is not posted
    std::string agreed;  // what they said to a day that was to be avoided
};

class AccessOutcome {
public:
    AccessOutcome(Database& database, AccessCasework& casework, const Actor& actor, const SignedAct& act)
        : database_(database), casework_(casework), actor_(actor), act_(act) {}

    // Nothing is sent: nobody who may ask, or manifestly unfounded or excessive (UK GDPR Art 12(5)).
    void refuse(const std::string& request, const std::string& reason);
    // The word says that it is ready: refused before it is signed, and as arrival_of. That none is wanted can be
    // said before. From when it may come; nullopt where no word is wanted.
    std::optional<Date> announce(const std::string& request, const Announcement& word,
                                 const BankHolidays& holidays);
    // Refused where anything stands in the way on the day it is sent; where it goes to a protected place of
    // anybody but who asks.
    void dispatch(const std::string& request, const Dispatch& dispatch);
    // It arrived (`on` absent: today); or the letter of the refusal was sent, on a day that is told.
    void close(const std::string& request, std::optional<Date> sent_on, const std::string& reason,
               const std::string& letters_folder);
    void withdraw(const std::string& request, Date on, const std::string& reason,
                  const std::string& letters_folder);
    // A complaint; to the trust it is to be acknowledged by a day (DPA 2018 s164A).
    void dispute(const std::string& request, Date on, const std::string& to, const std::string& words);
    void answer_dispute(const std::string& request, bool reopen, const std::string& reason);

private:
    void take_letters_back(AccessCase& one, const std::string& letters_folder);

    Database& database_;
    AccessCasework& casework_;
    const Actor& actor_;
    const SignedAct& act_;
};

// From when it may come, by a word that is wanted. InputError: before the word. Refused: after the day an answer is
// due (UK GDPR Art 12(3); nullopt: none is due yet), where no such day was named with a reason.
Date arrival_of(const AccessCase& one, const Announcement& word, std::optional<Date> due_on);

// Refused where what is written on an envelope gives away a place that is protected from whoever asked.
void require_safe_address(AccessReviewer& reviewer, const Record& request, const std::string& address,
                          Date day);

// The day on which whoever asked was first told the outcome as it stands: it was sent, or the letter of its
// refusal was; of one that was loaded as answered, the day that came with it. nullopt: not yet, or not since it
// was opened again.
std::optional<Date> first_answered_on(const std::vector<CaseEvent>& events);

// What becomes of each part by the decisions on it: withheld, part, else shown. `parts`: sorted.
std::vector<AccessPart> parts_released(const std::vector<std::string>& parts,
                                       const std::vector<AccessItem>& items);

// The folder's own name, in the folder of letters; the same for the same request.
std::string access_letters_folder_of(const std::string& request);

}  // namespace casekeeper
