// SPDX-License-Identifier: MIT
#include "custody/covered_record.h"

#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

class CoveredRecordTest : public GateWorld {
protected:
    void SetUp() override {
        GateWorld::SetUp();
        if (IsSkipped()) return;
        folder.write("bundle/a.txt", "a");
        load_due({due_child("Quill"),
                  due_child("Wren"),
                  club("C-Quill", "Quill"),
                  {document, disclosure, entry("F-Quill", "C-Quill")}});
    }
    // Does the fingerprint of Quill's record change with such a statement?
    bool changes_with(const std::string& statement) {
        const std::string before = fingerprint_of(database(), "I-Quill");
        sql(statement);
        return fingerprint_of(database(), "I-Quill") != before;
    }
    static constexpr const char* document =
        R"({"type":"document","id":"D1","entry":"E-Quill","file":"a.txt"})";
    static constexpr const char* disclosure =
        R"({"type":"disclosure","id":"S1","person":"Quill","decided_on":"2015-07-01","outcome":"shared","involvement":"I-Quill"})";
};
CASEKEEPER_ON_BOTH_ENGINES(CoveredRecordTest);

TEST_P(CoveredRecordTest, HoldsWhatBelongsToTheInvolvement) {
    const CoveredRecord covered = covered_record(database(), "I-Quill").value();
    EXPECT_EQ(covered.person.key(), "Quill");
    EXPECT_EQ(covered.involvement.key(), "I-Quill");
    ASSERT_EQ(covered.entries.size() + covered.documents.size() + covered.disclosures.size(), 3U);
    EXPECT_EQ(covered.entries[0].key() + covered.documents[0].key() + covered.disclosures[0].key(),
              "E-QuillD1S1");
}

TEST_P(CoveredRecordTest, IsNothingWhereThereIsNoInvolvement) {
    EXPECT_FALSE(covered_record(database(), "I-Nobody"));
    EXPECT_EQ(fingerprint_of(database(), "I-Nobody"), "");
}

TEST_P(CoveredRecordTest, TheSameRecordHasTheSameFingerprint) {
    const std::string before = fingerprint_of(database(), "I-Quill");
    EXPECT_EQ(before.size(), 64U);
    load({due_child("Quill")[0], due_child("Quill")[1], due_child("Quill")[2], document, disclosure});
    night("2026-11-24");
    EXPECT_EQ(fingerprint_of(database(), "I-Quill"), before);
}

TEST_P(CoveredRecordTest, EveryChangeOfWhatItCoversShows) {
    for (const char* statement :
         {"update person set family_name = 'Y' where id = 'Quill'",
          "update person set died = 'true' where id = 'Quill'",
          "update involvement set closed = '2016-01-02' where id = 'I-Quill'",
          "update entry set account = 'more' where id = 'E-Quill'",
          "update entry set remarks = '[]' where id = 'E-Quill'",
          "update involvement set remarks = '[]' where id = 'I-Quill'",
          "update document set title = 'a' where id = 'D1'",
          "update document set sha256 = 'ab' where id = 'D1'", "update disclosure set outcome = 'not-shared'",
          "insert into entry (id, involvement, kind, occurred_at) values ('N', 'I-Quill', 'note', "
          "'2015-01-01')",
          "delete from document", "update entry set involvement = 'C-Quill' where id = 'N'"})
        EXPECT_TRUE(changes_with(statement)) << statement;
}

TEST_P(CoveredRecordTest, ChangesElsewhereDoNotShow) {
    for (const char* statement :
         {"update person set family_name = 'Y' where id = 'Wren'",
          "update entry set account = 'more' where id = 'F-Quill'",
          "update involvement set closed = '2017-01-01' where id = 'C-Quill'", "delete from decision"})
        EXPECT_FALSE(changes_with(statement)) << statement;
}

}  // namespace
}  // namespace casekeeper::test
