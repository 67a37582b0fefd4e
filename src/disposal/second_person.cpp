// SPDX-License-Identifier: MIT
#include "disposal/second_person.h"

#include <algorithm>

#include "base/errors.h"

namespace casekeeper {

void require_second_person(const Actor& actor, const ReviewStore::Provenance& origin, long long proposal) {
    const std::string named = "proposal " + std::to_string(proposal);
    const std::string self = actor.to_text();
    const bool is_worker =
        !origin.worker.empty() && (actor.professional == origin.worker || actor.name == origin.worker ||
                                   actor.name == origin.worker_name);
    if (is_worker)
        throw Refused(named + " is about a record that " + self + " worked on",
                      "somebody else with the role reviewer approves it: see config/roles.toml");
    if (std::find(origin.brought_in_by.begin(), origin.brought_in_by.end(), self) !=
        origin.brought_in_by.end())
        throw Refused(named + " rests on records that " + self + " loaded",
                      "somebody else with the role reviewer approves it: see config/roles.toml");
}

}  // namespace casekeeper
