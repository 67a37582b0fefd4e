// SPDX-License-Identifier: MIT
#include "reports/documents_to_read.h"

#include <gmock/gmock.h>

#include "store/erasure_store.h"
#include "support/belonging_world.h"

namespace casekeeper::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// P1 and P2 have two documents each, P3 has one.
class DocumentsToReadTest : public BelongingWorld {
protected:
    void SetUp() override {
        BelongingWorld::SetUp();
        Texts lines;
        for (const char* of : {"1", "1", "2", "2", "3"}) {
            const std::string number = std::to_string(++documents_);
            folder.write("bundle/" + number + ".txt", "About Ben Haile, " + number);
            lines.push_back(said("E" + number, std::string("I") + of, "A letter came."));
            lines.push_back(R"({"type":"document","id":"D)" + number + R"(","entry":"E)" + number +
                            R"(","file":")" + number + R"(.txt"})");
        }
        load_three(lines);
    }
    // A night that may read so many: whose were asked for.
    Texts read(long long most) {
        Texts asked;
        const ReadDocumentsOf reading = [&](const std::string& person,
                                            const std::function<bool()>& is_to_stop) {
            for (const std::string& sha256 : DocumentWordsStore(database()).unread_of(person, 1)) {
                if (is_to_stop()) return;
                asked.push_back(person);
                UnitOfWork work(database(), UnitOfWork::Kind::write);
                DocumentWordsStore(database()).keep(sha256, 1, {true, "plain_text", "About Ben Haile"});
                work.commit();
            }
        };
        DocumentsToRead documents(database(), reading, 1, {}, most);
        documents.read();
        left_ = documents.left();
        return asked;
    }
    Texts due() const { return sql("select person from recording_due order by person"); }

    std::set<std::string> left_;
    int documents_ = 0;
};
CASEKEEPER_ON_BOTH_ENGINES(DocumentsToReadTest);

TEST_P(DocumentsToReadTest, SoManyANightFromWhereTheLastStopped) {
    EXPECT_THAT(read(3), ElementsAre("P1", "P1", "P2"));
    EXPECT_THAT(due(), ElementsAre("P1")) << "of P2 one is left";
    sql("delete from recording_due");
    EXPECT_THAT(read(3), ElementsAre("P2", "P3"));
    EXPECT_THAT(due(), ElementsAre("P2", "P3"));
    EXPECT_THAT(read(3), IsEmpty());
    EXPECT_EQ(sql_value("select value from store_property where name = 'recording_documents_read'"), "1!");
}

TEST_P(DocumentsToReadTest, WhoeverHasTheSameDocumentIsLookedAtToo) {
    load(
        {said("E6", "I3", "A letter came."), R"({"type":"document","id":"D6","entry":"E6","file":"1.txt"})"});
    EXPECT_THAT(read(2), ElementsAre("P1", "P1"));
    EXPECT_THAT(due(), ElementsAre("P1", "P3"));
}

TEST_P(DocumentsToReadTest, WhoeverEndsIsNotRememberedAsTheLast) {
    read(2);
    EXPECT_THAT(rows_with("P1"), ::testing::Contains(::testing::HasSubstr("recording_documents_read")));
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    Erased erased;
    ErasureStore(database()).erase_involvement("I1", "2026-11-23", erased);
    ErasureStore(database()).end_people({"P1"}, "2026-11-23", 1, erased);
    work.commit();
    EXPECT_THAT(rows_with("P1"), ::testing::Not(::testing::Contains(::testing::HasSubstr("recording"))));
    EXPECT_THAT(read(2), ElementsAre("P2", "P2"));
}

TEST_P(DocumentsToReadTest, OfWhomeverIsLookedAtFirst) {
    look();
    read(100);
    sql("delete from document_words");
    sql("delete from recording_due");
    load({said("E9", "I3", "changed"), said("E8", "I2", "changed")});
    EXPECT_THAT(read(2), ElementsAre("P2", "P2"));
    EXPECT_THAT(left_, ElementsAre("P3"));
}

TEST_P(DocumentsToReadTest, ANightReadsBeforeItLooks) {
    RecordingControl control;
    control.reader = 1;
    control.read_documents_of = [&](const std::string& person, const std::function<bool()>& is_to_stop) {
        if (is_to_stop()) return;
        for (const std::string& sha256 : DocumentWordsStore(database()).unread_of(person, 1)) {
            UnitOfWork work(database(), UnitOfWork::Kind::write);
            DocumentWordsStore(database()).keep(sha256, 1, {true, "plain_text", "About Ben Haile"});
            work.commit();
        }
    };
    std::vector<Finding> findings;
    const ServiceCatalogue catalogue = schedule_in_force(database()).catalogue;
    const RecordingRules read = RecordingRules::read(rules, "rules.toml", findings, catalogue);
    check_recording(database(), read, shipped_holidays(), catalogue, rules, day("2026-11-23"), control);
    EXPECT_THAT(found(), ElementsAre("another-clients-record document:D1 open",
                                     "another-clients-record document:D2 open",
                                     "another-clients-record document:D5 open"));
}

}  // namespace
}  // namespace casekeeper::test
