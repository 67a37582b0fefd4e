// SPDX-License-Identifier: MIT
#include "output/jpeg_file.h"

#include <gtest/gtest.h>

#include "support/made_up_jpeg.h"

namespace casekeeper {
namespace {

using test::MadeUpJpeg;

TEST(JpegFile, SaysWhatPictureItIs) {
    const auto picture = read_jpeg(MadeUpJpeg{}.bytes());
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 400);
    EXPECT_EQ(picture->height, 300);
    EXPECT_EQ(picture->components, 3);
    EXPECT_EQ(picture->orientation, 1);
    EXPECT_EQ(picture->bytes, MadeUpJpeg{}.bytes()) << "nothing to be taken away";
}

TEST(JpegFile, KeepsThePictureAndNothingElse) {
    MadeUpJpeg jpeg;
    jpeg.before = test::segment(0xE0, "JFIF with a preview") + test::exif(6, "51.5 N, 0.1 W") +
                  test::segment(0xFE, "taken by Jo") + test::segment(0xED, "Photoshop caption");
    jpeg.behind = "a second picture, or a letter";
    const auto picture = read_jpeg(jpeg.bytes());
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->orientation, 6);
    EXPECT_EQ(picture->bytes, MadeUpJpeg{}.bytes());
}

TEST(JpegFile, KeepsWhatTellsHowColoursAreMeant) {
    MadeUpJpeg jpeg;
    jpeg.before = test::segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\1", 12));
    const auto picture = read_jpeg(jpeg.bytes());
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->bytes, jpeg.bytes());
    jpeg.before = test::segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\1", 12) + "and a message");
    EXPECT_FALSE(read_jpeg(jpeg.bytes()));
}

TEST(JpegFile, RefusesWhatIsNotWhole) {
    const std::string whole = MadeUpJpeg{}.bytes();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(read_jpeg(whole.substr(0, length))) << length;
}

// Every byte changed in turn: read or refused, within its bytes (the sanitizers look).
TEST(JpegFile, IsReadOrRefusedWhateverItHolds) {
    MadeUpJpeg jpeg;
    jpeg.before = test::exif(3, "somewhere");
    const std::string whole = jpeg.bytes();
    int read = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char byte : {'\0', '\1', '\x7F', '\xFF'}) {
            std::string changed = whole;
            changed[at] = byte;
            if (read_jpeg(changed)) ++read;
        }
    }
    EXPECT_GT(read, 0);
}

TEST(JpegFile, RefusesKindsThatReadersDoNotKnow) {
    MadeUpJpeg lossless;
    lossless.frame = 0xC3;
    EXPECT_FALSE(read_jpeg(lossless.bytes()));
    MadeUpJpeg inks;
    inks.components = 4;
    EXPECT_FALSE(read_jpeg(inks.bytes()));
    MadeUpJpeg arithmetic;
    arithmetic.frame = 0xC9;
    EXPECT_FALSE(read_jpeg(arithmetic.bytes()));
    EXPECT_FALSE(read_jpeg("\x89PNG\r\n\x1a\n"));
}

}  // namespace
}  // namespace casekeeper
