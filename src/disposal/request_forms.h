// SPDX-License-Identifier: MIT
//
// Which letters there are about requests to delete, to correct, and about objections, and the marks each may
// have (output/letter_templates.h).
#pragma once

#include <span>

#include "output/letter_templates.h"

namespace casekeeper {

// Their names.
namespace request_form {
inline constexpr const char* impact_warning = "impact_warning";  // before a deletion, in plain words
inline constexpr const char* impact_warning_formal = "impact_warning_formal";  // the same for the case file
inline constexpr const char* deletion_granted = "deletion_granted";  // everything asked for was deleted
inline constexpr const char* deletion_partly = "deletion_partly";    // some of it
inline constexpr const char* deletion_refused = "deletion_refused";  // nothing
// Whoever asked may not: tells nothing of any record.
inline constexpr const char* deletion_not_entitled = "deletion_not_entitled";
// No such right: DPA 2018 s3(2).
inline constexpr const char* deletion_for_someone_dead = "deletion_for_someone_dead";
// To whoever was given it before: UK GDPR Art 19.
inline constexpr const char* deletion_recipient = "deletion_recipient";
inline constexpr const char* correction_outcome = "correction_outcome";
inline constexpr const char* correction_recipient = "correction_recipient";
inline constexpr const char* objection_outcome = "objection_outcome";
inline constexpr const char* acknowledgement = "request_acknowledgement";  // what happens next, and by when
inline constexpr const char* extension = "request_extension";  // UK GDPR Art 12A(3), (4): later, and why
inline constexpr const char* restriction_to_be_lifted = "restriction_to_be_lifted";  // UK GDPR Art 18(3)
}  // namespace request_form

std::span<const LetterForm> request_forms();

}  // namespace casekeeper
