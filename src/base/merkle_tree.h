// SPDX-License-Identifier: MIT
//
// The head of a Merkle tree over a growing list (RFC 6962, SHA-256): a leaf is SHA-256(0x00 || item), a node
// SHA-256(0x01 || left || right), the left subtree of every node the largest full one. Keeps only the roots
// of the full subtrees, so that a tree of any size grows by one item at a time in a few hundred bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

class MerkleTree {
public:
    MerkleTree() = default;
    // As it was left, from what frontier() gave at that size. std::invalid_argument where that cannot be.
    MerkleTree(std::uint64_t size, const std::vector<std::string>& frontier);

    // `item`: bytes.
    void add(std::string_view item);
    std::uint64_t size() const { return size_; }
    // Hexadecimal; of an empty tree the SHA-256 of nothing.
    std::string root() const;
    // The roots of the full subtrees, largest first, hexadecimal.
    std::vector<std::string> frontier() const;

private:
    std::uint64_t size_ = 0;
    std::vector<std::string> full_;  // bytes
};

}  // namespace casekeeper
