// SPDX-License-Identifier: MIT
//
// How a request comes in: what is asked for, who asks and whether they may (policy/who_may_ask.h), and by
// when it is answered (policy/request_clock.h). Each is one unit of work with its event and register line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "custody/entitlement.h"
#include "custody/request_findings.h"
#include "custody/signed_act.h"
#include "policy/bank_holidays.h"
#include "policy/deletion_workflow.h"
#include "policy/request_clock.h"
#include "policy/roles.h"
#include "policy/who_may_ask.h"
#include "store/database.h"
#include "store/deletion_store.h"

namespace casekeeper {

struct RequestOrder {
    RequestRight right = RequestRight::erasure;
    std::string id;  // empty: one is made
    std::string person;
    std::string received_at;  // a moment, RFC 3339 or local, or a day
    std::string capacity = "self";
    std::string requester;           // name; empty: the person
    std::string evidence;            // of parental responsibility, or of authority to act
    std::vector<std::string> scope;  // typed ids; empty: everything
    std::string ground;
    std::string statement;  // what should be right, or why they object
};

struct Standing {
    DeletionCase one;
    Entitlement entitlement;
};

class RequestIntake {
public:
    RequestIntake(Database& database, const Actor& actor, const SignedAct& act, RequestRight right);

    // InputError: nobody of that id, a day before the birth or in the future, an item that is not there or is
    // another person's. Refused: an open request over the same things.
    DeletionCase open(const RequestOrder& order);
    // Whether they may ask is worked out anew after each: the case moves to `entitled`, or back.
    Standing identify(const std::string& request, const IdentityFinding& finding);
    Standing judge(const std::string& request, const CompetenceFinding& finding);
    // A notice of extension. Refused where it comes too late (UK GDPR Art 12A(4)).
    void extend(const std::string& request, Date notice_on, const std::string& reason);

private:
    Standing settle(DeletionCase one, const Record& request);
    std::string show_command(const std::string& request) const;

    Database& database_;
    const Actor& actor_;
    const SignedAct& act_;
    const RequestRight right_;
};

}  // namespace casekeeper
