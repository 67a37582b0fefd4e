// SPDX-License-Identifier: MIT
#include "store/pack_store.h"

#include <gtest/gtest.h>

#include <map>

#include "store/record_store.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class PackStoreTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        add(RecordType::person, {{"id", "P1"}, {"family_name", "Roe"}});
        for (const char* id : {"A1", "A2"})
            add(RecordType::access_request, {{"id", id}, {"person", "P1"}, {"received_at", "2026-01-01"}});
        work.commit();
    }
    void add(RecordType type, const std::map<std::string, std::string>& values) {
        Record record{type, {}};
        record.values.resize(format_of(type).fields.size());
        for (const auto& [field, value] : values) record.set(field, value);
        RecordStore(database()).add(record);
    }
    static StoredPack pack(const std::string& request, const std::string& ends_on) {
        return {request, "P1", "made", "2026-11-01", "dana", "digest", "self", "/packs/" + request,
                ends_on, "{}"};
    }
    void put(const StoredPack& one) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        PackStore(database()).put(one);
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(PackStoreTest);

TEST_P(PackStoreTest, KeepsOneARequest) {
    put(pack("A1", "2027-01-01"));
    put(pack("A1", "2027-02-01"));
    EXPECT_EQ(PackStore(database()).of_person("P1").size(), 1U);
    EXPECT_EQ(PackStore(database()).find("A1")->ends_on, "2027-02-01");
    EXPECT_FALSE(PackStore(database()).find("A2"));
}

TEST_P(PackStoreTest, KnowsWhoseFilesGo) {
    put(pack("A1", "2027-01-01"));
    put(pack("A2", "2027-01-02"));
    EXPECT_EQ(PackStore(database()).ending("2027-01-01", "", 10).size(), 1U);
    EXPECT_TRUE(PackStore(database()).ending("2026-12-31", "", 10).empty());
    StoredPack gone = pack("A1", "2027-01-01");
    gone.folder.reset();
    put(gone);
    EXPECT_TRUE(PackStore(database()).ending("2027-01-01", "", 10).empty());
}

TEST_P(PackStoreTest, ComparesWithTheOthersOfACapacity) {
    put(pack("A1", "2027-01-01"));
    put(pack("A2", "2027-01-02"));
    EXPECT_EQ(PackStore(database()).facts_of_others("self", "A1").size(), 1U);
    EXPECT_TRUE(PackStore(database()).facts_of_others("parent", "A1").empty());
}

}  // namespace
}  // namespace casekeeper::test
