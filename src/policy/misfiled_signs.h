// SPDX-License-Identifier: MIT
//
// Signs that an account, or the words of a document, belong in somebody else's record (UK GDPR Art 5(1)(d); Care
// Planning Regulations 2010, reg 49: each child's own record):
//
//   another client   one other client is named in full, whom nobody in this record knows of, and nothing in it calls
//                    the record's own person by any of their names
//   date of birth    a day that the words call a date of birth, with nobody else in the sentence whose it could be, is
//                    nobody's whom the record knows
//   identifier       an NHS number, a pupil number or a National Insurance number is another client's; or it is said to
//                    be one, nobody else is in the sentence, and the person's own of that kind is another
//
// They rather miss than accuse: what has another reading is no sign. Not one: somebody of a name that several clients, a
// worker, or anybody known here has. Pure: who is a client is asked by the functions given.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "policy/mention.h"
#include "policy/mention_codes.h"
#include "policy/mention_dates.h"
#include "policy/mention_words.h"

namespace casekeeper {

enum class MisfiledSignKind { another_client, date_of_birth, identifier };
// The id of the rule that asks for it: "another-clients-record", "anothers-date-of-birth", "anothers-identifier".
const char* to_text(MisfiledSignKind kind);

struct MisfiledSign {
    MisfiledSignKind kind = MisfiledSignKind::another_client;
    std::string whose;      // the other client; empty: nobody's that is known
    std::size_t begin = 0;  // bytes of the text that tell it, end excluded; for people's eyes alone
    std::size_t end = 0;
    bool operator==(const MisfiledSign&) const = default;
};

// Whom of all clients something belongs to: ids, each record by itself.
struct AllClients {
    std::function<std::vector<std::string>(const std::string& name)> called;       // policy/full_names.h
    std::function<std::vector<std::string>(const std::string& letters)> numbered;  // folded
    std::function<bool(const std::string& name)> is_worker;
};

// Whom a record is about and whom it knows, by ids and names: relatives, whoever stands in a role, is mentioned or
// present in any entry of it.
struct RecordPeople {
    std::vector<std::string> own_ids;  // of all records that are joined as this human being
    std::vector<PersonNames> own;
    std::set<std::string> known_ids;
    std::vector<PersonNames> known;
    std::vector<std::string> known_names;  // of people who have no record, as they are written
};

class MisfiledSigns {
public:
    // One record's. `clients` is kept by reference.
    MisfiledSigns(RecordPeople people, const AllClients& clients);

    // By kind, at most one of each: the first there is.
    std::vector<MisfiledSign> in(std::string_view text) const;

private:
    class Reading;

    bool calls_own(const MentionWords& words) const;
    bool is_known(const std::string& id) const;

    const RecordPeople people_;
    const AllClients& clients_;
    std::unordered_set<std::string> own_words_;     // of the own person's names, folded
    std::unordered_set<std::string> own_initials_;  // ao, ajo
    std::unordered_set<std::string> known_words_;   // of the names of those who are known
    std::set<std::string, std::less<>>
        known_full_;                               // names in full of the own person and those who are known
    std::unordered_set<std::string> own_numbers_;  // folded
    std::unordered_set<std::string> known_numbers_;
    bool is_born_ = false;  // the day is known
    MentionCodes codes_;
    MentionDates dates_;
};

}  // namespace casekeeper
