// SPDX-License-Identifier: MIT
#include "disposal/request_scope.h"

#include "support/letter_world.h"
#include "support/moved_entry.h"

namespace casekeeper::test {
namespace {

class RequestScopeTest : public LetterWorld {};
CASEKEEPER_ON_BOTH_ENGINES(RequestScopeTest);

TEST_P(RequestScopeTest, ReadsTheScopeAsParts) {
    const DeletionCase one = request(R"(,"scope":["involvement:I2","entry:E1","document:D2"])");
    EXPECT_FALSE(asks_for_everything(database(), one));
    std::string parts;
    for (const DeletionItem& item : items_of_scope(database(), one))
        parts += item.item + "@" + item.involvement + " ";
    EXPECT_EQ(parts, "involvement:I2@I2 entry:E1@I1 document:D2@I1 ");
    const DeletionCase all = request("", "R2");
    EXPECT_TRUE(asks_for_everything(database(), all));
    EXPECT_TRUE(items_of_scope(database(), all).empty());
    EXPECT_EQ(items_of_everything(database(), all).size(), 3U);
}

// A letter to one person says nothing of another's record.
TEST_P(RequestScopeTest, ReadsWhatWasMovedToAnothersRecordAsWhereItWas) {
    const DeletionCase one = request(R"(,"scope":["entry:E1","document:D1","entry:E3"])");
    move_by_two(database(), "E1", "I4", today, Pseudonyms(folder.path("keys")));
    std::string parts;
    for (const DeletionItem& item : items_of_scope(database(), one))
        parts += item.item + "@" + item.involvement + " ";
    EXPECT_EQ(parts, "involvement:I1@I1 entry:E3@I1 ");
}

}  // namespace
}  // namespace casekeeper::test
