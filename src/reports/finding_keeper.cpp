// SPDX-License-Identifier: MIT
#include "reports/finding_keeper.h"

#include <algorithm>

#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/recording_own_rules.h"

namespace casekeeper {
namespace {

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

bool is_within(const std::vector<std::string>& some, const std::vector<std::string>& all) {
    return std::all_of(some.begin(), some.end(), [&](const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    });
}

bool has_any(RecordingStore& store) {
    RecordingStore::Filter every;
    every.all = true;
    return !store.page(every, "", 1).empty();
}

}  // namespace

FindingKeeper::FindingKeeper(Database& database, const RecordingRules& rules, Date day,
                             RecordingResult& result)
    : store_(database),
      rules_(rules),
      day_(day),
      today_(to_text(day)),
      had_findings_(has_any(store_)),
      result_(result) {}

// What was found before is taken from all of a page: a record may have come from one of its people to another.
void FindingKeeper::keep(const std::vector<HeldPeople>& page) {
    Findings before;
    for (const HeldPeople& held : page)
        for (const RecordingFinding& one : held.before)
            if (!find_own_rule(one.rule)) before.emplace(one.id, &one);
    for (const HeldPeople& held : page) keep(held, before);
    for (const auto& [id, gone] : before)
        if (gone->state == "open" || gone->state == "waived") close(*gone);
}

void FindingKeeper::keep(const HeldPeople& held, Findings& before) {
    std::optional<std::string> again = text_of(held.now.look_again_on);
    for (const RecordingFinding& one : held.before)
        if (find_own_rule(one.rule)) keep_own(one, again);
    for (const Shortfall& shortfall : held.now.shortfalls) {
        const std::string id = id_of_finding(shortfall.rule, shortfall.thing);
        const std::optional<RecordingFinding> was = take(before, id);
        const RecordingFinding now = was ? as_again(*was, shortfall) : as_new(id, shortfall);
        if (!was || !(now == *was)) store_.put(now);
        if (now.state == "waived" && now.waived_until && (!again || *now.waived_until < *again))
            again = now.waived_until;
    }
    watch(held, again);
    result_.people += static_cast<long long>(held.people.size());
    if (result_.holidays_missing.empty()) result_.holidays_missing = held.now.holidays_missing;
}

// One found before: of these people, or of another before the record came to them.
std::optional<RecordingFinding> FindingKeeper::take(Findings& before, const std::string& id) {
    const auto found = before.find(id);
    if (found == before.end()) return had_findings_ ? store_.find(id) : std::nullopt;
    const RecordingFinding was = *found->second;
    before.erase(found);
    return was;
}

RecordingFinding FindingKeeper::as_new(const std::string& id, const Shortfall& shortfall) {
    RecordingFinding finding;
    finding.id = id;
    finding.rule = shortfall.rule;
    finding.thing = shortfall.thing;
    finding.first_seen_on = finding.opened_on = today_;
    describe(finding, shortfall);
    ++result_.appeared;
    return finding;
}

// Closed this very night, and found of another person: the record went to them, the finding stayed.
void FindingKeeper::open_what_moved(RecordingFinding& finding, const Shortfall& shortfall) {
    const bool is_closed = finding.state == "mended" || finding.state == "lapsed";
    if (!is_closed || finding.closed_on != today_ || finding.person == shortfall.person) return;
    long long& closed = finding.state == "mended" ? result_.mended : result_.lapsed;
    closed = std::max(0LL, closed - 1);
    finding.state = finding.waived_on ? "waived" : "open";
    finding.closed_on.reset();
}

// Found before: the same finding, which may have closed or been set aside since.
RecordingFinding FindingKeeper::as_again(const RecordingFinding& was, const Shortfall& shortfall) {
    RecordingFinding finding = was;
    open_what_moved(finding, shortfall);
    const bool was_open = finding.state == "open";
    const bool was_waived = finding.state == "waived";
    describe(finding, shortfall);
    if (finding.first_seen_on > today_) finding.first_seen_on = today_;
    if (finding.opened_on > today_) finding.opened_on = today_;
    if (was_open) return finding;
    const bool is_still_waived = was_waived && !(was.waived_until && *was.waived_until <= today_) &&
                                 is_within(shortfall.lacks, json_texts(was.lacks));
    if (is_still_waived) return finding;
    ++result_.reopened;
    return opened_again(std::move(finding));
}

RecordingFinding FindingKeeper::opened_again(RecordingFinding finding) const {
    finding.state = "open";
    finding.opened_on = today_;
    ++finding.reopened;
    finding.closed_on.reset();
    finding.waived_on.reset();
    finding.waived_by.reset();
    finding.waived_until.reset();
    finding.waiver_reason.reset();
    return finding;
}

void FindingKeeper::describe(RecordingFinding& finding, const Shortfall& shortfall) {
    finding.person = shortfall.person;
    finding.involvement = shortfall.involvement;
    finding.worker = unless_empty(shortfall.worker);
    finding.team = unless_empty(shortfall.team.empty() ? team_of(shortfall.worker) : shortfall.team);
    finding.lacks = json_list(shortfall.lacks);
    finding.about_on = text_of(shortfall.about_on);
    finding.owed_by = text_of(shortfall.owed_by);
}

const std::string& FindingKeeper::team_of(const std::string& worker) {
    const auto [known, is_new] = teams_.emplace(worker, "");
    if (is_new && !worker.empty())
        if (const auto found = store_.worker(worker)) known->second = found->team;
    return known->second;
}

// No night finds it, and none closes it.
void FindingKeeper::keep_own(const RecordingFinding& was, std::optional<std::string>& again) {
    if (was.state != "waived" || !was.waived_until) return;
    if (*was.waived_until <= today_) {
        store_.put(opened_again(was));
        ++result_.reopened;
    } else if (!again || *was.waived_until < *again) {
        again = was.waived_until;
    }
}

void FindingKeeper::close(RecordingFinding finding) {
    const RecordingRule* rule = rules_.find(finding.rule);
    const std::optional<Date> about = finding.about_on ? parse_date(*finding.about_on) : std::nullopt;
    constexpr std::string_view entry = "entry:";
    const bool is_copy_gone = finding.thing.starts_with(entry) && finding.lacks == "[\"copy\"]" &&
                              store_.is_without_copy(finding.thing.substr(entry.size()));
    const bool has_its_day = rule && (rule->subject == RecordingSubject::entry || rule->of_closed ||
                                      rule->subject == RecordingSubject::belonging);
    const bool is_out_of_reach = has_its_day && about && !rule->reaches(*about, day_);
    const bool is_asked = rule && !is_out_of_reach && !is_copy_gone;
    finding.state = is_asked ? "mended" : "lapsed";
    finding.closed_on = today_;
    store_.put(finding);
    ++(is_asked ? result_.mended : result_.lapsed);
}

// The first of those whose records are joined is watched for all.
void FindingKeeper::watch(const HeldPeople& held, const std::optional<std::string>& again) {
    for (const std::string& person : held.people) {
        const auto was = held.watched.find(person);
        const std::optional<std::string> wanted =
            person == held.people.front() ? again : std::optional<std::string>();
        const bool is_same =
            wanted ? was != held.watched.end() && was->second == *wanted : was == held.watched.end();
        if (!is_same) store_.watch(person, wanted);
    }
}

}  // namespace casekeeper
