// SPDX-License-Identifier: MIT
//
// The register as the store keeps it: a chain of lines, each with the digest of the one before. Facts are
// codes, counts and keyed digests, never personal data or free text. custody/register.h checks it, mirrors it
// and signs it.
//
// A line is the text that is hashed, and never written again:
//   {"number":7,"previous":"<64 hex>","at":"<RFC 3339>","kind":"load","actor":"<account>","facts":{…}}
// Its digest is the SHA-256 of those bytes. `previous` of line 1 is 64 zeros.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct RegisterLine {
    std::string at;    // RFC 3339
    std::string kind;  // load, export, schedule-adopted, …
    std::string actor;
    std::string facts;  // JSON object
};

// A line as it is kept.
struct KeptLine {
    long long number = 0;
    std::string line;    // the text that was hashed
    std::string digest;  // hexadecimal
    std::string kind{};  // as the store keeps it beside the text, for looking lines up; a mirror says none
};

class RegisterStore {
public:
    explicit RegisterStore(Database& database) : database_(database) {}

    // Appends in the caller's unit of work. REQUIRES: a unit of work of kind write. The line's number.
    long long append(const RegisterLine& line);
    // Takes a line over as it is, from the mirror. REQUIRES: it continues the chain.
    void take_back(const KeptLine& line, const std::string& kind);
    // Number 0 and 64 zeros where the register is empty.
    KeptLine head();
    std::optional<KeptLine> line(long long number);
    // The lines after a number, in order; of one kind, or (empty) of all.
    std::vector<KeptLine> page(long long after, int size, const std::string& kind = {});

    // What custody keeps of it: one row.
    struct State {
        long long mirrored = 0;            // the last line known to lie in the mirror
        long long tree_size = 0;           // lines under the last signed tree head
        std::string tree_frontier = "[]";  // JSON list: the digests of its full subtrees, largest first
        bool replaying = false;  // lines were taken back; what they ended is not all ended again yet
        std::string key_check;   // what the key of ended records makes of a fixed text; empty: unknown
    };
    State state();
    void set_mirrored(long long number);
    void set_tree(long long size, const std::string& frontier);
    void set_replaying(bool replaying);
    void set_key_check(const std::string& digest);

    // Records that have ended, by keyed digest, and the line that says so.
    void add_ended(const std::string& digest, long long line);
    long long line_that_ended(const std::string& digest);  // 0: none
    bool has_ended();                                      // any at all?

private:
    Database& database_;
};

}  // namespace casekeeper
