// SPDX-License-Identifier: MIT
#include "output/page_picture.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "output/bare_picture.h"
#include "output/jpeg_file.h"
#include "support/made_documents.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

class PagePicture : public testing::Test {
protected:
    std::string drawn(long long page, const PageLimits& limits = {}) {
        return page_as_jpeg(folder_.write("document.pdf", made_.bytes()), page, limits);
    }
    // Why it is not drawn.
    std::string refused(long long page, const PageLimits& limits = {}) {
        try {
            drawn(page, limits);
            return "it was drawn";
        } catch (const InputError& error) {
            return error.what();
        }
    }
    // A page with a picture that says it is of so many dots each way, in shades of grey.
    void add_scan(const std::string& dots, const std::string& points) {
        const int scan = made_.add_stream("/Type /XObject /Subtype /Image /Width " + dots + " /Height " +
                                              dots + " /ColorSpace /DeviceGray /BitsPerComponent 8",
                                          points);
        made_.add_page("q 400 0 0 400 90 200 cm /Scan Do Q", "",
                       "/XObject << /Scan " + std::to_string(scan) + " 0 R >>");
    }

    MadePdf made_;
    TemporaryFolder folder_;
};

TEST_F(PagePicture, IsAsLargeAsThePageAtTwoHundredDotsAnInch) {
    add_scan("2", std::string("\x00\xFF\xFF\x00", 4));
    const JpegPicture picture = read_jpeg(drawn(1));
    EXPECT_NEAR(picture.width, 595 * 200 / 72, 2);
    EXPECT_NEAR(picture.height, 842 * 200 / 72, 2);
    EXPECT_EQ(picture.components, 1);
    EXPECT_TRUE(picture.is_for_pdf());
}

TEST_F(PagePicture, HasColoursWhereThePageHas) {
    made_.add_page("1 0 0 rg 100 100 300 300 re f");
    EXPECT_EQ(read_jpeg(drawn(1)).components, 3);
}

TEST_F(PagePicture, IsTheSameTwice) {
    add_scan("2", std::string("\x00\xFF\xFF\x00", 4));
    made_.add_page("1 0 0 rg 100 100 300 300 re f");
    for (const long long page : {1, 2}) EXPECT_EQ(drawn(page), drawn(page));
}

// Nothing goes with it: what would be taken off a picture is not there to be taken.
TEST_F(PagePicture, TellsNothingBesideWhatIsSeen) {
    made_.set_information("/Author (Quillfeather) /Title (Quillfeather)");
    add_scan("2", std::string("\x00\xFF\xFF\x00", 4));
    made_.add_page(words_at(72, 700, "Quillfeather") + "BT 3 Tr /F1 12 Tf 72 400 Td (Quillfeather) Tj ET",
                   "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Quillfeather) >>]");
    for (const long long page : {1, 2}) {
        const std::string bytes = drawn(page);
        EXPECT_EQ(bytes.find("Quillfeather"), std::string::npos);
        EXPECT_EQ(bare_picture({bytes, "image/jpeg", "a page"}).bytes, bytes);
    }
}

TEST_F(PagePicture, APictureThatSaysItIsOfAbsurdSizeIsRefusedAndTheOtherPagesAreDrawn) {
    add_scan("2", std::string("\x00\xFF\xFF\x00", 4));
    add_scan("90000", "few");
    add_scan("2", std::string("\x00\xFF\xFF\x00", 4));
    EXPECT_EQ(refused(2), "page 2 cannot be drawn: a picture on it says that it is of 90000 by 90000 dots");
    EXPECT_FALSE(drawn(1).empty());
    EXPECT_FALSE(drawn(3).empty());
}

TEST_F(PagePicture, APageOfAbsurdSizeIsRefused) {
    made_.add_words("large");
    PageLimits limits;
    limits.points = 800;
    EXPECT_EQ(refused(1, limits), "page 1 cannot be drawn: it says that it is of 595 by 842 points");
}

TEST_F(PagePicture, ALargePageHasFewerDotsAnInch) {
    made_.add_words("a poster");
    PageLimits limits;
    limits.dots_of_a_side = 1000;
    EXPECT_NEAR(read_jpeg(drawn(1, limits)).height, 1000, 1);
}

TEST_F(PagePicture, APageThatTakesTooLongOrTooMuchIsRefused) {
    made_.add_words("words");
    PageLimits limits;
    limits.process.said = 100;
    EXPECT_NE(refused(1, limits), "it was drawn");
}

TEST_F(PagePicture, WhatIsNoPageOrNoPdfIsRefused) {
    made_.add_words("words");
    EXPECT_EQ(refused(2), "page 2 cannot be drawn: there is no such page");
    EXPECT_EQ(refused(0), "page 0 cannot be drawn: there is no such page");
    const std::string other = folder_.write("other.pdf", "no PDF");
    EXPECT_THROW(page_as_jpeg(other, 1), InputError);
    EXPECT_THROW(page_as_jpeg(folder_.path("none.pdf"), 1), InputError);
}

}  // namespace
}  // namespace casekeeper::test
