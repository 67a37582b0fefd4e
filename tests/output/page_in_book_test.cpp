// SPDX-License-Identifier: MIT
#include "output/page_in_book.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "output/letter.h"
#include "output/text_book.h"
#include "support/sample_book.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

TEST(PageInBook, WritesALetterAsAPartOfIt) {
    std::vector<Finding> findings;
    const Letter letter = Letter::read(
        "# Hello {{NAME}}\n\nOne.\n\n- a\n- b\n\nTwo.\n\n- c\n\n## More\n\n- d\n- e\n\nThree\nand four.\n",
        "letter.txt", {"NAME"}, findings);
    LetterValues values;
    values.texts["NAME"] = "# Zoë";
    const TemporaryFolder folder;
    TextBook book(folder.path("book"), sample_face());
    book.heading(1, "Before", "");
    write_page(book, letter.page(values, "The trust"), 2, "hello");
    book.finish();
    const std::string text = bytes_of(folder.path("book"));
    EXPECT_EQ(text.substr(text.find("1.1 Hello", text.find("\n\n\n"))),
              "1.1 Hello # Zoë\n---------------\n\nOne.\n\n- a\n- b\n\nTwo.\n\n- c\n\nMore\n~~~~\n\n- d\n- "
              "e\n\nThree and four.\n");
}

TEST(PageInBook, TakesNoTable) {
    Page page;
    page.title = "Title";
    page.sections = {{"a", "A", 2, {Table{"T", {{"C"}}, {}}}}};
    BookOfWords book;
    EXPECT_THROW(write_page(book, page, 1, ""), std::logic_error);
}

}  // namespace
}  // namespace casekeeper::test
