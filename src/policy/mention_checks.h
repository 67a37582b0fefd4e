// SPDX-License-Identifier: MIT
//
// What the numbers of the United Kingdom must look like, and their check digits. All take folded letters (a to z, 0
// to 9) without anything between them.
#pragma once

#include <string_view>

namespace casekeeper {

// Ten figures, the last of them the remainder of the others by eleven (NHS Data Dictionary: NHS NUMBER).
bool is_nhs_number(std::string_view figures);
// Two letters, six figures, a to d; without the prefixes that are never given out (HMRC NIM39110). The last letter may
// be missing.
bool is_ni_number(std::string_view letters);
// A check letter and twelve figures; of a temporary one the last is a letter (DfE, Unique pupil numbers: guide).
bool is_upn(std::string_view letters);
// The shape of one, of an area there is, without the letters its second half never has (Royal Mail, PAF guide).
bool is_postcode(std::string_view letters);

// ab12cde: since 2001, with an age identifier that has been or may soon be given out (DVLA INF104).
bool is_current_plate(std::string_view letters);
// a123bcd, abc123d, and older ones of letters and figures.
bool is_older_plate(std::string_view letters);
bool is_dateless_plate(std::string_view letters);

}  // namespace casekeeper
