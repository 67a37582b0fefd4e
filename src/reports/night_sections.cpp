// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "reports/morning_sections.h"

namespace casekeeper {
namespace {

constexpr std::size_t digits_of_digest = 12;

std::string place(const Finding& finding) {
    if (finding.file.empty()) return "-";
    return finding.file + (finding.line > 0 ? ":" + std::to_string(finding.line) : "") +
           (finding.column > 0 ? ":" + std::to_string(finding.column) : "");
}

Cell severity(const Finding& finding) {
    Cell cell = words(to_text(finding.severity));
    cell.tone = finding.severity == Severity::error ? Tone::alarm : Tone::caution;
    return cell;
}

// The findings, errors first, as many as there is room for.
Table findings_table(const std::string& caption, const std::vector<Finding>& findings, std::size_t room) {
    std::vector<const Finding*> sorted;
    for (const Finding& finding : findings) sorted.push_back(&finding);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Finding* a, const Finding* b) {
        return a->severity == Severity::error && b->severity != Severity::error;
    });
    sorted.resize(std::min(sorted.size(), room));
    Table table{caption, {{"Where"}, {"Severity"}, {"What is wrong"}}, {}};
    for (const Finding* finding : sorted)
        table.rows.push_back({words(place(*finding)), severity(*finding), words(finding->message)});
    return table;
}

Table loads_table(const MorningReport& report) {
    Table table{"The latest loads, newest first",
                {{"Load"},
                 {"Read", true},
                 {"Stored", true},
                 {"Unchanged", true},
                 {"Set aside", true},
                 {"Errors", true},
                 {"Warnings", true}},
                {}};
    for (const ReportedLoad& load : report.loads)
        table.rows.push_back(
            {words("Load " + std::to_string(load.number), load.format + ", " + load.loaded_on),
             count(load.lines_read), count(load.stored), count(load.unchanged), count(load.rejected),
             count(load.errors), count(load.warnings)});
    return table;
}

Section section_of_loads(const MorningReport& report) {
    Section section{"loads", "Latest loads", 3};
    if (report.loads.empty()) {
        section.blocks.emplace_back(Paragraph{"Nothing has been loaded yet."});
        return section;
    }
    section.blocks.emplace_back(loads_table(report));
    std::size_t room = listed_findings;
    for (const ReportedLoad& load : report.loads) {
        const long long total = load.errors + load.warnings;
        if (room == 0 || load.findings.empty()) continue;
        const std::size_t shown = std::min(room, load.findings.size());
        const bool all = static_cast<long long>(shown) >= total;
        section.blocks.emplace_back(
            findings_table("Findings of load " + std::to_string(load.number) +
                               (all ? "" : ", the first " + std::to_string(shown) + " of " + grouped(total)),
                           load.findings, shown));
        room -= shown;
    }
    return section;
}

Section section_of_configuration(const MorningReport& report) {
    Section section{"configuration", "Configuration check", 3};
    if (report.configuration_findings.empty()) {
        section.blocks.emplace_back(Paragraph{"The configuration has no mistakes."});
        return section;
    }
    const std::size_t total = report.configuration_findings.size();
    section.blocks.emplace_back(findings_table(
        "Findings in the configuration" + (total > listed_findings
                                               ? ", the first " + std::to_string(listed_findings) + " of " +
                                                     grouped(static_cast<long long>(total))
                                               : ""),
        report.configuration_findings, listed_findings));
    return section;
}

Cell job_outcome(const std::string& outcome) {
    Cell cell = words(outcome);
    if (outcome == "done") cell.tone = Tone::good;
    if (outcome == "failed") cell.tone = Tone::alarm;
    if (outcome == "attention" || outcome == "skipped") cell.tone = Tone::caution;
    return cell;
}

Section section_of_jobs(const MorningReport& report) {
    Section section{"night", report.dry_run ? "What the night would have done" : "What the night did"};
    if (report.jobs.empty()) {
        section.blocks.emplace_back(Paragraph{"No job has run."});
        return section;
    }
    Table table{"Jobs in the order they ran",
                {{"Job"}, {"Outcome"}, {"Handled", true}, {"Refused", true}, {"Failed", true}},
                {}};
    for (const ReportedJob& job : report.jobs)
        table.rows.push_back({words(job.name), job_outcome(job.outcome), count(job.handled),
                              count(job.refused), count(job.failed)});
    section.blocks.emplace_back(std::move(table));
    for (const ReportedJob& job : report.jobs) {
        if (job.failures.empty()) continue;
        const std::size_t shown = std::min(job.failures.size(), listed_records);
        const long long total = std::max(job.failed, static_cast<long long>(job.failures.size()));
        std::string ids;
        for (std::size_t at = 0; at < shown; ++at) ids += (at > 0 ? ", " : "") + job.failures[at];
        const bool all = static_cast<long long>(shown) == total;
        section.blocks.emplace_back(
            Paragraph{"Failed in job " + job.name +
                      (all ? "" : " (the first " + std::to_string(shown) + " of " + grouped(total) + ")") +
                      ": " + ids + "."});
    }
    return section;
}

Section section_of_schedule(const MorningReport& report) {
    Section section{"schedule", "The schedule in force"};
    if (!report.schedule) {
        section.blocks.emplace_back(
            Paragraph{"No schedule is adopted. Until one is, no record is given a day.", "", Tone::alarm});
        return section;
    }
    const ReportedSchedule& schedule = *report.schedule;
    const std::optional<long long> left = days_of_schedule_left(report);
    if (left && *left < 0)
        section.blocks.emplace_back(Paragraph{"This schedule expired on " + to_words(*schedule.expires) +
                                                  ". It is still obeyed until another is adopted.",
                                              "", Tone::alarm});
    else if (left && *left <= schedule_warning_days)
        section.blocks.emplace_back(
            Paragraph{"This schedule expires on " + to_words(*schedule.expires) + ", " +
                          (*left == 0 ? "today." : "in " + counted(*left, "day", "days") + "."),
                      "", Tone::caution});
    section.blocks.emplace_back(
        Facts{{{"Title", schedule.title},
               {"Version", schedule.version},
               {"Digest", schedule.digest.substr(0, digits_of_digest)},
               {"Expires", schedule.expires ? to_words(*schedule.expires) : "no day set"},
               {"Rules", grouped(static_cast<long long>(report.rules.size()))},
               {"Services", grouped(static_cast<long long>(report.services.size()))}}});
    return section;
}

std::string seconds_text(double seconds) {
    char text[48];
    std::snprintf(text, sizeof text, "%.1f", seconds);
    return text;
}

}  // namespace

std::optional<long long> days_of_schedule_left(const MorningReport& report) {
    if (!report.schedule || !report.schedule->expires) return std::nullopt;
    return (std::chrono::sys_days(*report.schedule->expires) - std::chrono::sys_days(report.day)).count();
}

std::vector<Section> sections_of_findings(const MorningReport& report) {
    return {Section{"findings", "Findings"}, section_of_loads(report), section_of_configuration(report)};
}

std::vector<Section> sections_of_night(const MorningReport& report) {
    return {section_of_jobs(report), section_of_schedule(report)};
}

Section section_about_run(const MorningReport& report) {
    Section section{"about", "About this run"};
    section.blocks.emplace_back(
        Paragraph{"Only this part differs between two runs over the same records, configuration and day."});
    section.blocks.emplace_back(Facts{
        {{"Run", report.run > 0 ? std::to_string(report.run) : "without a number"},
         {"Kind", report.dry_run ? "dry run" : "full run"},
         {"Run by", report.actor.empty() ? "not known" : report.actor},
         {"Started", report.started_at.empty() ? "not known" : report.started_at},
         {"Ended", report.ended_at.empty() ? "still running when this was written" : report.ended_at}}});
    if (report.jobs.empty()) return section;
    Table table{"Time each job took", {{"Job"}, {"Seconds", true}}, {}};
    for (const ReportedJob& job : report.jobs)
        table.rows.push_back({words(job.name), words(seconds_text(job.seconds))});
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace casekeeper
