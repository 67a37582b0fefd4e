// SPDX-License-Identifier: MIT
//
// A made-up year of access requests, as it really goes: a small team with holidays and sickness, of whom two work
// part of the week, deals with requests that come in waves, are seldom alike, wait for evidence of identity, for
// answers and for opinions, and are not always taken in the best order. What is known on the morning of a day is
// told apart from what will happen. The same seed lives the same year.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "policy/lateness_forecast.h"

namespace casekeeper::bench {

// ── The team ──

struct Member {
    double items_a_day;
    int works_on;  // weekdays, a bit each from Monday on
};
// Two of them part of the week; each has other duties as well.
constexpr double requests_a_day = 0.47;
constexpr Member team[] = {{26, 0b11111}, {22, 0b11111}, {22, 0b00111}, {20, 0b11010}};

inline Date plus(Date day, int days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

inline int between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

class Chance {
public:
    explicit Chance(unsigned seed) : dice_(seed) {}
    double share() { return std::uniform_real_distribution<double>(0, 1)(dice_); }
    bool happens(double chance) { return share() < chance; }
    int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(dice_); }
    int poisson(double mean) { return std::poisson_distribution<int>(mean)(dice_); }
    // With a long tail; `spread` 0: always the median.
    double around(double median, double spread) {
        return median * std::exp(std::normal_distribution<double>(0, spread)(dice_));
    }
    int days(double median, double spread) { return std::max(1, static_cast<int>(around(median, spread))); }

private:
    std::mt19937 dice_;
};

// ── One request as it really goes; the forecast sees only what has happened ──

struct Truth {
    int number = 0;
    Date received{};
    int items = 0;
    ClockFacts clock;              // with what will be answered: hidden from the forecast until then
    Date entitled{};               // work may begin to be searched for
    std::optional<Date> searched;  // asked for when entitled
    std::optional<AwaitedAnswer> search;
    std::optional<AwaitedAnswer> opinion;
    bool never_answers = false;
    int left = 0;
    std::optional<Date> decided;
    int closing_days = 0;
    std::optional<Date> sent;
    std::optional<Date> gone;  // withdrawn, for no answer came
};

// Schools are back, families ask; nobody asks in August.
inline double season(Date day) {
    static constexpr double by_month[] = {1.15, 1.1, 1.15, 0.9, 1.1, 1.15, 1.0, 0.6, 1.15, 1.2, 1.15, 0.7};
    return by_month[static_cast<unsigned>(day.month()) - 1];
}

class Year {
public:
    // `busy`: how much comes; 1 is what the team can just do.
    Year(unsigned seed, double busy, Date first, const BankHolidays& holidays)
        : chance_(seed), busy_(busy), first_(first), holidays_(holidays) {
        for (std::size_t at = 0; at < std::size(team); ++at) plan_leave(at);
    }

    // What happens in the course of a day.
    void live(Date day, bool arrivals) {
        if (holidays_.is_working_day(day)) {
            if (arrivals) arrive(day);
            extend(day);
            work(day);
        }
        send(day);
    }

    // What is known on the morning of a day.
    std::vector<OpenAccess> open_on(Date day) const;
    AccessHistory history_on(Date day) const;
    const std::vector<Truth>& all() const { return all_; }
    bool is_over() const {
        return std::all_of(all_.begin(), all_.end(), [](const Truth& one) { return one.sent || one.gone; });
    }

private:
    void plan_leave(std::size_t member) {
        // Two weeks in summer, some at Christmas and single weeks.
        for (int year = 0; year < 3; ++year) {
            add_leave(member, plus(first_, year * 365 + 195 + chance_.up_to(40)), 14);
            add_leave(member, plus(first_, year * 365 + 350 + chance_.up_to(8)), 8);
            for (int week = 0; week < 3; ++week)
                add_leave(member, plus(first_, year * 365 + chance_.up_to(364)), 5);
        }
        for (Date day = first_; day < plus(first_, 1000); day = day_after(day)) {
            if (!chance_.happens(0.012)) continue;
            add_leave(member, day, chance_.happens(0.06) ? 28 : chance_.days(2, 0.7));
        }
    }
    void add_leave(std::size_t member, Date from, int days) {
        for (int day = 0; day < days; ++day) away_.insert({member, plus(from, day)});
    }

    void arrive(Date day) {
        for (int count = chance_.poisson(requests_a_day * busy_ * season(day)); count > 0; --count)
            all_.push_back(born(day));
    }

    Asked asked(Date on, double median, double spread) {
        return {on, plus(on, chance_.days(median, spread))};
    }

    Truth born(Date day) {
        Truth one;
        one.number = static_cast<int>(all_.size());
        one.received = day;
        one.items = std::clamp(static_cast<int>(chance_.around(70, 1.0)), 4, 1500);
        one.left = one.items;
        one.clock.received_on = day;
        one.entitled = day;
        one.never_answers = chance_.happens(0.04);
        if (one.never_answers || chance_.happens(0.4)) {
            one.clock.identity = asked(plus(day, chance_.up_to(2)), 6, 0.8);
            one.entitled = *one.clock.identity->met_on;
        }
        if (one.never_answers) one.gone = plus(day, 60);
        Date start = one.entitled;
        if (chance_.happens(0.2)) {
            one.clock.clarifications.push_back(asked(plus(one.entitled, 1 + chance_.up_to(4)), 9, 0.8));
            start = *one.clock.clarifications[0].met_on;
        }
        one.search = AwaitedAnswer{"search", start, plus(start, chance_.days(7, 0.6))};
        one.searched = one.search->answered_on;
        if (chance_.happens(0.35))
            one.opinion = AwaitedAnswer{"opinion", *one.searched, plus(*one.searched, chance_.days(14, 0.7))};
        one.closing_days = chance_.days(3, 0.6);
        return one;
    }

    // A large one is extended, where it is seen in time.
    void extend(Date day) {
        for (Truth& one : all_) {
            if (one.decided || one.gone || one.clock.extension_notice_on || one.items < 250) continue;
            if (one.searched <= day && extension_is_in_time(known(one, day).clock, day).in_time &&
                between(one.entitled, day) >= 14 && chance_.happens(0.08))
                one.clock.extension_notice_on = day;
        }
    }

    bool can_be_worked_on(const Truth& one, Date day) const {
        return !one.gone && !one.decided && one.searched && *one.searched <= day;
    }
    Date urgency(const Truth& one, Date day) const {
        return request_clock(known(one, day).clock, holidays_).due_on.value_or(plus(day, 40));
    }

    // Mostly what is due first; now and then what somebody has begun, or what is quick.
    Truth* chosen(std::size_t member, Date day) {
        std::vector<Truth*> ready;
        for (Truth& one : all_)
            if (can_be_worked_on(one, day) && !taken_.contains(one.number)) ready.push_back(&one);
        if (ready.empty()) return nullptr;
        const auto mine = current_.find(member);
        if (mine != current_.end() && chance_.happens(0.6))
            for (Truth* one : ready)
                if (one->number == mine->second) return one;
        const bool quick = chance_.happens(0.12);
        const bool any = chance_.happens(0.12);
        if (any) return ready[static_cast<std::size_t>(chance_.up_to(static_cast<int>(ready.size()) - 1))];
        return *std::min_element(ready.begin(), ready.end(), [&](const Truth* a, const Truth* b) {
            if (quick) return a->left < b->left;
            return urgency(*a, day) < urgency(*b, day);
        });
    }

    void work(Date day) {
        taken_.clear();
        const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1;
        for (std::size_t member = 0; member < std::size(team); ++member) {
            if (((team[member].works_on >> weekday) & 1) == 0 || away_.contains({member, day})) continue;
            int hands = static_cast<int>(chance_.around(team[member].items_a_day, 0.4));
            while (hands > 0) {
                Truth* one = chosen(member, day);
                if (one == nullptr) break;
                taken_.insert(one->number);
                current_[member] = one->number;
                const int done = std::min(hands, one->left);
                work_.push_back({day, done});
                hands -= done;
                one->left -= done;
                if (one->left == 0) one->decided = day;
            }
        }
    }

    void send(Date day) {
        if (!holidays_.is_working_day(day)) return;
        for (Truth& one : all_) {
            if (!one.decided || one.sent || one.gone) continue;
            const Date ready = ready_on(one);
            if (ready <= day && holidays_.working_days_between(ready, day) >= one.closing_days)
                one.sent = day;
        }
    }

    static Date ready_on(const Truth& one) {
        return one.opinion ? std::max(*one.decided, *one.opinion->answered_on) : *one.decided;
    }
    static OpenAccess known(const Truth& one, Date day);

    Chance chance_;
    double busy_;
    Date first_;
    const BankHolidays& holidays_;
    std::vector<Truth> all_;
    std::vector<AccessHistory::Work> work_;
    std::set<std::pair<std::size_t, Date>> away_;
    std::set<int> taken_;                 // today
    std::map<std::size_t, int> current_;  // what each works on
};

// ── What is known on the morning of a day ──

inline std::optional<Asked> known(const std::optional<Asked>& asked, Date day) {
    if (!asked || asked->asked_on >= day) return {};
    if (asked->met_on && *asked->met_on < day) return asked;
    return Asked{asked->asked_on, {}};
}

inline std::optional<AwaitedAnswer> known(const std::optional<AwaitedAnswer>& answer, Date day) {
    if (!answer || answer->asked_on >= day) return {};
    if (answer->answered_on && *answer->answered_on < day) return answer;
    return AwaitedAnswer{answer->kind, answer->asked_on, {}};
}

inline OpenAccess Year::known(const Truth& one, Date day) {
    OpenAccess open;
    open.id = std::to_string(one.number);
    open.clock = one.clock;
    open.clock.identity = bench::known(one.clock.identity, day);
    if (one.never_answers && open.clock.identity) open.clock.identity->met_on.reset();
    open.clock.clarifications.clear();
    for (const Asked& asked : one.clock.clarifications)
        if (const auto as_known = bench::known(std::optional(asked), day))
            open.clock.clarifications.push_back(*as_known);
    if (one.clock.extension_notice_on && *one.clock.extension_notice_on >= day)
        open.clock.extension_notice_on.reset();
    if (one.searched && *one.searched < day) open.items_left = one.left;
    if (one.decided && *one.decided < day) open.decided_on = one.decided;
    for (const auto* answer : {&one.search, &one.opinion})
        if (const auto as_known = bench::known(*answer, day)) open.answers.push_back(*as_known);
    return open;
}

inline std::vector<OpenAccess> Year::open_on(Date day) const {
    std::vector<OpenAccess> open;
    for (const Truth& one : all_)
        if (one.received < day && !one.sent && (!one.gone || *one.gone > day))
            open.push_back(known(one, day));
    return open;
}

inline AccessHistory Year::history_on(Date day) const {
    const Date since = plus(day, -365);
    AccessHistory history;
    history.known_from = std::max(first_, since);
    for (const AccessHistory::Work& work : work_)
        if (work.on >= since) history.work.push_back(work);
    const auto add = [&](const std::string& kind, const std::optional<Asked>& asked) {
        if (const auto one = bench::known(asked, day); one && one->met_on && one->asked_on >= since)
            history.answers.push_back({kind, one->asked_on, one->met_on});
    };
    for (const Truth& one : all_) {
        if (one.sent && *one.sent >= since) history.sent.push_back({one.items, ready_on(one), *one.sent});
        if (!one.never_answers) add(requesters_kind, one.clock.identity);
        for (const Asked& asked : one.clock.clarifications) add(requesters_kind, asked);
        for (const auto* answer : {&one.search, &one.opinion})
            if (const auto as_known = bench::known(*answer, day);
                as_known && as_known->answered_on && as_known->asked_on >= since)
                history.answers.push_back(*as_known);
    }
    return history;
}

}  // namespace casekeeper::bench
