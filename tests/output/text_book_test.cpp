// SPDX-License-Identifier: MIT
#include "output/text_book.h"

#include <gtest/gtest.h>

#include "output/printable.h"
#include "support/sample_book.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

template <typename Write>
std::string written(const Write& write) {
    const TemporaryFolder folder;
    TextBook book(folder.path("book.txt"), sample_face());
    write(book);
    book.finish();
    return bytes_of(folder.path("book.txt"));
}

TEST(TextBook, ReadsFromTheFirstLineToTheLast) {
    const std::string text = written([](Book& book) {
        book.heading(1, "What was written");
        book.heading(2, "2014");
        book.paragraph({plain("He met "), kept("your mother"), plain(" and "), strong("you"), plain(".")});
        book.items({{plain("one")}, {plain("two")}});
        book.begin_table("Workers", {"When", "Who"});
        book.row({{plain("3 May")}, {kept("social worker 1")}});
        book.end_table();
        book.new_page();
        book.heading(1, "Pictures");
        book.picture({sample_png(), "image/png", "A house."});
    });
    EXPECT_EQ(text,
              "Your record <part 1>\n====================\nBrightwell Children's Trust\nA1, volume 1 of 2\n"
              "Made on 26 November 2026\n\nContents\n--------\n1. What was written\n   1.1 2014\n"
              "2. Pictures\n\n\n1. What was written\n===================\n\n1.1 2014\n--------\n\n"
              "He met [your mother] and you.\n\n- one\n- two\n\nWorkers\n\nWhen: 3 May\n"
              "Who: [social worker 1]\n\n" +
                  std::string(80, '-') + "\n\n\n2. Pictures\n===========\n\n[Picture: A house.]\n");
}

TEST(TextBook, NoLineIsLongerThanEightyCharacters) {
    const std::string text = written([](Book& book) {
        write_sample_book(book);
        const std::string many = [] {
            std::string words;
            for (int i = 0; i < 60; ++i) words += "words\xC3\xAB ";
            return words;
        }();
        book.heading(1, many);
        book.heading(2, many);
        book.paragraph({plain(many + std::string(300, 'x'))});
        book.items({{plain(many)}});
        book.begin_table(many, {"Label"});
        book.row({{plain(many)}});
        book.end_table();
    });
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size(); ++lines) {
        const std::size_t end = text.find('\n', at);
        EXPECT_LE(length_of(text.substr(at, end - at)), 80U) << text.substr(at, end - at);
        at = end + 1;
    }
    EXPECT_GT(lines, 100U);
}

TEST(TextBook, KeepsTheLinesOfALetterAndSaysNoLabelWithoutWords) {
    const std::string text = written([](Book& book) {
        book.paragraph({plain("All my love\nBabcia")});
        book.begin_table("T", {"Day", "Service", "In short"});
        book.row({{plain("6 June")}, {}, {plain("came")}});
        book.end_table();
    });
    EXPECT_NE(text.find("\nAll my love\nBabcia\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("Service"), std::string::npos) << text;
}

}  // namespace
}  // namespace casekeeper::test
