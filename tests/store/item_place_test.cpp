// SPDX-License-Identifier: MIT
#include "store/item_place.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class ItemPlaceTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        add({R"({"type":"person","id":"P1","family_name":"X"})",
             R"({"type":"involvement","id":"I:1","person":"P1","service":"club","opened":"2012-01-01"})",
             R"({"type":"entry","id":"E1","involvement":"I:1","kind":"note","occurred_at":"2012-05-05"})",
             R"({"type":"document","id":"D1","entry":"E1","file":"a","sha256":"aa00000000000000000000000000000000000000000000000000000000000000"})"});
    }
    // "id entry involvement person"
    std::string where(const std::string& item) {
        RecordStore records(database());
        const std::optional<ItemPlace> place = place_of_item(records, item);
        if (!place) return "nowhere";
        EXPECT_EQ(item, std::string(format_of(place->type).name) + ":" + place->id);
        return place->id + " " + place->entry + " " + place->involvement + " " + place->person;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ItemPlaceTest);

TEST_P(ItemPlaceTest, LeadsFromATypedIdToWhoseItIs) {
    EXPECT_EQ(where("involvement:I:1"), "I:1  I:1 P1");
    EXPECT_EQ(where("entry:E1"), "E1 E1 I:1 P1");
    EXPECT_EQ(where("document:D1"), "D1 E1 I:1 P1");
}

TEST_P(ItemPlaceTest, LeadsNowhereWhereThereIsNoSuchThing) {
    for (const char* item : {"involvement:I2", "entry:E2", "document:D2", "entry:D1", "E1", "person:P1", ""})
        EXPECT_EQ(where(item), "nowhere") << item;
}

TEST(ItemPlace, KnowsATypedIdByItsType) {
    for (const char* item : {"involvement:I2", "entry:E2", "document:D2"})
        EXPECT_TRUE(is_typed_item(item)) << item;
    for (const char* item : {"person:P1", "hold:H1", "E2", "entry:", ":E2", "", "Entry:E2"})
        EXPECT_FALSE(is_typed_item(item)) << item;
}

}  // namespace
}  // namespace casekeeper::test
