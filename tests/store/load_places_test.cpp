// SPDX-License-Identifier: MIT
#include "store/load_places.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

class LoadPlacesTest : public StoreTest {
protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (IsSkipped()) return;
        add({R"({"type":"person","id":"P1","family_name":"X"})",
             R"({"type":"person","id":"P2","family_name":"X"})",
             R"({"type":"involvement","id":"I1","person":"P1","service":"x","opened":"2012-01-01"})",
             R"({"type":"entry","id":"E1","involvement":"I1","kind":"letter-sent","occurred_at":"2012-02-01"})",
             R"({"type":"entry","id":"E2","involvement":"I1","kind":"letter-sent","occurred_at":"2012-02-01"})",
             R"({"type":"document","id":"D1","entry":"E1","file":"x","sha256":"0000000000000000000000000000000000000000000000000000000000000000"})"});
    }
    static void take(std::string& text, const std::string& id, const std::string& file, long line) {
        text += id + "@" + file + ":" + std::to_string(line) + " ";
    }
    std::string letters(LoadPlaces& places) {
        std::string text;
        places.letters_without_document(
            [&](const std::string& id, const std::string& file, long line) { take(text, id, file, line); });
        return text;
    }
    std::string people(LoadPlaces& places) {
        std::string text;
        places.people_without_involvement(
            [&](const std::string& id, const std::string& file, long line) { take(text, id, file, line); });
        return text;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(LoadPlacesTest);

TEST_P(LoadPlacesTest, FindsLettersWithoutADocument) {
    const UnitOfWork work(database(), UnitOfWork::Kind::write);
    LoadPlaces places(database());
    places.add_letter("E2", "a.jsonl", 7);
    places.add_letter("E1", "a.jsonl", 3);
    EXPECT_EQ(letters(places), "E2@a.jsonl:7 ");
}

TEST_P(LoadPlacesTest, FindsPeopleWithoutAnInvolvement) {
    const UnitOfWork work(database(), UnitOfWork::Kind::write);
    LoadPlaces places(database());
    places.add_person("P1", "a.jsonl", 1);
    places.add_person("P2", "a.jsonl", 2);
    EXPECT_EQ(people(places), "P2@a.jsonl:2 ");
}

TEST_P(LoadPlacesTest, ForgetsTheLoadBefore) {
    for (int load = 0; load < 3; ++load) {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        LoadPlaces places(database());
        EXPECT_EQ(people(places) + letters(places), "");
        places.add_person("P2", "a.jsonl", 2);
        places.add_letter("E2", "a.jsonl", 7);
        if (load != 1) work.commit();
    }
}

}  // namespace
}  // namespace casekeeper::test
