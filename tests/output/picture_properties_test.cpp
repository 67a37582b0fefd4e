// SPDX-License-Identifier: MIT
#include "output/picture_properties.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/made_documents.h"

namespace casekeeper {
namespace {

using namespace test;

bool says(const std::string& picture, const std::string& value) {
    const auto found = picture_properties(picture);
    return found && std::any_of(found->said.begin(), found->said.end(), [&value](const auto& one) {
               return one.second.find(value) != std::string::npos;
           });
}

const std::string packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d by='Sam'>Ada</d></x:xmpmeta>";

TEST(PictureProperties, AreReadWhereverAFormatKeepsThem) {
    EXPECT_TRUE(says(png_of(3, 4, {{"tEXt", std::string("Author\0Ada", 10)}}), "Ada"));
    EXPECT_TRUE(says(png_of(3, 4, {{"iTXt", std::string("Author\0\0\0en\0\0Ada", 16)}}), "Ada"));
    EXPECT_TRUE(
        says(png_of(3, 4, {{"iTXt", std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) + packet}}), "Sam"));
    EXPECT_TRUE(says(png_of(3, 4, {{"eXIf", tiff_by("Ada Roe")}}), "Ada Roe"));
    EXPECT_TRUE(says(jpeg_of(3, 4, {{"\xFE", "Ada"}}), "Ada"));
    EXPECT_TRUE(says(jpeg_of(3, 4, {{"\xE1", std::string("Exif\0\0", 6) + tiff_by("Ada")}}), "51.5"));
    EXPECT_TRUE(
        says(jpeg_of(3, 4, {{"\xE1", std::string("http://ns.adobe.com/xap/1.0/\0", 29) + packet}}), "Sam"));
    EXPECT_TRUE(
        says(jpeg_of(3, 4, {{"\xED", std::string("Photoshop 3.0\0\x1C\x02\x50\0\x3", 19) + "Ada"}}), "Ada"));
}

TEST(PictureProperties, SayTheSizeWithoutThePicture) {
    for (const std::string& picture :
         {png_of(300, 200), jpeg_of(300, 200), png_of(300, 200, {{"eXIf", tiff_by("A")}})}) {
        const auto found = picture_properties(picture);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->width, 300);
        EXPECT_EQ(found->height, 200);
    }
}

TEST(PictureProperties, AreNoneWhereTheHeaderIsDamaged) {
    EXPECT_FALSE(picture_properties("words"));
    EXPECT_FALSE(picture_properties(png_of(0, 4)));
    const std::string picture = jpeg_of(5, 6, {{"\xE1", std::string("Exif\0\0", 6) + tiff_by("Ada")}});
    for (std::size_t size = 0; size + 4 < picture.size(); ++size)
        EXPECT_FALSE(picture_properties(picture.substr(0, size))) << size;
}

}  // namespace
}  // namespace casekeeper
