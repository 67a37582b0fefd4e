// SPDX-License-Identifier: MIT
#include "base/merkle_tree.h"

#include <gtest/gtest.h>

#include "base/digest.h"
#include "base/keyed_digest.h"

namespace casekeeper::test {
namespace {

// The inputs and roots that the test programs of Certificate Transparency use for RFC 6962.
const char* const inputs[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const char* const roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                             "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                             "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                             "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                             "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                             "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                             "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                             "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

TEST(MerkleTree, AnEmptyTreeIsTheDigestOfNothing) {
    EXPECT_EQ(MerkleTree().root(), sha256_of(""));
}

TEST(MerkleTree, HasThePublishedRoots) {
    MerkleTree tree;
    for (std::size_t i = 0; i < std::size(inputs); ++i) {
        tree.add(bytes_of_hex(inputs[i]).value());
        EXPECT_EQ(tree.root(), roots[i]) << i + 1 << " leaves";
    }
    EXPECT_EQ(tree.size(), std::size(inputs));
}

TEST(MerkleTree, GoesOnFromWhereItWasLeft) {
    for (std::size_t left = 0; left <= std::size(inputs); ++left) {
        MerkleTree first;
        for (std::size_t i = 0; i < left; ++i) first.add(bytes_of_hex(inputs[i]).value());
        MerkleTree second(first.size(), first.frontier());
        for (std::size_t i = left; i < std::size(inputs); ++i) second.add(bytes_of_hex(inputs[i]).value());
        EXPECT_EQ(second.root(), roots[std::size(inputs) - 1]) << "left at " << left;
    }
}

TEST(MerkleTree, ALeafIsNoNode) {
    MerkleTree two;
    two.add("a");
    two.add("b");
    MerkleTree one;
    one.add(bytes_of_hex(sha256_of(std::string("\0a", 2))).value() +
            bytes_of_hex(sha256_of(std::string("\0b", 2))).value());
    EXPECT_NE(one.root(), two.root());
}

}  // namespace
}  // namespace casekeeper::test
