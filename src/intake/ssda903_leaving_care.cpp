// SPDX-License-Identifier: MIT
#include "intake/ssda903_leaving_care.h"

#include <algorithm>

namespace casekeeper {
namespace {

constexpr Period sixteen{16, 0, 0};
constexpr Period eighteen{18, 0, 0};

std::string text_of(const std::optional<Date>& day) {
    return day ? to_text(*day) : "";
}

bool was_adopted(const ChildFile& file) {
    return file.ends.adopted ||
           std::any_of(file.known.begin(), file.known.end(), [](const KnownPeriod& known) {
               return std::any_of(known.events.begin(), known.events.end(),
                                  [](const auto& event) { return event.first == "adopted"; });
           });
}

// The day the row's return reaches; where that is not known, the latest that any return of the load reaches.
std::optional<Date> day_reached(const ChildFile& file, const RowOrigin& origin) {
    if (const std::optional<Date> day = file.returns[origin.in_return].as_of()) return day;
    std::optional<Date> latest;
    for (const YearlyReturn& yearly : file.returns) latest = std::max(latest, yearly.as_of());
    return latest;
}

struct LeftCare {
    bool still_open = false;
    std::optional<Date> on;  // the end of the last period
};

LeftCare left_care(const ChildFile& file) {
    LeftCare result;
    const auto add = [&](const std::optional<Date>& closed) {
        result.still_open = result.still_open || !closed;
        result.on = std::max(result.on, closed);
    };
    for (const LookedAfterPeriod& period : file.periods)
        add(period.store_knows_more ? period.known->closed : period.closed);
    for (const KnownPeriod& known : file.known)
        if (std::none_of(file.periods.begin(), file.periods.end(),
                         [&](const LookedAfterPeriod& p) { return p.involvement == known.involvement; }))
            add(known.closed);
    return result;
}

// Why the row makes no care leaver; empty where it does.
std::string why_none(const ChildFile& file, const std::optional<Date>& reached) {
    if (was_adopted(file)) return "care leaver information of an adopted child";
    if (file.ends.died) return "care leaver information of a child who died in care";
    const Date born = *file.header.origin.born;
    if (reached && add(born, sixteen, Rounding::never_early) > *reached)
        return "care leaver information of a child under 16";
    return "";
}

// A decision that the child should be placed for adoption, and what became of it.
struct AdoptionCase {
    Place place;
    std::optional<Date> reversed, matched, ordered;
    std::string reason_reversed;
};
using AdoptionCases = std::map<Date, AdoptionCase>;

void add_adopted_rows(const ChildFile& file, AdoptionCases& cases, RowFindings& findings) {
    for (const AdoptionRow& row : file.rows.adoptions) {
        if (!file.ends.adopted)
            findings.warn(row.origin.place,
                          "child " + file.child + ": AD1, yet no episode ends with E11 or E12");
        auto found = cases.find(row.decided);
        if (found == cases.end() && !file.rows.placed.empty()) {
            findings.warn(row.origin.place,
                          "child " + file.child + ": DATE_INT is no DATE_PLACED; put to the latest decision");
            found = std::prev(cases.end());
        }
        if (found == cases.end())
            found = cases.emplace(row.decided, AdoptionCase{row.origin.place, {}, {}, {}, ""}).first;
        found->second.matched = row.matched;
    }
}

const Place& place_of_order(const ChildFile& file) {
    const Place* place = &file.header.origin.place;
    for (const LookedAfterPeriod& period : file.periods)
        for (const EpisodeRow& episode : period.episodes)
            if (episode.ended == file.ends.adopted_on && !episode.reason_ceased.empty())
                place = &episode.origin.place;
    return *place;
}

void add_order(const ChildFile& file, AdoptionCases& cases, RowFindings& findings) {
    const Date ordered = *file.ends.adopted_on;
    auto decision = cases.upper_bound(ordered);
    if (decision == cases.begin()) {
        const Place& place = place_of_order(file);
        findings.warn(place, "child " + file.child +
                                 ": adopted, yet neither AD1 nor a decision to place is told: "
                                 "an adoption record of the order alone is made");
        decision = cases.emplace(ordered, AdoptionCase{place, {}, {}, {}, ""}).first;
    } else {
        --decision;
    }
    decision->second.ordered = ordered;
    if (decision->second.reversed)
        findings.warn(
            decision->second.place,
            "child " + file.child + ": adopted, yet DATE_PLACED_CEASED says that the decision was reversed");
}

// An order on an unknown day: nothing may count from the reversal of a decision that was carried out after
// all.
void keep_open(const ChildFile& file, AdoptionCases& cases, RowFindings& findings) {
    AdoptionCase& latest = std::prev(cases.end())->second;
    findings.warn(latest.place, "child " + file.child + ": adopted, but no DEC gives the day: stays open");
    latest.reversed.reset();
}

Record adoption_record(const std::string& child, Date decided, const AdoptionCase& adoption) {
    Words events;
    if (adoption.matched) events["matched"] = to_text(*adoption.matched);
    if (adoption.ordered) events["order-made"] = to_text(*adoption.ordered);
    Words attributes;
    if (!adoption.reason_reversed.empty()) attributes["reason-reversed"] = adoption.reason_reversed;
    return make_record(RecordType::involvement,
                       {{"id", "ssda903:" + child + ":adoption:" + to_text(decided)},
                        {"person", child},
                        {"service", "adoption-placement"},
                        {"opened", to_text(decided)},
                        {"closed", text_of(adoption.ordered ? adoption.ordered : adoption.reversed)},
                        {"closure_reason", adoption.ordered    ? "adoption order made"
                                           : adoption.reversed ? "decision to place for adoption reversed"
                                                               : ""},
                        {"system", "SSDA903 return"},
                        {"events", words_json(events)},
                        {"attributes", words_json(attributes)}});
}

}  // namespace

void add_care_leaver(const ChildFile& file, Ssda903Records& records, RowFindings& findings) {
    for (const CareLeaverRow& row : file.rows.care_leaver) {
        if (row.in_touch == "DIED") continue;
        const std::optional<Date> reached = day_reached(file, row.origin);
        if (const std::string why = why_none(file, reached); !why.empty()) {
            findings.reject(row.origin.place, "child " + file.child + ": " + why, Severity::warning);
            continue;
        }
        const Date born = *file.header.origin.born;
        const bool of_age = !reached || add(born, eighteen, Rounding::never_early) <= *reached;
        const LeftCare left = left_care(file);
        if (left.still_open)
            findings.warn(
                row.origin.place,
                "child " + file.child + ": care leaver information, yet a looked-after period is open");
        const Date birthday = add(born, of_age ? eighteen : sixteen, Rounding::never_early);
        Words attributes;
        if (!row.in_touch.empty()) attributes["in-touch"] = row.in_touch;
        if (!row.activity.empty()) attributes["activity"] = row.activity;
        if (!row.accommodation.empty()) attributes["accommodation"] = row.accommodation;
        records.involvements.push_back(
            {make_record(RecordType::involvement,
                         {{"id", "ssda903:" + file.child + ":care-leaver"},
                          {"person", file.child},
                          {"service", of_age ? "care-leaver-former-relevant" : "care-leaver-relevant"},
                          {"opened", to_text(left.on && !left.still_open ? *left.on : birthday)},
                          {"system", "SSDA903 return"},
                          {"attributes", words_json(attributes)}}),
             row.origin.place, ""});
    }
}

void add_adoptions(const ChildFile& file, Ssda903Records& records, RowFindings& findings) {
    AdoptionCases cases;
    for (const PlacedRow& row : file.rows.placed)
        cases[row.decided] = {row.origin.place, row.reversed, std::nullopt, std::nullopt,
                              row.reason_reversed};
    add_adopted_rows(file, cases, findings);
    if (file.ends.adopted_on)
        add_order(file, cases, findings);
    else if (file.ends.adopted && !cases.empty())
        keep_open(file, cases, findings);
    for (const auto& [decided, adoption] : cases)
        records.involvements.push_back({adoption_record(file.child, decided, adoption), adoption.place, ""});
}

}  // namespace casekeeper
