// SPDX-License-Identifier: MIT
//
// The demo: a small trust of invented records, so that a newcomer sees a night's work within a minute.
#pragma once

#include "app/command.h"

namespace casekeeper {

// DIR gets a configuration, a store, the sample records and a morning report; what an earlier demo left there
// is made anew, anything else refused.
int run_demo(Invocation& invocation);

}  // namespace casekeeper
