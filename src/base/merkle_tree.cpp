// SPDX-License-Identifier: MIT
#include "base/merkle_tree.h"

#include <bit>
#include <optional>
#include <stdexcept>

#include "base/digest.h"
#include "base/keyed_digest.h"

namespace casekeeper {
namespace {

constexpr std::size_t digest_size = 32;

std::string node(std::string_view left, std::string_view right) {
    std::string bytes("\x01", 1);
    bytes.append(left).append(right);
    return sha256_bytes_of(bytes);
}

}  // namespace

MerkleTree::MerkleTree(std::uint64_t size, const std::vector<std::string>& frontier) : size_(size) {
    if (frontier.size() != static_cast<std::size_t>(std::popcount(size)))
        throw std::invalid_argument("the frontier of a Merkle tree does not fit its size");
    for (const std::string& root : frontier) {
        const std::optional<std::string> bytes = bytes_of_hex(root);
        if (!bytes || bytes->size() != digest_size)
            throw std::invalid_argument("the frontier of a Merkle tree is digests");
        full_.push_back(*bytes);
    }
}

void MerkleTree::add(std::string_view item) {
    std::string bytes("\0", 1);
    std::string subtree = sha256_bytes_of(bytes.append(item));
    // Each full subtree of the same size takes the new one in as its right twin.
    for (std::uint64_t size = size_; size % 2 == 1; size /= 2) {
        subtree = node(full_.back(), subtree);
        full_.pop_back();
    }
    full_.push_back(std::move(subtree));
    ++size_;
}

std::string MerkleTree::root() const {
    if (full_.empty()) return sha256_of("");
    std::string root = full_.back();
    for (std::size_t i = full_.size() - 1; i > 0; --i) root = node(full_[i - 1], root);
    return hex_of_bytes(root);
}

std::vector<std::string> MerkleTree::frontier() const {
    std::vector<std::string> roots;
    for (const std::string& root : full_) roots.push_back(hex_of_bytes(root));
    return roots;
}

}  // namespace casekeeper
