// SPDX-License-Identifier: MIT
#include "custody/entitlement.h"

#include <algorithm>

#include "base/json_read.h"
#include "custody/requester.h"
#include "policy/roles.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

void read_identity(const std::string& facts, Asking& asking) {
    if (!json_text_at(facts, "doubt").empty()) {
        // Nothing that was shown by somebody who may be another speaks for who asks now.
        asking.identity_settled = asking.has_authority = asking.adoption.is_confirmed = false;
        return;
    }
    if (!json_text_at(facts, "authority").empty()) asking.has_authority = true;
    if (json_value_at(facts, "known") != "true" && json_text_at(facts, "received_on").empty()) return;
    asking.identity_settled = true;
    if (json_text_at(facts, "role") == to_text(Role::dpo)) asking.adoption.is_confirmed = true;
}

void read_competence(const std::string& facts, Asking& asking) {
    Competence competence;
    competence.competent = json_value_at(facts, "competent") == "true";
    competence.impaired = json_value_at(facts, "impaired") == "true";
    competence.assessor = json_text_at(facts, "assessor");
    competence.on = parse_date(json_text_at(facts, "on")).value_or(Date{});
    competence.basis = json_text_at(facts, "basis");
    asking.competence = competence;
    if (const std::string agrees = json_value_at(facts, "agrees"); !agrees.empty())
        asking.person_agrees = agrees == "true";
    if (!json_text_at(facts, "best_interests").empty()) asking.in_best_interests = true;
}

void read_adoption(Database& database, const Record& request, const CaseFile& file, AdoptionRoute& route) {
    route.is_before = is_from_before_adoption(database, file);
    route.is_taken = request.value("route") == "adoption";
    route.has_reasons =
        request.value("statement").value_or("").find_first_not_of(" \t\r\n") != std::string::npos;
}

void read_person(const CaseFile& file, const std::string& person, Asking& asking) {
    for (const PersonFacts& record : file.people) {
        asking.is_dead = asking.is_dead || record.died;
        if (record.id == person) asking.born = record.birth;
    }
}

}  // namespace

bool is_from_before_adoption(Database& database, const CaseFile& file) {
    FactStore facts(database);
    return std::any_of(file.people.begin(), file.people.end(),
                       [&](const PersonFacts& record) { return !facts.adopted_as(record.id).empty(); });
}

Asking asking_of(Database& database, const Record& request, const std::vector<CaseEvent>& events, Date day) {
    Asking asking;
    asking.capacity = capacity_of(request);
    asking.has_authority = !json_text_at(request.value("requester").value_or("{}"), "evidence").empty();
    asking.on = day;
    const CaseFile file = FactStore(database).file_of(*request.value("person")).value_or(CaseFile{});
    read_person(file, *request.value("person"), asking);
    if (request.type == RecordType::access_request) read_adoption(database, request, file, asking.adoption);
    // Evidence that came with a load settles identity too.
    if (!json_text_at(request.value("identity").value_or("{}"), "received_on").empty())
        asking.identity_settled = true;
    for (const CaseEvent& event : events) {
        // Only a data protection officer opens a request by this route.
        if (event.event == "open" && json_text_at(event.facts, "route") == "adoption")
            asking.adoption.is_confirmed = true;
        if (event.event == "identity") read_identity(event.facts, asking);
        if (event.event == "competence") read_competence(event.facts, asking);
    }
    return asking;
}

Entitlement entitlement_of(Database& database, const Record& request, const std::vector<CaseEvent>& events,
                           Date day) {
    return who_may_ask(asking_of(database, request, events, day));
}

std::string command_to_settle(const Entitlement& entitlement, const std::string& group,
                              const std::string& request) {
    const std::string commands = "casekeeper " + group + " ";
    const std::string refuse = commands + "decide " + request + " --refuse --reason TEXT";
    if (entitlement.answer == Entitlement::Answer::not_entitled) return refuse;
    // What they wrote came with the request: nothing else can be put in its place.
    if (entitlement.lacks_reasons)
        return refuse + ", and when it is closed: " + commands +
               "open --person ID --route adoption --statement TEXT";
    if (entitlement.lacks_authority) return commands + "verify-identity " + request + " --authority TEXT";
    return commands + "verify-identity " + request + " --known --how TEXT, or competence " + request +
           " --competent yes --assessor NAME --basis TEXT";
}

}  // namespace casekeeper
