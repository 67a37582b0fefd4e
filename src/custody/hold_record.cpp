// SPDX-License-Identifier: MIT
#include "custody/hold_record.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "policy/did_you_mean.h"
#include "store/decision_store.h"
#include "store/hold_store.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_id = 64;

std::optional<std::string> text_of(const std::optional<Date>& day) {
    return day ? std::optional(to_text(*day)) : std::nullopt;
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

// As the bundle has it, its keys in the format's order.
std::string scope_json(const Hold& hold) {
    JsonObject scope;
    const auto add = [&](const char* name, const std::vector<std::string>& values) {
        if (!values.empty()) scope.texts(name, values);
    };
    add("persons", hold.persons);
    add("involvements", hold.involvements);
    add("services", hold.services);
    if (hold.opened_from) scope.text("opened_from", to_text(*hold.opened_from));
    if (hold.opened_to) scope.text("opened_to", to_text(*hold.opened_to));
    add("words", hold.words);
    add("items", hold.items);
    return scope.json();
}

// Kind and digest: the register names no record in clear.
std::string facts_of(const Record& hold, const Pseudonyms& pseudonyms) {
    JsonObject facts;
    facts.text("hold", pseudonyms.of_record("hold", hold.key())).text("kind", *hold.value("kind"));
    if (hold.value("told_on")) facts.text("told_on", *hold.value("told_on"));
    return facts.json();
}

}  // namespace

Record record_of_hold(const Hold& hold, const std::string& authority, const std::string& reason) {
    Record record{RecordType::hold, {}};
    record.values.resize(format_of(RecordType::hold).fields.size());
    record.set("id", unless_empty(hold.id));
    record.set("kind", unless_empty(hold.kind));
    record.set("authority", unless_empty(authority));
    record.set("reason", unless_empty(reason));
    record.set("from", to_text(hold.from));
    record.set("scope", scope_json(hold));
    record.set("review_on", text_of(hold.review_on));
    record.set("released_on", text_of(hold.released_on));
    return record;
}

std::string unused_hold_id(Database& database) {
    RecordStore records(database);
    for (long long number = 1;; ++number)
        if (std::string id = "H" + std::to_string(number); !records.find(RecordType::hold, id)) return id;
}

void check_new_hold_id(Database& database, const std::string& id) {
    const auto is_control = [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    };
    if (id.empty() || id.size() > longest_id || id.front() == ' ' || id.back() == ' ' ||
        std::any_of(id.begin(), id.end(), is_control))
        throw UsageError(in_quotes(id) + " is no id of a hold", "1 to 64 printable characters, e.g. --id H7");
    if (is_automatic_hold(id))
        throw InputError(
            "ids that begin like " + in_quotes(id) + " are those of holds that follow by themselves",
            "take another, e.g. --id H7, or leave --id out");
    if (RecordStore(database).find(RecordType::hold, id))
        throw InputError("there is a hold " + id + " already", "take another id, or leave --id out");
}

void add_hold(Database& database, const Record& hold, const SignedAct& act) {
    RecordStore records(database);
    records.add(hold);
    records.add_to_count(RecordType::hold, 1);
    records.set_person_references(RecordType::hold, hold.key(),
                                  json_texts_at(*hold.value("scope"), "persons"), true);
    RegisterStore(database).append({act.at, "hold-placed", act.actor, facts_of(hold, act.pseudonyms)});
}

Record end_hold(Database& database, Record hold, const std::string& reason, const SignedAct& act) {
    hold.set("released_on", to_text(act.day));
    hold.set("released_by", act.actor);
    hold.set("release_reason", reason);
    RecordStore(database).replace(hold);
    DecisionStore(database).mark_held_by(hold.key());
    RegisterStore(database).append({act.at, "hold-released", act.actor, facts_of(hold, act.pseudonyms)});
    return hold;
}

}  // namespace casekeeper
