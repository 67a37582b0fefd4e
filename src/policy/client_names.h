// SPDX-License-Identifier: MIT
//
// All clients by their names in full (policy/full_names.h) and their numbers, in memory, as hashes of 64 bits: some
// 70 MB for a million of them. Made where it is needed and kept nowhere: an index of names in the store would outlive
// them. Two names share a hash by no accident that happens; whoever tells a person of one reads the record first.
//
// And a glance at a text that costs next to nothing: may policy/misfiled_signs.h find anything in it? It says yes too
// often, and never no to what has a sign.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "policy/mention.h"
#include "policy/misfiled_signs.h"

namespace casekeeper {

class ClientNames {
public:
    void add(const std::string& id, const PersonNames& names);
    void add_worker(const std::string& name);
    // All are in. Before, nothing is found.
    void finish();

    // This must outlive it.
    AllClients all() const;

    // May the words have a sign, of whomever? `own`: the record they lie in, whose person's names are none.
    bool may_be_anothers(std::string_view text, std::string_view own) const;

private:
    class Glance;

    struct Of {
        std::uint64_t hash = 0;
        std::uint32_t client = 0;
        auto operator<=>(const Of&) const = default;
    };
    std::vector<std::string> those(const std::vector<Of>& index, std::string_view what) const;
    std::string id_of(std::uint32_t client) const;
    bool is_sign_for_any(const MentionWords& words, std::string_view own) const;

    static constexpr std::size_t marks = std::size_t{1} << 20U;
    using Marks = std::bitset<marks>;

    std::string ids_;  // one behind the other
    std::vector<std::size_t> begins_;
    std::vector<Of> names_;
    std::vector<Of> numbers_;
    std::unordered_set<std::uint64_t> workers_;
    std::unique_ptr<Marks> first_ = std::make_unique<Marks>();  // words that a name in full begins with
    std::unique_ptr<Marks> last_ = std::make_unique<Marks>();   // or ends with
};

}  // namespace casekeeper
