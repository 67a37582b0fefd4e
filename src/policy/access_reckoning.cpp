// SPDX-License-Identifier: MIT
#include "policy/access_reckoning.h"

#include <algorithm>

namespace casekeeper {
namespace {

// A due day lies at most three months and some days off behind the answer that lets the clock go on.
constexpr int longest_to_due = 110;
// Where a due day cannot be reckoned, the request is served as if it had come today.
constexpr int a_month = 31;

Date days_after(Date day, int days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

bool is_known(Date day, const BankHolidays& holidays) {
    return static_cast<int>(day.year()) <= holidays.last_year();
}

// Nullopt: not within the known bank holidays.
std::optional<Date> working_days_after(Date day, int count, const BankHolidays& holidays) {
    while (count > 0) {
        day = day_after(day);
        if (!is_known(day, holidays)) return std::nullopt;
        if (holidays.is_working_day(day)) --count;
    }
    return day;
}

std::vector<Asked*> owed_by_requester(ClockFacts& facts) {
    std::vector<Asked*> owed;
    if (facts.identity) owed.push_back(&*facts.identity);
    if (facts.fee) owed.push_back(&*facts.fee);
    for (Asked& one : facts.clarifications) owed.push_back(&one);
    std::erase_if(owed, [](const Asked* one) { return one->met_on.has_value(); });
    return owed;
}

std::optional<Date> ready_since(const OpenAccess& open) {
    std::optional<Date> ready = open.decided_on;
    for (const AwaitedAnswer& answer : open.answers) {
        if (!ready || !answer.answered_on) return {};
        ready = std::max(*ready, *answer.answered_on);
    }
    return ready;
}

class Reckoner {
public:
    Reckoner(const AccessPace& pace, double share, Date today, const BankHolidays& holidays)
        : pace_(pace), share_(share), today_(today), yesterday_(day_before(today)), holidays_(holidays) {}

    // All but when the work is finished and the request is sent.
    Reckoning begun(const OpenAccess& open) const {
        Reckoning reckoning;
        reckoning.due_on = request_clock(open.clock, holidays_).due_on;
        if (!reckoning.due_on) await_requester(open.clock, reckoning);
        for (const AwaitedAnswer& answer : open.answers)
            if (!answer.answered_on) await(answer.kind, answer.asked_on, reckoning.others, reckoning);
        reckoning.work = work_of(open, reckoning);
        reckoning.ready_since = ready_since(open);
        return reckoning;
    }

    void end(Reckoning& reckoning) const {
        const std::optional<int> closing = closing_days(reckoning.ready_since);
        reckoning.closing_days = closing.value_or(0);
        if (!closing || !reckoning.unknown_kind.empty() || !reckoning.finished_on) return;
        Date ready = *reckoning.finished_on;
        if (reckoning.others) ready = std::max(ready, reckoning.others->on);
        if (reckoning.ready_since) ready = yesterday_;
        if (is_known(ready, holidays_)) reckoning.sent_on = working_days_after(ready, *closing, holidays_);
    }

private:
    // The day it is expected, today or later; of several answers `last` keeps the last.
    std::optional<Date> await(const std::string& kind, Date asked_on, std::optional<ExpectedAnswer>& last,
                              Reckoning& reckoning) const {
        const auto known = pace_.answers.find(kind);
        const int waited = std::max(days_between(asked_on, yesterday_), 0);
        const auto further =
            known == pace_.answers.end() ? std::nullopt : known->second.further_days(waited, share_);
        if (!further) {
            reckoning.unknown_kind = kind;
            return {};
        }
        const ExpectedAnswer expected{kind, asked_on, days_after(std::max(yesterday_, asked_on), *further)};
        if (!last || last->on < expected.on) last = expected;
        return expected.on;
    }

    void await_requester(ClockFacts facts, Reckoning& reckoning) const {
        for (Asked* one : owed_by_requester(facts))
            one->met_on = await(requesters_kind, one->asked_on, reckoning.requesters, reckoning);
        if (!reckoning.requesters || !reckoning.unknown_kind.empty()) return;
        if (is_known(days_after(reckoning.requesters->on, longest_to_due), holidays_))
            reckoning.due_on = request_clock(facts, holidays_).due_on;
    }

    QueuedWork work_of(const OpenAccess& open, const Reckoning& reckoning) const {
        QueuedWork work;
        if (!open.decided_on)
            work.items = open.items_left ? static_cast<double>(*open.items_left) : pace_.usual_items;
        work.due_on = reckoning.due_on.value_or(days_after(today_, a_month));
        work.from = today_;
        if (reckoning.requesters) work.from = day_after(reckoning.requesters->on);
        if (!open.items_left && reckoning.others) work.from = std::max(work.from, reckoning.others->on);
        return work;
    }

    std::optional<int> closing_days(const std::optional<Date>& ready_since) const {
        if (!ready_since) return pace_.closing.usual_days(share_);
        return pace_.closing.further_days(holidays_.working_days_between(*ready_since, yesterday_), share_);
    }

    const AccessPace& pace_;
    double share_;
    Date today_;
    Date yesterday_;
    const BankHolidays& holidays_;
};

}  // namespace

std::vector<Reckoning> reckoned(const std::vector<OpenAccess>& open, const AccessPace& pace,
                                const Speed& speed, Date today, const BankHolidays& holidays) {
    const Reckoner reckoner(pace, speed.share, today, holidays);
    std::vector<Reckoning> reckonings;
    std::vector<QueuedWork> queue;
    for (const OpenAccess& one : open) {
        reckonings.push_back(reckoner.begun(one));
        queue.push_back(reckonings.back().work);
    }
    const std::vector<std::optional<Date>> finished = finished_on(queue, speed.queue, today, holidays);
    for (std::size_t at = 0; at < reckonings.size(); ++at) {
        reckonings[at].finished_on = finished[at];
        reckoner.end(reckonings[at]);
    }
    return reckonings;
}

}  // namespace casekeeper
