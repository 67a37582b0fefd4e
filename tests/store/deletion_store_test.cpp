// SPDX-License-Identifier: MIT
#include "store/deletion_store.h"

#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class DeletionStoreTest : public GateWorld {
protected:
    DeletionStore store() { return DeletionStore(database()); }
    static std::string request(const std::string& id, const std::string& of) {
        return R"({"type":"deletion_request","id":")" + id + R"(","person":")" + of +
               R"(","received_at":"2020-01-01","answered_on":"2020-02-01"})";
    }
    static DeletionItem item(const std::string& id) {
        return {id, "I-Quill", "youth-club", "free", "by consent", "", {}, false, {}, {}, {}};
    }
    // One request of Quill's with a case, a part and what was done.
    void open_one() {
        load_due({due_child("Quill"), due_child("Wren"), {request("R1", "Quill"), request("R2", "Wren")}});
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        DeletionCase one = store().find("R1").value();
        EXPECT_EQ(one.state, "notified") << "it was answered elsewhere";
        one.state = "received";
        store().open(one);
        store().set_items("R1", {item("involvement:I-Quill"), item("entry:E-Quill")});
        store().add_event("R1",
                          {0, "open", "received", "2026-11-20", "T", "wilma", R"({"why":"Quill asked"})"});
        store().add_event("R1", {0, "identify", "entitled", "2026-11-21", "T", "wilma", "{}"});
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionStoreTest);

TEST_P(DeletionStoreTest, FindsACaseAndWhoseItIs) {
    open_one();
    DeletionCase one = store().find("R1").value();
    EXPECT_EQ(one.person + " " + one.state, "Quill received");
    EXPECT_TRUE(one.is_open_here);
    EXPECT_FALSE(store().find("R2")->is_open_here) << "it came with a load";
    EXPECT_FALSE(store().find("R9"));
    one.state = "referred";
    one.came_from = "assessed";
    one.assessed_on = "2026-11-22";
    one.assessment = "abc";
    store().update(one);
    const DeletionCase now = store().find("R1").value();
    EXPECT_EQ(now.state + " " + *now.came_from + " " + *now.assessed_on + " " + now.assessment,
              "referred assessed 2026-11-22 abc");
    EXPECT_EQ(store().page("", 9).size(), 2U);
    EXPECT_EQ(store().page("R1", 9).at(0).request, "R2");
}

TEST_P(DeletionStoreTest, KeepsPartsWithWhatWasDecided) {
    open_one();
    store().decide("R1", "entry:E-Quill", "keep", "dana", "somebody else wrote it");
    const std::vector<DeletionItem> items = store().items("R1");
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].item + " " + *items[0].decision + " " + *items[0].decided_by,
              "entry:E-Quill keep dana");
    EXPECT_FALSE(items[1].decision);
    DeletionItem kept = item("involvement:I-Quill");
    kept.kept_until = "2042-01-01";
    kept.can_be_restricted = true;
    store().set_items("R1", {kept});
    EXPECT_EQ(store().items("R1"), std::vector<DeletionItem>{kept}) << "assessed anew, decided of anew";
}

TEST_P(DeletionStoreTest, NumbersWhatWasDone) {
    open_one();
    const std::vector<CaseEvent> events = store().events("R1");
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[1].number, 2);
    EXPECT_EQ(events[1].event + " " + events[1].state + " " + events[1].on + " " + events[1].by,
              "identify entitled 2026-11-21 wilma");
    EXPECT_EQ(events[0].facts, R"({"why":"Quill asked"})");
}

// The casework is part of the record.
TEST_P(DeletionStoreTest, EndsWithThePersonsRecord) {
    open_one();
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    for (const char* table : {"deletion_case", "deletion_item", "deletion_event"})
        EXPECT_EQ(rows(table), "0");
    EXPECT_EQ(rows_with("Quill"), Texts{});
}

}  // namespace
}  // namespace casekeeper::test
