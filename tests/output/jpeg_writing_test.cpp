// SPDX-License-Identifier: MIT
#include "output/jpeg_writing.h"

#include <gtest/gtest.h>

#include <vector>

#include "output/jpeg_file.h"

namespace casekeeper {
namespace {

// All of one colour, in rows that are longer than their points.
std::string jpeg_of_colour(unsigned char red, unsigned char green, unsigned char blue) {
    constexpr int width = 33;
    constexpr int height = 17;
    constexpr std::size_t row = 100;
    std::vector<unsigned char> points(row * height, 0x55);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            points[y * row + 3 * x] = red;
            points[y * row + 3 * x + 1] = green;
            points[y * row + 3 * x + 2] = blue;
        }
    return jpeg_of({points.data(), width, height, row});
}

TEST(JpegWriting, HasThePointsAndNothingBehindThem) {
    const std::string bytes = jpeg_of_colour(200, 30, 30);
    const JpegPicture picture = read_jpeg(bytes);
    EXPECT_EQ(picture.width, 33);
    EXPECT_EQ(picture.height, 17);
    EXPECT_EQ(picture.components, 3);
    EXPECT_EQ(picture.bytes, bytes);
}

TEST(JpegWriting, PaperThatIsNearlyGreyIsGrey) {
    EXPECT_EQ(read_jpeg(jpeg_of_colour(240, 240, 240)).components, 1);
    EXPECT_EQ(read_jpeg(jpeg_of_colour(250, 245, 225)).components, 1);
}

}  // namespace
}  // namespace casekeeper
