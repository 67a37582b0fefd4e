// SPDX-License-Identifier: MIT
#include "jobs/report_contents.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "app/configured.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "custody/certificate.h"
#include "disclosure/access_moves.h"
#include "disclosure/access_outlook.h"
#include "disclosure/disclosure_listing.h"
#include "disposal/case_moves.h"
#include "disposal/corrected_recipients.h"
#include "disposal/request_listing.h"
#include "jobs/recording_contents.h"
#include "policy/automatic_holds.h"
#include "policy/disclosure_rules.h"
#include "retention/listing.h"
#include "store/decision_store.h"
#include "store/hold_store.h"
#include "store/record_store.h"
#include "store/review_store.h"

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
    if (!hold.involvements.empty() && hold.items.empty())
        add(count_of(hold.involvements.size(), "involvement", "involvements"));
    if (!hold.items.empty()) add(count_of(hold.items.size(), "item", "items"));
    for (const std::string& service : hold.services) add("service " + service);
    if (hold.opened_from) add("opened from " + to_text(*hold.opened_from));
    if (hold.opened_to) add("opened to " + to_text(*hold.opened_to));
    if (!hold.words.empty()) add(count_of(hold.words.size(), "word", "words") + " in the narrative");
    return reach;
}

void add_holds(Night& night, const ScheduleInForce& in_force, MorningReport& report) {
    const AutomaticHoldRules rules = automatic_hold_rules(in_force.schedule, in_force.catalogue);
    HoldStore holds(night.database);
    for (const Hold& hold : holds.placed())
        if (hold.in_force_on(night.day))
            report.holds.push_back({hold.id, hold.kind, hold.from, hold.review_on, reach_of(hold)});
    holds.each_automatic(rules, night.day, [&](Hold&& hold) {
        if (hold.in_force_on(night.day)) ++report.automatic_holds[hold.kind];
    });
}

void add_loads(Night& night, MorningReport& report) {
    RunStore runs(night.database);
    for (const LoadRecord& load : runs.latest_loads(loads_shown))
        report.loads.push_back({load.number, load.format, load.loaded_on, load.lines_read, load.stored,
                                load.unchanged, load.rejected, load.errors, load.findings - load.errors,
                                runs.findings_of(load.number, static_cast<int>(listed_findings))});
}

constexpr int certificates_shown = 10;

// What the night's own jobs counted.
void add_tonight(const Night& night, MorningReport& report) {
    constexpr std::string_view refused = "refused_";
    for (const JobRecord& job : night.jobs_done) {
        if ((job.job != "disposal" && job.job != "disposal-review") || job.counts.empty()) continue;
        report.disposal.engine_left = json_text_at(job.counts, "engine_left");
        for (const auto& [name, count] : json_numbers(json_value_at(job.counts, "numbers"))) {
            if (name.starts_with(refused))
                report.disposal.refused[name.substr(refused.size())] += count;
            else
                report.disposal.tonight[name] = count;
        }
    }
    report.destroyed = report.disposal.tonight["destroyed"];
}

// Everything at its end less what is on its way: by the tallies, so that it costs the same however many.
void add_undestroyed(Night& night, MorningReport& report) {
    long long unproposed = 0;
    for (const DecisionCount& count : report.decisions) {
        if (count.outcome == Outcome::held) report.disposal.undestroyed["held"] += count.decisions;
        if (count.outcome == Outcome::due || count.outcome == Outcome::review) unproposed += count.decisions;
    }
    for (const ReviewStore::Kind& kind : ReviewStore(night.database).open_by_kind(to_text(night.day))) {
        if (kind.action == "minimise" || kind.action == "transfer") {
            if (kind.state == "proposed" && !kind.deferred) report.disposal.on_the_way += kind.proposals;
            continue;
        }
        const bool is_question = kind.action == "review" || kind.action == "decide";
        const char* reason = kind.deferred                             ? "deferred"
                             : is_question && kind.answer != "destroy" ? "waiting-answer"
                             : kind.state == "proposed"                ? "waiting-approval"
                             : kind.state == "packed"                  ? "packed"
                             : report.disposal.enabled                 ? "approved"
                                                                       : "switched-off";
        report.disposal.undestroyed[reason] += kind.proposals;
        unproposed -= kind.proposals;
    }
    report.disposal.undestroyed["not-proposed"] = std::max(0LL, unproposed);
}

void add_certificates(Night& night, MorningReport& report) {
    const std::string since =
        to_text(subtract(night.day, {0, night.settings.disposal.backup_months, 0}, Rounding::never_late));
    DisposalStore disposals(night.database);
    report.disposal.certificates_in_all = disposals.number_of_certificates(since);
    for (const std::string& json : disposals.latest_certificates(since, certificates_shown)) {
        const Certificate one = read_certificate(json);
        report.disposal.certificates.push_back(
            {one.number, parse_date(one.issued_at.substr(0, 10)).value(), one.service, one.exports,
             one.entries_of_others, one.disclosures_shared, parse_date(one.backups_gone_on).value()});
    }
}

void add_disposal(Night& night, const ScheduleInForce& in_force, MorningReport& report) {
    ReportedDisposal& disposal = report.disposal;
    disposal.enabled = night.settings.disposal.enabled;
    const std::optional<std::string>& cooling = in_force.adopted.cooling_until;
    if (cooling && to_text(night.day) < *cooling) disposal.cooling_until = parse_date(*cooling);
    add_tonight(night, report);
    add_undestroyed(night, report);
    ReviewStore reviews(night.database);
    disposal.notices_owed = reviews.number_of_notices_owed();
    for (const ReviewStore::OwedNotice& owed : reviews.notices_owed(static_cast<int>(listed_records)))
        disposal.notices.push_back(
            {owed.proposal, owed.involvement, parse_date(owed.written_on).value(), owed.letter.value_or("")});
    disposal.instructions_waiting = reviews.number_of_instructions_waiting();
    disposal.bundles_left_over = disposal.tonight["left_over"];
    add_certificates(night, report);
}

void add_requests_tonight(const Night& night, MorningReport& report) {
    constexpr std::string_view refused = "refused_";
    for (const JobRecord& job : night.jobs_done) {
        if (job.job != "requests" || job.counts.empty()) continue;
        for (const auto& [name, count] : json_numbers(json_value_at(job.counts, "numbers")))
            if (name.starts_with(refused))
                report.requests.refused[name.substr(refused.size())] += count;
            else
                report.requests.tonight[name] = count;
    }
    report.destroyed += report.requests.tonight["certificates"];
}

bool is_more_pressing(const ReportedRequest& a, const ReportedRequest& b) {
    return std::tie(a.due_on, a.request) < std::tie(b.due_on, b.request);
}

bool is_the_nights(DeletionState state) {
    return state == DeletionState::granted || state == DeletionState::partly_refused ||
           state == DeletionState::waiting;
}

void add_request(const ListedRequest& listed, ReportedRequests& requests, Date day) {
    const DeletionState state = state_of(listed.one);
    ++requests.open[listed.one.state];
    if (!listed.clock || state == DeletionState::disputed) return;
    if (!listed.clock->due_on) {
        ++requests.without_day;
        return;
    }
    const Date due = *listed.clock->due_on;
    const bool is_late = due < day;
    const bool is_near = !is_late && due <= add(day, {0, 0, requests.near_days}, Rounding::never_early);
    if (!is_late && !is_near) return;
    ++(is_late ? requests.late : requests.near);
    const std::vector<std::string> next = next_commands(listed.one);
    ReportedRequest pressing{listed.one.request, listed.one.asks_for, listed.one.state, due,
                             next.empty() || is_the_nights(state) ? "" : next.front()};
    auto& all = requests.pressing;  // the most pressing, in order, and no more than are shown
    all.insert(std::upper_bound(all.begin(), all.end(), pressing, is_more_pressing), pressing);
    if (all.size() > listed_records) all.pop_back();
}

void add_requests(Night& night, MorningReport& report) {
    add_requests_tonight(night, report);
    report.requests.near_days = night.settings.requests.near_days;
    try {
        const BankHolidays holidays = configured_bank_holidays(night.config_folder);
        RequestFilter filter;
        filter.open_only = true;
        filter.with_verdicts = false;
        list_requests(night.database, holidays, filter,
                      [&](const ListedRequest& listed) { add_request(listed, report.requests, night.day); });
    } catch (const ConfigError& error) {  // no reason for there to be no report
        report.requests.clock_problem = std::string(error.what()) + ": " + error.hint();
    }
}

// What is to be decided is shown with the command for each.
std::string command_for(const AccessCase& one) {
    if (state_of(one) == AccessState::reviewed) return "casekeeper access show " + one.request;
    return next_command(one);
}

void count_open(const OpenRequest& open, const Night& night, ReportedAccess& access) {
    ++access.open[open.one.state];
    access.owed +=
        static_cast<long long>(std::count_if(open.owed.begin(), open.owed.end(), [&](const AccessAsk& ask) {
            return ask.answer_by < to_text(night.day);
        }));
    if (!open.clock.due_on) ++access.without_day;
    const LatenessForecast& forecast = open.forecast;
    const bool is_late = open.clock.due_on && *open.clock.due_on < night.day;
    const bool is_near = open.clock.due_on && !is_late &&
                         *open.clock.due_on <=
                             add(night.day, {0, 0, night.settings.requests.near_days}, Rounding::never_early);
    access.late += is_late;
    access.near += is_near;
    access.forecast_late += !is_late && forecast.days_late > 0;
    access.at_risk += !is_late && forecast.days_late == 0 && forecast.at_risk;
    access.requests.push_back({open.one.request, open.one.state, forecast.due_on, forecast.expected_on,
                               forecast.days_late, forecast.at_risk, command_for(open.one)});
}

void add_access(Night& night, MorningReport& report) {
    ReportedAccess& access = report.access;
    access.near_days = night.settings.requests.near_days;
    for (const JobRecord& job : night.jobs_done)
        if (job.job == "access" && !job.counts.empty())
            for (const auto& [name, count] : json_numbers(json_value_at(job.counts, "numbers")))
                access.tonight[name] = count;
    if (AccessStore(night.database).page("", 1).empty()) return;
    try {
        const ServiceCatalogue catalogue = schedule_in_force(night.database).catalogue;
        const AccessOutlook outlook =
            access_outlook(night.database, configured_bank_holidays(night.config_folder),
                           configured_release_rules(night.config_folder, catalogue).opinion_months(),
                           night.settings.requests.opinion_warning_days, night.day);
        for (const OpenRequest& open : outlook.open) count_open(open, night, access);
        if (std::none_of(outlook.open.begin(), outlook.open.end(),
                         [](const OpenRequest& open) { return open.forecast.expected_on.has_value(); }) &&
            !outlook.open.empty())
            access.forecast_unknown = outlook.open.front().forecast.why;
        for (const LapsingOpinion& opinion : outlook.lapsing)
            access.lapsing.emplace_back(opinion.request, opinion.lapses_on);
    } catch (const ConfigError& error) {  // no reason for there to be no report
        access.problem = std::string(error.what()) + ": " + error.hint();
    }
    const auto sooner = [](const ReportedAccessRequest& a, const ReportedAccessRequest& b) {
        return std::tuple(!a.due_on, a.due_on, a.request) < std::tuple(!b.due_on, b.due_on, b.request);
    };
    std::sort(access.requests.begin(), access.requests.end(), sooner);
    if (access.requests.size() > listed_records)
        access.requests.erase(access.requests.begin() + listed_records, access.requests.end());
}

std::vector<ReportedPack> packs_in(const std::string& counts, const char* key) {
    std::vector<ReportedPack> packs;
    for (const std::string& one : json_items_at(counts, key))
        packs.push_back({json_text_at(one, "request"), json_text_at(one, "why"), json_text_at(one, "hint")});
    return packs;
}

void add_packs(const Night& night, MorningReport& report) {
    for (const JobRecord& job : night.jobs_done) {
        if (job.job != "packs" || job.counts.empty()) continue;
        for (const auto& [name, count] : json_numbers(json_value_at(job.counts, "numbers")))
            report.packs.tonight[name] = count;
        report.packs.made = json_texts_at(job.counts, "made");
        report.packs.ended = json_texts_at(job.counts, "ended");
        report.packs.not_made = packs_in(job.counts, "not_made");
        report.packs.kept = packs_in(job.counts, "kept");
    }
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

void add_disclosures(Night& night, MorningReport& report) {
    ReportedDisclosures& disclosures = report.disclosures;
    const IncompleteDisclosures incomplete = incomplete_disclosures(night.database, listed_records);
    disclosures.incomplete = incomplete.number;
    for (const Record& one : incomplete.first)
        disclosures.first_incomplete.push_back({one.key(), joined(missing_in(one))});
    const Date since = subtract(night.day, {0, 0, ReportedDisclosures::override_days}, Rounding::never_late);
    for (const Record& one : disclosures_with_override(night.database, since))
        disclosures.overrides.push_back({one.key(), overrides_in_words(one)});
    const UnitOfWork work(night.database, UnitOfWork::Kind::snapshot);
    disclosures.not_told = recipients_not_told(night.database, night.day);
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
    add_disposal(night, listing.in_force(), report);
    add_requests(night, report);
    add_access(night, report);
    add_packs(night, report);
    report.recording = recording_contents(night);
    add_disclosures(night, report);
    add_holds(night, listing.in_force(), report);
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
