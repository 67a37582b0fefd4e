// SPDX-License-Identifier: MIT
#include "policy/recording_rules.h"

#include <algorithm>
#include <map>

#include "policy/date_words.h"
#include "policy/did_you_mean.h"
#include "policy/recording_own_rules.h"
#include "policy/recording_rule_reader.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

constexpr std::pair<RecordingMark, const char*> mark_words[] = {
    {has_date, "date"},
    {has_time, "time"},
    {has_kind, "kind"},
    {has_present, "present"},
    {has_addressed_to, "addressed_to"},
    {has_people, "people"},
    {has_account, "account"},
    {has_author, "author"},
    {has_recorded_at, "recorded_at"},
    {has_copy, "copy"},
    {has_decision, "decision"},
    {has_reason, "reason"},
    {has_decided_by, "decided_by"},
    {has_topic, "topic"},
    {has_classification, "classification"},
    {has_subject_words, "subject_words"},
    {has_worker, "worker"},
    {has_team, "team"},
    {has_closure_reason, "closure_reason"},
};

constexpr RecordingMarks marks_of_involvements = has_worker | has_team | has_closure_reason;

std::string asked_of_entries(const RecordingRule& rule) {
    std::string text = rule.kinds.empty() ? "every entry" : listed_in_words(rule.kinds, "or");
    if (rule.required != 0) text += ": " + listed_in_words(words_of_marks(rule.required), "and");
    if (rule.written_up_within)
        text += std::string(rule.required != 0 ? "," : ":") + " written up within " +
                to_text(*rule.written_up_within);
    return text;
}

std::string asked_of_involvements(const RecordingRule& rule) {
    std::string text = rule.of_closed ? "a closed involvement" : "an open involvement";
    if (rule.required != 0) text += ": " + listed_in_words(words_of_marks(rule.required), "and");
    if (rule.silent_for) {
        text += std::string(rule.required != 0 ? "," : ":") + " not silent for longer than " +
                to_text(*rule.silent_for);
        if (!rule.kinds.empty()) text += " (" + listed_in_words(rule.kinds, "or") + ")";
    }
    return text;
}

std::string asked_of_records(const RecordingRule& rule) {
    std::string text = "a record: " + (rule.kinds.empty() ? "an entry" : listed_in_words(rule.kinds, "or"));
    if (!rule.topics.empty()) text += " about " + listed_in_words(rule.topics, "or");
    if (rule.contained != 0) text += " with " + listed_in_words(words_of_marks(rule.contained), "and");
    if (rule.within) text += " within " + to_text(*rule.within);
    if (rule.then) text += ", the second within " + to_text(*rule.then);
    if (rule.every) text += ", then every " + to_text(*rule.every);
    return text;
}

std::string asked_of_belonging(const RecordingRule& rule) {
    std::string text = "an entry or a document: does not read as another's";
    if (rule.reads_as) text += std::string(" (") + to_text(*rule.reads_as) + ")";
    return text;
}

}  // namespace

const char* to_text(ReadsAs sign) {
    switch (sign) {
        case ReadsAs::another_client:
            return "another-client";
        case ReadsAs::date_of_birth:
            return "date-of-birth";
        case ReadsAs::identifier:
            return "identifier";
        case ReadsAs::copied_account:
            return "copied-account";
    }
    return "";
}

std::vector<std::string> words_of_marks(RecordingMarks marks) {
    Words words;
    for (const auto& [mark, word] : mark_words)
        if ((marks & mark) != 0) words.emplace_back(word);
    return words;
}

RecordingMarks mark_of_word(std::string_view word) {
    for (const auto& [mark, known] : mark_words)
        if (word == known) return mark;
    return 0;
}

std::vector<std::string> entry_mark_words() {
    return words_of_marks(~marks_of_involvements);
}

std::vector<std::string> involvement_mark_words() {
    return words_of_marks(marks_of_involvements);
}

std::string to_text(const RecordingTerm& term) {
    if (term.working_days == 0) return to_text(term.period);
    return std::to_string(term.working_days) + (term.working_days == 1 ? " working day" : " working days");
}

Date last_day_of(const RecordingTerm& term, Date from, const BankHolidays& holidays) {
    if (term.working_days == 0) return add(from, term.period, Rounding::never_early);
    Date day = from;
    for (int left = term.working_days; left > 0; --left) day = holidays.next_working_day(day_after(day));
    return day;
}

bool RecordingRule::reaches(Date on, Date day) const {
    if (since && on < *since) return false;
    const std::optional<Date> until = reaches_until(on);
    return !until || day <= *until;
}

std::optional<Date> RecordingRule::reaches_until(Date on) const {
    if (!look_back) return std::nullopt;
    return add(on, *look_back, Rounding::never_early);
}

RecordingRules RecordingRules::read(std::string_view toml, const std::string& file_name,
                                    std::vector<Finding>& findings, const ServiceCatalogue& catalogue) {
    TomlFile file(toml, file_name, findings);
    return read(file, RecordingRuleReader(file, catalogue, true));
}

RecordingRules RecordingRules::read_in_force(std::string_view toml, const std::string& file_name,
                                             std::vector<Finding>& findings,
                                             const ServiceCatalogue& catalogue) {
    TomlFile file(toml, file_name, findings);
    return read(file, RecordingRuleReader(file, catalogue, false));
}

RecordingRules RecordingRules::read(TomlFile& file, RecordingRuleReader reader) {
    RecordingRules rules;
    const auto root = file.parse();
    if (!root) return rules;
    TomlTable(file, *root, "this file").refuse_unknown_keys({"rule"});
    std::map<std::string, long, std::less<>> lines;
    for (const toml::table* source : tables_of(file, *root, "rule")) {
        RecordingRule rule = reader.read_rule(*source);
        if (rule.id.empty()) continue;
        const TextPlace place = TomlTable(file, *source, "").place_of_value("id");
        const auto [first, is_new] = lines.emplace(rule.id, place.line);
        if (is_new)
            rules.rules_.push_back(std::move(rule));
        else
            file.error(place, "rule " + in_quotes(rule.id) + " stands twice, first in line " +
                                  std::to_string(first->second));
    }
    file.sort_findings();
    return rules;
}

const RecordingRule* RecordingRules::asking(ReadsAs sign) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(),
                                    [&](const RecordingRule& rule) { return rule.reads_as == sign; });
    return found == rules_.end() ? nullptr : &*found;
}

const RecordingRule* RecordingRules::find(std::string_view id) const {
    const auto found =
        std::find_if(rules_.begin(), rules_.end(), [&](const RecordingRule& rule) { return rule.id == id; });
    return found == rules_.end() ? find_own_rule(id) : &*found;
}

std::vector<std::string> RecordingRules::kinds_with_copy() const {
    Words kinds;
    for (const RecordingRule& rule : rules_) {
        if (((rule.required | rule.contained) & has_copy) == 0) continue;
        if (rule.kinds.empty()) return {"*"};
        for (const std::string& kind : rule.kinds)
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    }
    return kinds;
}

std::string in_words(const RecordingRule& rule) {
    switch (rule.subject) {
        case RecordingSubject::entry:
            return asked_of_entries(rule);
        case RecordingSubject::involvement:
            return asked_of_involvements(rule);
        case RecordingSubject::record:
            return asked_of_records(rule);
        case RecordingSubject::belonging:
            return asked_of_belonging(rule);
    }
    return "";
}

}  // namespace casekeeper
