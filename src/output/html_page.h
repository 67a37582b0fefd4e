// SPDX-License-Identifier: MIT
//
// A page as one HTML file that needs nothing else: no script, no picture, no call to anywhere. It can be read
// with the keyboard alone, by a screen reader, on a telephone, in the dark and on A4. The same page gives the
// same bytes.
#pragma once

#include <string>
#include <string_view>

#include "output/page.h"

namespace casekeeper {

// Printable, and safe as text and within quotation marks of an attribute.
std::string escaped(std::string_view text);

std::string html_of(const Page& page);

}  // namespace casekeeper
