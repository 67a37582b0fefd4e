// SPDX-License-Identifier: MIT
//
// A web page as a browser has it: Chromium, and axe-core, whose axe.min.js CASEKEEPER_AXE names.
#pragma once

#include <string>

namespace casekeeper::test {

// What is not installed here, and how it can be; empty where both are.
std::string what_a_browser_lacks();

// The rules of accessibility that a page breaks, as axe-core finds them on one as wide as a desk's or a
// telephone's; a picture that is not shown; too few rules looked at. Empty where there is nothing to say.
// REQUIRES: nothing lacks.
std::string breaches_in_browser(const std::string& html, int width);

}  // namespace casekeeper::test
