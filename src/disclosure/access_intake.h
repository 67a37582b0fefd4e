// SPDX-License-Identifier: MIT
//
// An access request comes in, and it is settled who asks, in which capacity, whether they may, and from which
// day the time to answer runs. Each is one unit of work with its event and register line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "custody/request_findings.h"
#include "disclosure/access_moves.h"
#include "policy/bank_holidays.h"
#include "policy/service_catalogue.h"

namespace casekeeper {

struct AccessOrder {
    std::string id;  // empty: one is made
    std::string person;
    std::string received_at;  // a moment, RFC 3339 or local, or a day
    std::string capacity = "self";
    std::string requester;         // name; empty: the person
    std::string requester_person;  // their own record, where they have one
    std::string evidence;          // of parental responsibility, or of authority to act
    std::string channel;
    std::optional<Date> from;  // of what is asked to be seen; absent: from the beginning
    std::optional<Date> to;
    std::vector<std::string> services;  // ids or groups; empty: all
    std::string format;                 // pdf, large-print, text, html; empty: pdf
    std::string delivery;
    std::string support;
    std::string route;      // adoption: a record from before an adoption, opened by a person
    std::string statement;  // what they wrote: why, on that route
};

struct AccessStanding {
    AccessCase one;
    Entitlement entitlement;
};

class AccessIntake {
public:
    // ConfigError, and nothing recorded, where the clock then needs a day beyond the known bank holidays.
    AccessIntake(Database& database, const Actor& actor, const SignedAct& act,
                 const ServiceCatalogue& catalogue, const BankHolidays& holidays);

    // InputError: nobody of that id, a day before the birth or in the future, no such service. Refused: an open
    // request of the same capacity over the same person; a record from before an adoption without its route.
    AccessCase open(const AccessOrder& order);
    // The letter that says it came in was sent.
    void acknowledge(const std::string& request, Date sent_on);
    // Whether they may ask is worked out anew after each: the case moves to `entitled`, or back.
    AccessStanding identify(const std::string& request, const IdentityFinding& finding);
    AccessStanding judge(const std::string& request, const CompetenceFinding& finding);

    // A fee, only where a request is manifestly unfounded or excessive (UK GDPR Art 12(5)).
    void ask_fee(const std::string& request, Date asked_on, const std::string& reason);
    void fee_paid(const std::string& request, Date paid_on);
    // What they want is not clear: the clock waits from the day asked to the day answered (Art 12A(5)).
    void pause(const std::string& request, Date asked_on, const std::string& question);
    void resume(const std::string& request, Date answered_on, const std::string& answer);
    // A notice of extension. Refused where it comes too late (Art 12A(4)).
    void extend(const std::string& request, Date notice_on, const std::string& reason);

private:
    AccessStanding settle(AccessMoves& moves, AccessCase one);
    // The clock can be reckoned with what the request says now.
    void replace(AccessMoves& moves, const Record& request) const;

    Database& database_;
    const Actor& actor_;
    const SignedAct& act_;
    const ServiceCatalogue& catalogue_;
    const BankHolidays& holidays_;
};

}  // namespace casekeeper
