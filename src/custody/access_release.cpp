// SPDX-License-Identifier: MIT
#include "custody/access_release.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/digest.h"
#include "base/json_read.h"
#include "custody/entitlement.h"

namespace casekeeper {
namespace {

constexpr const char* health_bar = "health-bar";
constexpr const char* health_harm = "health-harm";

std::string named(const AccessItem& item) {
    const char* of_what = item.about.empty()                 ? ""
                          : item.about.starts_with("place:") ? ", of a protected place"
                                                             : ", of somebody";
    return item.item + " under " + item.rule + of_what;
}

// As a shell takes it for one word.
std::string typed(const std::string& word) {
    const auto is_plain = [](unsigned char c) {
        return std::isalnum(c) ||
               std::string_view("-_.:/,@+").find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (std::all_of(word.begin(), word.end(), is_plain)) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string options_of(const AccessItem& item) {
    return typed(item.item) + " --rule " + item.rule +
           (item.about.empty() ? "" : " --about " + typed(item.about));
}

std::string missing_records(const ReleaseRule& rule, const AccessItem& item) {
    const std::string record = json_value_at(item.facts, "record");
    std::string missing;
    for (const std::string& key : rule.record)
        if (record.empty() || json_text_at(record, key).empty())
            missing += (missing.empty() ? "" : ", ") + key;
    return missing;
}

// What is typed to withhold it, in whole or as a part, with all that the rule wants recorded.
std::string withholding(const AccessItem& item, const ReleaseRule* rule) {
    std::string options = item.decision == "part" ? "--part TEXT --reason TEXT" : "--withhold --reason TEXT";
    if (!rule) return options;
    if (rule->look_again) options += " --look-again DATE";
    for (const std::string& key : rule->record) options += " --record " + key + "=TEXT";
    return options;
}

// Those of a name for the answer that is being made, the latest first: none from before one was sent, or
// before the request was opened again.
std::vector<const CaseEvent*> events_of(const std::vector<CaseEvent>& events, std::string_view name) {
    std::vector<const CaseEvent*> found;
    for (auto one = events.rbegin(); one != events.rend(); ++one) {
        if (one->event == "reopen" || one->event == "dispatch") break;
        if (one->event == name) found.push_back(&*one);
    }
    return found;
}

class Questions {
public:
    Questions(const ReleaseQuestion& question, Date day) : question_(question), day_(day) {}

    std::vector<Obstacle> ask(ReleaseStage stage) {
        entitlement();
        review();
        decisions();
        search();
        if (stage != ReleaseStage::decide) pack(stage);
        if (stage == ReleaseStage::dispatch) {
            announcement();
            avoided_day();
        }
        return std::move(obstacles_);
    }

private:
    void say(const char* code, std::string what, const std::string& hint) {
        obstacles_.push_back({code, std::move(what), "casekeeper access " + hint});
    }
    const std::string& id() const { return question_.one.request; }

    void entitlement() {
        if (question_.entitlement.answer == Entitlement::Answer::entitled) return;
        obstacles_.push_back({"not-entitled",
                              question_.entitlement.reason + " (" + question_.entitlement.law + ")",
                              command_to_settle(question_.entitlement, "access", id())});
    }

    void review() {
        if (question_.one.review.empty())
            say("not-reviewed", "what might be withheld is not proposed yet", "review " + id());
        else if (question_.review_now != question_.one.review)
            say("not-reviewed", "what the file holds has changed since it was reviewed", "review " + id());
    }

    void decisions() {
        const auto is_open = [](const AccessItem& item) { return !item.decision; };
        const auto open = std::count_if(question_.items.begin(), question_.items.end(), is_open);
        if (open > 0) {
            const auto first = std::find_if(question_.items.begin(), question_.items.end(), is_open);
            say("undecided",
                std::to_string(open) + (open == 1 ? " proposal is" : " proposals are") + " not decided",
                "decide " + id() + " " + options_of(*first) + " " +
                    withholding(*first, question_.rules.find(first->rule)) + ", or --show --reason TEXT");
        }
        for (const AccessItem& item : question_.items)
            if (item.decision)
                if (std::optional<Obstacle> fault =
                        fault_of(item, question_.asks, question_.rules, id(), day_))
                    obstacles_.push_back(std::move(*fault));
    }

    void search() {
        if (events_of(question_.events, "search").empty())
            say("not-searched", "no search is recorded: what was looked through, with which words, when",
                "search " + id() + " --place NAME --terms TEXT --result TEXT");
    }

    void pack(ReleaseStage stage) {
        if (question_.pack == PackReady::none)
            say("no-pack", "no pack is made of the decisions that stand", "assemble " + id());
        else if (stage == ReleaseStage::dispatch && question_.pack != PackReady::sealed)
            say("not-sealed", "the pack is not sealed: what leaves is locked, or printed for a reason",
                "seal " + id() + " --write DIR");
    }

    void announcement() {
        const std::vector<const CaseEvent*> words = events_of(question_.events, "announce");
        if (words.empty())
            say("not-announced", "whoever asked has had no word before it arrives",
                "announce " + id() + " --write DIR");
        else if (const std::string told = json_text_at(words.front()->facts, "arrives"); to_text(day_) < told)
            say("too-early", "they were told that it comes on " + told + " or later",
                "announce " + id() + " --sent DATE --arrives DATE, where they want it sooner");
    }

    void avoided_day() {
        if (question_.avoided_day_agreed) return;
        const bool is_birthday = std::any_of(
            question_.birthdays.begin(), question_.birthdays.end(),
            [&](const month_day& one) { return one.month() == day_.month() && one.day() == day_.day(); });
        if (is_birthday || days_avoided(question_.events).contains(day_))
            say("avoided-day", to_text(day_) + " is a day on which it is not to arrive",
                "dispatch " + id() + " --how TEXT --agreed TEXT, where they agreed to this day");
    }

    const ReleaseQuestion& question_;
    const Date day_;
    std::vector<Obstacle> obstacles_;
};

}  // namespace

std::string made_of(const AccessCase& one, const std::vector<AccessItem>& items) {
    Sha256 digest;
    digest.update(one.review + "\n");
    for (const AccessItem& item : items)
        digest.update(item.item + "|" + item.rule + "|" + item.about + "|" + item.decision.value_or("") +
                      "|" + item.facts + "\n");
    return digest.hex();
}

const CaseEvent* sealing_of(const std::vector<CaseEvent>& events) {
    const std::vector<const CaseEvent*> sealed = events_of(events, "seal");
    return sealed.empty() ? nullptr : sealed.front();
}

PackReady pack_ready(const std::optional<StoredPack>& pack, const AccessCase& one,
                     const std::vector<AccessItem>& items, const std::vector<CaseEvent>& events) {
    if (!pack || !pack->folder || pack->made_of != made_of(one, items)) return PackReady::none;
    return pack->state == "sealed" && sealing_of(events) ? PackReady::sealed : PackReady::made;
}

std::string hint_of_error(const Obstacle& obstacle, const std::string& request) {
    return obstacle.hint.find("name:") == std::string::npos ? obstacle.hint
                                                            : "casekeeper access show " + request;
}

std::string item_in_error(const std::string& item) {
    const bool may_be_name = item.find("name:") != std::string::npos || item.find(' ') != std::string::npos;
    return may_be_name ? "that item" : "\"" + item + "\"";
}

Date opinion_lapses_on(Date given_on, int months) {
    return add(given_on, {0, months, 0}, Rounding::never_late);
}

const AccessAsk* opinion_on(const std::vector<AccessAsk>& asks, const std::string& item, bool harm,
                            int months, Date day) {
    const auto covers = [&](const AccessAsk& ask) {
        const std::vector<std::string> items = json_texts_at(ask.facts, "items");
        return std::find(items.begin(), items.end(), item) != items.end();
    };
    // The latest that covers it says what holds.
    const AccessAsk* latest = nullptr;
    for (const AccessAsk& ask : asks)
        if (ask.kind == "opinion" && ask.answered_on && covers(ask) &&
            (!latest || *ask.answered_on >= *latest->answered_on))
            latest = &ask;
    if (!latest || (latest->outcome == "harm") != harm) return nullptr;
    const std::optional<Date> given_on = parse_date(*latest->answered_on);
    return given_on && *given_on <= day && day < opinion_lapses_on(*given_on, months) ? latest : nullptr;
}

bool needs_second_signature(const AccessItem& item, const ReleaseRules& rules) {
    const ReleaseRule* rule = rules.find(item.rule);
    if (!rule || !item.decision) return false;
    // What another law bars is shown by two people's finding that it does not.
    if (item.proposal == "barred" && item.rule != health_bar && item.decision != "withhold") return true;
    return (rule->second_signature && item.is_withheld()) ||
           (rule->second_signature_to_show && item.decision != "withhold");
}

std::optional<Obstacle> fault_of(const AccessItem& item, const std::vector<AccessAsk>& asks,
                                 const ReleaseRules& rules, const std::string& request, Date day) {
    const ReleaseRule* rule = rules.find(item.rule);
    const std::string decide = "casekeeper access decide " + request + " " + options_of(item);
    if (!rule)
        return Obstacle{"not-recorded", "there is no rule " + item.rule + " in release_rules.toml any more",
                        "casekeeper access review " + request};
    if (item.is_withheld())
        if (const std::string missing = missing_records(*rule, item); !missing.empty())
            return Obstacle{
                "not-recorded",
                named(item) + " (" + rule->paragraph + ") lacks what must be recorded: " + missing,
                decide + " " + withholding(item, rule)};
    if (item.is_withheld() && rule->look_again && !item.look_again_on)
        return Obstacle{"not-recorded",
                        named(item) + " (" + rule->paragraph + ") needs a day to look at it again",
                        decide + " " + withholding(item, rule)};
    if (item.is_withheld() && item.look_again_on && *item.look_again_on <= to_text(day))
        return Obstacle{"look-again", named(item) + " was to be looked at again on " + *item.look_again_on,
                        decide + " " + withholding(item, rule)};
    if (item.rule == health_bar && item.decision != "withhold" && json_text_at(item.facts, "known").empty() &&
        !opinion_on(asks, item.item, false, rules.opinion_months(), day))
        return Obstacle{"opinion",
                        item.item + " is health data, and no health professional's opinion of the last " +
                            std::to_string(rules.opinion_months()) +
                            " months says that the harm test is not met (" + rule->paragraph + ")",
                        "casekeeper access opinion " + request +
                            " --of NAME --role TEXT --given DATE --harm no --text TEXT"};
    if (item.rule == health_harm && item.is_withheld() &&
        !opinion_on(asks, item.item, true, rules.opinion_months(), day))
        return Obstacle{
            "opinion",
            item.item + " is withheld for serious harm, and no health professional's opinion of the last " +
                std::to_string(rules.opinion_months()) + " months says so (" + rule->paragraph + ")",
            "casekeeper access opinion " + request +
                " --of NAME --role TEXT --given DATE --harm yes --text TEXT"};
    if (needs_second_signature(item, rules)) {
        const std::string sign = "casekeeper access sign " + request + " --item " + options_of(item);
        if (!item.countersigned_by)
            return Obstacle{"one-signature",
                            named(item) + " (" + rule->paragraph + ") needs a second person's signature",
                            sign};
        if (item.countersigned_by == item.decided_by)
            return Obstacle{"one-signature", named(item) + " was signed by whoever decided it", sign};
    }
    return std::nullopt;
}

std::set<Date> days_avoided(const std::vector<CaseEvent>& events) {
    std::set<Date> days;
    for (const CaseEvent& event : events)
        if (event.event == "announce")
            for (const std::string& text : json_texts_at(event.facts, "avoid"))
                if (const std::optional<Date> day = parse_date(text)) days.insert(*day);
    return days;
}

std::vector<Obstacle> obstacles_to(ReleaseStage stage, const ReleaseQuestion& question, Date day) {
    return Questions(question, day).ask(stage);
}

}  // namespace casekeeper
