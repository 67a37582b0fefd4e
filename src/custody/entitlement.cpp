// SPDX-License-Identifier: MIT
#include "custody/entitlement.h"

#include "base/json_read.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

void read_identity(const std::string& facts, Asking& asking) {
    if (json_value_at(facts, "known") == "true" || !json_text_at(facts, "received_on").empty())
        asking.identity_settled = true;
    if (!json_text_at(facts, "evidence").empty()) asking.has_evidence = true;
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

}  // namespace

Entitlement entitlement_of(Database& database, const Record& request, const std::vector<CaseEvent>& events,
                           Date day) {
    Asking asking;
    const std::string requester = request.value("requester").value_or("{}");
    asking.capacity = parse_capacity(json_text_at(requester, "capacity")).value_or(Capacity::self);
    asking.has_evidence = !json_text_at(requester, "evidence").empty();
    asking.on = day;
    if (const std::optional<CaseFile> file = FactStore(database).file_of(*request.value("person")))
        for (const PersonFacts& record : file->people) {
            asking.is_dead = asking.is_dead || record.died;
            if (record.id == *request.value("person")) asking.born = record.birth;
        }
    // Evidence that came with a load settles identity too.
    if (!json_text_at(request.value("identity").value_or("{}"), "received_on").empty())
        asking.identity_settled = true;
    for (const CaseEvent& event : events) {
        if (event.event == "identity") read_identity(event.facts, asking);
        if (event.event == "competence") read_competence(event.facts, asking);
    }
    return who_may_ask(asking);
}

}  // namespace casekeeper
