// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <tuple>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

std::string rank(const ReportedHold& hold) {
    return hold.review_on ? to_text(*hold.review_on) : "9999";
}

long long days_between(Date from, Date to) {
    return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count();
}

// What holds by itself, in the order of the kinds.
std::optional<Paragraph> by_themselves(const std::map<std::string, long long>& holds) {
    static const std::map<std::string, std::pair<const char*, const char*>> names = {
        {"access-request", {"access request", "access requests"}},
        {"deletion-request", {"deletion request", "deletion requests"}},
        {"complaint", {"complaint", "complaints"}},
        {"litigation", {"claim", "claims"}}};
    std::string text;
    for (const auto& [kind, number] : holds) {
        const auto name = names.find(kind);
        if (number == 0 || name == names.end()) continue;
        text += (text.empty() ? "" : ", ") + counted(number, name->second.first, name->second.second);
    }
    if (text.empty()) return std::nullopt;
    return Paragraph{"Holding by themselves, open or answered lately: " + text + ".",
                     "casekeeper hold list --in-force"};
}

TableRow hold_row(const ReportedHold& hold, Date day) {
    Cell review = words(hold.review_on ? to_words(*hold.review_on) : "no day set");
    if (is_past_review(hold, day)) {
        review.tone = Tone::alarm;
        review.note = *hold.review_on == day ? "today" : "this day has passed";
    } else if (is_near_review(hold, day)) {
        review.tone = Tone::caution;
        review.note = "in " + counted(days_between(day, *hold.review_on), "day", "days");
    }
    return {words(hold.id, hold.kind), words(to_words(hold.from)), review, words(hold.reach)};
}

Table holds_table(const MorningReport& report) {
    std::vector<ReportedHold> holds = report.holds;
    std::sort(holds.begin(), holds.end(), [](const ReportedHold& a, const ReportedHold& b) {
        return std::make_tuple(rank(a), a.id) < std::make_tuple(rank(b), b.id);
    });
    const std::size_t shown = std::min(holds.size(), listed_records);
    Table table{"Holds, the one to look at again soonest first" +
                    (shown < holds.size() ? ", the first " + std::to_string(shown) + " of " +
                                                grouped(static_cast<long long>(holds.size()))
                                          : ""),
                {{"Hold"}, {"In force from"}, {"Look again on"}, {"What it covers"}},
                {}};
    for (std::size_t at = 0; at < shown; ++at) table.rows.push_back(hold_row(holds[at], report.day));
    return table;
}

// That some are not there to keep records for somebody, but to keep everybody from using them.
std::optional<Paragraph> on_restrictions(const std::vector<ReportedHold>& holds) {
    const auto number = std::count_if(holds.begin(), holds.end(),
                                      [](const ReportedHold& hold) { return hold.kind == "restriction"; });
    if (number == 0) return std::nullopt;
    return Paragraph{counted(number, "of them is a restriction", "of them are restrictions") +
                         " (UK GDPR Art 18): kept, and used for nothing. The person is told before one is "
                         "lifted.",
                     "casekeeper restrict list --in-force"};
}

}  // namespace

bool is_past_review(const ReportedHold& hold, Date day) {
    return hold.review_on && *hold.review_on <= day;
}

bool is_near_review(const ReportedHold& hold, Date day) {
    return hold.review_on && *hold.review_on > day && days_between(day, *hold.review_on) <= hold_warning_days;
}

std::vector<Section> sections_of_holds(const MorningReport& report) {
    Section section{"holds", "Holds in force: " + grouped(static_cast<long long>(report.holds.size()))};
    const std::optional<Paragraph> automatic = by_themselves(report.automatic_holds);
    if (report.holds.empty())
        section.blocks.emplace_back(
            Paragraph{automatic ? "No hold that somebody placed is in force." : "No hold is in force."});
    else
        section.blocks.emplace_back(holds_table(report));
    if (const auto restrictions = on_restrictions(report.holds)) section.blocks.emplace_back(*restrictions);
    if (automatic) section.blocks.emplace_back(*automatic);
    return {section};
}

}  // namespace casekeeper
