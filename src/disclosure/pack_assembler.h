// SPDX-License-Identifier: MIT
//
// Assembles the pack of an access request from its decisions: the copy for whoever asked and the office's, in
// volumes, proved before they are kept. The pack is whole or not there: everything is written into a folder
// beside the others (pack_folders.h), read again, counted, and only then named by the store; the folder of an
// earlier one goes then.
//
//   PACKS/<name>/persons-copy-1.pdf, persons-copy-2.pdf, …   by the format that was asked for
//               office-copy-1.pdf, …
//
// Refused, with what is in the way, where the decisions are not complete, a passage that was to be kept back
// stands nowhere, the proof finds anything, or the sums are not those of the store. Whatever a search or a
// reader throws, nothing is kept.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "disclosure/pack_file.h"
#include "disclosure/pack_ground.h"
#include "disclosure/pack_meter.h"
#include "disclosure/pack_sums.h"
#include "policy/roles.h"
#include "store/pack_store.h"

namespace casekeeper {

struct AssembledPack {
    std::string folder;  // its own, within the folder of packs
    std::vector<PackFile> files;
    PackSums sums;
    PackMeter meter;
    long long not_whole = 0;  // documents of which something could not be shown: a person shows it
    std::string made_of;
};

class PackAssembler {
public:
    PackAssembler(Database& database, Register& reg, const ScheduleInForce& in_force,
                  const ReleaseRules& rules, AccessReviewer& reviewer, PackSettings settings, PackTools tools,
                  const Actor& actor, const SignedAct& act);

    // `is_cancelled` is asked between parts: nothing is kept then, and nothing returned.
    std::optional<AssembledPack> assemble(const std::string& request,
                                          const std::function<bool()>& is_cancelled = {});
    // Would it be begun? PackHindered, and whatever else assemble() throws before it writes anything.
    void require_free(const std::string& request);

private:
    std::string store(const AssembledPack& pack, StoredPack& stored);
    const PackGround ground_;
    const Actor& actor_;
};

}  // namespace casekeeper
