// SPDX-License-Identifier: MIT
#include "output/html_book.h"

#include <gtest/gtest.h>

#include <regex>

#include "base/base64.h"
#include "support/browser.h"
#include "support/letter_checks.h"
#include "support/sample_book.h"
#include "support/temporary_folder.h"

namespace casekeeper::test {
namespace {

template <typename Write>
std::string written(const Write& write, double point_size = 10.5) {
    const TemporaryFolder folder;
    HtmlBook book(folder.path("book.html"), sample_face(point_size));
    write(book);
    book.finish();
    return bytes_of(folder.path("book.html"));
}

std::vector<std::string> every(const std::string& text, const std::string& pattern) {
    std::vector<std::string> found;
    const std::regex wanted(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

TEST(HtmlBook, CallsNowhereAndRunsNothing) {
    const std::string html = written(write_sample_book);
    expect_said(html, {"default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; "
                       "base-uri 'none'",
                       "<html lang=\"en-GB\">", "content=\"no-referrer\""});
    expect_unsaid(html, {"<script", "<link", "<iframe", "http:", "https:", "url(", "@import"});
    for (const std::string& source : every(html, " src=\"([^\"]*)\""))
        EXPECT_TRUE(source.starts_with("data:image/")) << source;
    for (const std::string& to : every(html, " href=\"([^\"]*)\"")) EXPECT_TRUE(to.starts_with("#")) << to;
}

TEST(HtmlBook, IsHeadedByItsContents) {
    const std::string html = written([](Book& book) {
        book.heading(1, "One", "");
        book.heading(2, "One & a half", "half");
        book.heading(3, "Not in the contents", "");
        book.heading(1, "Two", "");
    });
    expect_said(
        html,
        {"<title>Your record &lt;part 1&gt;, Brightwell Children&#39;s Trust</title>",
         "<h1 dir=\"auto\">Your record &lt;part 1&gt;</h1>", "A1, volume 1 of 2<br>Made on 26 November 2026",
         "<ul>\n<li><a href=\"#part-1\">One</a>\n<ul>\n<li><a href=\"#to-half\">One &amp; a "
         "half</a></li>\n</ul>\n</li>\n<li><a href=\"#part-3\">Two</a></li>\n</ul>\n</nav>",
         "<h2 id=\"part-1\" dir=\"auto\">One</h2>", "<h3 id=\"to-half\"", "<h4 dir=\"auto\">Not"});
}

TEST(HtmlBook, LeadsForwardAndBackAndNowhereElse) {
    const std::string html = written(write_sample_book);
    expect_said(html,
                {"<a href=\"#to-reasons\">the reasons</a>", "<a href=\"#to-year-2014\">Back to the year</a>",
                 "<a href=\"#to-why-7\"><span class=\"kept-back\" dir=\"ltr\">", "Then the other volume."});
    expect_unsaid(html, {"not-in-this-volume"});
    const std::vector<std::string> ids = every(html, " id=\"([^\"]*)\"");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (const std::string& to : every(html, " href=\"#([^\"]*)\""))
        EXPECT_NE(std::find(ids.begin(), ids.end(), to), ids.end()) << to;
}

// Of so many links, some stand across the pieces in which a file is read.
TEST(HtmlBook, LeadsToTheFirstOfTwo) {
    const std::string html = written([](Book& book) {
        book.heading(1, "First", "a");
        book.heading(1, "Second", "a");
        for (int i = 0; i < 4000; ++i) book.paragraph({plain("x"), link("to a", "a"), link("to b", "b")});
    });
    EXPECT_EQ(every(html, "(id=\"to-a\")").size(), 1U);
    EXPECT_EQ(every(html, "(<p dir=\"auto\">x<a href=\"#to-a\">to a</a>to b</p>)").size(), 4000U);
}

TEST(HtmlBook, SaysWhatIsKeptBackInWordsAndInAFrame) {
    expect_said(written([](Book& book) { book.paragraph({kept("your mother")}); }),
                {"<p dir=\"auto\"><span class=\"kept-back\" dir=\"ltr\"><span class=\"heard\">kept back: "
                 "</span>[your "
                 "mother]</span></p>",
                 ".kept-back { border: 1px solid;"});
    expect_said(written([](Book& book) { book.paragraph({kept("[your mother, note 7]")}); }),
                {"kept back: </span>[your mother, note 7]</span>"});
}

TEST(HtmlBook, NamesTheRowsAndColumnsOfItsTables) {
    const std::string html = written(write_sample_book);
    expect_said(html, {"<caption id=\"table-1\" dir=\"auto\">Workers, in their order</caption>",
                       "<th scope=\"col\" role=\"columnheader\">Workername</th>",
                       "<th scope=\"row\" role=\"rowheader\" dir=\"auto\">3 May 2014</th>",
                       "<td role=\"cell\" data-label=\"Workername\"><div dir=\"auto\">Ada Lark</div></td>",
                       "<td dir=\"auto\">Elm &lt;Primary&gt;</td>",
                       "role=\"region\" aria-labelledby=\"table-4\" tabindex=\"0\""});
}

TEST(HtmlBook, HoldsItsPicturesWithWhatTheyShow) {
    expect_said(written(write_sample_book),
                {"<img width=\"1\" height=\"1\" alt=\"A drawing of a &quot;house&quot; &amp; a tree.\" "
                 "src=\"data:image/png;base64," +
                     base64_of(sample_png()) + "\">",
                 "src=\"data:image/jpeg;base64," + base64_of(sample_jpeg())});
}

TEST(HtmlBook, IsSetAsLargeAsIsWanted) {
    expect_said(written(write_sample_book), {"html { font-size: 100.0%; }", "body { font-size: 10.5pt; }"});
    expect_said(written(write_sample_book, 18),
                {"html { font-size: 171.4%; }", "body { font-size: 18.0pt; }"});
}

// Whatever the reference is, it ends no style sheet and opens no rule.
TEST(HtmlBook, PutsItsReferenceOnEachSheet) {
    const TemporaryFolder folder;
    BookFace face = sample_face();
    face.reference = "A1\"; } </style> \\ x";
    HtmlBook book(folder.path("book.html"), face);
    book.finish();
    expect_said(bytes_of(folder.path("book.html")),
                {"@bottom-left { content: \"A1\\&quot\\;\\; \\} \\&lt\\;\\/style\\&gt\\; \\\\ x\";"});
}

// ---- As a browser has it

TEST(HtmlBook, BreaksNoRuleOfAccessibilityInABrowser) {
    if (const std::string lacking = what_a_browser_lacks(); !lacking.empty()) GTEST_SKIP() << lacking;
    for (const double point_size : {10.5, 18.0})
        for (const int width : {1200, 360})
            EXPECT_EQ(breaches_in_browser(written(write_sample_book, point_size), width), "")
                << point_size << " " << width;
}

}  // namespace
}  // namespace casekeeper::test
