// SPDX-License-Identifier: MIT
#include "retention/schedule_adoption.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_text.h"
#include "policy/did_you_mean.h"
#include "policy/rule_changes.h"
#include "store/decision_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t least_digits = 8;  // of a digest given in part

void mark_whom_differences_concern(Database& database, const ScheduleInForce& before,
                                   const ReadSchedule& read) {
    const RuleChanges changes =
        rule_changes(before.schedule, before.catalogue, read.schedule, read.catalogue);
    DecisionStore decisions(database);
    if (changes.everybody) decisions.mark_everybody();
    for (const std::string& service : changes.services) decisions.mark_service(service);
}

JsonObject facts_of(const std::string& version, const std::string& digest) {
    return JsonObject().text("version", version).text("digest", digest);
}

AdoptedSchedule adopted_as(const ReadSchedule& read, const std::string& actor, const std::string& at) {
    AdoptedSchedule next;
    next.adopted_at = at;
    next.adopted_by = actor;
    next.title = read.schedule.title;
    next.version = read.schedule.version;
    next.digest = read.digest();
    next.schedule = read.schedule_text;
    next.catalogue = read.catalogue_text;
    return next;
}

// REQUIRES: a unit of work of kind write.
void put_in_force(Database& database, const ReadSchedule& read, const AdoptedSchedule& next,
                  const std::string& actor, const ScheduleDiff* diff) {
    RunStore runs(database);
    if (runs.adopted_schedule())
        mark_whom_differences_concern(database, schedule_in_force(database), read);
    else
        DecisionStore(database).mark_everybody();
    runs.adopt(next);
    JsonObject facts = facts_of(next.version, next.digest);
    if (diff) facts.number("earlier", diff->earlier).number("later", diff->later);
    if (next.cooling_until) facts.text("cooling_until", *next.cooling_until);
    RegisterStore(database).append({next.adopted_at, "schedule-adopted", actor, facts.json()});
}

std::optional<std::string> cooling_until(const AdoptionAct& act, const AdoptionRules& rules) {
    if (rules.cooling_off_days <= 0) return std::nullopt;
    return to_text(add(act.day, {0, 0, rules.cooling_off_days}, Rounding::never_early));
}

void put_in_waiting(Database& database, const ReadSchedule& read, const std::string& reason,
                    const AdoptionAct& act, const ScheduleDiff& diff) {
    RunStore(database).put_in_waiting({read.digest(), act.at, act.actor, reason, read.schedule_text,
                                       read.catalogue_text, diff.earlier, diff.later});
    RegisterStore(database).append({act.at, "schedule-proposed", act.actor,
                                    facts_of(read.schedule.version, read.digest())
                                        .number("earlier", diff.earlier)
                                        .number("later", diff.later)
                                        .json()});
}

ScheduleDiff diff_with(Database& database, const ScheduleInForce& in_force, const ReadSchedule& read,
                       Date day) {
    return diff_schedules(database, {in_force.schedule, in_force.catalogue}, {read.schedule, read.catalogue},
                          day);
}

WaitingSchedule find_waiting(Database& database, const std::string& digest) {
    const std::vector<WaitingSchedule> all = RunStore(database).waiting_schedules();
    std::vector<const WaitingSchedule*> found;
    for (const WaitingSchedule& one : all)
        if (digest.size() >= least_digits && one.digest.starts_with(digest)) found.push_back(&one);
    if (found.size() == 1) return *found.front();
    throw InputError((found.empty() ? "no schedule waits whose digest begins with "
                                    : "several schedules wait whose digests begin with ") +
                         in_quotes(digest),
                     "casekeeper schedule show names those that wait; give eight digits or more");
}

ReadSchedule read_again(const WaitingSchedule& waiting) {
    ReadSchedule read = read_schedule(waiting.schedule, waiting.catalogue, "waiting schedule",
                                      "waiting catalogue", parse_date("1000-01-01").value(), {});
    if (read.has_errors())
        throw ConfigError("this casekeeper cannot read the waiting schedule " + waiting.digest,
                          "propose one that passes: casekeeper schedule adopt FILE --reason TEXT");
    return read;
}

}  // namespace

bool adopt_schedule(Database& database, const ReadSchedule& read, const std::string& actor,
                    const std::string& at) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    const AdoptedSchedule next = adopted_as(read, actor, at);
    const std::optional<AdoptedSchedule> before = RunStore(database).adopted_schedule();
    if (before && before->digest == next.digest) return false;
    put_in_force(database, read, next, actor, nullptr);
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

Adoption propose_schedule(Database& database, const ReadSchedule& read, const std::string& reason,
                          const AdoptionAct& act, const AdoptionRules& rules) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    const ScheduleInForce in_force = schedule_in_force(database);
    Adoption adoption;
    AdoptedSchedule next = adopted_as(read, act.actor, act.at);
    if (in_force.adopted.digest == next.digest) {
        adoption.outcome = Adoption::Outcome::is_in_force_already;
        return adoption;
    }
    adoption.diff = diff_with(database, in_force, read, act.day);
    if (adoption.diff.share_worse() > rules.stop_share) {
        adoption.outcome = Adoption::Outcome::waits;
        put_in_waiting(database, read, reason, act, adoption.diff);
    } else {
        next.reason = reason;
        next.cooling_until = cooling_until(act, rules);
        if (next.cooling_until) adoption.cooling_until = parse_date(*next.cooling_until);
        put_in_force(database, read, next, act.actor, &adoption.diff);
    }
    work.commit();
    return adoption;
}

AdoptedSchedule confirm_schedule(Database& database, const std::string& digest, const AdoptionAct& act,
                                 const AdoptionRules& rules) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    const WaitingSchedule waiting = find_waiting(database, digest);
    if (waiting.proposed_by == act.actor)
        throw Refused("the schedule was proposed by the same person: " + act.actor,
                      "another person with the role reviewer confirms it");
    const ReadSchedule read = read_again(waiting);
    const ScheduleDiff diff = diff_with(database, schedule_in_force(database), read, act.day);
    AdoptedSchedule next = adopted_as(read, waiting.proposed_by, act.at);
    next.reason = waiting.reason;
    next.confirmed_by = act.actor;
    next.cooling_until = cooling_until(act, rules);
    RegisterStore(database).append(
        {act.at, "schedule-confirmed", act.actor, facts_of(next.version, next.digest).json()});
    put_in_force(database, read, next, act.actor, &diff);
    work.commit();
    return next;
}

}  // namespace casekeeper
