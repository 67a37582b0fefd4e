// SPDX-License-Identifier: MIT
//
// What a good record must contain (trust policy, duties 2 to 4; Care Planning Regulations 2010, reg 49), as
// rules in data: config/recording_rules.toml, whose header explains the language. Immutable once read. A rule
// is known by its index, in the order of the file. policy/record_check.h holds a record against them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "domain/finding.h"
#include "policy/bank_holidays.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

class RecordingRuleReader;
class TomlFile;

// What can be asked of an entry or of an involvement, a bit each: what an entry has and what it lacks are sets
// of them. `people`: somebody was there, or it went to somebody.
enum RecordingMark : std::uint32_t {
    has_date = 1U << 0U,
    has_time = 1U << 1U,
    has_kind = 1U << 2U,
    has_present = 1U << 3U,
    has_addressed_to = 1U << 4U,
    has_people = 1U << 5U,
    has_account = 1U << 6U,
    has_author = 1U << 7U,
    has_recorded_at = 1U << 8U,
    has_copy = 1U << 9U,
    has_decision = 1U << 10U,
    has_reason = 1U << 11U,
    has_decided_by = 1U << 12U,
    has_topic = 1U << 13U,
    has_classification = 1U << 14U,
    has_subject_words = 1U << 15U,
    has_worker = 1U << 16U,
    has_team = 1U << 17U,
    has_closure_reason = 1U << 18U,
};
using RecordingMarks = std::uint32_t;

// The words of `requires` for a set, in the order above.
std::vector<std::string> words_of_marks(RecordingMarks marks);
// 0 where the word stands for none.
RecordingMarks mark_of_word(std::string_view word);
std::vector<std::string> entry_mark_words();
std::vector<std::string> involvement_mark_words();

// Until when something is owed: so many working days, or a period.
struct RecordingTerm {
    int working_days = 0;  // 0: the period
    Period period;
    bool operator==(const RecordingTerm&) const = default;
};
// "5 working days", "42d".
std::string to_text(const RecordingTerm& term);
// The last day of a term that begins on a day. ConfigError where bank holidays are not known that far.
Date last_day_of(const RecordingTerm& term, Date from, const BankHolidays& holidays);

enum class RecordingSubject { entry, involvement, record, belonging };

// Why an entry or a document reads as if it belonged in another record (policy/misfiled_signs.h, copied_account.h).
enum class ReadsAs { another_client, date_of_birth, identifier, copied_account };
// "another-client": the word of `reads_as`, and the code that a finding of it lacks.
const char* to_text(ReadsAs sign);

struct RecordingRule {
    std::string id;
    std::string title;
    std::string source;
    std::string mend;
    Severity severity = Severity::error;
    RecordingSubject subject = RecordingSubject::entry;
    std::vector<std::string> services;  // as written; empty: all
    std::vector<bool> asks_of;          // by the catalogue's index
    std::optional<Date> since;          // nothing before it is asked
    std::optional<Period> look_back;    // nothing longer ago is asked

    // Of an entry. `kinds` are those asked of; of an involvement those that break its silence; of a record
    // those that it is to contain. Empty: any.
    std::vector<std::string> kinds;
    RecordingMarks required = 0;
    std::optional<RecordingTerm> written_up_within;
    std::vector<std::string> unless;  // ids of earlier rules

    // Of an involvement.
    bool of_closed = false;
    std::optional<Period> silent_for;

    // Of a record.
    std::vector<std::string> topics;
    RecordingMarks contained = 0;  // has_subject_words, has_copy
    std::optional<RecordingTerm> within;
    std::optional<Period> then;
    std::optional<Period> every;
    Period reach_back;

    // Of where something belongs.
    std::optional<ReadsAs> reads_as;

    // -1: a service that the catalogue does not know, of which only rules about every service ask.
    bool asks_of_service(int service) const {
        return service < 0 ? services.empty() : asks_of.at(static_cast<std::size_t>(service));
    }
    // Does it ask about what lies on `on`, seen from `day`?
    bool reaches(Date on, Date day) const;
    // The last day on which it does; nullopt: for ever.
    std::optional<Date> reaches_until(Date on) const;
};

class RecordingRules {
public:
    // Knows no rule.
    RecordingRules() = default;

    // Reads TOML text. Mistakes go to `findings` with file:line:column; what could be read is in the result.
    // Services are looked up in the catalogue.
    static RecordingRules read(std::string_view toml, const std::string& file, std::vector<Finding>& findings,
                               const ServiceCatalogue& catalogue);
    // The same by the catalogue in force, which may be another than the configured one: a service that it does
    // not have is a warning, and nothing is asked of it.
    static RecordingRules read_in_force(std::string_view toml, const std::string& file,
                                        std::vector<Finding>& findings, const ServiceCatalogue& catalogue);

    std::span<const RecordingRule> rules() const { return rules_; }
    // The first that asks for a sign; nullptr where none does.
    const RecordingRule* asking(ReadsAs sign) const;
    // One of these, or of casekeeper's own (policy/recording_own_rules.h); nullptr where there is none.
    const RecordingRule* find(std::string_view id) const;
    // Of which kinds of entry a rule wants to know whether there is a copy.
    std::vector<std::string> kinds_with_copy() const;

private:
    static RecordingRules read(TomlFile& file, RecordingRuleReader reader);
    std::vector<RecordingRule> rules_;
};

// What a rule asks, in a sentence for people: "entries of kind visit: written up within 1 working day".
std::string in_words(const RecordingRule& rule);

}  // namespace casekeeper
