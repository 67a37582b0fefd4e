// SPDX-License-Identifier: MIT
#include "policy/automatic_holds.h"

namespace casekeeper {
namespace {

std::vector<std::string> services_of(const ServiceCatalogue& catalogue, std::string_view group) {
    std::vector<std::string> ids;
    for (const int service : catalogue.matching(group))
        ids.push_back(catalogue.services()[static_cast<std::size_t>(service)].id);
    return ids;
}

// What stands behind the colon of its id.
std::string source_of(const Hold& hold) {
    return hold.id.substr(hold.id.find(':') + 1);
}

}  // namespace

AutomaticHoldRules automatic_hold_rules(const RetentionSchedule& schedule,
                                        const ServiceCatalogue& catalogue) {
    return {schedule.holds_after_answer, services_of(catalogue, "complaints"),
            services_of(catalogue, "claims")};
}

std::string authority_of_automatic(const Hold& hold) {
    if (hold.kind == "access-request") return "Data Protection Act 2018 s173";
    if (hold.kind == "deletion-request")
        return "UK GDPR art 17 and 18(1): the request is still to be settled";
    if (hold.kind == "complaint") return "Children Act 1989 s26; Local Government Act 1974 s26B";
    return "Limitation Act 1980; Civil Procedure Rules, practice direction 31B para 7";
}

std::string reason_of_automatic(const Hold& hold) {
    const std::string what = hold.kind == "access-request"     ? "access request "
                             : hold.kind == "deletion-request" ? "deletion request "
                             : hold.kind == "complaint"        ? "complaint "
                                                               : "claim ";
    return what + source_of(hold) +
           (hold.released_on ? " was settled and can be disputed until the day of release" : " is open");
}

}  // namespace casekeeper
