// SPDX-License-Identifier: MIT
//
// Moves the case of an access request by the table of its workflow (policy/access_workflow.h): nothing happens
// that the state or the role forbids, and everything that happens leaves its event with the case and its line
// in the register (kind `access-sign`; the request as a keyed digest).
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "base/json_text.h"
#include "custody/request_findings.h"
#include "custody/signed_act.h"
#include "domain/record_format.h"
#include "policy/access_workflow.h"
#include "policy/roles.h"
#include "policy/who_may_ask.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

AccessState state_of(const AccessCase& one);

class AccessMoves {
public:
    AccessMoves(Database& database, const Actor& actor, const SignedAct& act);

    // Its case, opened where the request came by a load. InputError where there is no such request.
    // REQUIRES: a unit of work of kind write.
    AccessCase find(const std::string& request);
    // The request itself.
    Record record_of(const AccessCase& one);
    void replace(const Record& request) { records_.replace(request); }

    // Refused (77) where the state does not know the event, or the actor may not.
    void require(const AccessCase& one, AccessEvent event) const;
    // Refused (77) where the case is answered or closed, or the actor has none of the roles: for what is only
    // noted.
    void require_open(const AccessCase& one, std::initializer_list<Role> roles, const char* what) const;
    Entitlement entitlement(const AccessCase& one);

    // REQUIRES: require(). `facts`: what was recorded of it; the role is added.
    void move(AccessCase& one, AccessEvent event, Date on, JsonObject facts = {});
    // `digests`: of files, for the register's line too.
    void note(const AccessCase& one, const std::string& event, Date on, const JsonObject& facts = {},
              const std::vector<std::string>& digests = {});
    // The day the request was received.
    Date received_on(const AccessCase& one) const;
    // InputError where the day lies in the future or before another.
    void require_day(Date on, Date not_before, const char* option, const char* since) const;
    void require_day(const AccessCase& one, Date on, const char* option) const;
    // The day of its answer stands with the request, or none: its hold follows.
    void set_answered(const AccessCase& one, const std::optional<Date>& on);

    AccessStore& cases() { return cases_; }
    RecordStore& records() { return records_; }
    const SignedAct& act() const { return act_; }
    const Actor& actor() const { return actor_; }
    Database& database() { return database_; }

private:
    Database& database_;
    const Actor& actor_;
    const SignedAct& act_;
    AccessStore cases_;
    RecordStore records_;
};

// What can be done next, as commands to be typed.
std::vector<std::string> next_commands(const AccessCase& one);
// The first of them; of one that is at its end, what shows it.
std::string next_command(const AccessCase& one);

}  // namespace casekeeper
