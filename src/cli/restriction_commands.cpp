// SPDX-License-Identifier: MIT
#include <ostream>

#include "base/json_read.h"
#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/request_steps.h"
#include "disposal/letters_on_the_way.h"
#include "retention/restrictions.h"

namespace casekeeper {
namespace {

RestrictionOrder order_asked(const Invocation& invocation) {
    RestrictionOrder order;
    order.id = invocation.value("id");
    order.person = invocation.value("person");
    order.items = items_of(invocation, "items");
    const std::optional<RestrictionGround> ground = parse_restriction_ground(invocation.value("ground"));
    if (!ground)
        throw UsageError("\"" + invocation.value("ground") + "\" is no ground for a restriction",
                         std::string("say ") + names_of_restriction_grounds() + " (UK GDPR Art 18(1))");
    order.ground = *ground;
    order.reason = invocation.value("reason");
    order.review_on = day_given(invocation, "review-on");
    order.request = invocation.value("request");
    return order;
}

int place(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "restrict records");
    const RestrictionOrder order = order_asked(invocation);
    Register reg(invocation.store(), register_places(invocation));
    const Record placed = place_by_command(invocation.store(), order, signed_act(invocation, actor, reg));
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(ListedHold{placed, true, false}) << "\n";
    else
        invocation.out << "placed restriction " << placed.key() << " (" << *placed.value("authority")
                       << "): what it covers is kept, and used for nothing; to be looked at on "
                       << *placed.value("review_on") << "\n";
    return 0;
}

// The word owed to the person before it is lifted (Art 18(3)).
int write_word(Invocation& invocation, const std::string& id) {
    const ScheduleInForce in_force = schedule_in_force(invocation.store());
    const Record restriction = restriction_in_force(invocation.store(), id);
    const std::string person = person_restricted(invocation.store(), restriction);
    const Date day = invocation.signing_day();
    const Date lifted_on = day_given(invocation, "from").value_or(day);
    const std::string file = write_restriction_to_be_lifted(
        invocation.store(), in_force, letter_settings(invocation), restriction, person,
        invocation.value("reason"), lifted_on, day, folder_given(invocation, "write"));
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("id", id).text("letter", file).line();
    else
        invocation.out << "the letter lies in " << file << "\n";
    invocation.say("read it, send it, then: casekeeper restrict lift " + id + " --told DATE --reason TEXT");
    return 0;
}

int lift(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::dpo}, "lift a restriction");
    const std::string& id = invocation.operands.front();
    if (invocation.has("write")) return write_word(invocation, id);
    if (!invocation.has("told"))
        throw UsageError("it is not said when the person was told",
                         "casekeeper restrict lift " + id +
                             " --write DIR --reason TEXT, for the letter that tells them; then "
                             "--told DATE");
    const Date told = day_given(invocation, "told").value();
    Register reg(invocation.store(), register_places(invocation));
    const Record lifted = lift_by_command(invocation.store(), id, told, invocation.value("reason"),
                                          signed_act(invocation, actor, reg));
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
         {{"write", "DIR", "writes the letter that tells them, and lifts nothing"},
          {"from", "DATE", "with --write: the day from which it will be lifted (else today)"},
          {"told", "DATE", "the day the person was told that it will be lifted"},
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
