// SPDX-License-Identifier: MIT
//
// What every writer of a book must do alike, whatever it writes.
#include "output/book.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <regex>
#include <stdexcept>

#include "base/errors.h"
#include "output/html_book.h"
#include "output/text_book.h"
#include "support/sample_book.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

struct Writer {
    std::string name;
    std::function<std::unique_ptr<Book>(const std::string& path)> open;
    std::function<std::string(const std::string& bytes)> said;  // without its front
};

std::string without(const std::string& text, const std::string& pattern, const std::string& instead = " ") {
    return std::regex_replace(text, std::regex(pattern), instead);
}

std::string said_by_html(const std::string& html) {
    const std::size_t begin = html.find("<div id=\"text\"");
    std::string body = html.substr(begin, html.find("</main>") - begin);
    body = without(body, " data-label=\"[^\"]*\"", "");
    body = without(body, "<span class=\"heard\">[^<]*</span>", "");
    body = without(body, "<img [^>]*alt=\"([^\"]*)\"[^>]*>", "$1");
    body = without(body, "</(p|li|td|th|h[1-6]|caption)>", "\n");
    body = without(body, "<[^>]*>", "");
    for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}})
        body = without(body, from, to);
    return without(body, "&amp;", "&");
}

std::string said_by_text(const std::string& text) {
    return text.substr(text.find("\n\n\n"));
}

const Writer writers[] = {
    {"html", [](const std::string& path) { return std::make_unique<HtmlBook>(path, sample_face()); },
     said_by_html},
    {"text", [](const std::string& path) { return std::make_unique<TextBook>(path, sample_face()); },
     said_by_text}};

class EveryBook : public testing::TestWithParam<Writer> {
protected:
    std::unique_ptr<Book> open() const { return GetParam().open(folder.path("book")); }
    std::size_t files() const {
        const auto begin = std::filesystem::directory_iterator(folder.path());
        return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
    }
    std::string written(const std::function<void(Book&)>& write) const {
        const auto book = open();
        write(*book);
        book->finish();
        return bytes_of(folder.path("book"));
    }
    TemporaryFolder folder;
};

TEST_P(EveryBook, SaysEveryWordInOrder) {
    const std::vector<std::string> words = book_words(GetParam().said(written(write_sample_book)));
    EXPECT_GT(words.size(), 100U);
    EXPECT_EQ(words, words_of_sample_book());
}

TEST_P(EveryBook, GivesTheSameBytesForTheSameBook) {
    EXPECT_EQ(written(write_sample_book), written(write_sample_book));
}

TEST_P(EveryBook, LiesAtItsPathOnlyWhenItIsFinished) {
    const auto book = open();
    write_sample_book(*book);
    EXPECT_EQ(files(), 0U);
    book->finish();
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(mode_of(folder.path("book")), "600");
}

TEST_P(EveryBook, LeavesNothingWhereItIsNotFinished) {
    folder.write("book", "the one before");
    write_sample_book(*open());
    EXPECT_EQ(files(), 1U);
    EXPECT_EQ(bytes_of(folder.path("book")), "the one before");
}

TEST_P(EveryBook, TakesThePlaceOfTheOneBeforeAndOfWhatACrashLeft) {
    folder.write("book", "the one before");
    folder.write("book.unfinished", "half of one");
    folder.write("book.scratch.unfinished", "half of one");
    EXPECT_EQ(written(write_sample_book).find("the one before"), std::string::npos);
    EXPECT_EQ(files(), 1U);
}

TEST_P(EveryBook, SaysWhereItCannotBeWritten) {
    folder.write("file", "no folder");
    EXPECT_THROW(GetParam().open(folder.path("file/book")), OutputError);
}

// As a full disk would: no file may grow beyond a megabyte here.
TEST_P(EveryBook, LeavesNothingWhereTheDiskIsFull) {
    struct rlimit before {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const struct rlimit tight = {1U << 20U, before.rlim_max};
    const auto handled_before = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &tight);
    EXPECT_THROW(written([](Book& book) { book.paragraph({plain(std::string(2U << 20U, 'x'))}); }),
                 OutputError);
    EXPECT_THROW(written([](Book& book) {
                     book.paragraph({plain(std::string((1U << 20U) - 50'000, 'x'))});
                     for (int i = 0; i < 500; ++i) book.heading(1, std::string(50, 'y'), "");
                 }),
                 OutputError)
        << "at its end";
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handled_before);
    EXPECT_EQ(files(), 0U);
}

TEST_P(EveryBook, RefusesAPictureAndGoesOnAsItWas) {
    const auto whole = written([](Book& book) { book.heading(1, "A", ""); });
    const auto with_refused = written([](Book& book) {
        book.heading(1, "A", "");
        EXPECT_THROW(book.picture({sample_png().substr(0, 40), "image/png", "A house."}), InputError);
        EXPECT_EQ(book.pages(), 1);
    });
    EXPECT_EQ(with_refused, whole);
}

TEST_P(EveryBook, ShowsNoControlCharacter) {
    const std::string bytes = written([](Book& book) {
        std::string all;
        for (int c = 1; c < 256; ++c) all += static_cast<char>(c);
        book.heading(1, all, "");
        book.paragraph({plain(all), kept(all), strong(all)});
        book.items({{plain(all)}});
        book.begin_table(all, {all});
        book.row({{plain(all)}});
        book.end_table();
        book.picture({sample_png(), "image/png", all});
    });
    for (const char c : bytes) EXPECT_TRUE(static_cast<unsigned char>(c) >= ' ' || c == '\n');
}

// Nearly a hundred times slower, were each line to look at all the rest.
TEST_P(EveryBook, TakesAWordOfAMegabyte) {
    const std::string word(1U << 20U, 'x');
    const std::string bytes = written([&](Book& book) {
        book.heading(1, word, "");
        book.paragraph({plain(word), kept(word), link(word, "nowhere")});
        book.begin_table("T", {"Label"});
        book.row({{plain(word)}});
        book.end_table();
    });
    EXPECT_GT(std::count(bytes.begin(), bytes.end(), 'x'), 5 << 20);
}

TEST_P(EveryBook, KnowsAboutHowManyPagesItFills) {
    const auto book = open();
    EXPECT_EQ(book->pages(), 1);
    book->heading(1, "A", "");
    book->new_page();
    book->heading(1, "B", "");
    EXPECT_EQ(book->pages(), 2);
    for (int i = 0; i < 1000; ++i) book->paragraph({plain(std::string(380, 'x'))});
    EXPECT_GT(book->pages(), 60);
    EXPECT_LT(book->pages(), 120);
}

TEST_P(EveryBook, HoldsItsCallerToTheOrder) {
    const auto refused = [&](const std::function<void(Book&)>& write) {
        const auto book = open();
        EXPECT_THROW(write(*book), std::logic_error);
    };
    refused([](Book& book) { book.heading(2, "A", ""); });
    refused([](Book& book) { book.heading(5, "A", ""); });
    refused([](Book& book) {
        book.heading(1, "A", "");
        book.heading(3, "B", "");
    });
    refused([](Book& book) { book.heading(1, "A", "\"><script>"); });
    refused([](Book& book) { book.paragraph({link("A", "a b")}); });
    refused([](Book& book) { book.row({{plain("A")}}); });
    refused([](Book& book) { book.end_table(); });
    refused([](Book& book) {
        book.begin_table("T", {"A", "B"});
        book.row({{plain("A")}});
    });
    refused([](Book& book) {
        book.begin_table("T", {"A"});
        book.paragraph({plain("A")});
    });
    refused([](Book& book) {
        book.finish();
        book.paragraph({plain("A")});
    });
}

INSTANTIATE_TEST_SUITE_P(Writers, EveryBook, testing::ValuesIn(writers),
                         [](const auto& its) { return its.param.name; });

}  // namespace
}  // namespace casekeeper::test
