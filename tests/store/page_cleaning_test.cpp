// SPDX-License-Identifier: MIT
#include "store/page_cleaning.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace casekeeper::test {
namespace {

constexpr std::size_t size = 512;

// A leaf of a table with two cells of eight bytes at its end, and leftovers wherever nothing lies.
class PageCleaningTest : public testing::Test {
protected:
    PageCleaningTest() {
        page.assign(size, 'x');
        page[0] = 13;
        number(1, 0);
        number(3, 2);
        number(5, size - 16);
        page[7] = 0;
        number(8, size - 8);
        number(10, size - 16);
    }
    void number(std::size_t at, std::size_t value) {
        page[at] = static_cast<unsigned char>(value >> 8U);
        page[at + 1] = static_cast<unsigned char>(value & 0xffU);
    }
    // Where there are leftovers yet, "from-to".
    std::string leftovers() const {
        std::string text;
        for (std::size_t i = 12; i < size; ++i) {
            if (page[i] != 'x' || (i > 12 && page[i - 1] == 'x')) continue;
            std::size_t end = i;
            while (end < size && page[end] == 'x') ++end;
            text += std::to_string(i) + "-" + std::to_string(end) + " ";
        }
        return text;
    }
    std::vector<unsigned char> page;
};

TEST_F(PageCleaningTest, EmptiesTheGapAndNothingElse) {
    const std::vector<unsigned char> before = page;
    EXPECT_TRUE(clean_page(page, size));
    EXPECT_EQ(leftovers(), "496-512 ");
    for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(page[i], before[i]) << i;
}

TEST_F(PageCleaningTest, SaysThatACleanPageIsClean) {
    clean_page(page, size);
    EXPECT_FALSE(clean_page(page, size));
}

TEST_F(PageCleaningTest, EmptiesFreeBlocksButForTheirHeaders) {
    number(5, size - 48);
    number(1, size - 48);  // the first free block: 16 bytes, the last 8
    number(size - 48, size - 28);
    number(size - 46, 16);
    number(size - 28, 0);
    number(size - 26, 8);
    EXPECT_TRUE(clean_page(page, size));
    EXPECT_EQ(leftovers(), "480-484 492-512 ");
    EXPECT_EQ(page[size - 45], 16);
}

TEST_F(PageCleaningTest, KnowsTheLongerHeaderOfAnInnerPage) {
    page[0] = 5;
    number(8, 0);
    number(10, 7);  // the rightmost child
    number(12, size - 8);
    number(14, size - 16);
    EXPECT_TRUE(clean_page(page, size));
    EXPECT_EQ(leftovers(), "496-512 ");
    EXPECT_EQ(page[11], 7);
    EXPECT_EQ(page[13], (size - 8) & 0xffU);
}

TEST_F(PageCleaningTest, LeavesReservedBytesAlone) {
    number(3, 0);
    number(5, size - 32);
    EXPECT_TRUE(clean_page(page, size - 32));
    EXPECT_EQ(leftovers(), "480-512 ");
}

TEST_F(PageCleaningTest, LeavesAloneWhatIsNoPageOfATree) {
    for (const int kind : {0, 1, 4, 6, 12, 14, 255}) {
        page[0] = static_cast<unsigned char>(kind);
        const std::vector<unsigned char> before = page;
        EXPECT_FALSE(clean_page(page, size)) << kind;
        EXPECT_EQ(page, before);
    }
}

TEST_F(PageCleaningTest, LeavesAloneWhatIsNotWellFormed) {
    const std::vector<unsigned char> well_formed = page;
    const auto left_alone = [&](std::size_t at, std::size_t value) {
        page = well_formed;
        number(at, value);
        const std::vector<unsigned char> before = page;
        return !clean_page(page, size) && page == before;
    };
    EXPECT_TRUE(left_alone(3, 300));       // more cells than there is room for
    EXPECT_TRUE(left_alone(5, 10));        // content within the list of cells
    EXPECT_TRUE(left_alone(5, size + 1));  // content beyond the page
    EXPECT_TRUE(left_alone(8, 100));       // a cell before the content
    EXPECT_TRUE(left_alone(8, size));      // a cell beyond the page
    EXPECT_TRUE(left_alone(1, 100));       // a free block before the content
    EXPECT_TRUE(left_alone(1, size - 2));  // a free block that does not end within the page
}

// A chain that leads back would never end.
TEST_F(PageCleaningTest, LeavesAloneAFreeBlockThatFollowsItself) {
    number(1, size - 12);
    number(size - 12, size - 12);
    number(size - 10, 8);
    EXPECT_FALSE(clean_page(page, size));
}

}  // namespace
}  // namespace casekeeper::test
