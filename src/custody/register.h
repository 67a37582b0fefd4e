// SPDX-License-Identifier: MIT
//
// The register and its mirror. Every line lies in the store and, byte for byte, in a mirror file elsewhere:
// the store's transaction commits first, then the line is appended to the mirror and fsynced; what a crash
// left out is appended at the next start, because the store knows how far the mirror had come. A store whose
// head is behind the mirror's, or differs from it, has been restored from a back-up: nothing may be done with
// it but `register replay`.
//
//   mirror file:  {"line":<the hashed text>,"digest":"<64 hex>"}\n     one a line
//
// A checkpoint is a line of kind "checkpoint" with the root of a Merkle tree (RFC 6962, SHA-256) over the
// digests of all lines before it, signed with Ed25519: facts {"size":N,"root":"…","key":"…","signature":"…"},
// the signature over the text "casekeeper register <size> <root>\n".
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/merkle_tree.h"
#include "custody/pseudonym.h"
#include "domain/finding.h"
#include "store/register_store.h"

namespace casekeeper {

// Where a store's register has its mirror and its keys.
struct RegisterPlaces {
    std::string mirror;      // file
    std::string key_folder;  // register.key, signing.key (0600), signing.pub
};

// How the mirror's end stands to the store's.
enum class MirrorState {
    even,
    behind,   // lines are still to be appended
    ahead,    // the store was restored: it lacks lines the mirror has
    differs,  // both have a line of one number that is not the same
    cut,      // the mirror lacks lines that the store knows it had
    absent,   // there is no mirror file, and none is expected yet
};

const char* to_text(MirrorState state);

// What a tree head's signature is over.
std::string text_of_tree_head(std::uint64_t size, const std::string& root);

class Register {
public:
    Register(Database& database, RegisterPlaces places);

    MirrorState compare();
    // Appends what the mirror lacks and fsyncs it. ConfigError (78) with its hint where the mirror is ahead
    // or differs, OutputError where it cannot be written: the store keeps the lines until it can.
    void bring_mirror_up_to_date();
    // ConfigError where the store is behind its mirror, or differs, or a replay was not finished.
    void require_even();

    // ConfigError where a key that has been used is not there, so that nothing is done that could not be
    // named or signed.
    void require_keys();

    // Appends a signed tree head in a unit of work of its own where lines have come since the last; its
    // number, 0 where none was needed.
    long long checkpoint(const std::string& actor, const std::string& at);

    struct Verification {
        long long lines = 0;
        std::string head;               // digest
        bool intact = true;             // chain, digests, tree heads and signatures of the store's lines
        std::string mirror;             // even, behind, ahead, differs, cut, absent
        bool mirror_broken = false;     // a line of the mirror is not the store's
        std::vector<Finding> findings;  // where it breaks: the line's number
    };
    // Reads every line of the store and of the mirror.
    Verification verify();

    // Writes again what a mirror lost that has been cut, or all of one that was changed, which is kept beside
    // it as MIRROR.damaged-N; a line of the register says so. The last line mirrored.
    long long write_mirror_again(const std::string& actor, const std::string& at);
    // The mirror's lines after the store's head, in order.
    std::vector<KeptLine> lines_only_mirrored();

    // ConfigError where records have ended and the key that names them is not there, or is another.
    const Pseudonyms& pseudonyms();
    // That a record has ended, for whoever loads it again. REQUIRES: a unit of work of kind write.
    void add_ended(const std::string& type, const std::string& id, long long line);

private:
    void require_own_mirror();
    bool set_damaged_mirror_aside();
    std::optional<KeptLine> mirrored_line(long long number) const;
    void append_to_mirror();
    MerkleTree tree_under_last_head();

    Database& database_;
    RegisterStore lines_;
    RegisterPlaces places_;
    std::unique_ptr<Pseudonyms> pseudonyms_;
    bool key_is_known_ = false;
};

}  // namespace casekeeper
