// SPDX-License-Identifier: MIT
//
// A page of a PDF as a picture: what is seen of it on paper, drawn anew point by point, so that nothing goes with it
// that the file holds besides: no text beneath a scan, no properties, no layer that is switched off, no earlier
// version. Each page is drawn in a process of its own within limits: one that breaks its reader, or is of absurd
// size, is refused by itself, and the others are drawn all the same. The same page gives the same bytes.
#pragma once

#include <string>

#include "base/separate_process.h"

namespace casekeeper {

struct PageLimits {
    ProcessLimits process{std::chrono::seconds{60}, std::size_t{1} << 30U, std::size_t{64} << 20U};
    double points = 14'400;         // of a side, 72 to the inch: the most that a PDF may say
    long long dots = 150'000'000;   // of a picture on the page, as it says of itself
    double dots_an_inch = 200;      // as it is drawn, and fewer where that were more than
    double dots_of_a_side = 3'400;  // A3 at 200 to the inch
};

// A JPEG. `page`: from 1. InputError, naming the page and what is wrong with it, where it cannot be drawn.
std::string page_as_jpeg(const std::string& path, long long page, const PageLimits& limits = {});

}  // namespace casekeeper
