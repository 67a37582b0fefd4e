// SPDX-License-Identifier: MIT
#include <algorithm>

#include "reports/due_forecast.h"
#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

// One list of records: what it is called, what it means, and how to see all of it.
struct ListKind {
    std::string id;
    std::string title;
    std::string meaning;
    std::string empty;
    std::string command;
    bool has_day = true;
};

std::vector<WaitingRecord> shown_part(const std::vector<WaitingRecord>& records) {
    const auto size = static_cast<std::ptrdiff_t>(std::min(records.size(), listed_records));
    return {records.begin(), records.begin() + size};
}

Cell why(const WaitingRecord& record) {
    Cell cell = words(record.reason);
    if (record.reason.empty() && !record.rule.empty()) cell.text = "rule " + record.rule;
    if (cell.text.empty()) cell.text = "see explain";
    if (!record.reason.empty() && !record.rule.empty()) cell.note = "rule " + record.rule;
    for (std::size_t at = 0; at < record.holds.size(); ++at)
        cell.note += (at > 0 ? ", " : cell.note.empty() ? "held by " : "; held by ") + record.holds[at];
    return cell;
}

TableRow record_row(const WaitingRecord& record, bool has_day) {
    TableRow row = {record.involvement.empty()
                        ? words(record.person, "person without any involvement")
                        : words(record.involvement, "person " + record.person + ", " + record.service)};
    if (has_day) row.push_back(words(record.retain_until ? to_words(*record.retain_until) : "not known"));
    row.push_back(why(record));
    return row;
}

// The reasons of what is listed, most frequent first; nothing where hardly any occurs twice.
std::optional<Table> reasons_table(const std::vector<WaitingRecord>& records) {
    std::map<std::string, long long> reasons;
    for (const WaitingRecord& record : records)
        if (!record.reason.empty()) ++reasons[record.reason];
    if (records.size() < 10 || reasons.empty() || reasons.size() * 2 > records.size()) return std::nullopt;
    std::vector<std::pair<std::string, long long>> sorted(reasons.begin(), reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    Table table{"Why, among the records listed here", {{"Why"}, {"Records", true}}, {}};
    for (const auto& [reason, number] : sorted) table.rows.push_back({words(reason), count(number)});
    return table;
}

Section list_section(const ListKind& kind, long long total, const std::vector<WaitingRecord>& records) {
    Section section{kind.id, kind.title + ": " + counted(total, "record", "records"), 3};
    if (total == 0) {
        section.blocks.emplace_back(Paragraph{kind.empty});
        return section;
    }
    section.blocks.emplace_back(Paragraph{kind.meaning});
    const std::vector<WaitingRecord> shown = shown_part(records);
    if (const std::optional<Table> reasons = reasons_table(shown)) section.blocks.emplace_back(*reasons);
    const bool all = static_cast<long long>(shown.size()) >= total;
    const std::string part =
        all ? ": all of them" : ": the first " + std::to_string(shown.size()) + " of " + grouped(total);
    Table table{kind.title + part, {{"Record"}}, {}};
    if (kind.has_day) table.columns.push_back({"Kept until"});
    table.columns.push_back({"Why"});
    for (const WaitingRecord& record : shown) table.rows.push_back(record_row(record, kind.has_day));
    if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(Paragraph{all ? "To list them again:" : "All of them:", kind.command});
    return section;
}

}  // namespace

const char* const conflict_command = "casekeeper retention list --format json | grep '\"conflict\":true'";

std::string list_command(Outcome outcome) {
    const char* name = "";
    switch (outcome) {
        case Outcome::live:
            name = "live";
            break;
        case Outcome::retain:
            name = "retain";
            break;
        case Outcome::due:
            name = "due";
            break;
        case Outcome::review:
            name = "review";
            break;
        case Outcome::held:
            name = "held";
            break;
        case Outcome::permanent:
            name = "permanent";
            break;
        case Outcome::undetermined:
            name = "undetermined";
            break;
    }
    return std::string("casekeeper retention list --outcome ") + name;
}

std::vector<Section> sections_of_waiting(const MorningReport& report) {
    const std::map<Outcome, long long> counts = outcome_counts(report.decisions);
    Section intro{"waiting", "Records that wait for a person"};
    intro.blocks.emplace_back(
        Paragraph{"Why any one of them is as it is, step by step:", "casekeeper explain involvement:ID"});
    const auto list = [&](Outcome outcome, ListKind kind, const std::vector<WaitingRecord>& records) {
        kind.command = list_command(outcome);
        return list_section(kind, counts.at(outcome), records);
    };
    const WaitingRecords& waiting = report.waiting;
    return {intro,
            list(Outcome::due,
                 {"list-due", "Due",
                  "Their last protected day has passed. None of them goes unless people have signed for it.",
                  "No record is due.", ""},
                 waiting.due),
            list(Outcome::review,
                 {"list-review", "For review",
                  "Their day has come, but a rule or a doubtful fact asks for a person's judgement first.",
                  "No record waits for review.", ""},
                 waiting.review),
            list(Outcome::held,
                 {"list-held", "Held", "Their day has come, and a hold in force keeps them all the same.",
                  "No record that has reached its day is held.", ""},
                 waiting.held),
            list(Outcome::undetermined,
                 {"list-undetermined", "Undetermined",
                  "No day can be worked out: a fact is missing, or no rule applies. They are kept until that "
                  "is mended.",
                  "Every record has its day, or none by its rule.", "", false},
                 waiting.undetermined),
            list_section(
                {"list-conflict", "Rules in conflict",
                 "One rule says they must go by a day, another that they must stay beyond it. They stay.",
                 "No rules disagree on a record.", conflict_command},
                conflict_count(report.decisions), waiting.conflict)};
}

}  // namespace casekeeper
