// SPDX-License-Identifier: MIT
#include "retention/schedule_adoption.h"

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
