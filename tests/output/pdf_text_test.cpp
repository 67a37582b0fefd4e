// SPDX-License-Identifier: MIT
#include "output/pdf_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "support/written_pdf.h"

namespace casekeeper {
namespace {

using test::words_of;
using test::WrittenPdf;
using testing::HasSubstr;
using testing::Not;

// Of the processor, however busy the machine is.
constexpr std::clock_t most_time = 30 * CLOCKS_PER_SEC;

std::string read_back(const std::string& text) {
    const WrittenPdf pdf([&](PdfDocument& document) { document.paragraph({{text}}); });
    EXPECT_EQ(pdf.faults(), "");
    return pdf.pages().at(1);
}

TEST(PdfText, ReadsBackInEveryScript) {
    for (const char* text :
         {"Siân O’Dowd – “Zoë” £5 œuvre", "office fluff affix", "Καλημέρα κόσμε", "Здравствуй, мир",
          "Zażółć gęślą jaźń", "Tiếng Việt", "नमस्ते दुनिया कि क्षत्रिय", "আমি বাংলায় কথা বলি", "வணக்கம் உலகம்",
          "ਸਤਿ ਸ੍ਰੀ ਅਕਾਲ", "નમસ્તે", "สวัสดีชาวโลก", "שלום עולם", "آپ کیسے ہیں", "مرحبا بكم", "ሰላም", "გამარჯობა",
          "q\u0323\u0303 Z\u0337"})
        EXPECT_THAT(read_back(text), HasSubstr(text));
}

// Lam with alef is one glyph, and reads as the one character Unicode has for it.
TEST(PdfText, ReadsALigatureToTheLeftInItsOrder) {
    EXPECT_THAT(read_back("سلام"), HasSubstr("س\uFEFBم"));
}

TEST(PdfText, WritesToTheLeftFromTheRight) {
    const WrittenPdf pdf([](PdfDocument& document) { document.paragraph({{"مرحبا"}}); });
    const std::string boxes = pdf.text("-f 2 -l 2 -bbox");
    // From left to right, for want of a line to turn round in.
    const std::size_t word = boxes.find("ابحرم");
    ASSERT_NE(word, std::string::npos) << boxes;
    const std::size_t place = boxes.rfind("xMax=\"", word);
    EXPECT_GT(std::stod(boxes.substr(place + 6)), 530) << "at the right margin";
}

TEST(PdfText, NamesACharacterThatNoFontHas) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.heading(1, "A \uE000 heading");
        document.paragraph({{"one \uE000 two \uE000 three \U0010FFFD"}});
    });
    EXPECT_THAT(pdf.text(), HasSubstr("one [U+E000] two [U+E000] three [U+10FFFD]"));
    const std::map<char32_t, long long> expected = {{0xE000, 3}, {0x10FFFD, 1}};
    EXPECT_EQ(pdf.without_glyph(), expected);
}

TEST(PdfText, ShowsWhatIsNoTextAsAMark) {
    EXPECT_THAT(read_back("a\x01ring \x1b[2J \xE2\x80\xAEsteered"),
                HasSubstr("a\uFFFDring \uFFFD[2J \uFFFDsteered"));
    EXPECT_THAT(read_back("caf\xE9 bad"), HasSubstr("caf\uFFFD bad"));
    EXPECT_THAT(read_back("word\tword"), HasSubstr("word word"));
}

TEST(PdfText, BreaksLinesAsTheTextDoes) {
    EXPECT_THAT(read_back("one\ntwo\r\nthree\rfour\n\nsix\u2028seven"),
                HasSubstr("one\ntwo\nthree\nfour\nsix\nseven"));
}

TEST(PdfText, StylesEndWithinAWord) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.paragraph(
            {{"[name]", PdfSpan::Look::withheld}, {"’s"}, {"bo", PdfSpan::Look::bold}, {"ld"}});
    });
    EXPECT_THAT(pdf.text(), HasSubstr("[name]’sbold"));
}

// What is written over several lines by pango is cut into windows: nothing is lost between them, nothing doubled.
TEST(PdfText, KeepsEveryWordOfALongTextOfAnyScript) {
    for (const std::string unit : {"Здравствуй ", "नमस्ते ", "quick ǆ brown "}) {
        std::string text;
        for (int i = 0; i < 3000; ++i) text += unit + std::to_string(i) + " ";
        const WrittenPdf pdf([&](PdfDocument& document) { document.paragraph({{text}}); });
        std::string read;
        const std::vector<std::string> pages = pdf.pages();
        for (std::size_t page = 1; page < pages.size(); ++page)
            read += pages[page].substr(0, pages[page].rfind("Reference")) + " ";
        EXPECT_EQ(words_of(read), words_of(text)) << unit;
    }
}

TEST(PdfText, AWordWithoutEndBreaksAndDoesNotHang) {
    const std::clock_t began = std::clock();
    const std::string word(1000000, 'w');
    const WrittenPdf pdf([&](PdfDocument& document) { document.paragraph({{word}}); });
    const std::string text = pdf.text();
    EXPECT_EQ(std::count(text.begin(), text.end(), 'w'), 1000000);
    EXPECT_LT(std::clock() - began, most_time);
    EXPECT_THAT(text, Not(HasSubstr(std::string(120, 'w')))) << "no line is longer than the paper is wide";
}

TEST(PdfText, MarksWithoutEndDoNotHang) {
    std::string text = "e";
    for (int i = 0; i < 100000; ++i) text += "\u0301";
    const std::clock_t began = std::clock();
    EXPECT_EQ(WrittenPdf([&](PdfDocument& document) { document.paragraph({{text}}); }).faults(), "");
    EXPECT_LT(std::clock() - began, most_time);
}

}  // namespace
}  // namespace casekeeper
