// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "base/json_read.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "retention/holds.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The values of a repeatable option, each perhaps a list with commas. A value for which `is_one` holds is one
// even if it has commas.
template <typename IsOne>
std::vector<std::string> list_of(const Invocation& invocation, const char* option, const IsOne& is_one) {
    std::vector<std::string> values;
    for (const std::string& given : invocation.values(option)) {
        const bool whole = is_one(given);
        for (std::size_t from = 0; from <= given.size();) {
            const std::size_t to = whole ? given.size() : std::min(given.find(',', from), given.size());
            if (std::string value = trimmed(given.substr(from, to - from)); !value.empty())
                values.push_back(std::move(value));
            from = to + 1;
        }
    }
    return values;
}

Hold hold_asked(Invocation& invocation) {
    RecordStore records(invocation.store());
    const auto never = [](const std::string&) { return false; };
    Hold hold;
    hold.id = invocation.value("id");
    hold.kind = invocation.value("kind");
    hold.from = day_given(invocation, "from").value_or(invocation.day());
    hold.review_on = day_given(invocation, "review-on");
    hold.persons =
        list_of(invocation, "persons", [&](const std::string& id) { return records.has_person(id); });
    hold.involvements = list_of(invocation, "involvements", [&](const std::string& id) {
        return records.owner_of_involvement(id).has_value();
    });
    hold.services = list_of(invocation, "services", never);
    hold.opened_from = day_given(invocation, "opened-from");
    hold.opened_to = day_given(invocation, "opened-to");
    hold.words = list_of(invocation, "words", never);
    return hold;
}

std::string in_words(const HoldCatch& caught) {
    const auto counted = [](long long number, const char* one, const char* many) {
        return std::to_string(number) + " " + (number == 1 ? one : many);
    };
    std::string words = counted(caught.involvements, "involvement", "involvements") + " of " +
                        counted(caught.people, "person", "people") + "; " + std::to_string(caught.due) +
                        " of them due now, " + std::to_string(caught.review) + " for review, " +
                        std::to_string(caught.held) + " held already";
    if (caught.unreadable > 0)
        words += "; " + counted(caught.unreadable, "record", "records") + " could not be read";
    return words;
}

HoldOrder order_asked(Invocation& invocation) {
    return {hold_asked(invocation), invocation.value("authority"), invocation.value("reason")};
}

int preview(Invocation& invocation) {
    invocation.require_reader("see what a hold would catch");
    const WeighedHold weighed = preview_hold(invocation.store(), order_asked(invocation), invocation.day());
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(weighed) << "\n";
    else
        invocation.out << "this hold would catch " << in_words(weighed.caught) << "\n";
    return 0;
}

int place(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer, Role::dpo}, "place a hold");
    const HoldOrder order = order_asked(invocation);
    Register reg(invocation.store(), register_places(invocation));
    const WeighedHold placed = place_hold(invocation.store(), order, signed_act(invocation, actor, reg));
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(placed) << "\n";
    else
        invocation.out << "placed hold " << placed.record.key() << ": it catches " << in_words(placed.caught)
                       << "\n";
    if (placed.caught.involvements == 0)
        invocation.say(
            "it catches nothing now; is its scope what was meant? It holds whatever comes within it");
    return 0;
}

int release(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::reviewer, Role::dpo}, "release a hold");
    const std::string& id = invocation.operands.front();
    Register reg(invocation.store(), register_places(invocation));
    release_hold(invocation.store(), id, invocation.value("reason"), signed_act(invocation, actor, reg));
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .text("id", id)
                              .text("released_on", to_text(invocation.signing_day()))
                              .text("released_by", actor.to_text())
                              .flag("in_force", false)
                              .line();
    else
        invocation.out << "released hold " << id << "; the next night decides again on whom it held\n";
    return 0;
}

// "persons P1, P2; services early-help; opened to 2013-12-31"
std::string scope_in_words(const std::string& scope) {
    std::string words;
    const auto add = [&](const std::string& what) { words += (words.empty() ? "" : "; ") + what; };
    for (const char* list : {"persons", "involvements", "services", "words", "items"}) {
        std::string all;
        for (const std::string& one : json_texts_at(scope, list)) all += (all.empty() ? " " : ", ") + one;
        if (!all.empty()) add(list + all);
    }
    if (const std::string from = json_text_at(scope, "opened_from"); !from.empty())
        add("opened from " + from);
    if (const std::string to = json_text_at(scope, "opened_to"); !to.empty()) add("opened to " + to);
    return words;
}

std::string in_words(const ListedHold& listed) {
    const Record& hold = listed.record;
    std::string line = hold.key() + "\t" + *hold.value("kind") + "\t";
    if (hold.value("released_on") && !listed.automatic)
        line += "released on " + *hold.value("released_on");
    else
        line += (listed.in_force ? "in force since " : "in force from ") + *hold.value("from");
    if (listed.automatic) line += ", by itself";
    if (listed.automatic && hold.value("released_on")) line += ", until " + *hold.value("released_on");
    if (hold.value("review_on") && !hold.value("released_on"))
        line += ", to be looked at on " + *hold.value("review_on");
    return line + "\t" + scope_in_words(*hold.value("scope")) + "\t" + hold.value("authority").value_or("") +
           ": " + hold.value("reason").value_or("");
}

int list(Invocation& invocation) {
    invocation.require_reader("read holds");
    list_holds(invocation.store(), invocation.day(), [&](const ListedHold& listed) {
        if (invocation.has("in-force") && !listed.in_force) return;
        invocation.out << (invocation.format == OutputFormat::json ? to_json(listed) : in_words(listed))
                       << "\n";
    });
    return 0;
}

// `placing`: what a preview does without is required.
std::vector<OptionRow> options_of_order(bool placing) {
    return {
        {"kind", "KIND",
         "inquiry, litigation, police, complaint, ombudsman, inquest, practice-review or other", placing},
        {"authority", "TEXT", "who asks for it, with the letter's reference", placing},
        {"reason", "TEXT", "why", placing},
        {"from", "DATE", "the first day in force (else the day acted on)"},
        {"review-on", "DATE", "when to look whether it is still needed"},
        {"persons", "IDS", "people, their joined records too; a list with commas", false, true},
        {"involvements", "IDS", "involvements; a list with commas", false, true},
        {"services", "NAMES", "services or groups of the catalogue, or \"*\"; a list with commas", false,
         true},
        {"opened-from", "DATE", "involvements opened on this day or later"},
        {"opened-to", "DATE", "involvements opened on this day or earlier"},
        {"words", "WORDS", "whole words or phrases in the narrative, in any case; a list with commas", false,
         true},
        {"id", "ID", "its id (else one is made: H1, H2, ...)"},
    };
}

}  // namespace

std::vector<CommandRow> hold_commands() {
    return {
        {"hold preview", "",
         "counts what a hold would catch; within an option any one matches, across options all must",
         options_of_order(false), "casekeeper hold preview --services early-help --opened-to 2014-12-31", 0,
         0, preview},
        {"hold place", "",
         "stops whatever its scope catches from ending; within an option any one matches, across options all "
         "must",
         options_of_order(true),
         "casekeeper hold place --kind police --authority \"Police, LP-118\" --reason \"enquiry\" --persons "
         "P12",
         0, 0, place, true},
        {"hold release",
         "ID",
         "ends a hold; others on the same records stay",
         {{"reason", "TEXT", "why", true}},
         "casekeeper hold release H1 --reason \"the inquiry has ended\"",
         1,
         1,
         release,
         true},
        {"hold list",
         "",
         "lists holds: placed ones, and those that follow by themselves from requests, complaints and claims",
         {{"in-force", "", "only those in force on the day"}},
         "casekeeper hold list --in-force",
         0,
         0,
         list},
    };
}

}  // namespace casekeeper
