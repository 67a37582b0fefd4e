// SPDX-License-Identifier: MIT
#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

std::string title_of(const ReportedRecordingRule& rule) {
    return rule.title.empty() ? rule.rule + " (no longer a rule)" : rule.title;
}

std::string how_it_stands(const ReportedRecording& recording) {
    if (recording.open == 0)
        return "Every record that was looked at keeps the recording rules" +
               std::string(recording.waived > 0 ? ", but for what people set aside." : ".");
    return counted(recording.open, "finding is", "findings are") +
           " open. Each names the entry, the rule with its source, and the worker to ask; it closes by "
           "itself "
           "when the record is mended.";
}

Facts counts_of(const ReportedRecording& recording) {
    return {{{"Open", grouped(recording.open)},
             {"New tonight", grouped(recording.appeared)},
             {"Mended tonight", grouped(recording.mended)},
             {"Set aside by people", grouped(recording.waived)}}};
}

Table rules_table(const ReportedRecording& recording) {
    Table table{"What records lack, rule by rule",
                {{"Rule"}, {"Open", true}, {"New", true}, {"Mended", true}, {"Set aside", true}},
                {}};
    long long sums[4] = {0, 0, 0, 0};
    for (const ReportedRecordingRule& rule : recording.rules) {
        Cell name = words(title_of(rule), rule.is_error ? rule.rule : rule.rule + ", a warning");
        table.rows.push_back(
            {name, count(rule.open), count(rule.appeared), count(rule.mended), count(rule.waived)});
        sums[0] += rule.open;
        sums[1] += rule.appeared;
        sums[2] += rule.mended;
        sums[3] += rule.waived;
    }
    table.rows.push_back(
        {words("All together"), count(sums[0]), count(sums[1]), count(sums[2]), count(sums[3])});
    table.last_is_total = true;
    return table;
}

Table teams_table(const ReportedRecording& recording) {
    Table table{"Where they are open, team by team", {{"Team"}, {"Open", true}}, {}};
    for (const auto& [team, open] : recording.teams)
        table.rows.push_back({words(team.empty() ? "no team is named" : team), count(open)});
    return table;
}

Table oldest_table(const ReportedRecording& recording) {
    Table table{"The oldest", {{"What"}, {"What is wrong"}, {"Whom to ask"}, {"First seen"}}, {}};
    for (const ReportedRecordingFinding& one : recording.oldest)
        table.rows.push_back({words(one.thing, one.rule + ", finding " + one.finding), words(one.wrong),
                              words(one.whom), words(to_words(one.since))});
    return table;
}

}  // namespace

std::string sentence_of_recording(const MorningReport& report) {
    const ReportedRecording& recording = report.recording;
    if (recording.appeared == 0 && recording.mended == 0) return "";
    std::string text = " In what is recorded ";
    if (recording.appeared > 0)
        text += counted(recording.appeared, "gap was found", "gaps were found") +
                (recording.mended > 0 ? " and " : "");
    if (recording.mended > 0) text += counted(recording.mended, "gap was mended", "gaps were mended");
    return text + "; " +
           (recording.open == 0 ? "none is"
                                : grouped(recording.open) + (recording.open == 1 ? " is" : " are")) +
           " open.";
}

std::vector<Section> sections_of_recording(const MorningReport& report) {
    const ReportedRecording& recording = report.recording;
    if (!recording.checked) return {};
    Section section{"recording", "What records lack"};
    section.blocks.emplace_back(
        Paragraph{how_it_stands(recording), "", recording.open == 0 ? Tone::good : Tone::plain});
    section.blocks.emplace_back(counts_of(recording));
    if (!recording.trend.empty()) section.blocks.emplace_back(trend_table(recording.trend));
    if (!recording.rules.empty()) section.blocks.emplace_back(rules_table(recording));
    if (!recording.teams.empty()) section.blocks.emplace_back(teams_table(recording));
    if (!recording.oldest.empty()) {
        section.blocks.emplace_back(oldest_table(recording));
        section.blocks.emplace_back(
            Paragraph{"For a list of every worker and every team:", "casekeeper recording lists DIR"});
    }
    return {section};
}

}  // namespace casekeeper
