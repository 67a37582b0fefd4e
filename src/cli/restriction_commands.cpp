// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>

#include "base/json_read.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "custody/register.h"
#include "retention/restrictions.h"

namespace casekeeper {
namespace {

std::optional<Date> day_of(const Invocation& invocation, const char* option) {
    if (!invocation.has(option)) return std::nullopt;
    const std::string written = invocation.value(option);
    const std::optional<Date> day = parse_date(written);
    if (!day)
        throw UsageError("--" + std::string(option) + " \"" + written + "\" is no day",
                         "write it as 2026-11-30, in the years 1000 to 2999");
    return day;
}

// An id may have commas: what follows a comma belongs to the one before, unless it says its own type.
std::vector<std::string> items_of(const Invocation& invocation) {
    static constexpr const char* types[] = {"involvement:", "entry:", "document:"};
    const auto is_typed = [](const std::string& text) {
        return std::any_of(std::begin(types), std::end(types),
                           [&](const char* type) { return text.starts_with(type); });
    };
    std::vector<std::string> items;
    for (const std::string& given : invocation.values("items"))
        for (std::size_t from = 0, first = items.size(); from <= given.size();) {
            const std::size_t to = std::min(given.find(',', from), given.size());
            std::string part = given.substr(from, to - from);
            const std::size_t start = part.find_first_not_of(' ');
            from = to + 1;
            if (start == std::string::npos) continue;
            if (is_typed(part.substr(start)) || items.size() == first)
                items.push_back(part.substr(start));
            else
                items.back() += ',' + part;
        }
    return items;
}

RestrictionOrder order_asked(const Invocation& invocation) {
    RestrictionOrder order;
    order.id = invocation.value("id");
    order.person = invocation.value("person");
    order.items = items_of(invocation);
    const std::optional<RestrictionGround> ground = parse_restriction_ground(invocation.value("ground"));
    if (!ground)
        throw UsageError("\"" + invocation.value("ground") + "\" is no ground for a restriction",
                         std::string("say ") + names_of_restriction_grounds() + " (UK GDPR Art 18(1))");
    order.ground = *ground;
    order.reason = invocation.value("reason");
    order.review_on = day_of(invocation, "review-on");
    order.request = invocation.value("request");
    return order;
}

SignedAct act_of(Invocation& invocation, const Actor& actor, Register& reg) {
    return {actor.to_text(), invocation.clock.now(), invocation.signing_day(), reg.pseudonyms()};
}

int place(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "restrict records");
    const RestrictionOrder order = order_asked(invocation);
    Register reg(invocation.store(), register_places(invocation));
    const Record placed = place_by_command(invocation.store(), order, act_of(invocation, actor, reg));
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(ListedHold{placed, true, false}) << "\n";
    else
        invocation.out << "placed restriction " << placed.key() << " (" << *placed.value("authority")
                       << "): what it covers is kept, and used for nothing; to be looked at on "
                       << *placed.value("review_on") << "\n";
    return 0;
}

int lift(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::dpo}, "lift a restriction");
    const std::string& id = invocation.operands.front();
    const Date told = day_of(invocation, "told").value();
    Register reg(invocation.store(), register_places(invocation));
    const Record lifted = lift_by_command(invocation.store(), id, told, invocation.value("reason"),
                                          act_of(invocation, actor, reg));
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(ListedHold{lifted, false, false}) << "\n";
    else
        invocation.out << "lifted restriction " << id << "; the next night decides again on what it held\n";
    return 0;
}

// "person P1", "involvement:I1, entry:E7"; of one that came by a load whatever it names.
std::string covered_in_words(const std::string& scope) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : ", ") + one; };
    for (const std::string& person : json_texts_at(scope, "persons")) add("person:" + person);
    for (const std::string& involvement : json_texts_at(scope, "involvements"))
        add("involvement:" + involvement);
    for (const std::string& item : json_texts_at(scope, "items")) add(item);
    return words.empty() ? scope : words;
}

std::string in_words(const ListedHold& listed) {
    const Record& restriction = listed.record;
    std::string line = restriction.key() + "\t";
    if (restriction.value("released_on")) {
        line += "lifted on " + *restriction.value("released_on");
        if (restriction.value("told_on")) line += ", told on " + *restriction.value("told_on");
    } else {
        line += (listed.in_force ? "restricted since " : "restricted from ") + *restriction.value("from");
        if (restriction.value("review_on")) line += ", to be looked at on " + *restriction.value("review_on");
    }
    return line + "\t" + covered_in_words(*restriction.value("scope")) + "\t" +
           restriction.value("authority").value_or("") + ": " + restriction.value("reason").value_or("");
}

int list(Invocation& invocation) {
    invocation.require_reader("read restrictions");
    list_restrictions(invocation.store(), invocation.day(), [&](const ListedHold& listed) {
        if (invocation.has("in-force") && !listed.in_force) return;
        invocation.out << (invocation.format == OutputFormat::json ? to_json(listed) : in_words(listed))
                       << "\n";
    });
    return 0;
}

}  // namespace

std::vector<CommandRow> restriction_commands() {
    return {
        {"restrict place",
         "",
         "restricts records (UK GDPR Art 18): they are kept, and used for nothing",
         {
             {"items", "ITEMS", "involvements, entries, documents by typed id; a list with commas", false,
              true},
             {"person", "ID", "the person's whole record, that of joined records too"},
             {"ground", "GROUND",
              "accuracy (they contest it), unlawful (they want it kept), claims (they need it) or objection "
              "(theirs is pending)",
              true},
             {"reason", "TEXT", "why, in a sentence", true},
             {"review-on", "DATE", "when to look whether it is still needed (else in a month)"},
             {"request", "ID", "the request it follows from"},
             {"id", "ID", "its id (else one is made: H1, H2, ...)"},
         },
         "casekeeper restrict place --items entry:E7 --ground accuracy --reason \"they say it was not them\"",
         0,
         0,
         place,
         true},
        {"restrict lift",
         "ID",
         "lifts a restriction; the person must have been told before (UK GDPR Art 18(3))",
         {{"told", "DATE", "the day the person was told that it will be lifted", true},
          {"reason", "TEXT", "why, in a sentence", true}},
         "casekeeper restrict lift H1 --told 2026-11-20 --reason \"the entry was verified\"",
         1,
         1,
         lift,
         true},
        {"restrict list",
         "",
         "lists restrictions, those that were lifted too",
         {{"in-force", "", "only those in force on the day"}},
         "casekeeper restrict list --in-force",
         0,
         0,
         list},
    };
}

}  // namespace casekeeper
