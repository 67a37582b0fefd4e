// SPDX-License-Identifier: MIT
//
// The privacy statement's own words, which stand around what the rules say: config/letters/notice_child.txt and
// notice_full.txt, and the marks they may have (output/letter_templates.h).
#pragma once

#include <span>

#include "output/letter_templates.h"

namespace casekeeper {

// Their names.
namespace notice_form {
inline constexpr const char* child = "notice_child";  // in words that a reader of twelve reads
inline constexpr const char* full = "notice_full";    // UK GDPR Art 13 and 14
}  // namespace notice_form

std::span<const LetterForm> notice_forms();

}  // namespace casekeeper
