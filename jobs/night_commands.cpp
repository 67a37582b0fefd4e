// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <limits>
#include <ostream>

#include "base/json_text.h"
#include "jobs/demo.h"
#include "jobs/job.h"
#include "jobs/nightly.h"
#include "jobs/report_files.h"

namespace casekeeper {
namespace {

std::string to_json(const JobRecord& job) {
    JsonObject json;
    json.text("job", job.job)
        .text("outcome", job.outcome)
        .number("handled", job.handled)
        .number("refused", job.refused)
        .number("failed", job.failed)
        .decimal("seconds", job.seconds, 3);
    if (!job.would_do.empty()) json.texts("would", job.would_do);
    return json.json();
}

std::string to_json(const RunRecord& run) {
    std::vector<std::string> jobs;
    for (const JobRecord& job : run.jobs) jobs.push_back(to_json(job));
    JsonObject json;
    if (run.dry_run)
        json.null("run");
    else
        json.number("run", run.number);
    return json.text("as_of", run.as_of).raw("jobs", json_list_of(jobs)).line();
}

std::string seconds_text(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
}

void print_jobs(std::ostream& out, const RunRecord& run) {
    for (const JobRecord& job : run.jobs) {
        out << "  " << job.job << ": " << job.outcome << ", " << job.handled << " handled";
        if (job.refused > 0) out << ", " << job.refused << " refused";
        if (job.failed > 0) out << ", " << job.failed << " failed";
        out << ", " << seconds_text(job.seconds) << "\n";
        for (const std::string& action : job.would_do) out << "    would " << action << "\n";
        for (const std::string& failure : job.failures) out << "    failed: " << failure << "\n";
    }
}

void print_night(Invocation& invocation, const NightResult& night) {
    if (invocation.format == OutputFormat::json) {
        invocation.out << to_json(night.run);
        return;
    }
    if (night.run.dry_run)
        invocation.out << "dry run for " << night.run.as_of << ": nothing was written\n";
    else
        invocation.out << "night " << night.run.number << " for " << night.run.as_of << "\n";
    print_jobs(invocation.out, night.run);
    const ReportFiles files(report_folder(invocation));
    const bool reported = std::any_of(night.run.jobs.begin(), night.run.jobs.end(), [](const JobRecord& job) {
        return job.job == "report" && job.outcome != "failed" && job.outcome != "skipped";
    });
    if (reported && !night.run.dry_run)
        invocation.out << "\n"
                       << files.summary(night.run.number)
                       << "\nthe morning report: " << files.html_path(night.run.number) << "\n";
}

int nightly(Invocation& invocation) {
    invocation.require({Role::records_officer}, "run the night");
    NightOptions options;
    options.dry_run = invocation.has("dry-run");
    for (const std::string& job : invocation.values("only")) options.only.insert(job);
    const NightResult night = run_night(invocation, options);
    print_night(invocation, night);
    return night.exit_code;
}

// The report of a night as it was written then; the latest night's without --run.
int report(Invocation& invocation) {
    invocation.require({Role::records_officer, Role::reviewer, Role::dpo, Role::auditor},
                       "read the morning report");
    RunStore runs(invocation.store());
    long long number = runs.last_run_before(std::numeric_limits<long long>::max());
    if (invocation.has("run")) {
        const std::string text = invocation.value("run");
        if (text.empty() || text.size() > 15 || text.find_first_not_of("0123456789") != std::string::npos)
            throw UsageError("\"" + text + "\" is no run", "give its number: casekeeper report --run 12");
        number = std::stoll(text);
    }
    if (number == 0 && !invocation.has("run"))
        throw InputError("no night has run yet", "casekeeper nightly runs one");
    if (!runs.run(number))
        throw InputError("there is no run " + std::to_string(number),
                         "casekeeper report shows the latest night's");
    const ReportFiles files(report_folder(invocation));
    const std::string text = files.text(number);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .number("run", number)
                              .text("html", files.html_path(number))
                              .text("text", files.text_path(number))
                              .line();
    else
        invocation.out << text << "\nas a page: " << files.html_path(number) << "\n";
    return 0;
}

}  // namespace

std::vector<CommandRow> night_commands() {
    std::string jobs;
    for (const JobRow& row : night_jobs()) jobs += (jobs.empty() ? "" : "; ") + row.name + ": " + row.summary;
    return {
        {"nightly",
         "",
         "runs the night's jobs in order and prints the morning summary (" + jobs + ")",
         {{"dry-run", "", "the same, writing nothing"}, {"only", "JOB", "only this job", false, true}},
         "casekeeper nightly --dry-run --as-of 2027-01-01",
         0,
         0,
         nightly,
         true},
        {"report",
         "",
         "prints the morning report again and says where its page lies",
         {{"run", "N", "of that night, not the latest"}},
         "casekeeper report --run 12",
         0,
         0,
         report},
        {"demo",
         "DIR",
         "builds a small trust of invented records in DIR, runs a night on it, says where to look",
         {},
         "casekeeper demo /tmp/demo-trust",
         1,
         1,
         run_demo},
    };
}

}  // namespace casekeeper
