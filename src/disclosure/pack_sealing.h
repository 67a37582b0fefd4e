// SPDX-License-Identifier: MIT
//
// A signed pack is handed out: the reader's copy, locked with a passphrase drawn by lot, which is said once
// and kept nowhere. What is handed out is what was made and proved: the files' digests are compared first.
// Whoever lost the passphrase is given it sealed again, as long as its files are there.
#pragma once

#include <string>
#include <vector>

#include "custody/signed_act.h"
#include "disclosure/access_moves.h"
#include "disclosure/pack_assembler.h"
#include "output/passphrase.h"
#include "store/pack_store.h"

namespace casekeeper {

struct SealOrder {
    std::string to;  // folder
    bool as_zip = false;
    std::string on_paper;  // why it is not locked; empty: it is
};

struct SealedPack {
    std::vector<std::string> files;  // paths
    std::string passphrase;          // empty: on paper
};

// Refused where the request is not signed or was not sent since, the pack is of other decisions than those that stand, or a file of it
// is not what was made. A line of the register says which files were handed out (their digests).
SealedPack seal_pack(Database& database, const Actor& actor, const SignedAct& act, StoredPack pack,
                     const PassphraseWords& words, const SealOrder& order);

}  // namespace casekeeper
