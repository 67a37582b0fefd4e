// SPDX-License-Identifier: MIT
#include "output/pdf_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <random>
#include <sstream>

#include "base/errors.h"
#include "support/written_pdf.h"

namespace casekeeper {
namespace {

using test::count_of;
using test::words_of;
using test::WrittenPdf;
using testing::HasSubstr;
using testing::Not;
using Look = PdfSpan::Look;

// Everything there is, over a few pages.
void write_all(PdfDocument& document) {
    document.heading(1, "First part", "first");
    document.paragraph(
        {{"She met "}, {"[another person]", Look::withheld}, {" and was "}, {"glad", Look::bold}});
    document.list({{{"milk"}}, {{"bread"}}});
    document.list({{{"wash"}}, {{"dry"}}}, true);
    document.heading(2, "A table beneath");
    document.table_begin({{"Day", 1}, {"What", 3}});
    for (int row = 1; row <= 80; ++row)
        document.table_row(
            {{{std::to_string(row)}}, {{"row "}, {"see the first part", Look::plain, "first"}}});
    document.table_end();
    document.heading(1, "Second part");
    document.paragraph({{"This leads to "}, {"the first part", Look::plain, "first"}, {", and on."}});
}

TEST(PdfDocument, SaysWhatItIs) {
    PdfStyle style = test::plain_style("The record of Siân <O'Dowd>");
    const WrittenPdf pdf(write_all, style);
    EXPECT_EQ(pdf.faults(), "");
    const std::string facts = pdf.facts();
    EXPECT_THAT(facts, HasSubstr("Title:           The record of Siân <O'Dowd>\n"));
    EXPECT_THAT(facts, HasSubstr("Tagged:          yes\n"));
    EXPECT_THAT(facts, HasSubstr(" x 841.89 pts (A4)\n"));
    EXPECT_THAT(facts, Not(HasSubstr("Author")));
    const std::string objects = pdf.objects();
    for (const char* part :
         {"/Lang (en-GB)", "/DisplayDocTitle true", "/Marked true", "/PageMode /UseOutlines",
          "<pdfuaid:part>1</pdfuaid:part>", "The record of Siân &lt;O&#39;Dowd&gt;",
          "/CreationDate (D:20260301100000Z)", "<xmp:CreateDate>2026-03-01T10:00:00Z<"})
        EXPECT_THAT(objects, HasSubstr(part));
}

TEST(PdfDocument, IsReadInItsOrderByWhatEachPartIs) {
    const WrittenPdf pdf(write_all);
    const std::string structure = pdf.structure();
    std::size_t at = 0;
    for (const char* part : {"Document\n",
                             "Sect\n",
                             "H1 (block)\n",
                             "\"A record\"",
                             "H2 (block)\n",
                             "\"Contents\"",
                             "TOC\n",
                             "TOCI\n",
                             "Link",
                             "\"First part 2\"",
                             "\"Second part 4\"",
                             "Sect\n",
                             "H1 (block)\n",
                             "\"First part\"",
                             "P (block)\n",
                             "\"She met [another person] and was glad\"",
                             "L (block)",
                             "LI (block)\n",
                             "Lbl (block)\n",
                             "LBody (block)\n",
                             "\"milk\"",
                             "\"bread\"",
                             "\"1.\"",
                             "\"wash\"",
                             "H2 (block)\n",
                             "\"A table beneath\"",
                             "Table (block)\n",
                             "TR\n",
                             "TH:",
                             "\"Day\"",
                             "TD\n",
                             "\"1\"",
                             "\"see the first part\"",
                             "Sect\n",
                             "\"Second part\"",
                             "\"This leads to \"",
                             "Link",
                             "\"the first part\"",
                             "\", and on.\""}) {
        const std::size_t found = structure.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " after\n" << structure.substr(0, at);
        at = found + 1;
    }
}

// The words between two lines "stream" and "endstream" of the objects.
std::vector<std::string> content_streams(const std::string& objects) {
    std::vector<std::string> streams;
    for (std::size_t at = objects.find("\nstream\n"); at != std::string::npos;
         at = objects.find("\nstream\n", at + 1)) {
        const std::string stream = objects.substr(at + 8, objects.find("endstream", at) - at - 8);
        if (stream.find("BDC") != std::string::npos) streams.push_back(stream);
    }
    return streams;
}

// ISO 14289-1, 7.1: whatever is drawn is content of an element, or an artifact.
TEST(PdfDocument, DrawsNothingThatIsNeitherContentNorArtifact) {
    int drawn = 0;
    for (const std::string& stream : content_streams(WrittenPdf(write_all).objects())) {
        int depth = 0;
        std::istringstream lines(stream);
        for (std::string line; std::getline(lines, line);) {
            if (line.ends_with("BDC") || line.ends_with("BMC")) ++depth;
            if (line.ends_with("EMC")) --depth;
            const bool draws = line == "ET" || line.ends_with(" f") || line.find(" Do") != std::string::npos;
            if (!draws) continue;
            ++drawn;
            EXPECT_EQ(depth, 1) << stream;
        }
        EXPECT_EQ(depth, 0);
    }
    EXPECT_GT(drawn, 200);
}

// Only what has nothing within it has content of its own.
TEST(PdfDocument, MarksNoContentOfWhatHoldsOthers) {
    const std::string objects = WrittenPdf(write_all).objects();
    for (const char* tag : {"/Document <<", "/Sect <<", "/TOC <<", "/TOCI <<", "/Reference <<", "/L <<",
                            "/LI <<", "/Table <<", "/TR <<"})
        EXPECT_EQ(count_of(objects, tag), 0U) << tag;
    for (const char* tag :
         {"/P <<", "/Span <<", "/Link <<", "/H1 <<", "/TH <<", "/TD <<", "/Lbl <<", "/LBody <<"})
        EXPECT_GT(count_of(objects, tag), 0U) << tag;
}

// Each heading stands on the page that the contents name, by the number at that page's foot.
TEST(PdfDocument, ContentsNameThePagesAsTheyAreNumbered) {
    const int entries = 150;
    const WrittenPdf pdf([&](PdfDocument& document) {
        for (int entry = 0; entry < entries; ++entry) {
            document.heading(entry % 10 == 0 ? 1 : 2, "Entry number " + std::to_string(entry));
            document.paragraph({{std::string(static_cast<std::size_t>(entry * 37 % 900), 'x')}});
        }
    });
    const std::vector<std::string> pages = pdf.pages();
    const std::string contents = words_of(pdf.text("-layout"));
    ASSERT_GT(pages.size(), 10U);
    for (std::size_t page = 0; page < pages.size(); ++page)
        EXPECT_THAT(pages[page],
                    HasSubstr("Page " + std::to_string(page + 1) + " of " + std::to_string(pages.size())));
    for (int entry = 0; entry < entries; ++entry) {
        const std::string name = "Entry number " + std::to_string(entry);
        std::size_t page = pages.size();
        while (page > 0 && pages[page - 1].find(name + "\n") == std::string::npos) --page;
        EXPECT_THAT(contents, HasSubstr(name + " " + std::to_string(page) + " ")) << name;
    }
}

TEST(PdfDocument, ContentsNameTheLevelsAskedFor) {
    PdfStyle style = test::plain_style();
    style.contents_levels = 1;
    const std::string once = WrittenPdf(write_all, style).text();
    EXPECT_EQ(count_of(once, "First part"), 2U);
    EXPECT_EQ(count_of(once, "A table beneath"), 1U);
    style.contents_levels = 0;
    EXPECT_THAT(WrittenPdf(write_all, style).text(), Not(HasSubstr("Contents")));
}

TEST(PdfDocument, HasABookmarkForEachHeadingBeneathTheOneAbove) {
    const std::string objects = WrittenPdf(write_all).objects();
    for (const char* title : {"/Title (First part)", "/Title (A table beneath)", "/Title (Second part)"})
        EXPECT_EQ(count_of(objects, title), 1U) << title;
    EXPECT_EQ(count_of(objects, "/Count -1\n"), 1U) << "the first part, closed over the table";
}

TEST(PdfDocument, LinksLeadToTheirHeadingsAndSayWhere) {
    const std::string objects = WrittenPdf(write_all).objects();
    EXPECT_EQ(count_of(objects, "/Subtype /Link"), 84U)
        << "80 rows, one paragraph, three entries of the contents";
    EXPECT_EQ(count_of(objects, "/Contents (see the first part)"), 80U);
    EXPECT_EQ(count_of(objects, "/Contents (First part, page 2)"), 1U);
    EXPECT_EQ(count_of(objects, "/Type /OBJR"), 84U);
}

TEST(PdfDocument, LeavesTheWordsOfALinkThatLeadsNowhereWithoutOne) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.heading(1, "One", "one");
        document.paragraph({{"there ", Look::plain, "one"}, {"nowhere", Look::plain, "never comes"}});
    });
    EXPECT_EQ(pdf.faults(), "");
    const std::string objects = pdf.objects();
    EXPECT_EQ(count_of(objects, "/Subtype /Link"), count_of(objects, "/Type /OBJR"));
    EXPECT_GT(count_of(objects, "/Subtype /Link"), 0U);
    EXPECT_EQ(count_of(objects, "nowhere"), 0U) << "a link says so";
}

TEST(PdfDocument, RefusesOneNameForTwoPlaces) {
    const test::TemporaryFolder folder;
    PdfDocument document(folder.path("b.pdf"), test::plain_style());
    document.heading(1, "One", "one");
    document.heading(1, "Two", "one");
    EXPECT_THROW(document.paragraph({{"x"}}), std::logic_error) << "one name for two places";
}

TEST(PdfDocument, NamesOfTargetsAreNotInTheFile) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.heading(1, "Heading", "person-4711");
        document.paragraph({{"back", Look::plain, "person-4711"}});
    });
    EXPECT_THAT(pdf.objects(), Not(HasSubstr("4711")));
}

TEST(PdfDocument, SameCallsGiveTheSameBytes) {
    EXPECT_EQ(WrittenPdf(write_all).bytes(), WrittenPdf(write_all).bytes());
    EXPECT_NE(WrittenPdf(write_all).bytes(), WrittenPdf(write_all, test::plain_style("Another")).bytes());
}

// The last line of a page, above its foot, is never a heading.
TEST(PdfDocument, HeadingsStayWithWhatFollowsThem) {
    std::mt19937 dice(7);
    const WrittenPdf pdf([&](PdfDocument& document) {
        for (int entry = 0; entry < 300; ++entry) {
            document.heading(1, "HEADING");
            document.heading(2, "HEADING");
            std::string text;
            for (auto words = dice() % 120; words > 0; --words) text += "word ";
            document.paragraph({{text + "end"}});
        }
    });
    const std::vector<std::string> pages = pdf.pages();
    ASSERT_GT(pages.size(), 60U);
    for (const std::string& page : pages) {
        if (page.find("Contents") != std::string::npos || page.find("end") == std::string::npos) continue;
        const std::string body = words_of(page.substr(0, page.find("Reference AR-1")));
        EXPECT_FALSE(body.ends_with("HEADING")) << page;
    }
}

// A long opening goes on over pages, and what is drawn there is content too.
TEST(PdfDocument, OpeningMayBeLongerThanAPage) {
    PdfStyle style = test::plain_style();
    for (int paragraph = 0; paragraph < 90; ++paragraph)
        style.opening.push_back("Paragraph " + std::to_string(paragraph) + std::string(130, 'w') +
                                " end of it.");
    const WrittenPdf pdf(write_all, style);
    EXPECT_EQ(count_of(pdf.structure(), "end of it."), 90U);
    EXPECT_THAT(words_of(pdf.text("-layout")),
                HasSubstr("First part " + std::to_string(pdf.pages().size() - 2)));
}

TEST(PdfDocument, KeepsEveryWordInItsOrder) {
    std::mt19937 dice(11);
    std::string all;
    PdfStyle style = test::plain_style();
    style.contents_levels = 0;
    style.reference = "";
    const WrittenPdf pdf(
        [&](PdfDocument& document) {
            for (int paragraph = 0; paragraph < 400; ++paragraph) {
                PdfSpans spans(1 + dice() % 3);
                for (PdfSpan& span : spans) {
                    for (auto words = 1 + dice() % 60; words > 0; --words)
                        span.text += std::string(1 + dice() % 14, static_cast<char>('a' + dice() % 26)) + " ";
                    span.look = static_cast<Look>(dice() % 3);
                    all += span.text;
                }
                document.paragraph(spans);
            }
        },
        style);
    std::string read;
    const std::vector<std::string> pages = pdf.pages();
    for (std::size_t page = 1; page < pages.size(); ++page)
        read += pages[page].substr(0, pages[page].rfind("Page ")) + " ";
    EXPECT_EQ(words_of(read), words_of(all));
}

TEST(PdfDocument, PageBreaksBeginAPageAndMakeNoEmptyOneAndAllAreCounted) {
    const WrittenPdf pdf([](PdfDocument& document) {
        document.page_break();
        document.paragraph({{"one"}});
        document.page_break();
        document.page_break();
        document.heading(1, "two");
        document.page_break();
        document.paragraph({{"three"}});
        EXPECT_EQ(document.pages(), 3);
    });
    EXPECT_EQ(pdf.pages().size(), 4U);
    EXPECT_EQ(pdf.pages_counted(), 4);
}

TEST(PdfDocument, OfNothingIsAPageWithItsTitle) {
    const WrittenPdf pdf([](PdfDocument&) {});
    EXPECT_EQ(pdf.faults(), "");
    EXPECT_EQ(words_of(pdf.text()), "A record Reference AR-1 Page 1 of 1");
}

// RNIB's clear print: nothing is smaller, the foot neither.
TEST(PdfDocument, LargePrintIsLargeEverywhere) {
    PdfStyle style = test::plain_style();
    style.base_pt = 18;
    int texts = 0;
    std::istringstream lines(WrittenPdf(write_all, style).objects());
    for (std::string line; std::getline(lines, line);) {
        if (!line.ends_with(" Tm")) continue;
        EXPECT_GE(std::stod(line), 18) << line;
        ++texts;
    }
    EXPECT_GT(texts, 100);
}

TEST(PdfDocument, LeavesNothingWhereThereIsNoRoom) {
    const test::TemporaryFolder folder;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{50000, before.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    EXPECT_THROW(
        {
            PdfDocument document(folder.path("a.pdf"), test::plain_style());
            std::mt19937 dice(3);
            for (int i = 0; i < 3000; ++i)
                document.paragraph({{std::to_string(dice()) + std::to_string(dice())}});
            document.finish();
        },
        OutputError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(test::contents_of(folder.path()), "");
}

TEST(PdfDocument, AsksForTheMomentItIsMade) {
    const test::TemporaryFolder folder;
    PdfStyle style = test::plain_style();
    style.created = "yesterday";
    EXPECT_THROW(PdfDocument(folder.path("a.pdf"), style), InputError);
    EXPECT_EQ(test::contents_of(folder.path()), "");
}

}  // namespace
}  // namespace casekeeper
