// SPDX-License-Identifier: MIT
#include "reports/recording_list_page.h"

#include <map>

#include "output/csv_table.h"
#include "reports/recording_listing.h"

namespace casekeeper {
namespace {

using ByRule = std::map<std::string, std::vector<const RecordingFinding*>>;

ByRule by_rule(const RecordingList& list) {
    ByRule rules;
    for (const RecordingFinding& finding : list.findings) rules[finding.rule].push_back(&finding);
    return rules;
}

// What an entry or a record is called on a page: "entry E7".
std::string called(const std::string& thing) {
    const std::size_t colon = thing.find(':');
    return colon == std::string::npos ? thing : thing.substr(0, colon) + " " + thing.substr(colon + 1);
}

std::string day_in_words(const std::optional<std::string>& text) {
    const std::optional<Date> day = text ? parse_date(*text) : std::nullopt;
    return day ? to_words(*day) : "";
}

std::string title_of(const std::string& id, const RecordingRules& rules) {
    const RecordingRule* rule = rules.find(id);
    return rule ? rule->title : id;
}

Section standing(const RecordingList& list, const RecordingRules& rules) {
    Section section{"standing", "How it stands"};
    Table table{"What is open, rule by rule", {{"Rule"}, {"Findings", true}}, {}};
    for (const auto& [id, findings] : by_rule(list)) {
        Cell cell = words(title_of(id, rules));
        cell.section = "rule-" + id;
        table.rows.push_back({cell, count(static_cast<long long>(findings.size()))});
    }
    table.rows.push_back({words("All together"), count(static_cast<long long>(list.findings.size()))});
    table.last_is_total = true;
    if (!list.findings.empty()) section.blocks.emplace_back(table);
    if (!list.trend.empty()) section.blocks.emplace_back(trend_table(list.trend));
    return section;
}

Table table_of(const RecordingList& list, const std::vector<const RecordingFinding*>& findings) {
    Table table{"What to look at, the longest open first",
                {{"What"}, {"Day"}, {"What is wrong"}, {"Open since"}},
                {}};
    if (list.is_teams) table.columns.insert(table.columns.begin() + 3, Column{"Whom to ask"});
    for (const RecordingFinding* finding : findings) {
        if (table.rows.size() == listed_of_rule) break;
        TableRow row = {words(called(finding->thing),
                              "person " + finding->person + ", involvement " + finding->involvement),
                        words(day_in_words(finding->about_on)), words(what_is_wrong(*finding)),
                        words(day_in_words(finding->opened_on), "finding " + finding->id)};
        if (list.is_teams) row.insert(row.begin() + 3, words(finding->worker.value_or("nobody is named")));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Section section_of(const RecordingList& list, const std::string& id,
                   const std::vector<const RecordingFinding*>& findings, const RecordingRules& rules) {
    Section section{"rule-" + id, title_of(id, rules)};
    if (const RecordingRule* rule = rules.find(id)) {
        section.blocks.emplace_back(Paragraph{rule->mend});
        section.blocks.emplace_back(Facts{{{"Source", rule->source}}});
    }
    section.blocks.emplace_back(table_of(list, findings));
    if (findings.size() > listed_of_rule)
        section.blocks.emplace_back(
            Paragraph{"And " + grouped(static_cast<long long>(findings.size() - listed_of_rule)) +
                      " more: the list beside this page has them all."});
    return section;
}

std::string opening_of(const RecordingList& list, Date day) {
    const std::string when = " on the morning of " + to_words(day);
    if (list.findings.empty()) return "Nothing is to be mended" + when + ".";
    return counted(static_cast<long long>(list.findings.size()), "finding is", "findings are") + " open" +
           when +
           ". Mend the record where it is kept; with the next load and the night after it the finding closes "
           "by "
           "itself. What cannot be mended the records team can set aside, with a reason.";
}

}  // namespace

Page page_of(const RecordingList& list, const RecordingRules& rules, const std::string& trust, Date day) {
    Page page;
    page.title = "What to mend: " + list.called;
    page.owner = trust;
    page.opening = {{opening_of(list, day)}};
    page.sections.push_back(standing(list, rules));
    for (const auto& [id, findings] : by_rule(list))
        page.sections.push_back(section_of(list, id, findings, rules));
    page.has_contents = page.sections.size() > 2;
    return page;
}

std::string csv_of(const RecordingList& list, const RecordingRules& rules) {
    std::string csv = csv_line({"finding", "rule", "severity", "title", "thing", "person", "involvement",
                                "worker", "team", "happened_on", "due_by", "what_is_wrong", "to_mend_it",
                                "source", "first_seen_on", "open_since", "times_reopened"});
    for (const RecordingFinding& finding : list.findings) {
        const RecordingRule* rule = rules.find(finding.rule);
        csv += csv_line({finding.id, finding.rule, rule ? to_text(rule->severity) : "",
                         title_of(finding.rule, rules), finding.thing, finding.person, finding.involvement,
                         finding.worker.value_or(""), finding.team.value_or(""),
                         finding.about_on.value_or(""), finding.owed_by.value_or(""), what_is_wrong(finding),
                         rule ? rule->mend : "", rule ? rule->source : "", finding.first_seen_on,
                         finding.opened_on, std::to_string(finding.reopened)});
    }
    return csv;
}

}  // namespace casekeeper
