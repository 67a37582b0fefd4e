// SPDX-License-Identifier: MIT
//
// Which letters there are about access requests, and the marks each may have (output/letter_templates.h). Those
// that go to somebody who may not ask, or to a third party, have no mark for anything of a record.
#pragma once

#include <span>

#include "output/letter_templates.h"

namespace casekeeper {

// Their names.
namespace access_form {
// To whoever asked. Until it is settled that they may, nothing in it comes from a record.
inline constexpr const char* acknowledgement = "access_acknowledgement";  // what happens next, and by when
inline constexpr const char* identity = "access_identity";                // UK GDPR Art 12(6): who asks?
inline constexpr const char* clarification = "access_clarification";      // Art 12A(5): what is wanted?
inline constexpr const char* extension = "access_extension";  // Art 12A(3), (4): two months more, and why
inline constexpr const char* progress = "access_progress";    // where it stands; where late, sorry
inline constexpr const char* refusal = "access_refusal";      // nothing is sent, and why
inline constexpr const char* not_entitled = "access_not_entitled";          // tells nothing of any record
inline constexpr const char* for_someone_dead = "access_for_someone_dead";  // DPA 2018 s3(2)
inline constexpr const char* announcement = "access_announcement";          // a word before it arrives
inline constexpr const char* release = "access_release";                    // comes with the record
inline constexpr const char* complaint = "access_complaint";                // it came: DPA 2018 s164A(3)
inline constexpr const char* complaint_answer =
    "access_complaint_answer";  // it stands, or is looked at again
// To others, for the sake of a request.
inline constexpr const char* consent = "access_consent";    // to a third party: DPA 2018 Sch 2 para 16
inline constexpr const char* opinion = "access_opinion";    // to a health professional: Sch 3 para 5, 6
inline constexpr const char* reminder = "access_reminder";  // to whoever owes an answer
}  // namespace access_form

std::span<const LetterForm> access_forms();

}  // namespace casekeeper
