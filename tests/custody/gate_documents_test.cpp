// SPDX-License-Identifier: MIT
//
// A document that lies in several records ends with the last of them.
#include <filesystem>

#include "base/digest.h"
#include "custody/gate.h"
#include "store/document_store.h"
#include "store/review_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class GateDocumentsTest : public GateWorld {
protected:
    void SetUp() override {
        GateWorld::SetUp();
        folder.write("bundle/letter.txt", "a letter");
        folder.write("bundle/other.txt", "another");
    }
    static std::string document(const std::string& id, const std::string& entry, const std::string& also = "",
                                const std::string& file = "letter.txt") {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + entry + R"(","file":")" + file +
               "\"" + (also.empty() ? "" : R"(,"also_in":)" + also) + "}";
    }
    bool has_file(const std::string& content) const {
        return std::filesystem::exists(DocumentStore(documents()).path_of(sha256_of(content)));
    }
    // "document involvement also_in", by document.
    Texts places() const {
        return sql(
            "select d.id || ' ' || e.involvement || ' ' || coalesce(d.also_in, '-') from document d "
            "join entry e on e.id = d.entry order by d.id");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(GateDocumentsTest);

TEST_P(GateDocumentsTest, ADocumentOfOneRecordEndsWithIt) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {document("D1", "E-Quill"), document("D2", "E-Wren", "", "other.txt")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_TRUE(has_file("a letter"));
    sweep();
    EXPECT_FALSE(has_file("a letter"));
    EXPECT_TRUE(has_file("another"));
    EXPECT_EQ(places(), Texts{"D2 I-Wren -"});
}

TEST_P(GateDocumentsTest, ASharedDocumentMovesToTheOtherRecord) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Quill", R"(["I-Wren"])")}});
    const GateAnswer answer = execute(propose("I-Quill"));
    EXPECT_EQ(answer.erased.documents, 0);
    EXPECT_EQ(places(), Texts{"D1 I-Wren -"});
    EXPECT_EQ(rows("document_involvement"), "0");
    sweep();
    EXPECT_TRUE(has_file("a letter"));
    expect_counts_agree();
}

// The product's own entry counts on no day: nobody's records are kept longer for it.
TEST_P(GateDocumentsTest, TheEntryItMovesToCountsNowhere) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Quill", R"(["I-Wren"])")}});
    const Texts days = sql("select last_entry_on from involvement where id = 'I-Wren'");
    const Texts decided = sql("select outcome || retain_until from decision where person = 'Wren'");
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select flags || coalesce(counts_on, 'never') from entry where id <> 'E-Wren'"),
              Texts{R"(["casekeeper"]never)"});
    EXPECT_EQ(sql("select last_entry_on from involvement where id = 'I-Wren'"), days);
    sql("insert into stale_person (person) values ('Wren')");
    night();
    EXPECT_EQ(sql("select outcome || retain_until from decision where person = 'Wren'"), decided);
}

TEST_P(GateDocumentsTest, SeveralMoveIntoOneEntry) {
    load_due({due_child("Quill"),
              due_child("Wren"),
              {document("D1", "E-Quill", R"(["I-Wren"])"),
               document("D2", "E-Quill", R"(["I-Wren"])", "other.txt")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(rows("entry"), "2");
    EXPECT_EQ(sql_value("select cast(count(distinct entry) as text) from document"), "1");
    expect_counts_agree();
}

TEST_P(GateDocumentsTest, OfSeveralOthersItMovesToTheFirstAndStaysInTheRest) {
    load_due({due_child("Quill"),
              due_child("Robin"),
              due_child("Wren"),
              {document("D1", "E-Quill", R"(["I-Robin","I-Wren"])")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(places(), Texts{R"(D1 I-Robin ["I-Wren"])"});
    EXPECT_EQ(outcome_of(propose("I-Robin")), "done");
    EXPECT_EQ(places(), Texts{"D1 I-Wren -"});
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    sweep();
    EXPECT_FALSE(has_file("a letter"));
    expect_counts_agree();
}

TEST_P(GateDocumentsTest, ADocumentOfAnothersLiesHereNoMore) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Wren", R"(["I-Quill"])")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(places(), Texts{"D1 I-Wren -"});
    EXPECT_EQ(rows("document_involvement"), "0");
    sweep();
    EXPECT_TRUE(has_file("a letter"));
}

TEST_P(GateDocumentsTest, TheSameContentStaysForAnotherDocument) {
    load_due({due_child("Quill"), due_child("Wren"), {document("D1", "E-Quill"), document("D2", "E-Wren")}});
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(sql("select digest from erasure_intention"), Texts{"engine"});
    sweep();
    EXPECT_TRUE(has_file("a letter"));
    EXPECT_EQ(outcome_of(propose("I-Wren")), "done");
    sweep();
    EXPECT_FALSE(has_file("a letter"));
}

TEST_P(GateDocumentsTest, SharedBetweenTwoThatEndTogetherItEnds) {
    load_due({due_child("Quill"), club("C-Quill", "Quill"), {document("D1", "E-Quill", R"(["C-Quill"])")}});
    const std::vector<GateAnswer> answers = execute_all({propose("I-Quill"), propose("C-Quill")});
    EXPECT_EQ(said(answers[0]) + said(answers[1]), "donedone");
    EXPECT_EQ(rows("document") + rows("entry"), "00");
    sweep();
    EXPECT_FALSE(has_file("a letter"));
    expect_counts_agree();
}

// What was approved of the other record has changed with it: the review looks at it again.
TEST_P(GateDocumentsTest, WhoReceivesADocumentIsReviewedAgain) {
    load_due({due_child("Quill"),
              due_child("Robin"),
              due_child("Wren"),
              {document("D1", "E-Quill", R"(["I-Wren"])"),
               document("D2", "E-Robin", R"(["I-Quill"])", "other.txt")}});
    propose("I-Wren");
    propose("I-Robin");
    ReviewStore(database()).clear_range("", "~");
    EXPECT_EQ(outcome_of(propose("I-Quill")), "done");
    EXPECT_EQ(ReviewStore(database()).marked("", 10), (Texts{"Robin", "Wren"}));
}

}  // namespace
}  // namespace casekeeper::test
