// SPDX-License-Identifier: MIT
//
// The code lists of the SSDA903 return (children looked after) that this product reads, with what they mean.
// Codes of earlier years that still come in old returns are among them.
#pragma once

#include <string_view>

namespace casekeeper {

enum class Ssda903List {
    reason_for_new_episode,  // RNE
    legal_status,            // LS
    category_of_need,        // CIN
    placement,               // PLACE
    reason_ceased,           // REC
    in_touch,                // IN_TOUCH
    participation,           // REVIEW_CODE
    previous_permanence,     // PREV_PERM
    reason_placed_ceased,    // REASON_PLACED_CEASED
    missing,                 // MISSING
};

// Whether the list has the code, in upper case.
bool is_known(Ssda903List list, std::string_view code);
// What the code means; empty where the list does not have it or needs no words here.
std::string_view meaning(Ssda903List list, std::string_view code);

// REC: "episode ceases, and a new episode begins on the same day".
inline constexpr std::string_view episode_continues = "X1";
inline constexpr std::string_view child_died = "E2";
// REC: a code that says that the child ceased to be looked after.
bool ends_period(std::string_view reason_ceased);
bool is_adoption(std::string_view reason_ceased);
// LS: a series of short breaks, agreed under regulation 48 of the Care Planning Regulations 2010.
bool is_short_break(std::string_view legal_status);

}  // namespace casekeeper
