// SPDX-License-Identifier: MIT
#include "output/volumes.h"

#include <gtest/gtest.h>

namespace casekeeper {
namespace {

// A page for each paragraph or row, written down.
class Written : public Book {
public:
    explicit Written(std::string& log) : log_(log) {}
    void heading(int level, const std::string& text, const std::string&) override {
        log_ += "h" + std::to_string(level) + ":" + text + "|";
    }
    void paragraph(const Runs& runs) override {
        log_ += runs.front().text + "|";
        ++pages_;
    }
    void items(const std::vector<Runs>&) override {}
    void begin_table(const std::string& caption, const std::vector<std::string>&) override {
        log_ += "table:" + caption + "|";
    }
    void row(const std::vector<Runs>& cells) override {
        log_ += cells.front().front().text + "|";
        ++pages_;
    }
    void end_table() override { log_ += "end|"; }
    void picture(const BookPicture& picture) override { log_ += picture.alternative + "|"; }
    void new_page() override {}
    long long pages() const override { return pages_; }
    void finish() override { log_ += "finish"; }

private:
    std::string& log_;
    long long pages_ = 0;
};

struct Shelf {
    std::vector<std::string> logs = std::vector<std::string>(9);
    Volumes volumes(long long pages) {
        return Volumes(
            [this](int volume) { return std::make_unique<Written>(logs[static_cast<std::size_t>(volume)]); },
            pages);
    }
};

TEST(Volumes, OneWhereAllFits) {
    Shelf shelf;
    Volumes book = shelf.volumes(10);
    book.heading(1, "Letters", "");
    book.paragraph({plain("a")});
    book.finish();
    EXPECT_EQ(shelf.logs[1], "h1:Letters|a|finish");
    EXPECT_EQ(book.count(), 1);
    EXPECT_EQ(book.pages(), 1);
}

TEST(Volumes, GoOnUnderTheirHeadings) {
    Shelf shelf;
    Volumes book = shelf.volumes(2);
    book.heading(1, "Letters", "");
    book.heading(2, "2012", "");
    book.heading(3, "one", "");
    book.paragraph({plain("a")});
    book.paragraph({plain("b")});
    book.paragraph({plain("c")});  // a part is not torn
    book.heading(3, "two", "");
    book.paragraph({plain("d")});
    book.finish();
    EXPECT_EQ(shelf.logs[1], "h1:Letters|h2:2012|h3:one|a|b|c|finish");
    EXPECT_EQ(shelf.logs[2], "h1:Letters (continued)|h2:2012 (continued)|h3:two|d|finish");
    EXPECT_EQ(book.pages_of_volumes(), (std::vector<long long>{3, 1}));
    EXPECT_EQ(book.pages(), 4);
}

TEST(Volumes, ATableGoesOnWithItsHeader) {
    Shelf shelf;
    Volumes book = shelf.volumes(1);
    book.heading(1, "Times", "");
    book.begin_table("All", {"Day"});
    book.row({{plain("a")}});
    book.row({{plain("b")}});
    book.end_table();
    book.finish();
    EXPECT_EQ(shelf.logs[1], "h1:Times|table:All|a|end|finish");
    EXPECT_EQ(shelf.logs[2], "h1:Times (continued)|table:All (continued)|b|end|finish");
}

// A scan of many pages is one part: it is torn between two of its pages, and no volume outgrows whoever opens it.
TEST(Volumes, EndWhereTheyWeighAsMuchAsTheyMay) {
    std::vector<std::string> logs(9);
    Volumes book(
        [&](int volume) { return std::make_unique<Written>(logs[static_cast<std::size_t>(volume)]); }, 1000,
        6144 + 10);
    book.heading(1, "Letters", "");
    book.heading(3, "a scan", "");
    for (const char* page : {"page 1", "page 2", "page 3"}) book.picture({"seven b", "image/png", page});
    book.finish();
    EXPECT_EQ(logs[1], "h1:Letters|h3:a scan|page 1|page 2|finish");
    EXPECT_EQ(logs[2], "h1:Letters (continued)|h3:a scan (continued)|page 3|finish");
    EXPECT_EQ(book.count(), 2);
}

// A table of many short rows has few pages and many pieces, each of which is held until its volume is put together.
TEST(Volumes, EndWhereTheyHaveAsManyPiecesAsTheyMay) {
    std::vector<std::string> logs(9);
    Volumes book(
        [&](int volume) { return std::make_unique<Written>(logs[static_cast<std::size_t>(volume)]); }, 1000,
        12288);
    book.heading(1, "Days", "");
    book.begin_table("All", {"Day", "What"});
    for (const char* day : {"a", "b", "c"}) book.row({{plain(day)}, {plain("x")}});
    book.end_table();
    book.finish();
    EXPECT_EQ(logs[1], "h1:Days|table:All|a|b|end|finish");
    EXPECT_EQ(logs[2], "h1:Days (continued)|table:All (continued)|c|end|finish");
}

TEST(Volumes, ANewSectionIsNotContinued) {
    Shelf shelf;
    Volumes book = shelf.volumes(1);
    book.heading(1, "Letters", "");
    book.heading(2, "2012", "");
    book.paragraph({plain("a")});
    book.heading(1, "Rights", "");
    book.heading(3, "one", "");
    book.paragraph({plain("b")});
    book.heading(3, "two", "");
    book.finish();
    EXPECT_EQ(shelf.logs[2], "h1:Rights|h3:one|b|finish");
    EXPECT_EQ(shelf.logs[3], "h1:Rights (continued)|h3:two|finish");
}

}  // namespace
}  // namespace casekeeper
