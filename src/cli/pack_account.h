// SPDX-License-Identifier: MIT
//
// What a pack holds, as it is said to whoever makes it, reads it and signs it: its files, the sums of the rows,
// how much is kept back beside other packs, and what is open or kept back otherwise in the packs that relatives
// were sent.
#pragma once

#include <string>

#include "app/command.h"
#include "custody/access_reviewer.h"
#include "store/pack_store.h"

namespace casekeeper {

// Refused where none was made.
StoredPack require_pack(Invocation& invocation, const std::string& request);
void say_pack(Invocation& invocation, const StoredPack& pack, AccessReviewer& reviewer);

}  // namespace casekeeper
