// SPDX-License-Identifier: MIT
#include "custody/hold_record.h"

#include "domain/bundle_line.h"
#include "support/restriction_world.h"

namespace casekeeper::test {
namespace {

class HoldRecordTest : public RestrictionWorld {
protected:
    static Hold hold() {
        Hold one;
        one.id = "H7";
        one.kind = "police";
        one.from = today;
        one.persons = {"P1"};
        return one;
    }
    void add_one() {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        add_hold(database(), record_of_hold(hold(), "Police, LP-1", "enquiry"), act());
        work.commit();
    }
};
CASEKEEPER_ON_BOTH_ENGINES(HoldRecordTest);

TEST(HoldRecord, IsWrittenAsABundleHasIt) {
    Hold one;
    one.id = "H7";
    one.kind = "police";
    one.from = today;
    one.review_on = day("2027-01-01");
    one.persons = {"P1"};
    one.involvements = {"I1"};
    one.services = {"*"};
    one.opened_from = day("2001-01-01");
    one.opened_to = day("2002-01-01");
    one.words = {"lake"};
    one.items = {"entry:E1"};
    const Record written = record_of_hold(one, "a", "r");
    EXPECT_EQ(record(to_bundle_line(written)), written);
}

TEST_P(HoldRecordTest, IsAddedWithWhomItNamesAndItsLine) {
    const std::string counted =
        sql_value("select cast(records as text) from record_count where type = 'hold'");
    add_one();
    EXPECT_EQ(sql("select person from person_reference where by_type = 'hold' and by_id = 'H7'"),
              Texts{"P1"});
    EXPECT_EQ(sql_value("select kind from register_line order by number desc limit 1"), "hold-placed");
    EXPECT_NE(sql_value("select cast(records as text) from record_count where type = 'hold'"), counted);
}

TEST_P(HoldRecordTest, EndsByWhomeverAndMarksThoseItHeld) {
    add_one();
    sql("update decision set holds = '[\"H7\"]' where involvement = 'C1' returning person");
    EXPECT_EQ(stale(), Texts{});
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    const Record ended = end_hold(database(), *RecordStore(database()).find(RecordType::hold, "H7"), "over",
                                  act(day("2026-11-30")));
    work.commit();
    EXPECT_EQ(ended.value("released_on"), "2026-11-30");
    EXPECT_EQ(ended.value("released_by"), "dana");
    EXPECT_EQ(ended.value("release_reason"), "over");
    EXPECT_EQ(RecordStore(database()).find(RecordType::hold, "H7"), ended);
    EXPECT_EQ(stale(), Texts{"P1"});
}

TEST_P(HoldRecordTest, TakesTheFirstNumberThatIsFree) {
    EXPECT_EQ(unused_hold_id(database()), "H1");
    place(over_person("P1"));
    EXPECT_EQ(unused_hold_id(database()), "H2");
    add_one();
    EXPECT_EQ(unused_hold_id(database()), "H2");
}

TEST_P(HoldRecordTest, RefusesAnIdThatIsNoneOrTaken) {
    add_one();
    const auto said = [&](const std::string& id) {
        return error_of([&] { check_new_hold_id(database(), id); });
    };
    EXPECT_EQ(said("H8"), "done");
    EXPECT_EQ(said("H7"), "65: there is a hold H7 already");
    for (const std::string& id :
         {std::string(), std::string(" H8"), std::string(65, 'x'), std::string("a\nb")})
        EXPECT_TRUE(said(id).starts_with("64: ")) << id;
    EXPECT_TRUE(said("claim:I1").starts_with("65: ids that begin like"));
}

}  // namespace
}  // namespace casekeeper::test
