// SPDX-License-Identifier: MIT
//
// Chains a child's episodes into looked-after periods, as records keep them:
//
//   RNE S          L P T B U         REC X1            another REC, with DEC
//   begins a  -->  go on with  -->   goes on with  --> ends the period
//   period         the period        the next one
//
// An episode also begins a period, with a warning, where the one before it ended the period or ended on an
// earlier day. Nothing is ever taken to have ended on a guess: a period whose last episode has no DEC, no
// REC, an unknown REC or X1 stays open, with a warning unless it is plainly going on. Yearly returns tell
// only of their year, so a period that began earlier is joined to the one that the store knows.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "intake/ssda903_rows.h"

namespace casekeeper {

// A looked-after involvement that the store has already. `service`, `attributes` and `events` may be left
// empty; where they are given, what a later return does not repeat is kept.
struct KnownPeriod {
    std::string involvement;
    Date opened{};
    std::optional<Date> closed;
    std::string service = {};
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::vector<std::pair<std::string, std::string>> events = {};
};

struct LookedAfterPeriod {
    std::string involvement;  // its id
    Date opened{};
    std::optional<Date> closed;
    std::string reason_ceased;         // REC of the episode that closed it; empty while open
    std::vector<EpisodeRow> episodes;  // in the order of their beginnings; at least one
    std::optional<KnownPeriod> known;  // the stored period it belongs to
    bool store_knows_more = false;  // the store knows an end later than this return reaches: not to be stored
};

// The id of the period that began on the day.
std::string period_id(const std::string& child, Date opened);
// Whether an id was made so for the child; involvements of other sources are left to those.
bool is_period_of(const std::string& child, const std::string& involvement);

// In the order of their beginnings. REQUIRES: no two episodes begin on one day (settle()); `known` is the
// child's own.
std::vector<LookedAfterPeriod> chain_episodes(const std::string& child, std::vector<EpisodeRow> episodes,
                                              const std::vector<KnownPeriod>& known,
                                              const std::vector<YearlyReturn>& returns,
                                              RowFindings& findings);

// What the episodes say of death and adoption.
struct EndsOfCare {
    bool died = false;
    std::optional<Date> died_on;
    bool adopted = false;
    std::optional<Date> adopted_on;  // of the latest order
};

// A death (REC E2) that another episode contradicts, beginning or lasting beyond it, is an error and is not
// taken as a fact: it would let records go sooner.
EndsOfCare ends_of_care(const std::string& child, const std::vector<LookedAfterPeriod>& periods,
                        RowFindings& findings);

}  // namespace casekeeper
