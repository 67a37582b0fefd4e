// SPDX-License-Identifier: MIT
#include "disposal/request_parts.h"

#include "support/letter_world.h"

namespace casekeeper::test {
namespace {

class RequestPartsTest : public LetterWorld {
protected:
    std::vector<RequestPart> parts(const std::vector<DeletionItem>& items) {
        return parts_of_request(database(), schedule_in_force(database()), items, today);
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RequestPartsTest);

TEST_P(RequestPartsTest, CallsAPartByItsServiceAndDays) {
    const std::vector<RequestPart> found =
        parts({item("document:D1", "I1", "free"), item("entry:E1", "I1", "free"),
               item("involvement:I1", "I1", "free"), item("involvement:I2", "I2", "statutory")});
    ASSERT_EQ(found.size(), 4U);
    // By when the involvement began, it first, then what lies in it.
    EXPECT_EQ(found[0].label, "Child in need, 2019 to 2021");
    EXPECT_EQ(found[1].label, "Youth club, since 2022");
    EXPECT_EQ(found[2].label, "A document, 3 March 2024 (Youth club)");
    EXPECT_EQ(found[3].label, "A note of a meeting, 3 March 2024 (Youth club)");
}

TEST_P(RequestPartsTest, CountsWhatIsInIt) {
    const std::vector<RequestPart> found = parts({item("involvement:I1", "I1", "free")});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(contents_of(found.front()), "4 notes and 2 documents");
    EXPECT_EQ(found.front().assessments, 1);
    EXPECT_EQ(found.front().keepsakes, std::vector<std::string>{"A photo, 2024 (Youth club)"});
}

// What stays is not counted among what goes, nor a keepsake that stays.
TEST_P(RequestPartsTest, LeavesOutWhatStays) {
    const std::vector<RequestPart> found =
        parts({item("involvement:I1", "I1", "free", "delete"), item("entry:E1", "I1", "free", "keep")});
    EXPECT_EQ(contents_of(found.front()), "3 notes and 1 document");
    EXPECT_TRUE(found.front().keepsakes.empty());
}

TEST_P(RequestPartsTest, SaysWhatGoesByDecisionElseByVerdict) {
    for (const auto& [verdict, decision, goes] : {std::tuple{"free", "", true},
                                                  {"free", "keep", false},
                                                  {"person-decides", "", true},
                                                  {"person-decides", "keep", false},
                                                  {"claims", "", false},
                                                  {"statutory", "", false}}) {
        const std::vector<RequestPart> found = parts({item("involvement:I1", "I1", verdict, decision)});
        EXPECT_EQ(found.front().goes(), goes) << verdict << " " << decision;
    }
}

TEST_P(RequestPartsTest, SaysTheSameOnce) {
    const std::vector<DeletionItem> items = {item("entry:E1", "I1", "free", "delete"),
                                             item("entry:E2", "I1", "person-decides", "keep", "why"),
                                             item("involvement:I1", "I1", "free", "delete")};
    const std::vector<RequestPart> shown = without_repeats(parts(items));
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].item.item, "involvement:I1");
    EXPECT_EQ(shown[1].item.item, "entry:E2");
}

TEST_P(RequestPartsTest, LeavesOutWhatIsNotThere) {
    EXPECT_TRUE(parts({item("involvement:I9", "I9", "free"), item("entry:E9", "I1", "free"),
                       item("document:D9", "I1", "free")})
                    .empty());
}

}  // namespace
}  // namespace casekeeper::test
