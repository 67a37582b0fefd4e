// SPDX-License-Identifier: MIT
#include "store/client_store.h"

#include <gmock/gmock.h>

#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;

class ClientStoreTest : public LoadedStoreTest {};
CASEKEEPER_ON_BOTH_ENGINES(ClientStoreTest);

TEST_P(ClientStoreTest, HandsOverWhoeverHasARecordAndTheWorkers) {
    load(
        {R"({"type":"person","id":"P2","family_name":"Roe","given_names":"Ada","known_as":["Addie"],"identifiers":{"nhs":"1"}})",
         person("P1"), person("P3"), involvement("I2", "P2"), involvement("I1", "P1"),
         involvement("I3", "P1"),
         R"({"type":"professional","id":"W1","name":"Pat Lane","kind":"social-work"})"});
    std::vector<std::string> all;
    ClientStore store(database());
    store.each([&](const ClientStore::Client& one) {
        all.push_back(one.id + "|" + one.given_names + "|" + one.family_name + "|" + one.known_as + "|" +
                      one.former_names + "|" + one.identifiers);
    });
    EXPECT_THAT(all, ElementsAre("P1||X|||", R"(P2|Ada|Roe|["Addie"]||{"nhs":"1"})"))
        << "each once, and nobody without an involvement";
    store.each_worker([&](const std::string& name) { EXPECT_EQ(name, "Pat Lane"); });
}

}  // namespace
}  // namespace casekeeper::test
