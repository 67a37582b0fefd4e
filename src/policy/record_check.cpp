// SPDX-License-Identifier: MIT
#include "policy/record_check.h"

#include <algorithm>
#include <tuple>

#include "base/errors.h"
#include "base/folded_letters.h"
#include "domain/record_format.h"

namespace casekeeper {
namespace {

std::span<const std::string_view> entry_kinds() {
    static const auto words = [] {
        const RecordFormat& format = format_of(RecordType::entry);
        return format.fields[static_cast<std::size_t>(format.position("kind"))].words;
    }();
    return words;
}

// Where a kind stands among them; their number where it is none of them.
std::size_t index_of_kind(std::string_view kind) {
    const auto kinds = entry_kinds();
    return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
}

// An empty list is any.
bool is_any_of(const std::vector<std::string>& words, std::string_view word) {
    return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

// Midnight in London to the second is what systems write that know the day alone. Without an offset the hour
// is London's, with a Z at most an hour before it.
bool has_time_of_day(std::string_view moment) {
    if (moment.size() <= 10) return false;
    const bool is_local_or_utc = moment.find_first_of("+-", 11) == std::string_view::npos;
    const std::string_view hour = moment.substr(11, 2);
    if (is_local_or_utc && hour != "00" && hour != "23") return true;
    const bool is_to_the_minute =
        moment.size() < 19 || moment.substr(16, 1) != ":" || moment.substr(17, 2) == "00";
    return !is_to_the_minute || local_time(moment) != "00:00";
}

// What is asked in working days began before bank holidays are known: longer than it can have lasted.
Date surely_over(const RecordingTerm& term, Date from) {
    constexpr int holidays_in_between = 14;
    return add(from, {0, 0, 2 * term.working_days + holidays_in_between}, Rounding::never_early);
}

Date reaches_from(Date opened, const RecordingRule& rule) {
    return subtract(opened, rule.reach_back, Rounding::never_late);
}

bool is_before(Date day, int year) {
    return static_cast<int>(day.year()) < year;
}

}  // namespace

bool says_something(std::string_view text) {
    bool is_plain = true;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
        is_plain = is_plain && static_cast<unsigned char>(c) < 0x80;
    }
    return !is_plain && !folded_letters(text).letters.empty();
}

std::string whom_to_ask_about(const CheckedEntry& entry, const std::string& worker) {
    const bool is_from_outside = entry.kind == "letter-received" || entry.kind == "email-received";
    if (entry.author.empty() || (is_from_outside && !worker.empty())) return worker;
    return std::string(entry.author);
}

RecordCheck::RecordCheck(const RecordingRules& rules, const BankHolidays& holidays, Date day)
    : rules_(rules), holidays_(holidays), day_(day) {
    for (std::size_t at = 0; at < rules.rules().size(); ++at) {
        const RecordingRule& rule = rules.rules()[at];
        if (rule.subject == RecordingSubject::record) content_rules_.push_back(at);
        if (rule.silent_for) silence_rules_.push_back(at);
    }
}

RecordCheck::~RecordCheck() = default;

void RecordCheck::begin(std::vector<CheckedInvolvement> involvements) {
    involvements_ = std::move(involvements);
    found_ = {};
    last_entries_.assign(involvements_.size(), {});
    for (std::size_t at = 0; at < involvements_.size(); ++at) {
        const CheckedInvolvement& one = involvements_[at];
        for (const std::optional<Date>& turn : {one.opened, one.closed})
            if (turn && *turn > day_) look_again(*turn);
        const bool is_open = !one.closed || *one.closed > day_;
        if (is_open && !one.is_reduced) last_entries_[at].resize(silence_rules_.size());
    }
    make_spells();
}

// For each rule about contents the involvements it asks of, joined where they overlap or follow each other.
void RecordCheck::make_spells() {
    spells_.clear();
    for (const std::size_t rule : content_rules_) {
        std::vector<std::size_t> asked;
        for (std::size_t at = 0; at < involvements_.size(); ++at) {
            const CheckedInvolvement& one = involvements_[at];
            if (!one.is_reduced && one.opened && *one.opened <= day_ &&
                rules_.rules()[rule].asks_of_service(one.service))
                asked.push_back(at);
        }
        if (asked.empty()) continue;
        std::sort(asked.begin(), asked.end(), [&](std::size_t a, std::size_t b) {
            return std::tie(involvements_[a].opened, involvements_[a].id) <
                   std::tie(involvements_[b].opened, involvements_[b].id);
        });
        RuleSpells of_rule{rule, {}};
        for (const std::size_t at : asked) {
            const CheckedInvolvement& one = involvements_[at];
            std::vector<Spell>& spells = of_rule.spells;
            if (spells.empty() || (spells.back().closed && day_after(*spells.back().closed) < *one.opened))
                spells.push_back({at,
                                  at,
                                  *one.opened,
                                  reaches_from(*one.opened, rules_.rules()[rule]),
                                  one.opened,
                                  {},
                                  {}});
            Spell& spell = spells.back();
            spell.involvements.push_back(at);
            if (!one.closed || *one.closed > day_)
                spell.closed.reset();
            else if (spell.closed)
                spell.closed = std::max(*spell.closed, *one.closed);
            const std::optional<Date>& until = involvements_[spell.latest].closed;
            if (!one.closed || (until && *one.closed >= *until)) spell.latest = at;
        }
        spells_.push_back(std::move(of_rule));
    }
}

// Made once for each service and kind: few of both.
const std::vector<std::size_t>& RecordCheck::rules_for(int service, std::size_t kind) {
    const auto row = static_cast<std::size_t>(service + 1);
    if (asked_.size() <= row) asked_.resize(row + 1);
    if (asked_[row].empty()) asked_[row].resize(entry_kinds().size() + 1);
    Asked& asked = asked_[row][kind];
    if (asked.is_made) return asked.rules;
    asked.is_made = true;
    const std::string_view word = kind < entry_kinds().size() ? entry_kinds()[kind] : "";
    for (std::size_t at = 0; at < rules_.rules().size(); ++at) {
        const RecordingRule& rule = rules_.rules()[at];
        if (rule.subject != RecordingSubject::entry || !is_any_of(rule.kinds, word) ||
            !rule.asks_of_service(service))
            continue;
        const bool is_left_out =
            std::any_of(asked.rules.begin(), asked.rules.end(), [&](std::size_t earlier) {
                const std::string& id = rules_.rules()[earlier].id;
                return std::find(rule.unless.begin(), rule.unless.end(), id) != rule.unless.end();
            });
        if (!is_left_out) asked.rules.push_back(at);
    }
    return asked.rules;
}

void RecordCheck::look_again(Date on) {
    if (!found_.look_again_on || on < *found_.look_again_on) found_.look_again_on = on;
}

std::optional<Date> RecordCheck::end_of(const RecordingTerm& term, Date from) {
    if (term.working_days > 0 && is_before(from, holidays_.first_year())) return surely_over(term, from);
    try {
        return last_day_of(term, from, holidays_);
    } catch (const ConfigError& error) {
        found_.holidays_missing = error.what();
        return std::nullopt;
    }
}

void RecordCheck::look_at(const CheckedEntry& entry) {
    const CheckedInvolvement& lies_in = involvements_.at(entry.involvement);
    if (lies_in.is_reduced) return;
    const std::optional<Date> on = local_day(entry.occurred_at);
    if (on && *on > day_) return look_again(*on);
    const std::size_t kind = index_of_kind(entry.kind);
    RecordingMarks marks = entry.marks;
    if (on) marks |= has_date;
    if (has_time_of_day(entry.occurred_at)) marks |= has_time;
    if (kind < entry_kinds().size()) marks |= has_kind;
    if ((marks & (has_present | has_addressed_to)) != 0) marks |= has_people;
    if (!entry.author.empty()) marks |= has_author;
    if (!entry.recorded_at.empty()) marks |= has_recorded_at;
    if (says_something(entry.topic)) marks |= has_topic;
    for (const std::size_t rule : rules_for(lies_in.service, kind))
        hold_entry(rules_.rules()[rule], entry, marks, on);
    if (!on) return;
    if (!spells_.empty()) count_as_evidence(entry, marks, *on);
    if (!last_entries_[entry.involvement].empty()) break_silence(entry, *on);
}

void RecordCheck::hold_entry(const RecordingRule& rule, const CheckedEntry& entry, RecordingMarks marks,
                             std::optional<Date> on) {
    const RecordingMarks missing = rule.required & ~marks;
    if (missing == 0 && !rule.written_up_within) return;
    if (on && !rule.reaches(*on, day_)) return;
    std::optional<Date> owed_by;
    const std::string writing =
        rule.written_up_within && on ? hold_writing_up(*rule.written_up_within, entry, *on, owed_by) : "";
    if (missing == 0 && writing.empty()) return;
    const CheckedInvolvement& lies_in = involvements_[entry.involvement];
    Shortfall& shortfall = fall_short(rule, "entry:" + std::string(entry.id), lies_in);
    shortfall.worker = whom_to_ask_about(entry, lies_in.worker);
    shortfall.lacks = words_of_marks(missing);
    if (!writing.empty()) shortfall.lacks.push_back(writing);
    shortfall.about_on = on;
    shortfall.owed_by = owed_by;
    if (on)
        if (const std::optional<Date> until = rule.reaches_until(*on)) look_again(day_after(*until));
}

std::string RecordCheck::hold_writing_up(const RecordingTerm& term, const CheckedEntry& entry, Date on,
                                         std::optional<Date>& owed_by) {
    if (term.working_days > 0 && is_before(on, holidays_.first_year())) return "";
    const std::optional<Date> recorded = local_day(entry.recorded_at);
    const auto soon = add(on, {0, 0, term.working_days}, Rounding::never_late);
    if (recorded && *recorded <= soon) return "";  // in so few days there are no more working days
    owed_by = end_of(term, on);
    if (!owed_by) return "";
    if (recorded && *recorded > *owed_by) return "late";
    if (!recorded && day_ > *owed_by) return "unwritten";
    if (!recorded) look_again(day_after(*owed_by));
    owed_by.reset();
    return "";
}

void RecordCheck::count_as_evidence(const CheckedEntry& entry, RecordingMarks marks, Date on) {
    for (RuleSpells& of_rule : spells_) {
        const RecordingRule& rule = rules_.rules()[of_rule.rule];
        if (!is_any_of(rule.kinds, entry.kind) || !is_any_of(rule.topics, entry.topic) ||
            (rule.contained & ~marks) != 0)
            continue;
        for (Spell& spell : of_rule.spells) {
            const bool lies_here = std::find(spell.involvements.begin(), spell.involvements.end(),
                                             entry.involvement) != spell.involvements.end();
            if (!lies_here && (on < spell.from || (spell.closed && on > *spell.closed))) continue;
            Evidence& evidence = spell.evidence;
            if (evidence.last && *evidence.last != on) evidence.is_repeated = true;
            if (!evidence.last || on > *evidence.last) evidence.last = on;
        }
    }
}

void RecordCheck::break_silence(const CheckedEntry& entry, Date on) {
    std::vector<std::optional<Date>>& last = last_entries_[entry.involvement];
    for (std::size_t at = 0; at < silence_rules_.size(); ++at)
        if ((!last[at] || on > *last[at]) && is_any_of(rules_.rules()[silence_rules_[at]].kinds, entry.kind))
            last[at] = on;
}

void RecordCheck::hold_involvement(std::size_t at) {
    const CheckedInvolvement& one = involvements_[at];
    if (one.is_reduced || (one.opened && *one.opened > day_)) return;
    const bool is_closed = one.closed && *one.closed <= day_;
    RecordingMarks marks = 0;
    if (!one.worker.empty()) marks |= has_worker;
    if (says_something(one.team)) marks |= has_team;
    if (one.has_closure_reason) marks |= has_closure_reason;
    std::size_t silence = 0;
    for (const RecordingRule& rule : rules_.rules()) {
        const std::size_t silence_at = rule.silent_for ? silence++ : silence;
        if (rule.subject != RecordingSubject::involvement || rule.of_closed != is_closed ||
            !rule.asks_of_service(one.service))
            continue;
        if (is_closed && !rule.reaches(*one.closed, day_)) continue;
        if ((rule.required & ~marks) != 0) {
            Shortfall& shortfall = fall_short(rule, "involvement:" + one.id, one);
            shortfall.lacks = words_of_marks(rule.required & ~marks);
            shortfall.about_on = is_closed ? one.closed : one.opened;
            if (is_closed)
                if (const std::optional<Date> until = rule.reaches_until(*one.closed))
                    look_again(day_after(*until));
        }
        if (rule.silent_for && !is_closed) hold_silence(rule, one, last_entries_[at][silence_at]);
    }
}

void RecordCheck::hold_silence(const RecordingRule& rule, const CheckedInvolvement& involvement,
                               std::optional<Date> last_entry) {
    const std::optional<Date> since = std::max(last_entry, involvement.opened);
    if (!since) return;
    const Date until = add(*since, *rule.silent_for, Rounding::never_early);
    if (until >= day_) return look_again(day_after(until));
    Shortfall& shortfall = fall_short(rule, "involvement:" + involvement.id, involvement);
    shortfall.lacks.emplace_back("silent");
    shortfall.about_on = since;
    shortfall.owed_by = until;
}

void RecordCheck::hold_spell(const RecordingRule& rule, const Spell& spell) {
    if (spell.closed && !rule.reaches(*spell.closed, day_)) return;
    const Evidence& evidence = spell.evidence;
    const auto owed = [&](const char* what, Date from, Date until) {
        if (until >= day_) return look_again(day_after(until));
        Shortfall& shortfall =
            fall_short(rule, "involvement:" + involvements_[spell.first].id, involvements_[spell.latest]);
        shortfall.lacks.emplace_back(what);
        shortfall.about_on = from;
        shortfall.owed_by = until;
        if (spell.closed)
            if (const std::optional<Date> reached = rule.reaches_until(*spell.closed))
                look_again(day_after(*reached));
    };
    if (!evidence.last) {
        const std::optional<Date> until = rule.within ? end_of(*rule.within, spell.opened) : std::nullopt;
        if (until && (!spell.closed || *spell.closed > *until)) owed("missing", spell.opened, *until);
    } else if (rule.every && !spell.closed) {
        const Period& pause = evidence.is_repeated || !rule.then ? *rule.every : *rule.then;
        owed("overdue", *evidence.last, add(*evidence.last, pause, Rounding::never_early));
    }
}

// REQUIRES: the reference is used before the next one is made.
Shortfall& RecordCheck::fall_short(const RecordingRule& rule, std::string thing,
                                   const CheckedInvolvement& lies_in) {
    found_.shortfalls.push_back({rule.id,
                                 std::move(thing),
                                 lies_in.person,
                                 lies_in.id,
                                 lies_in.worker,
                                 lies_in.team,
                                 {},
                                 std::nullopt,
                                 std::nullopt});
    return found_.shortfalls.back();
}

CheckedRecord RecordCheck::finish() {
    for (std::size_t at = 0; at < involvements_.size(); ++at) hold_involvement(at);
    for (const RuleSpells& of_rule : spells_)
        for (const Spell& spell : of_rule.spells) hold_spell(rules_.rules()[of_rule.rule], spell);
    std::sort(found_.shortfalls.begin(), found_.shortfalls.end(), [](const auto& a, const auto& b) {
        return std::tie(a.rule, a.thing) < std::tie(b.rule, b.thing);
    });
    return std::move(found_);
}

}  // namespace casekeeper
