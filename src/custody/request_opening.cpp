// SPDX-License-Identifier: MIT
#include "custody/request_opening.h"

#include <algorithm>

#include "base/errors.h"
#include "base/json_text.h"
#include "policy/who_may_ask.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t longest_id = 64;

std::string in_quotes(const std::string& text) {
    return "\"" + text + "\"";
}

}  // namespace

CaseFile file_asked_about(Database& database, const std::string& person) {
    FactStore facts(database);
    std::optional<CaseFile> file;
    if (RecordStore(database).has_person(person) && !facts.is_stub(person)) file = facts.file_of(person);
    if (!file)
        throw InputError("there is nobody " + in_quotes(person) + " in the store",
                         "casekeeper retention list shows whose records there are");
    return std::move(*file);
}

void require_received(const std::string& received_at, const CaseFile& file, Date today,
                      const std::string& open) {
    const std::optional<Date> on = local_day(received_at);
    if (!on)
        throw UsageError("--received " + in_quotes(received_at) + " is no day and no moment",
                         "write it as 2026-11-30 or 2026-11-30T14:05");
    if (*on > today)
        throw InputError("--received " + to_text(*on) + " is in the future",
                         "open the request on the day it comes in, or later");
    for (const PersonFacts& record : file.people)
        if (record.birth && *on < record.birth->earliest)
            throw InputError("--received " + to_text(*on) + " is before the person was born",
                             open + " --received DATE, the day on which it came in");
}

std::string new_request_id(const std::string& given, const std::string& letter, long long number,
                           const std::function<bool(const std::string&)>& is_taken) {
    if (given.empty())
        for (;; ++number)
            if (std::string id = letter + std::to_string(number); !is_taken(id)) return id;
    const bool printable =
        std::all_of(given.begin(), given.end(), [](unsigned char one) { return one > ' ' && one != 127; });
    if (given.size() > longest_id || !printable)
        throw UsageError("--id " + in_quotes(given) + " is no id",
                         "1 to 64 printable characters without spaces, e.g. " + letter + "-2026-17");
    if (is_taken(given))
        throw InputError("there is a request " + in_quotes(given) + " already",
                         "leave --id out, and it gets the next number");
    return given;
}

std::string requester_json(const RequesterGiven& requester) {
    if (!parse_capacity(requester.capacity))
        throw UsageError("--by " + in_quotes(requester.capacity) + " is no capacity",
                         "self, parent, representative, attorney or other");
    JsonObject json;
    if (!requester.name.empty()) json.text("name", requester.name);
    json.text("capacity", requester.capacity);
    if (!requester.evidence.empty()) json.text("evidence", requester.evidence);
    if (!requester.person.empty()) json.text("person", requester.person);
    return json.json();
}

}  // namespace casekeeper
