// SPDX-License-Identifier: MIT
//
// The certificate of a destruction: what went, by which rule of which schedule, what was checked, who
// approved and executed in which role, when the back-ups will have aged out, and what lies beyond reach. No
// names, no dates of birth, no free text. All of it stands in the register's line too, which outlives the
// store: where the store has lost a certificate, it is made again from there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/disposal_store.h"
#include "store/erasure_store.h"

namespace casekeeper {

struct Certificate {
    long long number = 0;  // the register's line
    std::string issued_at;
    std::string action;
    std::string service;
    std::string rule;
    std::string rule_authority;
    std::string schedule_version;
    std::string schedule_digest;
    std::string trigger;    // as the rule is written: "birth + 75y"
    std::string span_from;  // years: "1998"
    std::string span_to;
    Erased counts;
    int holds_checked = 0;  // holds in the store that were asked
    int requests_checked = 0;
    std::string told_on;                  // the day its person was sent word; empty: was not
    std::string not_told_by_decision_of;  // who decided that no word is given; empty: nobody
    std::vector<Approval> approvals;      // printed with role; the account names are staff's, in their role
    std::string executed_by;
    std::string executed_as;  // in which role
    std::string method;
    std::string media;
    std::string fingerprint;  // keyed digest of the list of everything it covered
    std::string manifest;     // digest of the manifest its receiver was given; empty: nobody was given it
    std::string backups_gone_on;
    std::string system;  // the source system that still has it; empty: none
    std::string source_confirmed_on;
    // Beyond reach: what the trust gave away, and what belongs to others' records.
    long long entries_of_others = 0;   // that mention the person
    long long disclosures_shared = 0;  // information given to somebody outside
    long long exports = 0;             // written out that may hold it
};

std::string to_json(const Certificate& certificate);
// InputError where it is none.
Certificate read_certificate(const std::string& json);

// What the register's line says of it besides its own number, moment, actor, rule and counts: JSON.
std::string statement_of(const Certificate& certificate);
// The certificate that a line of the register says, in whole. InputError where it says none.
Certificate certificate_in(std::string_view register_line);

// {"involvements":1,"entries":12,"documents":3,"disclosures":0,"people":1,"stubs":0}
std::string counts_json(const Erased& counts);

}  // namespace casekeeper
