// SPDX-License-Identifier: MIT
#include "disclosure/access_outlook.h"

#include <algorithm>
#include <map>

#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/access_release.h"
#include "disclosure/access_moves.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int requests_a_page = 500;
constexpr Period history_of{1, 0, 0};
constexpr AccessState open_states[] = {AccessState::received, AccessState::entitled,   AccessState::reviewed,
                                       AccessState::decided,  AccessState::signed_off, AccessState::refused,
                                       AccessState::referred, AccessState::disputed};

std::optional<Date> day_of(const std::optional<std::string>& text) {
    return text ? parse_date(*text) : std::nullopt;
}

// What the requester owed and gave.
void add_requesters(const ClockFacts& facts, std::vector<AwaitedAnswer>& answers) {
    for (const auto& asked : {facts.identity, facts.fee})
        if (asked) answers.push_back({requesters_kind, asked->asked_on, asked->met_on});
    for (const Asked& asked : facts.clarifications)
        answers.push_back({requesters_kind, asked.asked_on, asked.met_on});
}

class Outlook {
public:
    Outlook(Database& database, const BankHolidays& holidays, Date day)
        : holidays_(holidays), cases_(database), records_(database), day_(day) {}

    AccessOutlook read(int opinion_months, int warning_days) {
        for (const AccessAsk& ask : cases_.asks_of_open()) asks_[ask.request].push_back(ask);
        read_open();
        forecast();
        read_lapsing(opinion_months, warning_days);
        return std::move(outlook_);
    }

private:
    ClockFacts facts_of(const std::string& request) {
        return clock_facts(records_.find(RecordType::access_request, request).value());
    }

    void read_open() {
        for (const AccessState state : open_states)
            for (auto page = cases_.in_state(to_text(state), "", requests_a_page); !page.empty();
                 page = cases_.in_state(to_text(state), page.back().request, requests_a_page))
                for (const AccessCase& one : page) add(one);
        std::sort(outlook_.open.begin(), outlook_.open.end(),
                  [](const OpenRequest& a, const OpenRequest& b) { return a.one.request < b.one.request; });
    }

    void add(AccessCase one) {
        OpenRequest open;
        open.facts = facts_of(one.request);
        open.clock = request_clock(open.facts, holidays_);
        if (const auto asks = asks_.find(one.request); asks != asks_.end())
            for (const AccessAsk& ask : asks->second)
                if (!ask.answered_on) open.owed.push_back(ask);
        open.one = std::move(one);
        outlook_.open.push_back(std::move(open));
    }

    void forecast() {
        const std::map<std::string, long long> left = cases_.items_left();
        const std::map<std::string, std::string> decided = cases_.last_decided_on();
        std::vector<OpenAccess> open;
        for (const OpenRequest& one : outlook_.open) {
            OpenAccess access;
            access.id = one.one.request;
            access.clock = one.facts;
            if (one.one.reviewed_on) {
                const auto items = left.find(access.id);
                access.items_left = items == left.end() ? 0 : items->second;
            }
            if (const auto last = decided.find(access.id); last != decided.end())
                access.decided_on = parse_date(last->second);
            if (const auto asks = asks_.find(access.id); asks != asks_.end())
                for (const AccessAsk& ask : asks->second)
                    access.answers.push_back(
                        {ask.kind, parse_date(ask.asked_on).value(), day_of(ask.answered_on)});
            open.push_back(std::move(access));
        }
        const std::vector<LatenessForecast> forecasts = forecast_lateness(open, history(), day_, holidays_);
        for (std::size_t i = 0; i < forecasts.size(); ++i) outlook_.open[i].forecast = forecasts[i];
    }

    AccessHistory history() {
        const Date since = subtract(day_, history_of, Rounding::never_early);
        const std::string first = to_text(since);
        AccessHistory history;
        history.known_from = std::max(since, day_of(cases_.first_event_on()).value_or(day_));
        for (const AccessStore::Work& work : cases_.work_since(first))
            history.work.push_back({parse_date(work.on).value(), work.items});
        for (const AccessStore::Sent& sent : cases_.sent_since(first)) {
            const Date on = parse_date(sent.on).value();
            const Date ready =
                std::max(day_of(sent.decided_on).value_or(since), day_of(sent.answered_on).value_or(since));
            history.sent.push_back({sent.items, std::min(ready, on), on});
            add_requesters(facts_of(sent.request), history.answers);
        }
        for (const AccessStore::Answer& answer : cases_.answers_since(first))
            history.answers.push_back(
                {answer.kind, parse_date(answer.asked_on).value(), parse_date(answer.answered_on)});
        return history;
    }

    void read_lapsing(int opinion_months, int warning_days) {
        const Date until = add_days(day_, warning_days);
        for (const std::string& request : cases_.showing_health_data()) {
            std::optional<Date> first;
            for (const AccessAsk& ask : asks_[request]) {
                if (ask.kind != "opinion" || ask.outcome != "no-harm") continue;
                const Date lapses = opinion_lapses_on(*day_of(ask.answered_on), opinion_months);
                if (!first || lapses > *first) first = lapses;  // the latest
            }
            if (first && *first <= until) outlook_.lapsing.push_back({request, *first});
        }
    }

    static Date add_days(Date day, int days) {
        return casekeeper::add(day, {0, 0, days}, Rounding::never_late);
    }

    const BankHolidays& holidays_;
    AccessStore cases_;
    RecordStore records_;
    const Date day_;
    std::map<std::string, std::vector<AccessAsk>> asks_;
    AccessOutlook outlook_;
};

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

}  // namespace

AccessOutlook access_outlook(Database& database, const BankHolidays& holidays, int opinion_months,
                             int warning_days, Date day) {
    return Outlook(database, holidays, day).read(opinion_months, warning_days);
}

std::string forecast_json(const OpenRequest& open) {
    const LatenessForecast& forecast = open.forecast;
    return JsonObject()
        .text("request", open.one.request)
        .text("state", open.one.state)
        .text_or_null("due", text_of(forecast.due_on))
        .text_or_null("expected", text_of(forecast.expected_on))
        .text_or_null("cautious", text_of(forecast.cautious_on))
        .number("days_late", forecast.days_late)
        .flag("at_risk", forecast.at_risk)
        .text("why", forecast.why)
        .json();
}

std::string forecast_line(const OpenRequest& open) {
    const LatenessForecast& forecast = open.forecast;
    std::string line = open.one.request + "\t" + open.one.state;
    line += forecast.due_on ? "\tdue " + to_text(*forecast.due_on) : "\tno due day";
    line += forecast.expected_on ? "\texpected " + to_text(*forecast.expected_on) : "\tcannot be said";
    if (forecast.days_late > 0)
        line += "\tLATE by " + std::to_string(forecast.days_late) + " working days";
    else if (forecast.at_risk)
        line += "\tat risk";
    return line + "\n    " + forecast.why;
}

CalendarFile calendar_of(const AccessOutlook& outlook, const std::string& made_at) {
    CalendarFile file;
    file.made_at = made_at;
    for (const OpenRequest& open : outlook.open)
        if (open.clock.due_on)
            file.events.push_back({open.one.request, "due", "access request: answer due", *open.clock.due_on,
                                   open.clock.alarm_on, false});
    for (const LapsingOpinion& opinion : outlook.lapsing)
        file.events.push_back({opinion.request, "opinion", "access request: opinion lapses",
                               opinion.lapses_on, std::nullopt, false});
    return file;
}

}  // namespace casekeeper
