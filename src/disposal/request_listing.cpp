// SPDX-License-Identifier: MIT
#include "disposal/request_listing.h"

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "custody/request_findings.h"
#include "custody/request_refusal.h"
#include "disposal/case_moves.h"

namespace casekeeper {
namespace {

constexpr int page_size = 500;

std::optional<RequestClock> clock_of(RecordStore& records, const DeletionCase& one,
                                     const BankHolidays& holidays) {
    const std::optional<Record> request = records.find(RecordType::deletion_request, one.request);
    if (!request) return std::nullopt;
    return request_clock(clock_facts(*request), holidays);
}

std::string numbers_json(const std::vector<long long>& numbers) {
    std::vector<std::string> items;
    for (const long long number : numbers) items.push_back(std::to_string(number));
    return json_list_of(items);
}

// What a person said of an event, in the one field that says why.
std::string reason_of(const CaseEvent& event) {
    if (event.event == "identity") return identity_in_words(event.facts);
    if (event.event == "competence") return competence_in_words(event.facts);
    for (const char* field : {"reason", "words", "question", "advice", "said", "how"})
        if (std::string text = json_text_at(event.facts, field); !text.empty()) return text;
    return {};
}

DeletionCase required(DeletionStore& cases, RequestRight right, const std::string& request) {
    const std::optional<DeletionCase> one = cases.find(request);
    if (!one)
        throw InputError("there is no request \"" + request + "\"",
                         std::string("casekeeper ") + group_of(right) + " list shows which there are");
    if (right_of(*one) != right)
        throw InputError("request " + request + " asks for " + one->asks_for,
                         std::string("casekeeper ") + group_of(right_of(*one)) + " show " + request);
    return *one;
}

std::string due_in_words(const DeletionCase& one, const std::optional<RequestClock>& clock, Date day) {
    const DeletionState state = state_of(one);
    if (is_closed(state) || !clock) return "";
    if (!clock->due_on) return "no due day yet: something that was asked for is outstanding";
    const std::string due = to_text(*clock->due_on);
    if (state == DeletionState::disputed) return "was due " + due;
    return day > *clock->due_on ? "LATE: due " + due : "due " + due;
}

// One request as its text is written.
class Shown {
public:
    Shown(Database& database, const DeletionCase& one) : cases_(database), one_(one) {}

    std::string text(const std::optional<RequestClock>& clock, Date day) {
        line("request " + one_.request + ", " + one_.asks_for + ": " + one_.state +
             (one_.waits_for ? " (" + *one_.waits_for + ")" : ""));
        if (!one_.person.empty()) line("person " + one_.person);
        if (clock) {
            if (const std::string due = due_in_words(one_, clock, day); !due.empty()) line(due);
            for (const std::string& step : clock->steps) line("  " + step);
        }
        parts();
        events();
        if (!one_.certificates.empty()) {
            std::string numbers;
            for (const long long number : one_.certificates) numbers += " " + std::to_string(number);
            line("certificates:" + numbers);
        }
        if (one_.letters) line("its letters wait to be sent");
        const std::vector<std::string> next = next_commands(one_);
        if (!next.empty()) line("next:");
        for (const std::string& command : next) line("  " + command);
        return std::move(text_);
    }

private:
    void line(const std::string& words) { text_ += words + "\n"; }

    void parts() {
        const std::vector<DeletionItem> items = cases_.items(one_.request);
        if (!items.empty()) line("parts:");
        for (const DeletionItem& item : items) {
            line("  " + item.item + "\t" + item.verdict +
                 (item.decision ? "\tdecided: " + *item.decision + " (" + *item.decided_by + ")" : ""));
            line("    " + item.reason + (item.authority.empty() ? "" : " (" + item.authority + ")"));
            if (item.decision_reason) line("    " + *item.decision_reason);
        }
    }

    void events() {
        const std::vector<CaseEvent> events = cases_.events(one_.request);
        if (!events.empty()) line("history:");
        for (const CaseEvent& event : events) {
            const std::string reason = reason_of(event);
            line("  " + event.on + "\t" + event.event + "\t" + event.by +
                 (reason.empty() ? "" : "\t" + reason));
        }
    }

    DeletionStore cases_;
    const DeletionCase& one_;
    std::string text_;
};

}  // namespace

void list_requests(Database& database, const BankHolidays& holidays, const RequestFilter& filter,
                   const std::function<void(const ListedRequest&)>& take) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    DeletionStore cases(database);
    RecordStore records(database);
    const auto listed = [&](const DeletionCase& one) {
        if ((filter.right && right_of(one) != *filter.right) ||
            (filter.state && state_of(one) != *filter.state) ||
            (filter.open_only && is_closed(state_of(one))))
            return;
        ListedRequest request{one, clock_of(records, one, holidays), {}};
        if (filter.with_verdicts)
            for (const DeletionItem& item : cases.items(one.request)) ++request.verdicts[item.verdict];
        take(request);
    };
    if (!filter.person.empty()) {
        for (const DeletionCase& one : cases.of_person(filter.person)) listed(one);
        return;
    }
    for (auto page = cases.page("", page_size); !page.empty();
         page = cases.page(page.back().request, page_size))
        for (const DeletionCase& one : page) listed(one);
}

std::string to_json(const ListedRequest& listed) {
    const DeletionCase& one = listed.one;
    JsonObject verdicts;
    for (const auto& [verdict, count] : listed.verdicts) verdicts.number(verdict, count);
    JsonObject json;
    json.text("request", one.request)
        .text_or_null("person", one.person.empty() ? std::nullopt : std::optional(one.person))
        .text("asks_for", one.asks_for)
        .text("state", one.state)
        .text_or_null("waits_for", one.waits_for)
        .raw("clock", listed.clock ? json_of(*listed.clock).json()
                                   : JsonObject().text("received", one.received_at).json())
        .raw("items", verdicts.json());
    return json.json();
}

std::string to_json(const DeletionItem& item) {
    return JsonObject()
        .text("id", item.item)
        .text("service", item.service)
        .text("verdict", item.verdict)
        .text("reason", item.reason)
        .text("authority", item.authority)
        .text_or_null("kept_until", item.kept_until)
        .flag("can_be_restricted", item.can_be_restricted)
        .text_or_null("decision", item.decision)
        .text_or_null("decided_by", item.decided_by)
        .text_or_null("decision_reason", item.decision_reason)
        .json();
}

std::string to_line(const ListedRequest& listed, Date day) {
    const DeletionCase& one = listed.one;
    std::string line = one.request + "\t" + one.state;
    if (one.waits_for) line += " (" + *one.waits_for + ")";
    line += "\t" + due_in_words(one, listed.clock, day) + "\t" +
            (one.person.empty() ? "" : "person " + one.person);
    for (const auto& [verdict, count] : listed.verdicts) line += ", " + std::to_string(count) + " " + verdict;
    return line;
}

DeletionCase require_request(Database& database, RequestRight right, const std::string& request) {
    DeletionStore cases(database);
    DeletionCase one = required(cases, right, request);
    if (!one.has_request)
        throw Refused(
            "request " + request + " was granted and carried out: nothing of it is left but its days",
            std::string("casekeeper ") + group_of(right) + " show " + request);
    return one;
}

std::string show_request_json(Database& database, const BankHolidays& holidays, RequestRight right,
                              const std::string& request) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    DeletionStore cases(database);
    RecordStore records(database);
    const DeletionCase one = required(cases, right, request);
    JsonObject json;
    json.text("request", one.request)
        .text_or_null("person", one.person.empty() ? std::nullopt : std::optional(one.person))
        .text("asks_for", one.asks_for)
        .text("state", one.state)
        .text_or_null("waits_for", one.waits_for);
    const std::optional<Record> record = records.find(RecordType::deletion_request, request);
    if (record) {
        json.raw_or_null("requester", record->value("requester"))
            .text_or_null("ground", record->value("ground"));
        json.text_or_null("statement", record->value("statement"));
    }
    const std::optional<RequestClock> clock = clock_of(records, one, holidays);
    if (clock) {
        JsonObject with_steps = json_of(*clock);
        with_steps.texts("steps", clock->steps);
        json.raw("clock", with_steps.json());
    } else {
        json.raw("clock", JsonObject().text("received", one.received_at).json());
    }
    std::vector<std::string> items;
    for (const DeletionItem& item : cases.items(request)) items.push_back(to_json(item));
    json.raw("items", json_list_of(items));
    const std::vector<CaseEvent> events = cases.events(request);
    if (const CaseEvent* warned = standing_of(events).warned)
        json.raw("warning", JsonObject()
                                .text("given_on", warned->on)
                                .text("by", warned->by)
                                .text("how", json_text_at(warned->facts, "how"))
                                .text("present", json_text_at(warned->facts, "present"))
                                .text("understood", json_text_at(warned->facts, "understood"))
                                .text("said", json_text_at(warned->facts, "said"))
                                .json());
    else
        json.null("warning");
    json.raw("certificates", numbers_json(one.certificates)).flag("letters_wait", one.letters.has_value());
    std::vector<std::string> history;
    for (const CaseEvent& event : events)
        history.push_back(JsonObject()
                              .text("on", event.on)
                              .text("by", event.by)
                              .text("event", event.event)
                              .text("state", event.state)
                              .text("reason", reason_of(event))
                              .json());
    json.raw("history", json_list_of(history)).texts("next", next_commands(one));
    return json.json();
}

std::string show_request_text(Database& database, const BankHolidays& holidays, RequestRight right,
                              const std::string& request, Date day) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    DeletionStore cases(database);
    RecordStore records(database);
    const DeletionCase one = required(cases, right, request);
    return Shown(database, one).text(clock_of(records, one, holidays), day);
}

}  // namespace casekeeper
