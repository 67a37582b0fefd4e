// SPDX-License-Identifier: MIT
//
// What a stored pack holds, how much it keeps back, and how that stands beside others and beside the packs of
// relatives: said to whoever made it, to whoever looks at it, and to whoever is about to sign it, before they do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "custody/access_reviewer.h"
#include "disclosure/pack_meter.h"
#include "disclosure/pack_sums.h"
#include "store/pack_store.h"

namespace casekeeper {

struct PackAccount {
    StoredPack pack;
    RowSums total;
    MeterJudgement judgement;
    std::vector<std::string> unlike;      // relatives' packs: a sentence each
    long long not_whole = 0;              // documents of which something could not be shown
    std::optional<std::string> ended_on;  // its files went; nullopt: not by their day

    // Does it keep back so much, or so unlike the others, that nobody signs it by the way?
    bool is_to_be_seen() const { return judgement.is_to_be_seen || !unlike.empty(); }
    // Said with all the rest and nowhere else: typed by whoever has read it.
    std::string mark() const;
};

// InputError where there is no such request, Refused where it has no pack.
StoredPack require_pack(Invocation& invocation, const std::string& request);
PackAccount account_of(Invocation& invocation, StoredPack pack, AccessReviewer& reviewer);
// `review`: of the file as it stands.
PackAccount account_of(Invocation& invocation, StoredPack pack, const AccessReview& review);
void say_pack(Invocation& invocation, const PackAccount& account);
// Refused, with what is typed next, where it is to be seen and `seen` is not its mark.
void require_seen(const PackAccount& account, const std::string& seen);

}  // namespace casekeeper
