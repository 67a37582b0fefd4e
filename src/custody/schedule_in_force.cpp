// SPDX-License-Identifier: MIT
#include "custody/schedule_in_force.h"

#include <algorithm>

#include "base/digest.h"
#include "base/errors.h"

namespace casekeeper {

bool ReadSchedule::has_errors() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

std::string ReadSchedule::digest() const {
    Sha256 digest;
    digest.update(schedule_text);
    digest.update(std::string_view("\0", 1));
    digest.update(catalogue_text);
    return digest.hex();
}

ReadSchedule read_schedule(std::string schedule_text, std::string catalogue_text,
                           const std::string& schedule_name, const std::string& catalogue_name, Date today,
                           const std::vector<std::string>& recorded_events) {
    ReadSchedule read;
    read.schedule_text = std::move(schedule_text);
    read.catalogue_text = std::move(catalogue_text);
    read.catalogue = ServiceCatalogue::read(read.catalogue_text, catalogue_name, read.findings);
    ScheduleContext context;
    context.catalogue = &read.catalogue;
    context.today = today;
    context.known_events = {recorded_events.begin(), recorded_events.end()};
    read.schedule = read_retention_schedule(read.schedule_text, schedule_name, context, read.findings);
    return read;
}

ScheduleInForce schedule_in_force(Database& database) {
    const std::optional<AdoptedSchedule> adopted = RunStore(database).adopted_schedule();
    if (!adopted)
        throw ConfigError(
            "no retention schedule is adopted",
            "adopt the configured one with: casekeeper --store " + database.url().to_text() + " init");
    ReadSchedule read = read_schedule(adopted->schedule, adopted->catalogue, "adopted schedule",
                                      "adopted catalogue", parse_date("1000-01-01").value(), {});
    if (read.has_errors())
        throw ConfigError("this casekeeper cannot read the adopted schedule " + adopted->version,
                          "adopt a schedule that passes: casekeeper check");
    return {*adopted, std::move(read.catalogue), std::move(read.schedule)};
}

}  // namespace casekeeper
