// SPDX-License-Identifier: MIT
#include "policy/recipient_kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/shipped_rules.h"

namespace casekeeper {
namespace {

using test::shipped_rules;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> recognised(const std::string& name) {
    std::vector<std::string> ids;
    for (const RecipientKind* kind : shipped_rules().recipients().recognised_in(name))
        ids.push_back(kind->id);
    return ids;
}

TEST(RecipientKinds, AreRecognisedByWholeWordsInAnyCase) {
    EXPECT_THAT(recognised("Netherby Police"), ElementsAre("police"));
    EXPECT_THAT(recognised("HOLLIN BANK PRIMARY SCHOOL"), ElementsAre("school"));
    EXPECT_THAT(recognised("Dr A. Patel, Westering Surgery"), ElementsAre("health"));
    EXPECT_THAT(recognised("Ashby Children's Services"), ElementsAre("children-services"));
    EXPECT_THAT(recognised("the family court at Netherby"), ElementsAre("court"));
    EXPECT_THAT(recognised("her mother"), ElementsAre("parent"));
    EXPECT_THAT(recognised("Policeman's Ball Committee"), IsEmpty());
    EXPECT_THAT(recognised("Imran Rahman"), IsEmpty());
    EXPECT_THAT(recognised(""), IsEmpty());
}

TEST(RecipientKinds, GoByTheLongestWords) {
    EXPECT_THAT(recognised("the school nurse"), ElementsAre("health"));
    EXPECT_THAT(recognised("Fern House children's home"), ElementsAre("carer"));
    EXPECT_THAT(recognised("Fern House secure children's home"), ElementsAre("youth-justice"));
    EXPECT_THAT(recognised("the children's guardian"), ElementsAre("court"));
}

TEST(RecipientKinds, AreAllNamedWhereSeveralFit) {
    EXPECT_THAT(recognised("Earls Court School"), ElementsAre("court", "school"));
}

TEST(RecipientKinds, OfTheShippedFileHaveABasisAGatewayAndServices) {
    for (const RecipientKind& kind : shipped_rules().recipients().all()) {
        EXPECT_FALSE(kind.lawful_bases.empty() || kind.gateway.empty() || kind.services.empty()) << kind.id;
        EXPECT_EQ(shipped_rules().recipients().find(kind.id), &kind);
    }
    EXPECT_EQ(shipped_rules().recipients().find("newspaper"), nullptr);
}

// The trust's policy: whoever may be told a protected place keeps somebody safe there.
TEST(RecipientKinds, OnlyThreeMayHaveAProtectedPlace) {
    std::vector<std::string> may;
    for (const RecipientKind& kind : shipped_rules().recipients().all())
        if (kind.may_have_protected_places) may.push_back(kind.id);
    EXPECT_THAT(may, ElementsAre("children-services", "police", "court-confidential"));
}

TEST(RecipientKinds, ReadALawfulBasisByItsBeginning) {
    EXPECT_EQ(RecipientKinds::basis_in("public-task: Children Act 1989 s47"), "public-task");
    EXPECT_EQ(RecipientKinds::basis_in("Public task"), "public-task");
    EXPECT_EQ(RecipientKinds::basis_in("public_task"), "public-task");
    EXPECT_EQ(RecipientKinds::basis_in("consent of Zofia"), "consent");
    EXPECT_EQ(RecipientKinds::basis_in("public task; Children Act 1989 s47"), "public-task");
    EXPECT_EQ(RecipientKinds::basis_in("consents"), "");
    EXPECT_EQ(RecipientKinds::basis_in("none found"), "");
    EXPECT_EQ(RecipientKinds::basis_in(""), "");
}

}  // namespace
}  // namespace casekeeper
