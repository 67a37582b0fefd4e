// SPDX-License-Identifier: MIT
//
// Ending again, after a restore, what an earlier line of the register says has ended.
#include "custody/gate.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// Robin's record has been destroyed; under that line others are ended again.
class GateEndAgainTest : public GateWorld {
protected:
    void destroy_robin() {
        load_due({due_child("Robin"), due_child("Quill"), due_child("Wren"), club("C-Wren", "Wren")});
        line_ = execute(propose("I-Robin")).certificate;
    }
    GateAnswer end(const std::string& type, const std::string& id, bool dry_run = false) {
        return gate().end_again(type, id, line_, today, "2026-11-23T04:00:00Z", "ruth", dry_run);
    }
    long long line_ = 0;
};
CASEKEEPER_ON_BOTH_ENGINES(GateEndAgainTest);

TEST_P(GateEndAgainTest, ARecordEndsWithoutBeingAskedAbout) {
    destroy_robin();
    const GateAnswer answer = end("involvement", "I-Quill");
    EXPECT_EQ(said(answer), "done");
    EXPECT_EQ(answer.erased.people, 1);
    EXPECT_EQ(sql("select id from involvement order by id"), (Texts{"C-Wren", "I-Wren"}));
    expect_counts_agree();
}

TEST_P(GateEndAgainTest, WhatIsHeldNowIsKept) {
    destroy_robin();
    load({hold("H1", R"({"persons":["Quill"]})"),
          R"({"type":"access_request","id":"A1","person":"Wren","received_at":"2026-11-20"})"});
    const std::string before = everything();
    EXPECT_EQ(said(end("involvement", "I-Quill")), "held H1");
    EXPECT_EQ(said(end("entry", "E-Quill")), "held H1");
    EXPECT_EQ(said(end("involvement", "I-Wren")), "held access_request:A1");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateEndAgainTest, TheRegisterSaysThatItWasReplayedUnderTheEarlierLine) {
    destroy_robin();
    const GateAnswer answer = end("involvement", "I-Quill");
    const std::string said = RegisterStore(database()).line(answer.certificate)->line;
    EXPECT_EQ(json_text_at(said, "kind"), "replayed");
    EXPECT_EQ(json_number_at(json_value_at(said, "facts"), "line"), line_);
    EXPECT_EQ(said.find("Quill"), std::string::npos);
    EXPECT_EQ(
        RegisterStore(database()).line_that_ended(registered().pseudonyms().of_record("person", "Quill")),
        line_);
}

TEST_P(GateEndAgainTest, ADryRunLeavesNothing) {
    destroy_robin();
    const std::string before = everything();
    EXPECT_EQ(said(end("involvement", "I-Quill", true)), "done");
    EXPECT_EQ(everything(), before);
}

TEST_P(GateEndAgainTest, WhatIsNotThereIsGone) {
    destroy_robin();
    for (const char* type : {"involvement", "person", "entry", "document"})
        EXPECT_EQ(said(end(type, "Nobody")), "gone") << type;
}

TEST_P(GateEndAgainTest, APersonWithARecordIsNotEnded) {
    destroy_robin();
    EXPECT_EQ(said(end("person", "Quill")), "not-empty");
    EXPECT_EQ(sql("select id from person order by id"), (Texts{"Quill", "Wren"}));
}

TEST_P(GateEndAgainTest, APersonWithoutAnyRecordIsEnded) {
    destroy_robin();
    load({person("Plume", R"(,"date_of_birth":"2001-02-03")")});
    night();
    EXPECT_EQ(said(end("person", "Plume")), "done");
    EXPECT_EQ(sql("select person from decision where person = 'Plume'"), Texts{});
    EXPECT_EQ(sql("select id from person where id = 'Plume'"), Texts{});
    expect_counts_agree();
}

TEST_P(GateEndAgainTest, AStubIsNoPersonToEnd) {
    load_due({due_child("Robin"),
              due_child("Wren"),
              {R"({"type":"relationship","person":"Wren","kind":"sibling","other":"Robin"})"}});
    line_ = execute(propose("I-Robin")).certificate;
    EXPECT_EQ(said(end("person", "Robin")), "gone");
    EXPECT_EQ(rows("person_stub"), "1");
}

TEST_P(GateEndAgainTest, OneEntryEndsAlone) {
    destroy_robin();
    load({entry("F-Quill", "I-Quill")});
    const GateAnswer answer = end("entry", "E-Quill");
    EXPECT_EQ(counts_json(answer.erased),
              R"({"involvements":0,"entries":1,"documents":0,"disclosures":0,"people":0,"stubs":0})");
    EXPECT_EQ(sql("select id from entry order by id"), (Texts{"E-Wren", "F-Quill"}));
    expect_counts_agree();
}

TEST_P(GateEndAgainTest, OneDocumentEndsAlone) {
    destroy_robin();
    folder.write("bundle/a.txt", "a");
    load({R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})"});
    EXPECT_EQ(said(end("document", "D1")), "done");
    EXPECT_EQ(rows("document"), "0");
    EXPECT_EQ(rows("entry"), "2");
    EXPECT_EQ(sweep().unlinked, 1);
}

TEST_P(GateEndAgainTest, AMinimisedRecordIsReducedAgain) {
    const auto child = [](const std::string& name) {
        return Texts{person(name),
                     involvement("I-" + name, name,
                                 R"(,"opened":"2024-01-01","closed":"2025-01-01","team":"north",)"
                                 R"("attributes":{"way":"minimise"},"events":{"visited":"2024-02-02"})")};
    };
    load_due({child("Quill"), child("Wren")});
    line_ = execute(propose("I-Quill", "minimise", "basic")).certificate;
    EXPECT_EQ(said(end("involvement", "I-Wren")), "done");
    EXPECT_EQ(sql("select coalesce(team, '-') from involvement"), (Texts{"-", "-"}));
    EXPECT_TRUE(proposals().done("I-Wren", "minimise", "basic"));
}

TEST_P(GateEndAgainTest, TheInstructionIsWrittenOnceForACertificate) {
    load_due(
        {{person("Robin"), involvement("I-Robin", "Robin", R"(,"closed":"2016-01-01","system":"Mosaic")")},
         {person("Quill"), involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01","system":"Mosaic")")}});
    line_ = execute(propose("I-Robin")).certificate;
    EXPECT_EQ(said(end("involvement", "I-Quill")), "done");
    EXPECT_EQ(sql("select reference from disposal_instruction"), Texts{"I-Robin"});
}

TEST_P(GateEndAgainTest, ALineThatIsNotThereIsAnError) {
    destroy_robin();
    line_ = 4711;
    EXPECT_EQ(error_of([&] { end("involvement", "I-Quill"); }), "65: the register has no line 4711");
    EXPECT_EQ(sql("select id from involvement where id = 'I-Quill'"), Texts{"I-Quill"});
}

}  // namespace
}  // namespace casekeeper::test
