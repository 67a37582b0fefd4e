// SPDX-License-Identifier: MIT
#include "output/pdf_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include "base/errors.h"
#include "support/made_up_jpeg.h"
#include "support/written_pdf.h"

namespace casekeeper {
namespace {

using test::WrittenPdf;
using testing::HasSubstr;
using testing::Not;

// Points of four bytes each: red, green, blue, opacity.
std::string png_of(unsigned width, unsigned height, const std::string& points) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string png(size, '\0');
    if (png_image_write_to_memory(&image, png.data(), &size, 0, points.data(), 0, nullptr) == 0) return "";
    png.resize(size);
    return png;
}

// A grey picture of 16 by 8 points, by libjpeg.
std::string real_jpeg() {
    constexpr std::string_view digits =
        "FFD8FFE000104A46494600010100000100010000FFDB0043001B12141714111B1716171E1C1B2028422B282525"
        "28513A3D3042605565645F555D5B6A7899816A7190735B5D85B586909EA3ABADAB6780BCC9BAA6C799A8ABA4FF"
        "C0000B080008001001011100FFC4001500010100000000000000000000000000000005FFC40014100100000000"
        "000000000000000000000000FFDA0008010100003F00AA3FFFD9";
    std::string bytes;
    for (std::size_t at = 0; at < digits.size(); at += 2)
        bytes += static_cast<char>(std::stoi(std::string(digits.substr(at, 2)), nullptr, 16));
    return bytes;
}

std::string many(const std::string& point, int count) {
    std::string points;
    for (int i = 0; i < count; ++i) points += point;
    return points;
}

WrittenPdf with_picture(const std::string& bytes, const std::string& type) {
    return WrittenPdf([&](PdfDocument& document) { document.figure(bytes, type, "A dog’s drawing"); });
}

TEST(PdfPicture, SaysWhatIsToBeSeen) {
    for (const bool png : {true, false}) {
        const WrittenPdf pdf = png ? with_picture(png_of(10, 20, many("\xC0\x20\x20\xFF", 200)), "image/png")
                                   : with_picture(real_jpeg(), "image/jpeg");
        EXPECT_EQ(pdf.faults(), "");
        EXPECT_THAT(pdf.structure(), HasSubstr("Figure"));
        const std::string objects = pdf.objects();
        EXPECT_NE(objects.find("/Alt (A dog\\220s drawing)"), std::string::npos);
        EXPECT_NE(objects.find(png ? "/Width 10" : "/Width 16"), std::string::npos);
        EXPECT_NE(objects.find("/Placement /Block"), std::string::npos);
    }
}

TEST(PdfPicture, OfJpegLeavesOutWhatIsToldBesideIt) {
    test::MadeUpJpeg jpeg;
    jpeg.before = test::exif(6, "51.5 N") + test::segment(0xFE, "taken by Jo");
    jpeg.behind = "hidden behind";
    const std::string bytes = with_picture(jpeg.bytes(), "image/jpeg").bytes();
    EXPECT_NE(bytes.find("coded"), std::string::npos);
    for (const char* told : {"51.5 N", "taken by", "hidden behind", "Exif"})
        EXPECT_EQ(bytes.find(told), std::string::npos) << told;
}

// What lies beneath a transparent point can be made visible again by whoever has the points.
TEST(PdfPicture, OfPngIsDrawnOnWhite) {
    const std::string hidden("\x12\x34\x56\x00", 4);
    const std::string points = many("\xC0\x20\x21\xFF", 8) + many(hidden, 8);
    const std::string objects = with_picture(png_of(4, 4, points), "image/png").objects();
    EXPECT_NE(objects.find("\xC0\x20\x21\xFF\xFF\xFF"), std::string::npos);
    EXPECT_EQ(objects.find("\x12\x34\x56"), std::string::npos);
}

TEST(PdfPicture, RefusesWhatCannotBeDrawn) {
    const test::TemporaryFolder folder;
    PdfDocument document(folder.path("a.pdf"), test::plain_style());
    const auto refused = [&](const std::string& bytes, const std::string& type) {
        EXPECT_THROW(document.figure(bytes, type, "x"), InputError) << type;
    };
    const std::string png = png_of(4, 4, many("\1\2\3\xFF", 16));
    refused("GIF89a", "image/gif");
    refused("", "image/png");
    refused(png.substr(0, png.size() / 2), "image/png");
    refused(png, "image/jpeg");
    test::MadeUpJpeg huge;
    huge.width = 30000;
    huge.height = 20;
    refused(huge.bytes(), "image/jpeg");
    huge.width = 12000;
    huge.height = 12000;
    refused(huge.bytes(), "image/jpeg");
    // A picture that says it is 60,000 points wide and high, in a hundred bytes.
    std::string absurd = png;
    absurd.replace(16, 8, std::string("\0\0\xEA\x60\0\0\xEA\x60", 8));
    refused(absurd, "image/png");
    EXPECT_THROW(document.figure(png, "image/png", ""), std::logic_error);
    document.figure(png, "image/png", "what is drawn after all that");
    document.finish();
}

TEST(PdfPicture, FitsThePageUpright) {
    test::MadeUpJpeg tall;
    tall.width = 4000;
    tall.height = 3000;
    tall.before = test::exif(6, "");
    const std::string objects = with_picture(tall.bytes(), "image/jpeg").objects();
    const std::size_t at = objects.find("/BBox");
    ASSERT_NE(at, std::string::npos);
    const std::string box = test::words_of(objects.substr(at, objects.find(']', at) - at));
    double left = 0, bottom = 0, right = 0, top = 0;
    ASSERT_EQ(std::sscanf(box.c_str(), "/BBox [ %lf %lf %lf %lf", &left, &bottom, &right, &top), 4) << box;
    EXPECT_NEAR((right - left) / (top - bottom), 0.75, 0.001) << "a tall picture";
    EXPECT_LE(right, 539.0);
    EXPECT_GE(bottom, 68.0);
}

}  // namespace
}  // namespace casekeeper
