// SPDX-License-Identifier: MIT
#include "output/jpeg_file.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "support/made_up_jpeg.h"

namespace casekeeper {
namespace {

using test::MadeUpJpeg;

TEST(JpegFile, SaysWhatPictureItIs) {
    const JpegPicture picture = read_jpeg(MadeUpJpeg{}.bytes());
    EXPECT_EQ(picture.width, 400);
    EXPECT_EQ(picture.height, 300);
    EXPECT_EQ(picture.components, 3);
    EXPECT_EQ(picture.orientation, 1);
    EXPECT_TRUE(picture.is_for_pdf());
    EXPECT_EQ(picture.bytes, MadeUpJpeg{}.bytes()) << "nothing to be taken away";
}

TEST(JpegFile, KeepsThePictureAndNothingElse) {
    MadeUpJpeg jpeg;
    jpeg.before = test::segment(0xE0, "JFIF with a preview") + test::exif(6, "51.5 N, 0.1 W") +
                  test::segment(0xFE, "taken by Jo") + test::segment(0xED, "Photoshop caption") +
                  test::segment(0xF7, "a program's own");
    jpeg.behind = "a second picture, or a letter";
    const JpegPicture picture = read_jpeg(jpeg.bytes());
    EXPECT_EQ(picture.orientation, 6);
    EXPECT_EQ(picture.bytes, MadeUpJpeg{}.bytes());
}

TEST(JpegFile, KeepsWhatTellsHowColoursAndPointsAreMeant) {
    const std::string jfif("JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    const std::string adobe("Adobe\0\x64\0\0\0\0\1", 12);
    MadeUpJpeg jpeg;
    jpeg.before = test::segment(0xE0, jfif) + test::segment(0xEE, adobe);
    const std::string bare = jpeg.bytes();
    EXPECT_EQ(read_jpeg(bare).bytes, bare);
    jpeg.before = test::segment(0xE0, jfif.substr(0, 12) + "\1\1and a preview") +
                  test::segment(0xEE, adobe + "and a message");
    EXPECT_EQ(read_jpeg(jpeg.bytes()).bytes, bare);
}

TEST(JpegFile, RefusesWhatIsNotWhole) {
    const std::string whole = MadeUpJpeg{}.bytes();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(read_jpeg(whole.substr(0, length)), InputError) << length;
}

// Every byte changed in turn: read or refused, within its bytes (the sanitizers look).
TEST(JpegFile, IsReadOrRefusedWhateverItHolds) {
    MadeUpJpeg jpeg;
    jpeg.before = test::exif(3, "somewhere");
    const std::string whole = jpeg.bytes();
    int read = 0;
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char byte : {'\0', '\1', '\x7F', '\xFF'}) {
            std::string changed = whole;
            changed[at] = byte;
            try {
                read_jpeg(changed);
                ++read;
            } catch (const InputError&) {
                ++refused;
            }
        }
    }
    EXPECT_GT(read, 0);
    EXPECT_GT(refused, 0);
}

TEST(JpegFile, KnowsTheKindsThatReadersOfPdfFilesDoNot) {
    MadeUpJpeg lossless;
    lossless.frame = 0xC3;
    EXPECT_FALSE(read_jpeg(lossless.bytes()).is_for_pdf());
    MadeUpJpeg inks;
    inks.components = 4;
    EXPECT_FALSE(read_jpeg(inks.bytes()).is_for_pdf());
    MadeUpJpeg arithmetic;
    arithmetic.frame = 0xC9;
    EXPECT_FALSE(read_jpeg(arithmetic.bytes()).is_for_pdf());
    EXPECT_THROW(read_jpeg("\x89PNG\r\n\x1a\n"), InputError);
}

}  // namespace
}  // namespace casekeeper
