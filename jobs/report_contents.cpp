// SPDX-License-Identifier: MIT
#include "jobs/report_contents.h"

#include <algorithm>
#include <cstdlib>

#include "base/json_read.h"
#include "retention/listing.h"
#include "store/decision_store.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int loads_shown = 5;

void add_schedule(const ScheduleInForce& in_force, MorningReport& report) {
    report.schedule = ReportedSchedule{in_force.adopted.title, in_force.adopted.version,
                                       in_force.adopted.digest, in_force.schedule.expires};
    for (const Rule& rule : in_force.schedule.rules)
        report.rules.push_back({rule.id, rule.title, rule.authority});
    for (const Service& service : in_force.catalogue.services())
        report.services.push_back({service.id, service.title, service.authority});
}

void add_tally(Tally& tally, MorningReport& report) {
    const std::optional<Outcome> outcome = parse_outcome(tally.outcome);
    report.decisions.push_back({std::move(tally.service), outcome.value_or(Outcome::undetermined),
                                std::move(tally.rule), std::move(tally.falls_in), tally.conflict,
                                tally.decisions});
}

// By month in the years the months ahead reach into, by year before and after.
void add_decisions(Database& database, MorningReport& report) {
    const int first = static_cast<int>(report.day.year());
    const int last = first + (report.months_ahead + 12) / 12;
    DecisionStore decisions(database);
    for (Tally& tally : decisions.tallies()) {
        const int year = std::atoi(tally.falls_in.c_str());
        if (year < first || year > last) add_tally(tally, report);
    }
    for (Tally& tally : decisions.retained_tallies(first, last)) add_tally(tally, report);
    const RecordStore::Totals totals = RecordStore(database).totals();
    report.totals = {totals.people, totals.involvements, totals.entries, totals.documents};
}

// Why nothing could be said, or what contradicts what: the explanation's own words.
std::string reason_of(DecisionListing& listing, const AttentionItem& item) {
    if (item.involvement.empty()) return "a person without any involvement";
    const std::optional<ShownDecision> shown = listing.explain_involvement(item.involvement);
    if (!shown) return "";
    std::string reason;
    const auto add = [&](const std::string& words) { reason += (reason.empty() ? "" : "; ") + words; };
    for (const UnknownRule& unknown : shown->explanation.unknown) add(unknown.rule + ": " + unknown.why);
    if (item.conflict)
        for (const LostRule& lost : shown->explanation.lost)
            if (lost.retain_until && listing.is_ceiling(lost.rule))
                add("the ceiling of " + lost.rule + " ends on " + to_text(*lost.retain_until) +
                    ", before the floor of " + item.rule + " on " + item.retain_until);
    if (reason.empty() && !shown->explanation.steps.empty()) add(shown->explanation.steps.back());
    return reason;
}

std::vector<WaitingRecord> waiting(DecisionStore& decisions, DecisionListing& listing, const char* attention,
                                   bool with_reason) {
    std::vector<WaitingRecord> records;
    for (const AttentionItem& item :
         decisions.needing_attention(attention, static_cast<int>(listed_records))) {
        WaitingRecord record{
            item.involvement, item.person, item.service, item.rule, parse_date(item.retain_until), "", {}};
        if (with_reason || item.conflict) record.reason = reason_of(listing, item);
        if (!item.holds.empty()) record.holds = json_texts(item.holds);
        records.push_back(std::move(record));
    }
    return records;
}

std::string count_of(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string reach_of(const Hold& hold) {
    std::string reach;
    const auto add = [&](const std::string& words) { reach += (reach.empty() ? "" : "; ") + words; };
    if (!hold.persons.empty()) add(count_of(hold.persons.size(), "person", "people"));
    if (!hold.involvements.empty()) add(count_of(hold.involvements.size(), "involvement", "involvements"));
    for (const std::string& service : hold.services) add("service " + service);
    if (hold.opened_from) add("opened from " + to_text(*hold.opened_from));
    if (hold.opened_to) add("opened to " + to_text(*hold.opened_to));
    if (!hold.words.empty()) add(count_of(hold.words.size(), "word", "words") + " in the narrative");
    return reach;
}

void add_holds(Night& night, MorningReport& report) {
    for (const Hold& hold : FactStore(night.database).holds())
        if (hold.in_force_on(night.day))
            report.holds.push_back({hold.id, hold.kind, hold.from, hold.review_on, reach_of(hold)});
}

void add_loads(Night& night, MorningReport& report) {
    RunStore runs(night.database);
    for (const LoadRecord& load : runs.latest_loads(loads_shown))
        report.loads.push_back({load.number, load.format, load.loaded_on, load.lines_read, load.stored,
                                load.unchanged, load.rejected, load.errors, load.findings - load.errors,
                                runs.findings_of(load.number, static_cast<int>(listed_findings))});
}

void add_previous(Night& night, MorningReport& report) {
    RunStore runs(night.database);
    const std::optional<RunRecord> before = runs.run(runs.last_run_for_day_before(to_text(night.day)));
    if (!before) return;
    PreviousNight previous;
    previous.day = parse_date(before->as_of).value();
    for (const JobRecord& job : before->jobs) {
        if (job.job != "retention" || job.counts.empty()) continue;
        for (const auto& [name, count] : json_numbers(job.counts))
            if (const std::optional<Outcome> outcome = parse_outcome(name))
                previous.outcomes[*outcome] = count;
        report.previous = previous;
    }
}

}  // namespace

MorningReport gather_report(Night& night) {
    MorningReport report;
    report.trust = night.settings.trust_name;
    report.day = night.day;
    report.dry_run = night.dry_run;
    report.months_ahead = night.settings.months_ahead;
    DecisionListing listing(night.database, night.day);
    add_schedule(listing.in_force(), report);
    add_decisions(night.database, report);
    DecisionStore decisions(night.database);
    report.waiting.due = waiting(decisions, listing, "due", false);
    report.waiting.review = waiting(decisions, listing, "review", false);
    report.waiting.held = waiting(decisions, listing, "held", false);
    report.waiting.undetermined = waiting(decisions, listing, "undetermined", true);
    report.waiting.conflict = waiting(decisions, listing, "conflict", true);
    add_holds(night, report);
    add_loads(night, report);
    report.configuration_findings = night.configuration_findings;
    for (const JobRecord& job : night.jobs_done)
        report.jobs.push_back(
            {job.job, job.outcome, job.handled, job.refused, job.failed, job.seconds, job.failures});
    add_previous(night, report);
    report.run = night.run;
    report.actor = night.actor;
    report.started_at = night.started_at;
    return report;
}

}  // namespace casekeeper
