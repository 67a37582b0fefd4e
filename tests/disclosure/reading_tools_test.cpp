// SPDX-License-Identifier: MIT
//
// What documents say is read once, kept as long as a document has the content, and no longer.
#include "disclosure/reading_tools.h"

#include <filesystem>

#include "base/digest.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ReadingToolsTest : public GateWorld {
protected:
    void SetUp() override {
        GateWorld::SetUp();
        if (IsSkipped()) return;
        folder.write("bundle/letter.txt", "Dear Quill, Bertie sends his love.");
        folder.write("bundle/other.txt", "Another letter.");
    }
    static std::string document(const std::string& id, const std::string& entry,
                                const std::string& file = "letter.txt") {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + entry + R"(","file":")" + file +
               "\"}";
    }
    ReadingTools reading(int reader = reader_version) {
        return {database(),
                CASEKEEPER_SOURCE "/config",
                "/usr/share/dict/british-english",
                documents(),
                [this](const StoredDocument& stored) {
                    ++read_;
                    return answer_ ? *answer_ : read_document(stored);
                },
                reader};
    }
    void keep_words_of(const std::string& person, int reader = reader_version) {
        reading(reader).keep_words_of(person);
    }
    Texts words() const { return sql("select words from document_words order by words"); }
    static std::string letter() { return sha256_of("Dear Quill, Bertie sends his love."); }

    int read_ = 0;
    std::optional<DocumentText> answer_;  // of a reader that is not the program's own
};
CASEKEEPER_ON_BOTH_ENGINES(ReadingToolsTest);

TEST_P(ReadingToolsTest, ADocumentIsReadOnce) {
    load_due({due_child("Quill"), {document("D1", "E-Quill"), document("D2", "E-Quill", "other.txt")}});
    keep_words_of("Quill");
    EXPECT_EQ(read_, 2);
    EXPECT_EQ(words(), (Texts{"Another letter.", "Dear Quill, Bertie sends his love."}));
    keep_words_of("Quill");
    const ReadDocument found = reading().words_of(letter());
    EXPECT_EQ(read_, 2);
    EXPECT_EQ(found.text, "Dear Quill, Bertie sends his love.");
    EXPECT_TRUE(found.is_read);
    EXPECT_EQ(found.kind, DocumentKind::plain_text);
}

TEST_P(ReadingToolsTest, TheSameContentIsReadOnceForAll) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Quill"), document("D2", "E-Wren")}});
    keep_words_of("Quill");
    keep_words_of("Wren");
    EXPECT_EQ(read_, 1);
}

TEST_P(ReadingToolsTest, AnotherVersionOfTheReadersReadsAnew) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    keep_words_of("Quill", 1);
    answer_ = DocumentText{};
    answer_->parts = {{"text", "Read better."}};
    answer_->readable = true;
    EXPECT_EQ(reading(2).words_of(letter()).text, "Read better.");
    keep_words_of("Quill", 2);
    EXPECT_EQ(words(), Texts{"Read better."});
    EXPECT_EQ(read_, 3);
}

TEST_P(ReadingToolsTest, WhoeverOnlyLooksKeepsNothing) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    ReadingTools tools = reading();
    EXPECT_EQ(tools.words_of(letter()).text, tools.words_of(letter()).text);
    EXPECT_EQ(read_, 1);
    EXPECT_EQ(rows("document_words"), "0");
}

TEST_P(ReadingToolsTest, WhatBrokeOffOrIsMissingIsTriedAgain) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    answer_ = DocumentText{};
    answer_->broke_off = true;
    keep_words_of("Quill");
    EXPECT_FALSE(reading().words_of(letter()).is_read);
    EXPECT_EQ(rows("document_words"), "0");
    answer_.reset();
    const std::string path = DocumentStore(documents()).path_of(letter());
    std::filesystem::rename(path, path + ".away");
    keep_words_of("Quill");
    EXPECT_EQ(rows("document_words"), "0");
    std::filesystem::rename(path + ".away", path);
    keep_words_of("Quill");
    EXPECT_EQ(rows("document_words"), "1");
}

// The review that follows holds the store: it does not wait for the same reader once more.
TEST_P(ReadingToolsTest, WhatBrokeOffIsNotReadOnceMoreByTheSameProgram) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    answer_ = DocumentText{};
    answer_->broke_off = true;
    ReadingTools tools = reading();
    tools.keep_words_of("Quill");
    EXPECT_FALSE(tools.words_of(letter()).is_read);
    EXPECT_EQ(read_, 1);
}

TEST_P(ReadingToolsTest, WordsAreTheSameReadAnewAndLookedUp) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    answer_ = DocumentText{};
    answer_->parts = {{"text", std::string("a\0b \xFF c", 8)}};
    answer_->readable = true;
    const std::string anew = reading().words_of(letter()).text;
    keep_words_of("Quill");
    EXPECT_EQ(reading().words_of(letter()).text, anew);
    EXPECT_EQ(words(), Texts{anew});
}

TEST_P(ReadingToolsTest, ReadingStopsWhenTheNightIsCancelled) {
    load_due({due_child("Quill"), {document("D1", "E-Quill"), document("D2", "E-Quill", "other.txt")}});
    reading().keep_words_of("Quill", [&] { return read_ == 1; });
    EXPECT_EQ(rows("document_words"), "1");
}

TEST_P(ReadingToolsTest, WordsEndWithTheLastDocumentOfTheirContent) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {document("D1", "E-Quill"), document("D2", "E-Wren"), document("D3", "E-Quill", "other.txt")}});
    keep_words_of("Quill");
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(words(), Texts{"Dear Quill, Bertie sends his love."});
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(words(), Texts{});
}

TEST_P(ReadingToolsTest, NothingIsKeptOfADocumentThatHasEnded) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    const UnitOfWork work(database(), UnitOfWork::Kind::write);
    DocumentWordsStore(database()).keep(letter(), 1, {true, "plain_text", "Bertie"});
    EXPECT_FALSE(DocumentWordsStore(database()).find(letter(), 1));
}

TEST_P(ReadingToolsTest, WordsGoWhereALoadBringsAnotherContent) {
    load_due({due_child("Quill"), {document("D1", "E-Quill")}});
    keep_words_of("Quill");
    folder.write("bundle/letter.txt", "A corrected letter.");
    load({document("D1", "E-Quill")});
    EXPECT_EQ(words(), Texts{});
}

TEST_P(ReadingToolsTest, WordsOfAMaterialStayAndEndWithIt) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Wren")}});
    sql("insert into access_request (id, person, received_at, answered_on) "
        "values ('A1', 'Quill', '2020-01-01T10:00:00', '2020-01-02')");
    sql("insert into access_case (request, person, state) values ('A1', 'Quill', 'closed')");
    sql("insert into access_material (request, number, title, place, media_type, sha256, added_on, added_by) "
        "values ('A1', 1, 't', 'p', 'text/plain', '" +
        letter() + "', '2020-01-01', 'x')");
    keep_words_of("Quill");
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    EXPECT_EQ(words(), Texts{"Dear Quill, Bertie sends his love."});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(words(), Texts{});
}

}  // namespace
}  // namespace casekeeper::test
