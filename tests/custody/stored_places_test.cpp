// SPDX-License-Identifier: MIT
#include "custody/stored_places.h"

#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class StoredPlacesTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        load(
            {person("P1"),
             person(
                 "P2",
                 R"(,"addresses":[{"lines":["14 Mill Lane","Sedgeford"],"postcode":"PE36 5LS","protected":true}])"
                 R"(,"contacts":[{"kind":"phone","value":"01632 960123","protected":true},{"kind":"phone","value":"01632 960999"}])"),
             person("P3", R"(,"addresses":[{"lines":["Leeds"],"protected":true}])")});
    }
    Texts given_away(const std::string& text, const PlaceReader& reader = {}) {
        return StoredPlaces(database()).given_away(text, reader, today);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(StoredPlacesTest);

TEST_P(StoredPlacesTest, AreFoundInAText) {
    EXPECT_EQ(given_away("ring 01632-960-123, or go to PE365LS"),
              (Texts{"place:P2/address/0", "place:P2/contact/0"}));
    EXPECT_EQ(given_away("ring 01632 960999"), Texts{}) << "is not protected";
    EXPECT_EQ(given_away(""), Texts{});
}

TEST_P(StoredPlacesTest, AreNotHiddenFromWhoeverLivesThere) {
    EXPECT_EQ(given_away("14 Mill Lane", reader_at_home(database(), Capacity::self, {"P2"})), Texts{});
    EXPECT_EQ(given_away("14 Mill Lane", reader_at_home(database(), Capacity::self, {"P1"})),
              Texts{"place:P2/address/0"});
    EXPECT_EQ(given_away("14 Mill Lane", reader_at_home(database(), Capacity::parent, {"P2"})),
              Texts{"place:P2/address/0"});
}

TEST_P(StoredPlacesTest, SayWhichOfThemNoSearchFinds) {
    EXPECT_EQ(StoredPlaces(database()).beyond_search({"P3"}), Texts{"place:P3/address/0"});
    EXPECT_EQ(StoredPlaces(database()).beyond_search({"P2"}), Texts{});
}

TEST_P(StoredPlacesTest, NameWhoseCannotBeRead) {
    sql("update person set addresses = '[{\"protected\":true' where id = 'P2'");
    EXPECT_THROW(StoredPlaces{database()}.beyond_search({}), UnreadablePlaces);
}

}  // namespace
}  // namespace casekeeper::test
