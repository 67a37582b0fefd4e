// SPDX-License-Identifier: MIT
//
// A certificate of destruction as a page to print, and as JSON, with what is known today of the source
// system's copy.
#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "custody/certificate.h"
#include "output/page.h"

namespace casekeeper {

// The certificate of that number, with its instruction's confirmation. InputError where there is none.
Certificate certificate_of(Database& database, long long number);

Page page_of(const Certificate& certificate, const std::string& trust);

}  // namespace casekeeper
