// SPDX-License-Identifier: MIT
//
// Writes the morning report, as a page and as text.
#include "jobs/job.h"
#include "jobs/report_contents.h"
#include "jobs/report_files.h"

namespace casekeeper {

JobRecord run_report_job(Night& night, const JobControl&) {
    const MorningReport report = gather_report(night);
    const std::string html = render_html(report);
    const std::string text = render_text(report);
    if (!night.dry_run) ReportFiles(night.report_folder).write(night.run, html, text);
    JobRecord record;
    record.outcome = "done";
    record.handled = 1;
    return record;
}

}  // namespace casekeeper
