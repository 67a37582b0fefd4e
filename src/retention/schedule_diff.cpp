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
        const Date free_on = is_ceiling ? *decision.retain_until : day_after(*decision.retain_until);
        // Retained past its day: a not_while keeps it, nobody knows how long.
        if (decision.outcome == Outcome::retain && free_on <= day_) return {};
        return {End::Kind::day, free_on};
    }
    std::string rule_of(const Decision& decision) const {
        return decision.rule < 0 ? "" : compared_.schedule.rules[static_cast<std::size_t>(decision.rule)].id;
    }

private:
    const ComparedSchedule& compared_;
    const Date day_;
    StoreSurroundings surroundings_;
    RetentionEvaluator evaluator_;
    const HoldIndex no_holds_;
};

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
    Comparison(Database& database, const ComparedSchedule& in_force, const ComparedSchedule& next, Date day)
        : facts_(database), before_(facts_, in_force, day), after_(facts_, next, day) {}

    ScheduleDiff run(const std::function<void(long long)>& progress) {
        long long people = 0;
        for (std::string last;;) {
            FactStore::Page page = facts_.page_of_everybody(last, people_a_page);
            if (page.last.empty()) break;
            last = page.last;
            diff_.unreadable += static_cast<long long>(page.unreadable.size());
            for (FileWithDecisions& one : page.files) compare_file(one.file);
            before_.forget();
            after_.forget();
            people += static_cast<long long>(page.files.size());
            if (progress) progress(people);
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
        const std::strong_ordering moves[] = {after_.end_of(now) <=> before_.end_of(before),
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
        if (!earlier && !later && !due) return;
        const std::string rule = after_.rule_of(now);
        RuleMoves& of_rule = by_rule_[rule];
        of_rule.rule = rule;
        of_rule.earlier += earlier;
        of_rule.later += later;
        of_rule.becomes_due += due;
    }

    FactStore facts_;
    Side before_;
    Side after_;
    ScheduleDiff diff_;
    std::map<std::string, RuleMoves> by_rule_;
};

std::string column(const std::string& text, std::size_t width) {
    return std::string(width > text.size() ? width - text.size() : 0, ' ') + text;
}

std::string number(long long number) {
    return column(std::to_string(number), 13);
}

}  // namespace

double ScheduleDiff::share_earlier() const {
    return involvements() == 0 ? 0 : static_cast<double>(earlier) / static_cast<double>(involvements());
}

ScheduleDiff diff_schedules(Database& database, const ComparedSchedule& in_force,
                            const ComparedSchedule& next, Date day,
                            const std::function<void(long long)>& progress) {
    return Comparison(database, in_force, next, day).run(progress);
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
                .json());
    return JsonObject()
        .number("earlier", diff.earlier)
        .number("later", diff.later)
        .number("unchanged", diff.unchanged)
        .number("becomes_due", diff.becomes_due)
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
        text +=
            line("rule that wins", column("earlier", 13) + column("later", 13) + column("becomes due", 13));
    for (const RuleMoves& moves : diff.by_rule)
        text += line(moves.rule.empty() ? "(no rule)" : moves.rule,
                     number(moves.earlier) + number(moves.later) + number(moves.becomes_due));
    text += line("all", number(diff.earlier) + number(diff.later) + number(diff.becomes_due));
    text += std::to_string(diff.unchanged) + " of " + std::to_string(diff.involvements()) +
            " involvements keep their day\n";
    if (diff.unreadable > 0)
        text += std::to_string(diff.unreadable) + " people cannot be read and are in none of these numbers\n";
    return text;
}

}  // namespace casekeeper
