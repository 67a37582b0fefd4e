// SPDX-License-Identifier: MIT
//
// What a pack says around the record itself: the services it comes from and how long each is kept, where we
// looked, when nothing was written, what was destroyed before and why, who is who, and who else may hold
// something. Read once from the store before a pack is written.
//
//   sources: UK GDPR Art 15(1)(a) to (h); the ICO's report on care records of 9 December 2025 (unexplained gaps)
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "disclosure/pack_ledger.h"
#include "disclosure/pack_parts.h"
#include "domain/case_file.h"
#include "policy/release_proposals.h"
#include "store/access_store.h"

namespace casekeeper {

struct PackGround;

struct HeldService {
    std::string involvement;
    std::string title;
    std::string purpose;    // "to do what the law asks of us"
    std::string authority;  // the law it is given under; empty: none
    Date opened{};
    std::optional<Date> closed;
    std::string until;    // ISO; empty: no day is known yet
    std::string because;  // title of the rule, or that it goes with the rest; empty: none is
};

// A stretch in which a service was open and nothing was written.
struct QuietTime {
    std::string title;  // of the service
    Date from{};
    Date to{};
};

struct DestroyedBefore {
    std::string on;     // ISO
    std::string title;  // of the service, where it may be named
    std::string because;
    std::string from_year, to_year;
    long long certificate = 0;
};

struct PlaceSearched {
    std::string place, terms, result, on;
    std::string lost;  // what is believed lost there; empty: nothing
};

// Of who worked with the person: seen between two days.
struct WorkerSeen {
    std::string key;  // professional:W1
    std::string first_day, last_day;
};

struct PackFacts {
    std::vector<HeldService> services;
    std::vector<QuietTime> quiet;
    std::vector<DestroyedBefore> destroyed;
    std::vector<PlaceSearched> searched;
    std::vector<WorkerSeen> workers;
    std::set<std::string> sources;     // organisations that wrote or gave something
    std::set<std::string> recipients;  // of what was shared
    // Some are left out, for all of their part is kept back.
    bool sources_kept = false;
    bool recipients_kept = false;
    bool services_kept = false;
    std::set<std::string> systems;               // where else the record lies
    std::vector<std::size_t> first_of_services;  // parts: why each service began
    std::vector<std::size_t> decisions;          // parts
    std::vector<std::size_t> own_words;
    std::vector<std::size_t> keepsakes;  // documents
};

// `reader`: who reads it. `least_quiet_months`: shorter silences are not told.
PackFacts pack_facts(const PackGround& ground, const CaseFile& file, const std::vector<PackPart>& parts,
                     const PackLedger& ledger, const std::vector<CaseEvent>& events, const Reader& reader,
                     int least_quiet_months = 12);

}  // namespace casekeeper
