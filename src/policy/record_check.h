// SPDX-License-Identifier: MIT
//
// Holds one human being's record against the recording rules: their involvements first, then every entry, in
// any order and one at a time, so that a file of any length takes no room; then what falls short of which
// rule, and the day on which the passing of time alone may change that. Pure: values in, values out.
//
//   entry        found from the day after a term it had has ended; what lies in the future is looked at then
//   involvement  silent from the day after `silent_for` since its last entry, or since it was opened
//   record       involvements of a rule's services that overlap or follow each other are one; named by the
//                first of them
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policy/recording_rules.h"

namespace casekeeper {

// An involvement as the rules see it. `is_reduced`: it has been reduced to what its schedule leaves.
struct CheckedInvolvement {
    std::string id;
    std::string person;
    int service = -1;  // of the catalogue; -1: none of it
    std::optional<Date> opened;
    std::optional<Date> closed;
    bool has_closure_reason = false;
    std::string worker;  // empty: none
    std::string team;
    bool is_reduced = false;
};

// An entry as the rules see it. Texts last for the call. `marks`: has_present, has_addressed_to, has_account,
// has_copy, has_decision, has_reason, has_decided_by, has_classification and has_subject_words of it, as they
// are; the rest is seen here.
struct CheckedEntry {
    std::string_view id;
    std::size_t involvement = 0;  // which of those begun with
    std::string_view kind;
    std::string_view occurred_at;
    std::string_view recorded_at;  // empty: not recorded
    std::string_view author;
    std::string_view topic;
    RecordingMarks marks = 0;
};

// Where a record falls short of a rule. Days are of the calendar.
struct Shortfall {
    std::string rule;
    std::string thing;  // typed: entry:E7, document:D5, involvement:I1
    std::string person;
    std::string involvement;
    std::string worker;  // whom to ask: who wrote the entry, else who works on the involvement; may be empty
    std::string team;    // of the involvement; may be empty
    // Words of `requires`, or one of late, unwritten, silent, missing, overdue, or of `reads_as`.
    std::vector<std::string> lacks;
    std::optional<Date> about_on;  // when the entry happened, silence began, a record was opened or last kept
    std::optional<Date> owed_by;   // the last day on which it would have been in time
    bool operator==(const Shortfall&) const = default;
};

// Who is asked about an entry: whoever wrote it; of what came from outside, the worker of the record, where there is one.
std::string whom_to_ask_about(const CheckedEntry& entry, const std::string& worker);

struct CheckedRecord {
    std::vector<Shortfall> shortfalls;  // by rule, thing
    std::optional<Date> look_again_on;
    std::string holidays_missing;  // why days could not be reckoned: the error; empty: they were
};

// Does a text say anything: is there a letter or a digit of any script in it?
bool says_something(std::string_view text);

// Keeps rules and holidays by reference.
class RecordCheck {
public:
    RecordCheck(const RecordingRules& rules, const BankHolidays& holidays, Date day);
    ~RecordCheck();
    RecordCheck(const RecordCheck&) = delete;
    RecordCheck& operator=(const RecordCheck&) = delete;

    // The next human being: all of their involvements.
    void begin(std::vector<CheckedInvolvement> involvements);
    void look_at(const CheckedEntry& entry);
    CheckedRecord finish();

private:
    // What some entries of a record came to, for one rule about contents.
    struct Evidence {
        std::optional<Date> last;
        bool is_repeated = false;  // on more than one day
    };
    // Involvements that are one record.
    struct Spell {
        std::size_t first = 0;   // of the involvements: the one it is named by
        std::size_t latest = 0;  // whose worker is asked
        Date opened{};
        Date from{};  // an entry of then counts already
        std::optional<Date> closed;
        std::vector<std::size_t> involvements;
        Evidence evidence;
    };
    struct RuleSpells {
        std::size_t rule = 0;
        std::vector<Spell> spells;
    };
    // Which rules ask something of entries of one kind in one service: indexes.
    struct Asked {
        std::vector<std::size_t> rules;
        bool is_made = false;
    };

    void make_spells();
    const std::vector<std::size_t>& rules_for(int service, std::size_t kind);
    void look_again(Date on);
    // The last day of a term; nullopt where it cannot be reckoned, which is then said once.
    std::optional<Date> end_of(const RecordingTerm& term, Date from);
    void hold_entry(const RecordingRule& rule, const CheckedEntry& entry, RecordingMarks marks,
                    std::optional<Date> on);
    // late, unwritten or nothing.
    std::string hold_writing_up(const RecordingTerm& term, const CheckedEntry& entry, Date on,
                                std::optional<Date>& owed_by);
    void count_as_evidence(const CheckedEntry& entry, RecordingMarks marks, Date on);
    void break_silence(const CheckedEntry& entry, Date on);
    void hold_involvement(std::size_t at);
    void hold_silence(const RecordingRule& rule, const CheckedInvolvement& involvement,
                      std::optional<Date> last_entry);
    void hold_spell(const RecordingRule& rule, const Spell& spell);
    Shortfall& fall_short(const RecordingRule& rule, std::string thing, const CheckedInvolvement& lies_in);

    const RecordingRules& rules_;
    const BankHolidays& holidays_;
    const Date day_;
    std::vector<std::vector<Asked>> asked_;  // by service + 1, kind
    std::vector<std::size_t> content_rules_;
    std::vector<std::size_t> silence_rules_;

    std::vector<CheckedInvolvement> involvements_;
    std::vector<RuleSpells> spells_;
    // By involvement, silence rule: the last day on which an entry broke the silence.
    std::vector<std::vector<std::optional<Date>>> last_entries_;
    CheckedRecord found_;
};

}  // namespace casekeeper
