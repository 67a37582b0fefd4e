// SPDX-License-Identifier: MIT
#include <fstream>
#include <ostream>
#include <sstream>

#include "app/application.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "custody/schedule_in_force.h"
#include "retention/schedule_adoption.h"
#include "store/record_store.h"
#include "store/run_lock.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t shown_digits = 12;  // of a digest to be typed

// The schedule of a file with the configured catalogue. ConfigError, every mistake said before, where either
// is in error.
ReadSchedule read_offered_schedule(Invocation& invocation) {
    const std::string& path = invocation.operands.front();
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw InputError("cannot read " + path, "name the file of a retention schedule");
    ReadSchedule read = read_schedule(
        text.str(), read_config_file(invocation.config_folder, "service_catalogue.toml"), path,
        "service_catalogue.toml", invocation.day(), RecordStore(invocation.store()).recorded_events());
    if (!invocation.quiet || read.has_errors()) print_findings(invocation.err, read.findings);
    if (read.has_errors())
        throw ConfigError("the schedule in " + path + " cannot be adopted as it is",
                          "mend the lines listed, then try again");
    return read;
}

void print_diff(Invocation& invocation, const ScheduleDiff& diff) {
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(diff) << "\n";
    else
        invocation.out << to_text(diff);
}

int diff(Invocation& invocation) {
    invocation.require_reader("compare schedules");
    const ReadSchedule read = read_offered_schedule(invocation);
    Database& database = invocation.store();
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    const ScheduleInForce in_force = schedule_in_force(database);
    std::function<void(const RecordMove&)> each;
    if (invocation.has("records"))
        each = [&](const RecordMove& move) {
            invocation.out << (invocation.format == OutputFormat::json ? to_json(move) : to_text(move))
                           << "\n";
        };
    const ScheduleDiff all = diff_schedules(database, {in_force.schedule, in_force.catalogue},
                                            {read.schedule, read.catalogue}, invocation.day(), each);
    if (!each) print_diff(invocation, all);
    return 0;
}

AdoptionRules rules_of(Invocation& invocation) {
    return {invocation.settings().cooling_off_days, invocation.settings().stop_share};
}

std::string percent(double share) {
    std::ostringstream text;
    text.precision(3);
    text << share * 100 << " %";
    return text.str();
}

int adopt(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer}, "adopt a schedule");
    const std::string reason = invocation.value("reason");
    if (reason.find_first_not_of(" \t\n") == std::string::npos)
        throw UsageError("an adoption needs a reason", "--reason TEXT: why, in a sentence");
    const ReadSchedule read = read_offered_schedule(invocation);
    Database& database = invocation.store();
    const RunLock lock(database, "schedule adopt");
    const Adoption adoption = propose_schedule(
        database, read, reason, {actor.to_text(), invocation.clock.now(), invocation.signing_day()},
        rules_of(invocation));
    if (adoption.outcome == Adoption::Outcome::is_in_force_already) {
        invocation.say("this schedule is in force already");
        return 0;
    }
    print_diff(invocation, adoption.diff);
    if (adoption.outcome == Adoption::Outcome::waits)
        throw Refused(percent(adoption.diff.share_worse()) +
                          " of the records would go earlier or with less care, more than " +
                          percent(invocation.settings().stop_share) +
                          ": the schedule waits for another person",
                      "a reviewer confirms it with: casekeeper schedule confirm " +
                          read.digest().substr(0, shown_digits));
    invocation.say("adopted the schedule \"" + read.schedule.title + "\", version " + read.schedule.version);
    if (adoption.cooling_until)
        invocation.say("nothing that it makes due is proposed before " + to_words(*adoption.cooling_until));
    return 0;
}

int confirm(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::reviewer}, "confirm a schedule");
    Database& database = invocation.store();
    const RunLock lock(database, "schedule confirm");
    const AdoptedSchedule adopted = confirm_schedule(
        database, invocation.operands.front(),
        {actor.to_text(), invocation.clock.now(), invocation.signing_day()}, rules_of(invocation));
    invocation.say("adopted the schedule \"" + adopted.title + "\", version " + adopted.version +
                   ", proposed by " + adopted.adopted_by);
    return 0;
}

std::string shown_as_json(const AdoptedSchedule& adopted, bool cooling_off,
                          const std::vector<WaitingSchedule>& waiting) {
    std::vector<std::string> items;
    for (const WaitingSchedule& one : waiting)
        items.push_back(JsonObject()
                            .text("digest", one.digest)
                            .text("proposed_at", one.proposed_at)
                            .text("proposed_by", one.proposed_by)
                            .text("reason", one.reason)
                            .number("earlier", one.earlier)
                            .number("later", one.later)
                            .json());
    return JsonObject()
        .number("number", adopted.number)
        .text("title", adopted.title)
        .text("version", adopted.version)
        .text("adopted_at", adopted.adopted_at)
        .text("adopted_by", adopted.adopted_by)
        .text("digest", adopted.digest)
        .text_or_null("reason", adopted.reason)
        .text_or_null("confirmed_by", adopted.confirmed_by)
        .text_or_null("cooling_until", adopted.cooling_until)
        .flag("cooling_off", cooling_off)
        .raw("waiting", json_list_of(items))
        .line();
}

// The schedule's text behind comments: what is printed can be adopted again.
std::string shown_as_text(const AdoptedSchedule& adopted, bool cooling_off,
                          const std::vector<WaitingSchedule>& waiting) {
    std::string text = "# " + adopted.title + ", version " + adopted.version + ", adopted " +
                       adopted.adopted_at + " by " + adopted.adopted_by + "\n";
    if (adopted.confirmed_by) text += "# confirmed by " + *adopted.confirmed_by + "\n";
    if (cooling_off)
        text += "# cooling off: nothing newly due is proposed before " +
                to_words(parse_date(*adopted.cooling_until).value()) + "\n";
    for (const WaitingSchedule& one : waiting)
        text += "# another waits for a reviewer: casekeeper schedule confirm " +
                one.digest.substr(0, shown_digits) + " (" + std::to_string(one.earlier) +
                " involvements earlier; proposed by " + one.proposed_by + ")\n";
    return text + adopted.schedule;
}

int show(Invocation& invocation) {
    RunStore runs(invocation.store());
    const std::optional<AdoptedSchedule> adopted = runs.adopted_schedule();
    if (!adopted)
        throw ConfigError("no retention schedule is adopted",
                          "adopt the configured one with: casekeeper init");
    const bool cooling_off = adopted->cooling_until && to_text(invocation.day()) < *adopted->cooling_until;
    const std::vector<WaitingSchedule> waiting = runs.waiting_schedules();
    invocation.out << (invocation.format == OutputFormat::json
                           ? shown_as_json(*adopted, cooling_off, waiting)
                           : shown_as_text(*adopted, cooling_off, waiting));
    return 0;
}

}  // namespace

std::vector<CommandRow> schedule_commands() {
    return {
        {"schedule show",
         "",
         "prints the retention schedule in force, and whether it is cooling off",
         {},
         "casekeeper schedule show",
         0,
         0,
         show},
        {"schedule diff",
         "FILE",
         "shows how many records would go earlier or later by another schedule, by rule; changes nothing",
         {{"records", "", "every record that moves, one a line, instead of the numbers"}},
         "casekeeper schedule diff retention_schedule_2027.toml",
         1,
         1,
         diff},
        {"schedule adopt",
         "FILE",
         "puts a schedule in force; where many records would go earlier it waits for a reviewer",
         {{"reason", "TEXT", "why", true}},
         "casekeeper schedule adopt retention_schedule_2027.toml --reason \"yearly review\"",
         1,
         1,
         adopt,
         true},
        {"schedule confirm",
         "DIGEST",
         "puts a schedule in force that waits for a second person; its digest or the first digits of it",
         {},
         "casekeeper schedule confirm 3f9a62c01b7d",
         1,
         1,
         confirm,
         true},
    };
}

}  // namespace casekeeper
