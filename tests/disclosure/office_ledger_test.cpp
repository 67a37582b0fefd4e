// SPDX-License-Identifier: MIT
#include "disclosure/office_ledger.h"

#include <gtest/gtest.h>

#include "output/text_book.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

std::string written(const std::vector<std::string>& not_shown, const std::vector<std::string>& without_sign) {
    const TemporaryFolder folder;
    TextBook book(folder.path("ledger.txt"), {"Ledger", "A1", "Trust", "2026-11-23T00:00:00Z"});
    AccessItem item{"entry:E7", "third-party", "person:P2", "withhold", ""};
    item.decision = "withhold";
    item.decided_by = "dana";
    write_office_ledger(book, PackLedger({"entry:E7"}, {item}, {}, {}, StandIns::Reader::the_person),
                        not_shown, without_sign);
    book.finish();
    return bytes_of(folder.path("ledger.txt"));
}

TEST(OfficeLedger, HasEachNumberWithItsDecision) {
    const std::string text = written({}, {});
    EXPECT_NE(text.find("Note: 1\nPart: entry:E7"), std::string::npos) << text;
    EXPECT_NE(text.find("dana"), std::string::npos) << text;
    EXPECT_EQ(text.find("by hand"), std::string::npos) << text;
}

TEST(OfficeLedger, NamesThePartsThatNeedSomebodysHand) {
    const std::string text = written({"document:D5"}, {"entry:E9"});
    EXPECT_NE(text.find("- document:D5"), std::string::npos) << text;
    EXPECT_NE(text.find("- entry:E9"), std::string::npos) << text;
}

}  // namespace
}  // namespace casekeeper::test
