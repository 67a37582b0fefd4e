// SPDX-License-Identifier: MIT
//
// Moves the case of a request by the table of its workflow (policy/deletion_workflow.h): nothing happens that
// the state or the role forbids, and everything that happens leaves its event with the case and its line in
// the register (kind `deletion-warn`, `correction-grant`; the request as a keyed digest).
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "base/json_text.h"
#include "custody/request_findings.h"
#include "custody/signed_act.h"
#include "domain/record_format.h"
#include "policy/deletion_workflow.h"
#include "policy/roles.h"
#include "store/deletion_store.h"
#include "store/record_store.h"

namespace casekeeper {

RequestRight right_of(const DeletionCase& one);
DeletionState state_of(const DeletionCase& one);
// "deletion", "correction", "objection": the group of commands, and how the register calls it.
const char* group_of(RequestRight right);

class CaseMoves {
public:
    CaseMoves(Database& database, const Actor& actor, const SignedAct& act, RequestRight right);

    // Its case, opened where the request came by a load. InputError where there is no such request of this
    // kind. REQUIRES: a unit of work of kind write.
    DeletionCase find(const std::string& request);
    // The request itself. Refused where it has ended with the record.
    Record record_of(const DeletionCase& one);
    void replace(const Record& request) { records_.replace(request); }

    // Refused (77) where the state does not know the event, or the actor may not.
    void require(const DeletionCase& one, DeletionEvent event) const;
    // Refused (77) where the case is closed or executed, or the actor has none of the roles: for what is only
    // noted.
    void require_open(const DeletionCase& one, std::initializer_list<Role> roles, const char* what) const;
    // Refused (77) where whoever asked may not, or may not any more: somebody may have died or come of age since.
    void require_entitled(const DeletionCase& one);
    // REQUIRES: require(). `facts`: what was recorded of it; the role and state are added.
    void move(DeletionCase& one, DeletionEvent event, Date on, JsonObject facts = {});
    void note(const DeletionCase& one, const char* event, Date on, JsonObject facts = {});

    // InputError where the day lies after the day of the act or before an earlier one. `option`: "--given".
    void require_day(Date on, Date not_before, const char* option, const char* since) const;

    DeletionStore& cases() { return cases_; }
    RecordStore& records() { return records_; }
    const SignedAct& act() const { return act_; }
    const Actor& actor() const { return actor_; }

private:
    void write_line(const DeletionCase& one, const std::string& event);

    Database& database_;
    const Actor& actor_;
    const SignedAct& act_;
    const RequestRight right_;
    DeletionStore cases_;
    RecordStore records_;
};

// What can be done next, as commands to be typed.
std::vector<std::string> next_commands(const DeletionCase& one);

}  // namespace casekeeper
