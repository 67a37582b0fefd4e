// SPDX-License-Identifier: MIT
#include "store/engine_residue.h"

#include <filesystem>

#include "store/record_store.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class EngineResidueTest : public StoreTest {
protected:
    // People with long needs, of whom every second goes again.
    void come_and_go() {
        Texts lines;
        for (int i = 0; i < 400; ++i) {
            const std::string number = std::to_string(1000 + i);
            lines.push_back(
                R"({"type":"person","id":"P)" + number + R"(","family_name":"X","communication_needs":")" +
                std::string(static_cast<std::size_t>(10 + i * 37 % 900), 'n') + "planted" + number + "\"}");
        }
        add(lines);
        for (int i = 0; i < 400; i += 2)
            sql("delete from person where id = 'P" + std::to_string(1000 + i) + "'");
    }
    // Of how many people the text is still found in the file and its log; those that went, or those that
    // stayed.
    int found(int first) const {
        const std::string bytes = bytes_of(url().location) + bytes_of(url().location + "-wal");
        int count = 0;
        for (int i = first; i < 400; i += 2)
            if (bytes.find("planted" + std::to_string(1000 + i)) != std::string::npos) ++count;
        return count;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(EngineResidueTest);

// A server's files are its own.
class EngineResidueOfAFileTest : public EngineResidueTest {};
CASEKEEPER_ON_SQLITE(EngineResidueOfAFileTest);

TEST_P(EngineResidueOfAFileTest, EmptiesTheFileAndItsLog) {
    come_and_go();
    EXPECT_GT(found(0), 0);
    const EngineResidue residue = empty_engine_residue(database());
    EXPECT_TRUE(residue.emptied);
    EXPECT_EQ(residue.left, "nothing in the store's file and its log");
    EXPECT_EQ(found(0), 0);
    EXPECT_EQ(found(1), 200);
    EXPECT_EQ(std::filesystem::file_size(url().location + "-wal"), 0U);
}

TEST_P(EngineResidueTest, LeavesASoundStoreThatStillWorks) {
    come_and_go();
    const std::unique_ptr<Database> other = another();
    EXPECT_TRUE(RecordStore(*other).has_person("P1001"));
    EXPECT_TRUE(empty_engine_residue(database()).emptied);
    for (Database* one : {&database(), other.get()}) {
        EXPECT_TRUE(RecordStore(*one).has_person("P1001"));
        EXPECT_FALSE(RecordStore(*one).has_person("P1000"));
        EXPECT_EQ(RecordStore(*one).page(RecordType::person, "", 1000).size(), 200U);
    }
    EXPECT_EQ(on_postgresql() ? Texts{"ok"} : sql("pragma integrity_check"), Texts{"ok"});
}

TEST_P(EngineResidueTest, FindsNothingToCleanTheSecondTime) {
    come_and_go();
    empty_engine_residue(database());
    EXPECT_EQ(empty_engine_residue(database()).pages_cleaned, 0);
}

TEST_P(EngineResidueTest, SaysWhatAServerMayStillHold) {
    database();
    const std::string left = empty_engine_residue(database()).left;
    EXPECT_EQ(left.find("write-ahead log") != std::string::npos, on_postgresql()) << left;
}

}  // namespace
}  // namespace casekeeper::test
