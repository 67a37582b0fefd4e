// SPDX-License-Identifier: MIT
#include "output/bare_picture.h"

#include <gtest/gtest.h>

#include "base/errors.h"
#include "support/sample_pictures.h"

namespace casekeeper::test {
namespace {

const std::string secret = "12 Elm Road";

BarePicture bare(const std::string& bytes, const std::string& media_type) {
    return bare_picture({bytes, media_type, "A garden."});
}

std::string in_two(std::size_t number) {
    return {static_cast<char>(number >> 8U), static_cast<char>(number & 0xFFU)};
}

std::string jpeg_piece(char code, const std::string& content) {
    return "\xFF" + std::string(1, code) + in_two(content.size() + 2) + content;
}

std::string png_piece(const std::string& name, const std::string& content) {
    return std::string(2, '\0') + in_two(content.size()) + name + content + "sums";
}

// Turned by a quarter, taken at a place, with a small picture behind.
std::string exif(char orientation, bool lowest_first) {
    const auto number = [&](const std::string& digits) {
        std::string bytes = bytes_from(digits);
        return lowest_first ? std::string(bytes.rbegin(), bytes.rend()) : bytes;
    };
    return std::string("Exif\0\0", 6) + (lowest_first ? "II" : "MM") + number("002a") + number("00000008") +
           number("0002") + number("8825") + number("0004") + number("00000001") + number("00000040") +
           number("0112") + number("0003") + number("00000001") + number(orientation == 6 ? "0006" : "0001") +
           "\0\0" + number("00000000") + secret + sample_jpeg();
}

std::string with_everything() {
    return jpeg_begin() + jpeg_piece('\xE0', std::string("JFIF\0\1\1\0\0\1\0\1\1\1", 14) + secret) +
           jpeg_piece('\xE0', "JFXX" + secret) + jpeg_piece('\xE1', exif(6, false)) +
           jpeg_piece('\xE1', "http://ns.adobe.com/xap/1.0/" + secret) +
           jpeg_piece('\xE2', "ICC_PROFILE" + secret) + jpeg_piece('\xED', "Photoshop 3.0" + secret) +
           jpeg_piece('\xEE', "Adobe" + secret) + jpeg_piece('\xFE', secret) + jpeg_piece('\xF7', secret) +
           jpeg_content() + jpeg_end() + secret + sample_jpeg();
}

TEST(BarePicture, OfAJpegShowsTheSameAndSaysNothingElse) {
    const BarePicture picture = bare(with_everything(), "image/jpeg");
    EXPECT_EQ(picture.bytes.find(secret), std::string::npos);
    EXPECT_NE(picture.bytes.find(jpeg_content()), std::string::npos);
    EXPECT_TRUE(picture.bytes.ends_with(jpeg_content() + jpeg_end()));
    EXPECT_EQ(picture.bytes.find(jpeg_end() + secret), std::string::npos);
    EXPECT_EQ(bare(sample_jpeg(), "image/jpeg").bytes, sample_jpeg());
    EXPECT_EQ(bare(picture.bytes, "image/jpeg").bytes, picture.bytes);
}

TEST(BarePicture, KeepsTheWayAJpegIsTurned) {
    for (const bool lowest_first : {false, true}) {
        const auto turned = [&](char orientation) {
            return bare(jpeg_begin() + jpeg_piece('\xE1', exif(orientation, lowest_first)) + jpeg_content() +
                            jpeg_end(),
                        "image/jpeg");
        };
        const BarePicture quarter = turned(6);
        EXPECT_EQ(quarter.width, 1);
        EXPECT_EQ(quarter.height, 2);
        EXPECT_EQ(quarter.bytes,
                  jpeg_begin() +
                      bytes_from("ffe10022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 00060000 "
                                 "00000000") +
                      jpeg_content() + jpeg_end());
        EXPECT_EQ(turned(1).width, 2);
        EXPECT_EQ(turned(1).bytes, jpeg_begin() + jpeg_content() + jpeg_end());
    }
}

TEST(BarePicture, TakesAnExifThatIsBroken) {
    for (std::size_t size = 6; size < 60; ++size)
        EXPECT_EQ(bare(jpeg_begin() + jpeg_piece('\xE1', exif(6, false).substr(0, size)) + jpeg_content() +
                           jpeg_end(),
                       "image/jpeg")
                      .bytes.find(secret),
                  std::string::npos);
}

TEST(BarePicture, OfAPngShowsTheSameAndSaysNothingElse) {
    std::string beside;
    for (const char* name : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "caBX", "acTL"})
        beside += png_piece(name, secret);
    const BarePicture picture = bare(
        png_signature() + png_header() + beside + png_content() + beside + png_end() + secret, "image/png");
    EXPECT_EQ(picture.bytes, sample_png());
    EXPECT_EQ(picture.width, 1);
    EXPECT_EQ(picture.height, 1);
}

TEST(BarePicture, RefusesWhatIsCutShortAtEveryByte) {
    for (const auto& [whole, media_type] :
         {std::pair{sample_png(), "image/png"}, {sample_jpeg(), "image/jpeg"}})
        for (std::size_t size = 0; size < whole.size(); ++size)
            EXPECT_THROW(bare(whole.substr(0, size), media_type), InputError) << media_type << " " << size;
}

TEST(BarePicture, RefusesWhatIsNoPictureOrSaysNothing) {
    EXPECT_THROW(bare("GIF89a", "image/png"), InputError);
    EXPECT_THROW(bare(sample_png(), "image/jpeg"), InputError);
    EXPECT_THROW(bare(jpeg_begin() + jpeg_end(), "image/jpeg"), InputError);
    EXPECT_THROW(bare(png_signature() + png_header() + png_end(), "image/png"), InputError);
    EXPECT_THROW(bare_picture({sample_png(), "image/png", ""}), InputError);
}

TEST(BarePicture, RefusesAnAbsurdSize) {
    const auto sized = [](const std::string& width, const std::string& height) {
        const std::string header = bytes_from("0000000d49484452" + width + height + "080200000000000000");
        return bare(png_signature() + header + png_content() + png_end(), "image/png");
    };
    EXPECT_NO_THROW(sized("00002710", "00002710")) << "10,000 by 10,000";
    EXPECT_THROW(sized("00000000", "00000001"), InputError);
    EXPECT_THROW(sized("00000001", "ffffffff"), InputError);
    EXPECT_THROW(sized("00007530", "00007530"), InputError) << "30,000 by 30,000";
}

}  // namespace
}  // namespace casekeeper::test
