// SPDX-License-Identifier: MIT
//
// The privacy statement as values: what is recorded of somebody and for what, how long it is kept and why, with
// whom it may be shared, for every service, for one, or for one person. Made from the catalogue, the schedule
// and the release rules that the jobs obey, and from decisions of their evaluator; nothing else is known here,
// so it cannot say otherwise. A statement about services has no day in it: of one configuration it is always
// the same. Of a person it says no more than they may be told: no hold, no relative, and no service that a
// release rule or a person has weighed or kept back.
//
//   sources: UK GDPR Art 12(1), 13, 14
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "policy/keeping_words.h"
#include "policy/recipient.h"
#include "policy/release_rules.h"
#include "policy/retention_schedule.h"
#include "policy/service_catalogue.h"
#include "policy/settings.h"

namespace casekeeper {

enum class Audience { child, full };

// What a statement is made from. All are kept by reference.
struct StatementSources {
    const RetentionSchedule& schedule;
    const ServiceCatalogue& catalogue;
    const ReleaseRules& rules;
    const Settings& settings;
    std::vector<Recipient> recipients;  // with whom records may be shared
};

// Services that the same rules keep.
struct StatedPart {
    std::string title;
    std::vector<int> services;  // in the catalogue
    std::vector<KeepingWords> rules;
};

// An involvement of the person's, as it was decided for the day (retention list).
struct DecidedRecord {
    std::string involvement;
    std::string service;
    std::string opened;  // ISO, like every day here
    std::optional<std::string> closed;
    std::string outcome;  // of the decision
    std::optional<std::string> retain_until;
    std::optional<std::string> rule;
    std::optional<std::string> minimise_on;
    std::optional<std::string> transfer_on;
    bool is_reduced = false;        // that was done already
    bool kept_by_a_person = false;  // who decided to keep it until then
    // For an access request a person kept it back, or is still to decide (custody/involvements_kept_back.h).
    bool is_kept_back = false;
};

enum class Keeping { goes_on, until, past, for_good, not_set };

struct StatedRecord {
    std::string involvement;
    int service = 0;    // in the catalogue
    std::string title;  // of the service
    std::string opened;
    std::optional<std::string> closed;
    Keeping keeping = Keeping::not_set;
    std::optional<std::string> until;
    std::string because;  // in sentences; empty: not told
    std::string then;     // what happens after that day
    std::optional<std::string> less_on, passed_on;
};

// A person, and what of their file may be told to them.
struct StatedPerson {
    std::string id;
    std::string salutation;
    Date day{};
    std::vector<StatedRecord> records;
    long long not_named = 0;  // involvements of which a person decides first whether they may be told
};

struct PrivacyStatement {
    Audience audience = Audience::full;
    std::optional<int> service;  // the one it is about; absent: all, or those of the person
    std::optional<StatedPerson> person;
    std::vector<StatedPart> parts;
    std::vector<KeepingWords> longer;  // rules of other services that reach these
    std::vector<Recipient> recipients;
    std::vector<Recipient> consulted;
    bool statutory = false, duty = false, voluntary = false;  // which classes of services it is about
};

// About every service, or about the one.
PrivacyStatement state_services(const StatementSources& sources, Audience audience,
                                const std::optional<int>& service);

// About the person's own records: `decided` in the order in which they are to stand. `is_child`: perhaps, on
// that day.
PrivacyStatement state_person(const StatementSources& sources, Audience audience, StatedPerson person,
                              const std::vector<DecidedRecord>& decided, bool is_child);

}  // namespace casekeeper
