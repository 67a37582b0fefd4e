// SPDX-License-Identifier: MIT
//
// How the morning report begins: the paragraph that says what matters, and the table of what needs a person.
#pragma once

#include "output/page.h"
#include "reports/morning_report.h"

namespace casekeeper {

Paragraph opening_paragraph(const MorningReport& report);
Section section_of_needs(const MorningReport& report);

}  // namespace casekeeper
