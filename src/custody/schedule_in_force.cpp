// SPDX-License-Identifier: MIT
#include "retention/schedule_in_force.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/errors.h"
#include "base/json_text.h"
#include "store/decision_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

void mark_whom_differences_concern(Database& database) {
    // A rule may reach a whole file or person from another service, and its conditions may ask of any: only
    // where a rule stayed the same in everything can nobody be concerned. Adoption is rare; everybody is
    // decided on again.
    DecisionStore(database).mark_everybody();
}

std::string facts_of(const AdoptedSchedule& schedule) {
    std::string facts = "{\"version\":";
    append_json_string(facts, schedule.version);
    return facts + ",\"digest\":\"" + schedule.digest + "\"}";
}

}  // namespace

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

bool adopt_schedule(Database& database, const ReadSchedule& read, const std::string& actor,
                    const std::string& at) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    RunStore runs(database);
    AdoptedSchedule next{0,
                         at,
                         actor,
                         read.schedule.title,
                         read.schedule.version,
                         read.digest(),
                         read.schedule_text,
                         read.catalogue_text};
    const std::optional<AdoptedSchedule> before = runs.adopted_schedule();
    if (before && before->digest == next.digest) return false;
    runs.adopt(next);
    mark_whom_differences_concern(database);
    RegisterStore(database).append({at, "schedule-adopted", actor, facts_of(next)});
    work.commit();
    return true;
}

bool adopt_first_schedule(Database& database, const ReadSchedule& configured, const std::string& actor,
                          const std::string& at) {
    if (RunStore(database).adopted_schedule()) return false;
    if (configured.has_errors())
        throw ConfigError("the configured retention schedule is in error",
                          "see every mistake with: casekeeper check");
    return adopt_schedule(database, configured, actor, at);
}

}  // namespace casekeeper
