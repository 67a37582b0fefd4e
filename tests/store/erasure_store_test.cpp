// SPDX-License-Identifier: MIT
//
// The statements by themselves; what they come to together is tests/custody/gate_*_test.cpp.
#include "store/erasure_store.h"

#include "store/access_store.h"
#include "store/pack_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;
using Records = std::vector<std::pair<std::string, std::string>>;

class ErasureStoreTest : public GateWorld {
protected:
    template <typename Change>
    Erased erase(const Change& change) {
        Erased erased;
        ErasureStore store(database());
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        change(store, erased);
        work.commit();
        return erased;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(ErasureStoreTest);

TEST_P(ErasureStoreTest, SaysEveryRecordAndContentItTook) {
    folder.write("bundle/a.txt", "a");
    load_due({due_child("Quill"), {R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})"}});
    const Erased erased = erase(
        [](ErasureStore& store, Erased& all) { store.erase_involvement("I-Quill", "2026-11-23", all); });
    EXPECT_EQ(erased.records,
              (Records{{"document", "D1"}, {"entry", "E-Quill"}, {"involvement", "I-Quill"}}));
    EXPECT_EQ(erased.contents.size(), 1U);
    EXPECT_EQ(erased.people, 0);
    EXPECT_EQ(rows("person"), "1");
}

TEST_P(ErasureStoreTest, TakesNothingWhereNothingIs) {
    load_due({due_child("Quill")});
    const std::string before = everything();
    const Erased erased = erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Nobody", "2026-11-23", all);
        store.erase_entry("E-Nobody", "2026-11-23", all);
        store.erase_document("D-Nobody", "2026-11-23", all);
    });
    EXPECT_FALSE(erased.anything());
    EXPECT_EQ(everything(), before);
}

TEST_P(ErasureStoreTest, TakesTheLetterOfTheNotice) {
    load_due({due_child("Quill")});
    proposals().set_notice({"I-Quill", "2026-11-01", "N1.html", {}, {}, {}, {}, {}});
    const Erased erased = erase(
        [](ErasureStore& store, Erased& all) { store.erase_involvement("I-Quill", "2026-11-23", all); });
    EXPECT_EQ(erased.letters, Texts{"N1.html"});
}

// The characters that LIKE takes for any are looked for as themselves.
TEST_P(ErasureStoreTest, FindsAHoldByTheWholeIdOnly) {
    load_due({{person("P_1%"), involvement("I_1%", "P_1%", R"(,"closed":"2016-01-01")"), person("PA1X"),
               involvement("IA1X", "PA1X", R"(,"closed":"2016-01-01")"),
               hold("H1", R"({"involvements":["IA1X"]})", R"(,"released_on":"2026-01-01")"),
               hold("H2", R"({"involvements":["I_1%"]})", R"(,"released_on":"2026-01-01")")}});
    erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I_1%", "2026-11-23", all);
        store.settle({"P_1%"}, "2026-11-23", all);
    });
    EXPECT_EQ(sql("select id from hold"), Texts{"H1"});
}

TEST_P(ErasureStoreTest, AnUnreleasedHoldOrOneReleasedLaterKeepsItsScope) {
    load_due({due_child("Quill"),
              {hold("H1", R"({"involvements":["I-Quill"]})"),
               hold("H2", R"({"involvements":["I-Quill"]})", R"(,"released_on":"2026-11-24")")}});
    erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Quill", "2026-11-23", all);
        store.settle({"Quill"}, "2026-11-23", all);
    });
    EXPECT_EQ(sql("select id from hold order by id"), (Texts{"H1", "H2"}));
}

TEST_P(ErasureStoreTest, TakesWhatIsGoneOutOfTheItemsOfReleasedHolds) {
    const std::string items = R"({"items":["entry:E-Quill","involvement:I-Quill","entry:E-Wren"]})";
    load_due({due_child("Quill"),
              due_child("Wren"),
              {hold("H1", items, R"(,"released_on":"2026-01-01")"), hold("H2", items),
               hold("H3", R"({"items":["entry:E-Quill"]})", R"(,"released_on":"2026-01-01")")}});
    erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Quill", "2026-11-23", all);
        store.settle({"Quill"}, "2026-11-23", all);
    });
    EXPECT_EQ(sql("select id || ' ' || scope from hold order by id"),
              (Texts{R"(H1 {"items":["entry:E-Wren"]})", "H2 " + items}));
}

TEST_P(ErasureStoreTest, KeepsTheRestOfAHoldsScope) {
    load_due(
        {due_child("Quill"),
         due_child("Wren"),
         {hold(
             "H1",
             R"({"persons":["Quill","Wren"],"services":["youth-club"],"opened_from":"2001-01-01","opened_to":"2020-01-01","words":["belt"]})",
             R"(,"released_on":"2026-01-01")")}});
    erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Quill", "2026-11-23", all);
        store.end_people({"Quill"}, "2026-11-23", 1, all);
    });
    EXPECT_EQ(
        sql_value("select scope from hold"),
        R"({"persons":["Wren"],"services":["youth-club"],"opened_from":"2001-01-01","opened_to":"2020-01-01","words":["belt"]})");
    EXPECT_EQ(sql("select person from person_reference where by_type = 'hold'"), Texts{"Wren"});
}

// Quill goes; of Wren, whom an entry of Finch's names, a stub stays.
// An access request is part of its person's record: what was decided, asked, sent and added goes with it.
TEST_P(ErasureStoreTest, ARequestToSeeTheRecordEndsWithIt) {
    load_due({due_child("Quill"),
              {R"({"type":"access_request","id":"A1","person":"Quill","received_at":"2020-01-02",)"
               R"("answered_on":"2020-02-01"})"}});
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        AccessStore access(database());
        AccessCase one = access.find("A1").value();
        access.open(one);
        access.set_item("A1", {"entry:E-Quill", "crime", "name:Jane Roe", "weigh", "why"});
        access.add_ask({"A1", 0, "search", "the archivist", "attic", "2020-01-03", "2020-01-08"});
        access.add_ask({"A1", 0, "opinion", "Dr Vale", "", "2020-01-03", "2020-01-08", "2020-01-07", "harm",
                        R"({"role":"doctor","text":"no","items":["entry:E-Quill","person:Quill"]})"});
        access.add_material("A1", {0, "a scan", "attic", "image/png", "abc", "2020-01-05", "dana"});
        access.set_parts("A1", {{"entry:E-Quill", "shown"}, {"person:Quill", "shown"}});
        access.note(one, "open", {"2020-01-02", "2020-01-02T10:00:00Z", "dana"});
        one.state = "reviewed";
        access.update(one);
        access.mark_if_open("Quill");
        PackStore(database())
            .put({"A1", "Quill", "made", "2020-01-20", "dana", "abc", "self", "/packs/of-quill", "2020-04-20",
                  "{}"});
        work.commit();
    }
    const Texts tables = {"access_case",  "access_item", "access_ask",        "access_material",
                          "access_event", "access_part", "access_review_due", "access_pack"};
    const Erased of_entry = erase([](ErasureStore& store, Erased& all) {
        store.erase_entry("E-Quill", "2026-11-23", all);
        store.settle({"Quill"}, "2026-11-23", all);
    });
    EXPECT_EQ(rows("access_item"), "0") << "what was decided of a part that is gone";
    EXPECT_EQ(sql("select facts from access_ask where kind = 'opinion'"),
              Texts{R"({"role":"doctor","text":"no","items":["person:Quill"]})"});
    EXPECT_EQ(of_entry.folders, Texts{"/packs/of-quill"}) << "its files have what is gone";
    EXPECT_EQ(sql("select state from access_pack where folder is null"), Texts{"ended"});
    EXPECT_EQ(rows("access_review_due"), "1");
    EXPECT_EQ(sql("select item from access_part"), Texts{"person:Quill"});
    EXPECT_EQ(rows("access_case"), "1");
    const Erased erased = erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Quill", "2026-11-23", all);
        store.end_people({"Quill"}, "2026-11-23", 1, all);
        store.settle({"Quill"}, "2026-11-23", all);
    });
    for (const std::string& table : tables) EXPECT_EQ(rows(table), "0") << table;
    EXPECT_TRUE(erased.contents.contains("abc")) << "and its file";
}

// A document that lay in two records was weighed and sent for either; it has ended through one of them.
TEST_P(ErasureStoreTest, NoRequestOfAnybodyKeepsADocumentThatHasEnded) {
    folder.write("bundle/a.txt", "a");
    load_due({due_child("Quill"),
              due_child("Wren"),
              {R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})",
               R"({"type":"access_request","id":"A1","person":"Wren","received_at":"2020-01-02",)"
               R"("answered_on":"2020-02-01"})"}});
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        AccessStore access(database());
        access.open(access.find("A1").value());
        for (const char* item : {"document:D1", "entry:E-Wren"})
            access.set_item("A1", {item, "crime", "", "weigh", "why"});
        access.set_parts("A1", {{"document:D1", "shown"}, {"entry:E-Wren", "shown"}});
        access.add_ask({"A1", 0, "opinion", "Dr Vale", "", "2020-01-03", "2020-01-08", "2020-01-07", "harm",
                        R"({"role":"doctor","text":"no","items":["document:D1","entry:E-Wren"]})"});
        access.add_ask({"A1", 0, "search", "the archivist", "attic", "2020-01-03", "2020-01-08"});
        work.commit();
    }
    erase([](ErasureStore& store, Erased& all) {
        store.erase_involvement("I-Quill", "2026-11-23", all);
        store.end_people({"Quill"}, "2026-11-23", 1, all);
        store.settle({"Quill"}, "2026-11-23", all);
    });
    EXPECT_EQ(sql("select item from access_item"), Texts{"entry:E-Wren"});
    EXPECT_EQ(sql("select item from access_part"), Texts{"entry:E-Wren"});
    EXPECT_EQ(sql("select facts from access_ask where kind = 'opinion'"),
              Texts{R"({"role":"doctor","text":"no","items":["entry:E-Wren"]})"});
    EXPECT_EQ(rows("access_ask"), "2");
}

TEST_P(ErasureStoreTest, NothingSaysThatTheEndedHadAProtectedPlace) {
    const auto hidden = [](const std::string& id) {
        return person(id, R"(,"addresses":[{"postcode":"AB1 2CD","protected":true}])");
    };
    load_due({due_child("Quill"),
              due_child("Wren"),
              due_child("Finch"),
              {entry("F-Finch", "I-Finch", R"(,"mentions":[{"person":"Wren"}])")}});
    load({hidden("Quill"), hidden("Wren"), hidden("Finch")});
    load({R"({"type":"access_request","id":"A1","person":"Finch","received_at":"2026-11-02"})"});
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        AccessStore access(database());
        AccessCase one = access.find("A1").value();
        access.open(one);
        one.state = "reviewed";
        access.update(one);
        work.commit();
    }
    const std::string who = "select person from person_with_protected_place order by person";
    ASSERT_EQ(sql(who), (Texts{"Finch", "Quill", "Wren"}));
    erase([](ErasureStore& store, Erased& all) {
        for (const char* name : {"Quill", "Wren"})
            store.erase_involvement(std::string("I-") + name, "2026-11-23", all);
        store.end_people({"Quill", "Wren"}, "2026-11-23", 1, all);
    });
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Finch", "Wren"}));
    EXPECT_EQ(sql(who), Texts{"Finch"});
    EXPECT_EQ(sql("select request from access_review_due"), Texts{"A1"}) << "any text may have given it away";
}

TEST_P(ErasureStoreTest, AReducedEntryNamesOnlyWhomItStillNames) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {entry("F-Quill", "I-Quill", R"(,"topic":"health","mentions":[{"person":"Wren"}])")}});
    ASSERT_EQ(sql("select person from person_reference"), Texts{"Wren"});
    Reduction reduction;
    reduction.names = {"topic"};
    const Erased erased = erase(
        [&](ErasureStore& store, Erased& all) { store.reduce("I-Quill", reduction, "2026-11-23", all); });
    EXPECT_EQ(rows("person_reference"), "0");
    EXPECT_EQ(erased.named, std::set<std::string>{"Wren"});
    EXPECT_EQ(rows("entry"), "3");
}

TEST_P(ErasureStoreTest, AnIntentionIsRecordedOnceAndDone) {
    erase([](ErasureStore& store, Erased&) {
        store.intend("aa", 1, "2026-11-23T03:00:00Z");
        store.intend("aa", 2, "2026-11-24T03:00:00Z");
        store.intend("bb", 2, "2026-11-24T03:00:00Z");
    });
    EXPECT_EQ(ErasureStore(database()).intended("", 9), (Texts{"aa", "bb"}));
    EXPECT_EQ(ErasureStore(database()).intended("aa", 9), Texts{"bb"});
    EXPECT_EQ(sql_value("select cast(line as text) from erasure_intention where digest = 'aa'"), "1");
    erase([](ErasureStore& store, Erased&) { store.done("aa"); });
    EXPECT_EQ(ErasureStore(database()).intended("", 1), Texts{"bb"});
}

TEST_P(ErasureStoreTest, NumbersTheLinesForStatistics) {
    erase([](ErasureStore& store, Erased&) {
        for (int i = 0; i < 2; ++i) store.add_statistic("youth-club", "2015", "2016", "10 to 15", 3);
    });
    EXPECT_EQ(sql("select cast(number as text) || service || cast(entries as text) from anonymous_statistic "
                  "order by 1"),
              (Texts{"1youth-club3", "2youth-club3"}));
}

TEST_P(ErasureStoreTest, CountsWhatLiesBeyondReach) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {entry("M", "I-Wren", R"(,"mentions":[{"person":"Quill"}])")}});
    sql("insert into export_log (register_line, person, reason) select number, null, 'all' from "
        "register_line where number = 1");
    const ErasureStore::BeyondReach beyond = ErasureStore(database()).beyond_reach("Quill");
    EXPECT_EQ(beyond.entries_of_others, 1);
    EXPECT_EQ(beyond.exports, 1);
}

}  // namespace
}  // namespace casekeeper::test
