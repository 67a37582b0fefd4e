// SPDX-License-Identifier: MIT
//
// What is proposed to be kept back of one part of a record, from one reader, and why. Pure: the rules are
// config/release_rules.toml. A proposal never decides: a person answers each one. What the reader said or
// gave themselves is theirs; a worker in their role is never hidden for being named (DPA 2018 Sch 2 para 17);
// what the law bars is "barred", whatever anybody flagged.
#pragma once

#include <string>
#include <vector>

#include "policy/release_rules.h"
#include "policy/who_may_ask.h"

namespace casekeeper {

// Somebody whom a part would give away.
struct ThirdParty {
    std::string key;                // "person:P2", "professional:W1", "name:Jane Roe"
    std::string relation;           // as recorded: "neighbour"
    std::string professional_kind;  // empty: not here as a professional
    bool is_subject = false;
    bool known_to_subject = false;
    std::string consent;     // "given", "refused", "not-asked", "impossible"; empty: nothing is recorded
    bool is_source = false;  // who gave what is written here
};

struct PartFacts {
    std::string item;  // "entry:E7"
    std::string kind;
    std::string kind_of_entry;  // of a document: of the entry that it lies beside
    std::string topic;
    std::string service;                        // of the involvement it lies in
    std::vector<std::string> further_services;  // of a document: of the further involvements it lies in
    std::string classification;                 // as recorded; empty: it is not
    std::string author_kind;                    // professional kind
    std::string provider_kind;
    bool in_confidence = false;
    bool provided_by_subject = false;
    bool has_subject_words = false;  // what the person said, as somebody wrote it down
    std::vector<std::string> flags;
    std::vector<ThirdParty> third_parties;
    bool known_to_subject = false;  // the person has seen it or knows it
    std::string known_because;      // addressed to them, sent by them, shown in an earlier pack
    bool has_text = true;           // false: a document that nobody here can read
};

struct Reader {
    Capacity capacity = Capacity::self;
    bool subject_is_child = false;  // under 18 on the day
    std::string route;              // "adoption", or empty
};

struct ReleaseProposal {
    std::string item;
    std::string rule;
    std::string about;  // the third party's key; empty: the part as a whole
    std::string proposal;
    std::string why;  // for the person who decides; names nobody
    bool operator==(const ReleaseProposal&) const = default;
};

// "health", "education" or "social-work". Health goes first: whatever is recorded as health, written or given
// by a health professional or about health is health data, under any other label. Otherwise what is recorded
// counts; where nothing is, author, provider, topic and service tell; else it is social work.
// DPA 2018 Sch 3 para 2, 7(1), 17.
std::string classified(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const PartFacts& part);

// One for each rule and whom it is about, ordered by rule, about.
std::vector<ReleaseProposal> proposals_for(const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                                           const PartFacts& part, const Reader& reader);

// May the reader be told, without a person deciding it, that a service is recorded? By the same rules, asked of
// an involvement; what people take up by choice they know of themselves. Of an unknown service: no.
bool may_be_named(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const std::string& service,
                  const Reader& reader);

}  // namespace casekeeper
