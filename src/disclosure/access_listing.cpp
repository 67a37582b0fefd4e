// SPDX-License-Identifier: MIT
#include "disclosure/access_listing.h"

#include <map>

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/entitlement.h"
#include "custody/request_findings.h"
#include "custody/request_materials.h"
#include "custody/requester.h"
#include "disclosure/access_moves.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr int page_size = 500;

// What a person said of an event, in the one field that says why.
std::string reason_of(const CaseEvent& event) {
    if (event.event == "identity") return identity_in_words(event.facts);
    if (event.event == "competence") return competence_in_words(event.facts);
    for (const char* field : {"reason", "words", "question", "advice", "answer", "result", "how"})
        if (std::string text = json_text_at(event.facts, field); !text.empty()) return text;
    return {};
}

// Where something was sent; empty: it was handed over, or it is another event.
std::string address_of(const CaseEvent& event) {
    return event.event == to_text(AccessEvent::dispatch) ? json_text_at(event.facts, "to") : "";
}

// Why, with what else of it holds for what comes next: days that were told or are to be avoided, and
// where it went.
std::string told_of(const CaseEvent& event) {
    std::string text = reason_of(event);
    const auto say = [&](const std::string& words) { text += (text.empty() ? "" : "; ") + words; };
    if (const std::string day = json_text_at(event.facts, "arrives"); !day.empty())
        say("it comes on " + day + " or later");
    for (const std::string& day : json_texts_at(event.facts, "avoid")) say("not on " + day);
    if (const std::string to = address_of(event); !to.empty()) say("to " + to);
    return text;
}

std::string due_in_words(const AccessCase& one, const RequestClock& clock, Date day) {
    const AccessState state = state_of(one);
    if (is_answered(state)) return "";
    if (!clock.due_on)
        return clock.relevant_on ? "no due day while a question is open"
                                 : "no due day yet: something that was asked for is outstanding";
    const std::string due = to_text(*clock.due_on);
    if (state == AccessState::disputed) return "was due " + due;
    return day > *clock.due_on ? "LATE: due " + due : "due " + due;
}

std::string to_json(const AccessAsk& ask) {
    return JsonObject()
        .number("number", ask.number)
        .text("kind", ask.kind)
        .text("whom", ask.whom)
        .text("about", ask.about)
        .text("asked_on", ask.asked_on)
        .text("answer_by", ask.answer_by)
        .text_or_null("answered_on", ask.answered_on)
        .text_or_null("outcome", ask.outcome)
        .number("reminded", ask.reminded)
        .json();
}

std::string to_json(const CaseEvent& event) {
    JsonObject json;
    json.text("on", event.on)
        .text("by", event.by)
        .text("event", event.event)
        .text("state", event.state)
        .text("reason", reason_of(event));
    if (const std::string day = json_text_at(event.facts, "arrives"); !day.empty()) json.text("arrives", day);
    if (const auto days = json_texts_at(event.facts, "avoid"); !days.empty()) json.texts("avoid", days);
    if (const std::string to = address_of(event); !to.empty()) json.text("to", to);
    return json.json();
}

std::string search_json(const CaseEvent& event) {
    return JsonObject()
        .text("on", event.on)
        .text("by", event.by)
        .text("place", json_text_at(event.facts, "place"))
        .text("terms", json_text_at(event.facts, "terms"))
        .text("result", json_text_at(event.facts, "result"))
        .text("lost", json_text_at(event.facts, "lost"))
        .json();
}

template <typename Values, typename ToJson>
std::string list_json(const Values& values, const ToJson& json_of_one) {
    std::vector<std::string> items;
    for (const auto& value : values) items.push_back(json_of_one(value));
    return json_list_of(items);
}

// Whether whoever asked may, by what is recorded and by the facts of a day.
struct Standing {
    std::string capacity;
    Entitlement entitlement;

    std::string line() const {
        return "asked by " + capacity + ": " + to_text(entitlement.answer) + ": " + entitlement.reason +
               " (" + entitlement.law + ")";
    }
    std::string json() const {
        return JsonObject()
            .text("capacity", capacity)
            .text("answer", to_text(entitlement.answer))
            .text("reason", entitlement.reason)
            .text("law", entitlement.law)
            .json();
    }
};

Standing standing_of(Database& database, const AccessCase& one, Date day) {
    const Record request = RecordStore(database).find(RecordType::access_request, one.request).value();
    return {to_text(capacity_of(request)),
            entitlement_of(database, request, AccessStore(database).events(one.request), day)};
}

// What was made and how long it lies there; what became of each part when it was sent, by counts.
std::string pack_json(Database& database, const AccessCase& one) {
    AccessStore cases(database);
    JsonObject json;
    if (const std::optional<StoredPack> pack = PackStore(database).find(one.request))
        json.text("state", pack->state).text("made_on", pack->made_on).text("ends_on", pack->ends_on);
    if (one.dispatched_on) {
        std::map<std::string, long long> counts;
        for (const AccessPart& part : cases.parts(one.request)) ++counts[part.outcome];
        json.text("dispatched_on", *one.dispatched_on);
        for (const auto& [outcome, count] : counts) json.number(outcome, count);
    }
    return json.json();
}

std::vector<MaterialPart> materials_at_hand(Database& database, const AccessCase& one) {
    AccessStore cases(database);
    return materials_of(cases, one.request, FactStore(database).records_of(one.person));
}

// One request as its text is written.
class Shown {
public:
    Shown(Database& database, const AccessCase& one)
        : database_(database), cases_(database), materials_(materials_at_hand(database, one)), one_(one) {}

    std::string text(const RequestClock& clock, const std::vector<Obstacle>& obstacles, Date day) {
        line("access request " + one_.request + ": " + one_.state);
        line("person " + one_.person);
        if (!is_answered(state_of(one_))) line(standing_of(database_, one_, day).line());
        if (const std::string due = due_in_words(one_, clock, day); !due.empty()) line(due);
        for (const std::string& step : clock.steps) line("  " + step);
        items();
        asks();
        materials();
        events();
        if (one_.letters) line("letters that were drafted wait to be sent");
        if (!obstacles.empty()) line("in the way of what comes next:");
        for (const Obstacle& one : obstacles) {
            line("  " + one.what);
            line("    " + one.hint);
        }
        const std::vector<std::string> next = next_commands(one_);
        if (!next.empty()) line("next:");
        for (const std::string& command : next) line("  " + command);
        return std::move(text_);
    }

private:
    void line(const std::string& words) { text_ += words + "\n"; }

    void items() {
        const std::vector<AccessItem> items = cases_.items(one_.request);
        if (!items.empty()) line("what might be withheld:");
        for (const AccessItem& item : items) line(to_lines(item, "  "));
    }

    void asks() {
        const std::vector<AccessAsk> asks = cases_.asks(one_.request);
        if (!asks.empty()) line("asked of others:");
        for (const AccessAsk& ask : asks)
            line("  " + std::to_string(ask.number) + "\t" + ask.kind + "\t" + ask.whom + "\t" +
                 (ask.answered_on ? ask.outcome.value_or("answered") + " " + *ask.answered_on
                                  : "answer owed by " + ask.answer_by));
    }

    void materials() {
        for (const auto& [item, material] : materials_)
            line("  " + item + "\t" + material.title + " (" + material.place + ")");
    }

    void events() {
        const std::vector<CaseEvent> events = cases_.events(one_.request);
        if (!events.empty()) line("history:");
        for (const CaseEvent& event : events) {
            const std::string reason = told_of(event);
            line("  " + event.on + "\t" + event.event + "\t" + event.by +
                 (reason.empty() ? "" : "\t" + reason));
        }
    }

    Database& database_;
    AccessStore cases_;
    const std::vector<MaterialPart> materials_;
    const AccessCase& one_;
    std::string text_;
};

}  // namespace

RequestClock clock_of(Database& database, const AccessCase& one, const BankHolidays& holidays) {
    return request_clock(
        clock_facts(RecordStore(database).find(RecordType::access_request, one.request).value()), holidays);
}

void list_access_requests(Database& database, const BankHolidays& holidays, const AccessFilter& filter,
                          const std::function<void(const ListedAccess&)>& take) {
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    AccessStore cases(database);
    const auto listed = [&](const AccessCase& one) {
        if ((filter.state && state_of(one) != *filter.state) ||
            (filter.open_only && is_answered(state_of(one))))
            return;
        take({one, clock_of(database, one, holidays)});
    };
    if (!filter.person.empty()) {
        for (const AccessCase& one : cases.of_person(filter.person)) listed(one);
        return;
    }
    for (auto page = cases.page("", page_size); !page.empty();
         page = cases.page(page.back().request, page_size))
        for (const AccessCase& one : page) listed(one);
}

std::string to_json(const ListedAccess& listed) {
    return JsonObject()
        .text("request", listed.one.request)
        .text("person", listed.one.person)
        .text("state", listed.one.state)
        .raw("clock", json_of(listed.clock).json())
        .json();
}

std::string to_line(const ListedAccess& listed, Date day) {
    return listed.one.request + "\t" + listed.one.state + "\t" + due_in_words(listed.one, listed.clock, day) +
           "\tperson " + listed.one.person;
}

std::string to_json(const AccessItem& item) {
    JsonObject json;
    json.text("item", item.item)
        .text("rule", item.rule)
        .text("about", item.about)
        .text("proposal", item.proposal)
        .text("why", item.why)
        .text_or_null("decision", item.decision)
        .text("reason", json_text_at(item.facts, "reason"));
    if (const std::string part = json_text_at(item.facts, "part"); !part.empty()) json.text("part", part);
    if (const std::string record = json_value_at(item.facts, "record"); !record.empty())
        json.raw("record", record);
    if (const std::string known = json_text_at(item.facts, "known"); !known.empty())
        json.text("known", known);
    return json.text_or_null("decided_by", item.decided_by)
        .text_or_null("decided_on", item.decided_on)
        .text_or_null("countersigned_by", item.countersigned_by)
        .text_or_null("countersigned_on", item.countersigned_on)
        .text_or_null("look_again_on", item.look_again_on)
        .json();
}

std::string to_lines(const AccessItem& item, const std::string& indent) {
    std::string text =
        indent + item.item + "\t" + item.rule + "\t" + (item.proposal.empty() ? "added" : item.proposal);
    if (!item.about.empty()) text += "\tabout " + item.about;
    const auto say = [&](const std::string& what, const std::string& words) {
        if (!words.empty()) text += "\n" + indent + "    " + what + ": " + words;
    };
    say("why", item.why);
    if (!item.decision) return text;
    const auto by = [](const std::optional<std::string>& name, const std::optional<std::string>& on) {
        return name.value_or("") + (on ? ", " + *on : "");
    };
    say("decided", *item.decision + " (" + by(item.decided_by, item.decided_on) + ")");
    say("reason", json_text_at(item.facts, "reason"));
    say("withheld of it", json_text_at(item.facts, "part"));
    say("known to them", json_text_at(item.facts, "known"));
    if (const std::string record = json_value_at(item.facts, "record"); !record.empty())
        for (const auto& [key, words] : json_pairs(record)) say("recorded, " + key, words);
    say("to be looked at again", item.look_again_on.value_or(""));
    if (item.countersigned_by) say("signed too", by(item.countersigned_by, item.countersigned_on));
    return text;
}

AccessCase require_access_request(Database& database, const std::string& request) {
    std::optional<AccessCase> one = AccessStore(database).find(request);
    if (!one)
        throw InputError("there is no access request \"" + request + "\"",
                         "casekeeper access list shows which there are");
    return *one;
}

std::string show_access_json(Database& database, const BankHolidays& holidays, const AccessCase& one,
                             const std::vector<Obstacle>& obstacles,
                             const std::vector<std::string>& new_parts, Date day) {
    AccessStore cases(database);
    const Record record = RecordStore(database).find(RecordType::access_request, one.request).value();
    const RequestClock clock = request_clock(clock_facts(record), holidays);
    JsonObject with_steps = json_of(clock);
    with_steps.texts("steps", clock.steps);
    const std::vector<CaseEvent> events = cases.events(one.request);
    std::vector<CaseEvent> searches;
    for (const CaseEvent& event : events)
        if (event.event == "search") searches.push_back(event);
    JsonObject json;
    json.text("request", one.request).text("person", one.person).text("state", one.state);
    for (const char* field : {"requester", "scope"}) json.raw_or_null(field, record.value(field));
    json.raw("entitlement", standing_of(database, one, day).json());
    for (const char* field : {"format", "delivery", "channel", "support", "route", "statement"})
        json.text_or_null(field, record.value(field));
    json.raw("clock", with_steps.json())
        .raw("items",
             list_json(cases.items(one.request), [](const AccessItem& item) { return to_json(item); }))
        .raw("asks", list_json(cases.asks(one.request), [](const AccessAsk& ask) { return to_json(ask); }))
        .raw("searches", list_json(searches, search_json))
        .raw("materials", list_json(materials_at_hand(database, one),
                                    [](const MaterialPart& part) {
                                        return JsonObject()
                                            .text("item", part.item)
                                            .text("title", part.material.title)
                                            .text("place", part.material.place)
                                            .json();
                                    }))
        .texts("new", new_parts)
        .raw("pack", pack_json(database, one))
        .raw("obstacles", list_json(obstacles,
                                    [](const Obstacle& obstacle) {
                                        return JsonObject()
                                            .text("code", obstacle.code)
                                            .text("what", obstacle.what)
                                            .text("hint", obstacle.hint)
                                            .json();
                                    }))
        .flag("letters_wait", one.letters.has_value())
        .raw("history", list_json(events, [](const CaseEvent& event) { return to_json(event); }))
        .texts("next", next_commands(one));
    return json.json();
}

std::string show_access_text(Database& database, const BankHolidays& holidays, const AccessCase& one,
                             const std::vector<Obstacle>& obstacles, Date day) {
    return Shown(database, one).text(clock_of(database, one, holidays), obstacles, day);
}

}  // namespace casekeeper
