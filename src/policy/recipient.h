// SPDX-License-Identifier: MIT
//
// A kind of people or bodies to whom information of a record may go, for which services, and why: as the
// privacy statement tells it (UK GDPR Art 13(1)(c), (e), 14(1)(e)). Kinds, never somebody by name. Comes from
// the rules of release, and from nowhere else.
#pragma once

#include <string>
#include <vector>

#include "policy/release_rules.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

struct Recipient {
    RecipientKind kind;  // without services: of every one
    std::string why;     // in words; empty: what the lawful bases say
};

// The kinds with whom the rules of release let information be shared ([[recipient]]).
std::vector<Recipient> recipients_of(const ReleaseRules& rules);

// Whom the rules of release have asked before something is shown or kept back: they learn what it is about.
std::vector<Recipient> those_consulted(const ReleaseRules& rules);

// May something of this service go to them?
bool is_of_service(const Recipient& recipient, const ServiceCatalogue& catalogue, int service);

// When something goes to them: "if you agree, or if the law says that we must".
std::string why_in_words(const Recipient& recipient);

}  // namespace casekeeper
