// SPDX-License-Identifier: MIT
#include "disclosure/old_facts.h"

#include "store/fact_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class OldFactsTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        load(
            {R"({"type":"professional","id":"W1","name":"Ann Hill","kind":"social-work"})",
             person(
                 "P1",
                 R"(,"addresses":[{"lines":["1 High St"],"from":"2026-10-01"},{"lines":["2 High St"],"from":"2020-11-23"}])"),
             involvement("I1", "P1", R"(,"opened":"2015-01-01","worker":"W1")"),
             entry("E1", "I1", R"(,"occurred_at":"2025-11-23")"),
             involvement("I2", "P1", R"(,"opened":"2026-11-01","worker":"W1")")});
    }
    Texts facts(const std::set<std::string>& involvements, const std::string& more = "") {
        const UnitOfWork work(database(), UnitOfWork::Kind::snapshot);
        RecordStore records(database());
        const Record disclosure = record(
            R"({"type":"disclosure","id":"X","person":"P1","decided_on":"2026-11-23","outcome":"shared")" +
            more + "}");
        return old_facts(records, disclosure, *FactStore(database()).file_of("P1"), involvements, {}, today);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(OldFactsTest);

TEST_P(OldFactsTest, SayWhichAddressAndWhichWorker) {
    EXPECT_EQ(facts({"I1"}), (Texts{"address 2: This address was written down on 23 November 2020 and has "
                                    "not been checked since: 6 years.",
                                    "worker: Nothing has been written in this service since 23 November "
                                    "2025: 1 year. The worker may be "
                                    "another by now."}));
    EXPECT_EQ(facts({"I2"}).size(), 1U);
    EXPECT_EQ(facts({}).size(), 1U);
}

TEST_P(OldFactsTest, SayAnOldConsentWhateverTheBasis) {
    EXPECT_EQ(facts({}, R"(,"consent":"given","consent_on":"2024-11-23")").back(),
              "consent: This consent was given on 23 November 2024: 2 years ago.");
    EXPECT_EQ(facts({}, R"(,"consent":"given","consent_on":"2026-11-01")").size(), 1U);
    EXPECT_EQ(facts({}, R"(,"consent":"refused")").size(), 1U);
}

}  // namespace
}  // namespace casekeeper::test
