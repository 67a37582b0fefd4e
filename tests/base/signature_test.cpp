// SPDX-License-Identifier: MIT
#include "base/signature.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace casekeeper::test {
namespace {

// RFC 8032, section 7.1, tests 1 and 2.
const std::string seed_1 = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const std::string public_1 = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
const std::string signature_1 =
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0"
    "595bbe2465"
    "5141438e7a100b";
const std::string seed_2 = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
const std::string signature_2 =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eae"
    "b4302aeeb0"
    "0d291612bb0c00";

TEST(Signature, IsThatOfTheStandard) {
    EXPECT_EQ(signing_key_of(seed_1).public_key, public_1);
    EXPECT_EQ(sign(signing_key_of(seed_1), ""), signature_1);
    EXPECT_EQ(sign(signing_key_of(seed_2), "r"), signature_2);
}

TEST(Signature, HoldsForItsTextAndKeyAlone) {
    const SigningKey key = signing_key_of(seed_1);
    const std::string signature = sign(key, "text");
    EXPECT_TRUE(is_signed(key.public_key, signature, "text"));
    EXPECT_FALSE(is_signed(key.public_key, signature, "test"));
    EXPECT_FALSE(is_signed(signing_key_of(seed_2).public_key, signature, "text"));
}

TEST(Signature, AnythingElseIsNone) {
    const SigningKey key = signing_key_of(seed_1);
    for (const std::string& bad :
         {std::string(), std::string("zz"), signature_1.substr(2), signature_1 + "00"})
        EXPECT_FALSE(is_signed(key.public_key, bad, "")) << bad;
    EXPECT_FALSE(is_signed("00", signature_1, ""));
}

TEST(Signature, EveryNewKeyIsAnother) {
    EXPECT_NE(new_signing_key().seed, new_signing_key().seed);
}

TEST(Signature, WhatIsNoSeedIsRefused) {
    EXPECT_THROW(signing_key_of("12"), std::invalid_argument);
    EXPECT_THROW(signing_key_of(std::string(64, 'x')), std::invalid_argument);
}

}  // namespace
}  // namespace casekeeper::test
