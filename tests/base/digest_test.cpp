// SPDX-License-Identifier: MIT
#include "base/digest.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

// The examples of FIPS 180-4's test vectors.
constexpr char of_nothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char of_abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char of_two_blocks[] = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr char of_a_million_a[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

class DigestOfFile : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove(path_); }
    void write(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }

    const std::string path_ = testing::TempDir() + "digest_test." + std::to_string(::getpid());
};

TEST(Sha256, GivesThePublishedDigests) {
    EXPECT_EQ(sha256_of(""), of_nothing);
    EXPECT_EQ(sha256_of("abc"), of_abc);
    EXPECT_EQ(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), of_two_blocks);
}

TEST(Sha256, IsTheSamePieceByPiece) {
    Sha256 digest;
    for (int i = 0; i < 1000; ++i) digest.update(std::string(1000, 'a'));
    EXPECT_EQ(digest.hex(), of_a_million_a);
}

TEST(Sha256, CanBeAskedInBetween) {
    Sha256 digest;
    digest.update("ab");
    EXPECT_NE(digest.hex(), of_abc);
    digest.update("c");
    EXPECT_EQ(digest.hex(), of_abc);
    EXPECT_EQ(digest.hex(), of_abc);
}

TEST_F(DigestOfFile, ReadsItInBlocks) {
    write(std::string(1000000, 'a'));
    EXPECT_EQ(sha256_of_file(path_), of_a_million_a);
}

TEST_F(DigestOfFile, OfAnEmptyFileIsThatOfNothing) {
    write("");
    EXPECT_EQ(sha256_of_file(path_), of_nothing);
}

TEST_F(DigestOfFile, RefusesWhatCannotBeRead) {
    EXPECT_THROW(sha256_of_file(path_), InputError);
    EXPECT_THROW(sha256_of_file(testing::TempDir()), InputError);
    EXPECT_EQ(sha256_of_descriptor(-1), std::nullopt);
}

}  // namespace
}  // namespace casekeeper
