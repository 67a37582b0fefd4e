// SPDX-License-Identifier: MIT
#include "retention/schedule_diff.h"

#include <algorithm>
#include <compare>
#include <map>
#include <stdexcept>

#include "base/json_text.h"
#include "custody/store_surroundings.h"
#include "policy/retention_evaluator.h"

namespace casekeeper {
namespace {

constexpr int people_a_page = 2000;

// When a record may go: a day, or why there is none, in the order of keeping longer.
struct End {
    enum class Kind { day, unknown, never };
    Kind kind = Kind::unknown;
    std::optional<Date> on;  // the first day on which it may go
    std::strong_ordering operator<=>(const End&) const = default;
};

// Decides by one of the two schedules.
class Side {
public:
    Side(FactStore& facts, const ComparedSchedule& compared, Date day)
        : compared_(compared),
          day_(day),
          surroundings_(facts, compared.catalogue),
          evaluator_(compared.schedule, compared.catalogue),
          no_holds_({}) {}

    std::vector<Decision> decide(CaseFile& file) {
        resolve_services(file, compared_.catalogue);
        return evaluator_.evaluate(file, no_holds_, surroundings_, day_);
    }
    void forget() { surroundings_.forget(); }

    End end_of(const Decision& decision) const {
        if (decision.outcome == Outcome::permanent) return {End::Kind::never, std::nullopt};
        if (!decision.retain_until || decision.rule < 0) return {};
        const bool is_ceiling =
            compared_.schedule.rules[static_cast<std::size_t>(decision.rule)].is_ceiling();
        return {End::Kind::day, is_ceiling ? *decision.retain_until : day_after(*decision.retain_until)};
    }
    // Its day has passed; does a not_while keep it all the same?
    bool is_past(const End& end) const { return end.on && *end.on <= day_; }
    static bool is_kept(const Decision& decision) { return decision.outcome == Outcome::retain; }
    // nullptr where none wins.
    const Rule* rule_of(const Decision& decision) const {
        return decision.rule < 0 ? nullptr
                                 : &compared_.schedule.rules[static_cast<std::size_t>(decision.rule)];
    }

private:
    const ComparedSchedule& compared_;
    const Date day_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
    const HoldIndex no_holds_;
};

// How much is done before a record is gone, or instead.
int care_of(Action action) {
    switch (action) {
        case Action::permanent:
            return 4;
        case Action::review:
        case Action::decide:
            return 3;
        case Action::archive:
        case Action::transfer:
            return 2;
        case Action::anonymise:
        case Action::minimise:
            return 1;
        case Action::destroy:
            break;
    }
    return 0;
}

bool is_shorter(const std::optional<Period>& now, const std::optional<Period>& before, Date day) {
    if (!before) return false;
    return !now || add(day, *now, Rounding::never_late) < add(day, *before, Rounding::never_late);
}

bool is_less_careful(const Rule& now, const Rule& before, Date day) {
    return care_of(now.action) < care_of(before.action) || now.approvals < before.approvals ||
           is_shorter(now.notify_before, before.notify_before, day) || (before.not_while && !now.not_while);
}

// Less than nothing: sooner. A day beats none.
std::strong_ordering compare_days(const std::optional<Date>& now, const std::optional<Date>& before) {
    if (now && before) return *now <=> *before;
    return now      ? std::strong_ordering::less
           : before ? std::strong_ordering::greater
                    : std::strong_ordering::equal;
}

bool becomes_due(Outcome before, Outcome now) {
    if (now == Outcome::due) return before != Outcome::due;
    return now == Outcome::review && before != Outcome::review && before != Outcome::due;
}

class Comparison {
public:
    Comparison(Database& database, const ComparedSchedule& in_force, const ComparedSchedule& next, Date day,
               const std::function<void(const RecordMove&)>& each)
        : facts_(database),
          before_(facts_, in_force, day),
          after_(facts_, next, day),
          day_(day),
          each_(each) {}

    ScheduleDiff run() {
        for (std::string last;;) {
            FactStore::Page page = facts_.page_of_everybody(last, people_a_page);
            if (page.last.empty()) break;
            last = page.last;
            diff_.unreadable += static_cast<long long>(page.unreadable.size());
            for (FileWithDecisions& one : page.files) compare_file(one.file);
            before_.forget();
            after_.forget();
        }
        for (auto& [rule, moves] : by_rule_) diff_.by_rule.push_back(std::move(moves));
        return std::move(diff_);
    }

private:
    void compare_file(CaseFile& file) {
        if (file.involvements.empty()) return;
        try {
            const std::vector<Decision> before = before_.decide(file);
            const std::vector<Decision> now = after_.decide(file);
            for (std::size_t i = 0; i < now.size(); ++i) compare(before[i], now[i]);
        } catch (const std::invalid_argument&) {
            ++diff_.unreadable;
        }
    }

    void compare(const Decision& before, const Decision& now) {
        const End end_before = before_.end_of(before);
        const End end_now = after_.end_of(now);
        const bool both_past = before_.is_past(end_before) && after_.is_past(end_now);
        const std::strong_ordering kept =
            both_past ? Side::is_kept(now) <=> Side::is_kept(before) : std::strong_ordering::equal;
        const std::strong_ordering moves[] = {end_now <=> end_before, kept,
                                              compare_days(now.minimise_on, before.minimise_on),
                                              compare_days(now.transfer_on, before.transfer_on)};
        const auto any = [&](std::strong_ordering wanted) {
            return std::find(std::begin(moves), std::end(moves), wanted) != std::end(moves);
        };
        const bool earlier = any(std::strong_ordering::less);
        const bool later = !earlier && any(std::strong_ordering::greater);
        const bool due = becomes_due(before.outcome, now.outcome);
        ++(earlier ? diff_.earlier : later ? diff_.later : diff_.unchanged);
        diff_.becomes_due += due;
        diff_.becomes_undetermined +=
            now.outcome == Outcome::undetermined && before.outcome != Outcome::undetermined;
        const Rule* rule_before = before_.rule_of(before);
        const Rule* rule_now = after_.rule_of(now);
        const bool less_careful = rule_before && rule_now && is_less_careful(*rule_now, *rule_before, day_);
        diff_.less_careful += less_careful;
        diff_.worse += earlier || less_careful;
        if (!earlier && !later && !due && !less_careful) return;
        const std::string rule = rule_now ? rule_now->id : "";
        if (each_)
            each_({now.involvement, rule, end_before.on, end_now.on, earlier, later, due, less_careful});
        RuleMoves& of_rule = by_rule_[rule];
        of_rule.rule = rule;
        of_rule.earlier += earlier;
        of_rule.later += later;
        of_rule.becomes_due += due;
        of_rule.less_careful += less_careful;
    }

    FactStore facts_;
    Side before_;
    Side after_;
    const Date day_;
    const std::function<void(const RecordMove&)>& each_;
    ScheduleDiff diff_;
    std::map<std::string, RuleMoves> by_rule_;
};

std::string moves_in_words(const RecordMove& move) {
    std::string words;
    const auto say = [&](bool so, const char* word) {
        if (so) words += (words.empty() ? "" : ", ") + std::string(word);
    };
    say(move.earlier, "earlier");
    say(move.later, "later");
    say(move.becomes_due, "becomes due");
    say(move.less_careful, "with less care");
    return words;
}

std::string column(const std::string& text, std::size_t width) {
    return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string number(long long number) {
    return column(std::to_string(number), 13);
}

}  // namespace

double ScheduleDiff::share_worse() const {
    return involvements() == 0 ? 0 : static_cast<double>(worse) / static_cast<double>(involvements());
}

ScheduleDiff diff_schedules(Database& database, const ComparedSchedule& in_force,
                            const ComparedSchedule& next, Date day,
                            const std::function<void(const RecordMove&)>& each) {
    return Comparison(database, in_force, next, day, each).run();
}

std::string to_json(const RecordMove& move) {
    const auto text_of = [](const std::optional<Date>& day) {
        return day ? std::optional(to_text(*day)) : std::nullopt;
    };
    return JsonObject()
        .text("involvement", move.involvement)
        .text_or_null("rule", move.rule.empty() ? std::nullopt : std::optional(move.rule))
        .text_or_null("may_go_before", text_of(move.before))
        .text_or_null("may_go_now", text_of(move.now))
        .text("moves", move.earlier ? "earlier"
                       : move.later ? "later"
                                    : "not")
        .flag("becomes_due", move.becomes_due)
        .flag("less_careful", move.less_careful)
        .json();
}

std::string to_text(const RecordMove& move) {
    const auto words = [](const std::optional<Date>& day) {
        return day ? to_text(*day) : std::string("no day");
    };
    return move.involvement + "\t" + moves_in_words(move) + "\t" + words(move.before) + " -> " +
           words(move.now) + "\t" + (move.rule.empty() ? "(no rule)" : move.rule);
}

std::string to_json(const ScheduleDiff& diff) {
    std::vector<std::string> rules;
    for (const RuleMoves& moves : diff.by_rule)
        rules.push_back(
            JsonObject()
                .text_or_null("rule", moves.rule.empty() ? std::nullopt : std::optional(moves.rule))
                .number("earlier", moves.earlier)
                .number("later", moves.later)
                .number("becomes_due", moves.becomes_due)
                .number("less_careful", moves.less_careful)
                .json());
    return JsonObject()
        .number("earlier", diff.earlier)
        .number("later", diff.later)
        .number("unchanged", diff.unchanged)
        .number("becomes_due", diff.becomes_due)
        .number("less_careful", diff.less_careful)
        .number("becomes_undetermined", diff.becomes_undetermined)
        .raw("by_rule", json_list_of(rules))
        .json();
}

std::string to_text(const ScheduleDiff& diff) {
    std::size_t widest = 20;
    for (const RuleMoves& moves : diff.by_rule) widest = std::max(widest, moves.rule.size());
    const auto line = [&](const std::string& rule, const std::string& numbers) {
        return rule + std::string(widest - std::min(widest, rule.size()), ' ') + numbers + "\n";
    };
    std::string text;
    if (!diff.by_rule.empty())
        text += line("rule that wins", column("earlier", 13) + column("later", 13) +
                                           column("becomes due", 13) + column("less care", 13));
    for (const RuleMoves& moves : diff.by_rule)
        text += line(moves.rule.empty() ? "(no rule)" : moves.rule,
                     number(moves.earlier) + number(moves.later) + number(moves.becomes_due) +
                         number(moves.less_careful));
    text += line("all", number(diff.earlier) + number(diff.later) + number(diff.becomes_due) +
                            number(diff.less_careful));
    text += std::to_string(diff.unchanged) + " of " + std::to_string(diff.involvements()) +
            " involvements keep their day\n";
    if (diff.less_careful > 0)
        text +=
            "less care: no person is asked any more, nothing is handed on or made anonymous first, fewer "
            "approvals, a shorter notice, or no not_while\n";
    if (diff.becomes_undetermined > 0)
        text +=
            std::to_string(diff.becomes_undetermined) +
            " become undetermined: no rule gives them a day any more. Is a name in the schedule mistyped?\n";
    if (diff.unreadable > 0)
        text += std::to_string(diff.unreadable) + " people cannot be read and are in none of these numbers\n";
    return text;
}

}  // namespace casekeeper
