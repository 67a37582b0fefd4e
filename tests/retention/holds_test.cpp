// SPDX-License-Identifier: MIT
#include "retention/holds.h"

#include <memory>

#include "store/register_store.h"
#include "support/loaded_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// P1 looked after (I1) and due in a club (C1); P2 due in a club (C2), joined with P3, due in another (C3); P4
// open.
class HoldsTest : public LoadedStoreTest {
protected:
    void SetUp() override {
        LoadedStoreTest::SetUp();
        if (IsSkipped()) return;
        pseudonyms_ = std::make_unique<Pseudonyms>(folder.path("keys"));
        load({person("P1", R"(,"date_of_birth":"2001-02-03")"),
              involvement("I1", "P1", R"(,"service":"looked-after","closed":"2019-02-03")"),
              involvement("C1", "P1", club("2015-06-01")), person("P2"),
              involvement("C2", "P2", club("2015-01-01")), person("P3"),
              involvement("C3", "P3", club("2016-01-01")), person("P4"), involvement("I4", "P4"),
              R"({"type":"relationship","person":"P2","kind":"same-person","other":"P3"})",
              entry("E1", "C1", R"(,"account":"by the Lake")"), entry("E3", "C3", R"(,"reason":"the lake!")"),
              entry("E4", "I4", R"(,"account":"lakes")")});
        night();
    }
    static std::string club(const std::string& opened) {
        return R"(,"service":"youth-club","closed":"2020-01-01","opened":")" + opened + "\"";
    }
    SignedAct act(Date on = today) const { return {"ruth", to_text(on) + "T09:00:00Z", on, *pseudonyms_}; }
    static HoldOrder order() {
        HoldOrder order;
        order.hold.kind = "police";
        order.hold.from = today;
        order.authority = "Police, LP-1";
        order.reason = "enquiry";
        return order;
    }
    static HoldOrder on_persons(const Texts& persons) {
        HoldOrder order = HoldsTest::order();
        order.hold.persons = persons;
        return order;
    }
    // "involvements people due review held"
    static std::string counts(const HoldCatch& caught) {
        std::string text;
        for (const long long number :
             {caught.involvements, caught.people, caught.due, caught.review, caught.held})
            text += (text.empty() ? "" : " ") + std::to_string(number);
        return text;
    }
    std::string preview(const HoldOrder& order, Date on = today) {
        return counts(preview_hold(database(), order, on).caught);
    }
    std::string refused(const HoldOrder& order) {
        return error_of([&] { place_hold(database(), order, act()); });
    }
    Texts held_by(const std::string& hold) const {
        return sql("select involvement from decision where holds like '%\"" + hold + "\"%' order by 1");
    }
    Texts listed(Date on = today) {
        Texts lines;
        list_holds(database(), on, [&](const ListedHold& hold) {
            lines.push_back(hold.record.key() + (hold.in_force ? " in force" : " not") +
                            (hold.automatic ? " automatic" : ""));
        });
        return lines;
    }
    std::unique_ptr<Pseudonyms> pseudonyms_;
};
CASEKEEPER_ON_BOTH_ENGINES(HoldsTest);

TEST_P(HoldsTest, CountsWhatAHoldWouldCatchBeforeItIsPlaced) {
    const std::string before = everything();
    EXPECT_EQ(preview(on_persons({"P1"})), "2 1 1 0 0");
    EXPECT_EQ(preview(on_persons({"P2", "P3"})), "2 1 2 0 0");
    HoldOrder order = HoldsTest::order();
    order.hold.services = {"youth-club"};
    EXPECT_EQ(preview(order), "3 2 3 0 0");
    order.hold.opened_from = day("2015-06-01");
    EXPECT_EQ(preview(order), "2 2 2 0 0");
    order.hold.words = {"LAKE"};
    EXPECT_EQ(preview(order), "2 2 2 0 0");
    order.hold.opened_to = day("2015-12-31");
    EXPECT_EQ(preview(order), "1 1 1 0 0");
    order.hold.words = {"absent"};
    EXPECT_EQ(preview(order), "0 0 0 0 0");
    EXPECT_EQ(everything(), before);
}

TEST_P(HoldsTest, CountsWhatIsHeldAlready) {
    place_hold(database(), on_persons({"P1"}), act());
    EXPECT_EQ(preview(on_persons({"P1"})), "2 1 0 0 1");
}

// What a preview counts is what the night then holds, whichever way the scope leads.
TEST_P(HoldsTest, HoldsWhatThePreviewCounted) {
    std::vector<HoldOrder> orders(6, order());
    orders[0].hold.persons = {"P3"};
    orders[1].hold.involvements = {"C1", "I4"};
    orders[2].hold.services = {"youth-club"};
    orders[3].hold.words = {"lake"};
    orders[4].hold.opened_to = day("2015-01-01");
    orders[5].hold.persons = {"P1"};
    orders[5].hold.words = {"lake"};
    for (const HoldOrder& one : orders) {
        const HoldCatch counted = preview_hold(database(), one, today).caught;
        const WeighedHold placed = place_hold(database(), one, act());
        EXPECT_EQ(counts(placed.caught), counts(counted));
        night();
        EXPECT_EQ(static_cast<long long>(held_by(placed.record.key()).size()), counted.involvements)
            << placed.record.key();
        EXPECT_GT(counted.involvements, 0);
    }
}

TEST_P(HoldsTest, MarksWhoeverItReachesAndNobodyElse) {
    place_hold(database(), on_persons({"P3"}), act());
    EXPECT_EQ(stale(), (Texts{"P2", "P3"}));
    night();
    HoldOrder words = order();
    words.hold.words = {"lake"};
    place_hold(database(), words, act());
    EXPECT_EQ(stale(), (Texts{"P1", "P2", "P3"}));
    night();
    HoldOrder services = order();
    services.hold.services = {"looked-after"};
    place_hold(database(), services, act());
    EXPECT_EQ(stale(), Texts{"P1"});
}

TEST_P(HoldsTest, StopsWhatIsDueAndMovesNoDate) {
    const std::string until = sql_value("select retain_until from decision where involvement = 'C1'");
    place_hold(database(), on_persons({"P1"}), act());
    night();
    EXPECT_EQ(sql_value("select outcome || retain_until from decision where involvement = 'C1'"),
              "held" + until);
    EXPECT_EQ(sql_value("select outcome || holds from decision where involvement = 'I1'"), R"(retain["H1"])");
}

TEST_P(HoldsTest, ReleasesOneWithoutTheOthers) {
    place_hold(database(), on_persons({"P1"}), act());
    place_hold(database(), on_persons({"P1", "P2"}), act());
    night();
    release_hold(database(), "H1", "ended", act());
    EXPECT_EQ(stale(), Texts{"P1"});
    night();
    EXPECT_EQ(sql_value("select outcome || holds from decision where involvement = 'C1'"), R"(held["H2"])");
    release_hold(database(), "H2", "ended", act(day("2026-12-01")));
    night("2026-12-01");
    EXPECT_EQ(sql_value("select outcome from decision where involvement = 'C1'"), "due");
    EXPECT_EQ(held_by("H2"), Texts{});
}

TEST_P(HoldsTest, RefusesToReleaseTwiceOrWhatFollowsByItself) {
    place_hold(database(), on_persons({"P1"}), act());
    release_hold(database(), "H1", "ended", act());
    EXPECT_EQ(error_of([&] { release_hold(database(), "H1", "again", act()); }),
              "77: hold H1 was released already, on 2026-11-23");
    load({R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-11-01"})"});
    EXPECT_EQ(error_of([&] { release_hold(database(), "access_request:A1", "x", act()); }),
              "77: hold access_request:A1 follows by itself and is released by nobody");
    EXPECT_EQ(error_of([&] { release_hold(database(), "H9", "x", act()); }), "65: there is no hold \"H9\"");
    EXPECT_EQ(error_of([&] { release_hold(database(), "H1", " ", act()); }), "64: a release needs a reason");
}

TEST_P(HoldsTest, RefusesAScopeThatIsEmptyOrImpossible) {
    const std::string before = everything();
    EXPECT_EQ(refused(order()), "64: an empty scope would hold everything or nothing");
    HoldOrder order = on_persons({"P9"});
    EXPECT_EQ(refused(order), "65: there is no person P9 in the store");
    order = HoldsTest::order();
    order.hold.involvements = {"I1", "I9"};
    EXPECT_EQ(refused(order), "65: there is no involvement I9 in the store");
    order.hold.involvements = {"I1"};
    order.hold.persons = {"P2"};
    EXPECT_EQ(
        refused(order),
        "65: none of the involvements named is of the people, services and days named: the hold could catch "
        "nothing");
    order = HoldsTest::order();
    order.hold.services = {"youth-clubs"};
    EXPECT_EQ(refused(order),
              "65: \"youth-clubs\" is no service nor a group of services: did you mean \"youth-club\"?");
    order = HoldsTest::order();
    order.hold.words = {" - "};
    EXPECT_EQ(refused(order), "64: \" - \" is no word: it has no letter and no digit");
    order = HoldsTest::order();
    order.hold.opened_from = day("2016-01-01");
    order.hold.opened_to = day("2015-12-31");
    EXPECT_EQ(refused(order), "65: a scope from 2016-01-01 to 2015-12-31 holds nothing");
    EXPECT_EQ(everything(), before);
}

TEST_P(HoldsTest, RefusesWhatIsNoHold) {
    HoldOrder order = on_persons({"P1"});
    order.hold.kind = "polise";
    EXPECT_EQ(refused(order), "64: \"polise\" is no kind of hold");
    order = on_persons({"P1"});
    order.authority = " ";
    EXPECT_EQ(refused(order), "64: a hold needs an authority");
    order = on_persons({"P1"});
    order.reason.clear();
    EXPECT_EQ(refused(order), "64: a hold needs a reason");
    order = on_persons({"P1"});
    order.hold.review_on = day("2026-11-22");
    EXPECT_EQ(refused(order), "65: the review on 2026-11-22 lies before the hold begins, on 2026-11-23");
    order.hold.review_on.reset();
    order.hold.id = "complaint:1";
    EXPECT_EQ(refused(order).substr(0, 3), "65:");
    order.hold.id = std::string(65, 'x');
    EXPECT_EQ(refused(order).substr(0, 3), "64:");
    order.hold.id = "H7";
    EXPECT_EQ(refused(order), "done");
    EXPECT_EQ(refused(order), "65: there is a hold H7 already");
}

TEST_P(HoldsTest, TakesTheFirstIdThatIsFree) {
    HoldOrder order = on_persons({"P1"});
    order.hold.id = "H2";
    place_hold(database(), order, act());
    EXPECT_EQ(place_hold(database(), on_persons({"P1"}), act()).record.key(), "H1");
    EXPECT_EQ(place_hold(database(), on_persons({"P1"}), act()).record.key(), "H3");
}

TEST_P(HoldsTest, ListsEveryHoldInTheOrderOfBytes) {
    HoldOrder later = on_persons({"P1"});
    later.hold.from = day("2026-12-24");
    later.hold.id = "a";
    place_hold(database(), later, act());
    later.hold.id = "z";
    place_hold(database(), later, act());
    place_hold(database(), on_persons({"P1"}), act());
    release_hold(database(), "z", "ended", act());
    load(
        {R"({"type":"access_request","id":"A1","person":"P1","received_at":"2026-11-01"})",
         R"({"type":"deletion_request","id":"D1","person":"P1","received_at":"2025-11-01","answered_on":"2025-12-01"})"});
    EXPECT_EQ(listed(), (Texts{"H1 in force", "a not", "access_request:A1 in force automatic", "z not"}));
    EXPECT_EQ(listed(day("2026-12-24")),
              (Texts{"H1 in force", "a in force", "access_request:A1 in force automatic", "z not"}));
}

TEST_P(HoldsTest, KeepsAHoldAsABundleWouldBringIt) {
    HoldOrder order = on_persons({"P1"});
    order.hold.words = {"lake", "the \"inn\""};
    order.hold.review_on = day("2027-01-01");
    place_hold(database(), order, act());
    const ImportResult again = load(
        {R"({"type":"hold","id":"H1","kind":"police","authority":"Police, LP-1","reason":"enquiry","from":"2026-11-23","scope":{"persons":["P1"],"words":["lake","the \"inn\""]},"review_on":"2027-01-01"})"});
    EXPECT_EQ(again.unchanged, 1);
    EXPECT_EQ(sql_value("select by_id from person_reference where person = 'P1'"), "H1");
    EXPECT_EQ(sql_value("select records from record_count where type = 'hold'"), "1");
}

TEST_P(HoldsTest, IsNotReleasedByALoad) {
    place_hold(database(), on_persons({"P1"}), act());
    EXPECT_EQ(
        findings_of(
            {R"({"type":"hold","id":"H1","kind":"police","authority":"Police, LP-1","reason":"enquiry","from":"2026-11-23","scope":{"persons":["P1"]},"released_on":"2026-11-23"})"}),
        Texts{"1: warning: hold H1: released_on differs from what is recorded here, which stays"});
    EXPECT_EQ(listed(), Texts{"H1 in force"});
}

TEST_P(HoldsTest, LeavesALineWithoutNamesInTheRegister) {
    place_hold(database(), on_persons({"P1"}), act());
    release_hold(database(), "H1", "the enquiry has ended", act());
    const std::string digest = pseudonyms_->of_record("hold", "H1");
    Texts lines;
    for (const KeptLine& line : RegisterStore(database()).page(0, 100)) lines.push_back(line.line);
    ASSERT_GE(lines.size(), 2U);
    for (const char* kind : {"hold-placed", "hold-released"}) {
        const std::string& line = lines[lines.size() - (kind == std::string("hold-placed") ? 2 : 1)];
        EXPECT_NE(line.find(std::string("\"kind\":\"") + kind + "\""), std::string::npos);
        EXPECT_NE(line.find(R"("facts":{"hold":")" + digest + R"(","kind":"police"})"), std::string::npos);
        for (const char* absent : {"P1", "LP-1", "enquiry"}) EXPECT_EQ(line.find(absent), std::string::npos);
    }
}

// The hold and its line are one unit of work.
TEST_P(HoldsTest, LeavesNothingWhereItCannotBeFinished) {
    const std::string before = sql_value("select count(*) from hold");
    sql("alter table register_line rename to elsewhere");
    EXPECT_EQ(refused(on_persons({"P1"})).substr(0, 3), "70:");
    sql("alter table elsewhere rename to register_line");
    EXPECT_EQ(sql_value("select count(*) from hold"), before);
    EXPECT_EQ(stale(), Texts{});
}

// Many matches are looked up in one go through all involvements, few one by one: both count the same.
TEST_P(HoldsTest, CountsManyMatchesAsItCountsFew) {
    std::vector<std::string> lines;
    for (int i = 0; i < 150; ++i) {
        const std::string number = std::to_string(1000 + i);
        lines.push_back(person("Q" + number));
        lines.push_back(involvement("J" + number, "Q" + number, club("2015-01-01")));
        lines.push_back(entry("F" + number, "J" + number, R"(,"account":"the quay")"));
    }
    lines.push_back(R"({"type":"relationship","person":"Q1000","kind":"same-person","other":"Q1001"})");
    load(lines);
    night();
    HoldOrder words = order();
    words.hold.words = {"quay"};
    EXPECT_EQ(preview(words), "150 149 150 0 0");
    words.hold.services = {"looked-after"};
    EXPECT_EQ(preview(words), "0 0 0 0 0");
    words.hold.services.clear();
    place_hold(database(), words, act());
    night();
    EXPECT_EQ(held_by("H1").size(), 150U);
}

TEST_P(HoldsTest, PlacesAHoldOnSomebodyWhoCannotBeRead) {
    sql("update involvement set events = '{' where id = 'I1'");
    const WeighedHold placed = place_hold(database(), on_persons({"P1", "P2"}), act());
    EXPECT_EQ(counts(placed.caught), "2 1 2 0 0");
    EXPECT_EQ(placed.caught.unreadable, 1);
}

TEST_P(HoldsTest, SaysEveryFieldInJson) {
    place_hold(database(), on_persons({"P1"}), act());
    Texts lines;
    list_holds(database(), today, [&](const ListedHold& hold) { lines.push_back(to_json(hold)); });
    EXPECT_EQ(
        lines,
        Texts{
            R"({"id":"H1","kind":"police","authority":"Police, LP-1","reason":"enquiry","from":"2026-11-23","scope":{"persons":["P1"]},"review_on":null,"released_on":null,"released_by":null,"release_reason":null,"told_on":null,"in_force":true,"automatic":false})"});
}

}  // namespace
}  // namespace casekeeper::test
