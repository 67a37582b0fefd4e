// SPDX-License-Identifier: MIT
#include "intake/ssda903_codes.h"

#include <algorithm>
#include <span>

namespace casekeeper {
namespace {

struct Code {
    std::string_view code;
    std::string_view meaning = {};
};

constexpr Code reasons_for_new_episode[] = {{"S"}, {"L"}, {"P"}, {"T"}, {"B"}, {"U"}};

constexpr Code legal_statuses[] = {{"C1"}, {"C2"}, {"D1"}, {"E1"}, {"V2"}, {"V3"}, {"V4"},
                                   {"L1"}, {"L2"}, {"L3"}, {"J1"}, {"J2"}, {"J3"}};

// As words that a condition of the schedule can name.
constexpr Code categories_of_need[] = {
    {"N1", "abuse-or-neglect"},
    {"N2", "childs-disability"},
    {"N3", "parental-illness-or-disability"},
    {"N4", "family-in-acute-stress"},
    {"N5", "family-dysfunction"},
    {"N6", "socially-unacceptable-behaviour"},
    {"N7", "low-income"},
    {"N8", "absent-parenting"},
};

constexpr Code placements[] = {{"A3"}, {"A4"}, {"A5"}, {"A6"}, {"H5"}, {"K1"}, {"K2"}, {"P1"}, {"P2"},
                               {"P3"}, {"R1"}, {"R2"}, {"R3"}, {"R5"}, {"S1"}, {"T0"}, {"T1"}, {"T2"},
                               {"T3"}, {"T4"}, {"U1"}, {"U2"}, {"U3"}, {"U4"}, {"U5"}, {"U6"}, {"Z1"}};

constexpr Code reasons_ceased[] = {
    {"X1", "episode ceased and a new one began on the same day"},
    {"E11", "adopted, the application for the order unopposed"},
    {"E12", "adopted, consent dispensed with by the court"},
    {"E13", "left care to live with parents, relatives or others without parental responsibility"},
    {"E14", "accommodation on remand ended"},
    {"E15", "age assessment found the person to be 18 or over"},
    {"E16", "moved abroad"},
    {"E17", "aged 18 and stayed with the current carers"},
    {"E2", "died"},
    {"E3", "care taken over by another local authority in the United Kingdom"},
    {"E4A", "returned home as part of the care planning process"},
    {"E4B", "returned home, not as part of the care planning process"},
    {"E41", "child arrangements order granted"},
    {"E43", "special guardianship order to former foster carers (until 2017)"},
    {"E44", "special guardianship order to others (until 2017)"},
    {"E45", "special guardianship order to former foster carers who are relatives or friends"},
    {"E46", "special guardianship order to former foster carers, other"},
    {"E47", "special guardianship order to relatives or friends who were not foster carers"},
    {"E48", "special guardianship order to others who were not foster carers"},
    {"E5", "moved into independent living with formal support"},
    {"E6", "moved into independent living without formal support"},
    {"E7", "moved to residential care of adult social services"},
    {"E8", "ceased to be looked after for another reason"},
    {"E9", "sentenced to custody"},
};

constexpr Code in_touch_codes[] = {{"YES"}, {"NO"}, {"DIED"}, {"REFU"}, {"NREQ"}, {"RHOM"}};

constexpr Code participations[] = {
    {"PN0", "the child was under 4"},
    {"PN1", "the child attended and spoke"},
    {"PN2", "the child attended and an advocate spoke"},
    {"PN3", "the child attended and conveyed their view without words"},
    {"PN4", "the child attended and conveyed no view"},
    {"PN5", "the child did not attend and briefed an advocate"},
    {"PN6", "the child did not attend and conveyed their view by other means"},
    {"PN7", "the child did not attend and conveyed no view"},
};

constexpr Code previous_permanence_codes[] = {{"P1"}, {"P2"}, {"P3"}, {"P4"}, {"Z1"}};
constexpr Code reasons_placed_ceased[] = {{"RD1"}, {"RD2"}, {"RD3"}, {"RD4"}};
constexpr Code missing_codes[] = {{"M", "missing from placement"},
                                  {"A", "away from placement without authorisation"}};

std::span<const Code> codes_of(Ssda903List list) {
    switch (list) {
        case Ssda903List::reason_for_new_episode:
            return reasons_for_new_episode;
        case Ssda903List::legal_status:
            return legal_statuses;
        case Ssda903List::category_of_need:
            return categories_of_need;
        case Ssda903List::placement:
            return placements;
        case Ssda903List::reason_ceased:
            return reasons_ceased;
        case Ssda903List::in_touch:
            return in_touch_codes;
        case Ssda903List::participation:
            return participations;
        case Ssda903List::previous_permanence:
            return previous_permanence_codes;
        case Ssda903List::reason_placed_ceased:
            return reasons_placed_ceased;
        case Ssda903List::missing:
            return missing_codes;
    }
    return {};
}

const Code* find_code(Ssda903List list, std::string_view code) {
    const std::span<const Code> codes = codes_of(list);
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.code == code; });
    return found == codes.end() ? nullptr : &*found;
}

}  // namespace

bool is_known(Ssda903List list, std::string_view code) {
    return find_code(list, code) != nullptr;
}

std::string_view meaning(Ssda903List list, std::string_view code) {
    const Code* found = find_code(list, code);
    return found == nullptr ? std::string_view() : found->meaning;
}

bool ends_period(std::string_view reason_ceased) {
    return reason_ceased != episode_continues && is_known(Ssda903List::reason_ceased, reason_ceased);
}

bool is_adoption(std::string_view reason_ceased) {
    return reason_ceased == "E11" || reason_ceased == "E12";
}

bool is_short_break(std::string_view legal_status) {
    return legal_status == "V3" || legal_status == "V4";
}

}  // namespace casekeeper
