// SPDX-License-Identifier: MIT
//
// The pack of a whole childhood in every format, read back by other people's programs: what a screen reader is
// told, where its links lead, and that it is the same wherever it is made.
#include <cstdio>
#include <map>
#include <memory>

#include "base/digest.h"
#include "support/browser.h"
#include "support/whole_record_world.h"

namespace casekeeper::test {
namespace {

std::string said_by(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((command + " 2>&1").c_str(), "r"), ::pclose);
    std::string said;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) said += static_cast<char>(c);
    return said;
}

class WholePackTest : public WholeRecordWorld {
protected:
    // Its files by name. Made twice by the program itself, in other time zones, languages and folders: the bytes
    // are the same.
    std::map<std::string, std::string> made(const std::string& format) {
        decide_all("R1", format);
        const auto first = digests_of("here", "TZ=Pacific/Auckland LC_ALL=C");
        EXPECT_EQ(first.size(), 2U);
        EXPECT_EQ(digests_of("there", "TZ=America/New_York LC_ALL=C.UTF-8 LANGUAGE=de"), first);
        return files_in("there");
    }

private:
    std::map<std::string, std::string> digests_of(const std::string& where, const std::string& around) {
        pack_into(where);
        const Said said = shell("cd " + folder.path() + " && export " + around +
                                " && casekeeper --as-of 2026-11-26 --acting-as dana access assemble R1");
        EXPECT_EQ(said.code, 0) << said;
        std::map<std::string, std::string> digests;
        for (const auto& [name, path] : files_in(where)) digests[name] = sha256_of_file(path);
        return digests;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(WholePackTest);

// Nothing is said of it but how much was read.
void expect_sound(const std::string& path, int least_pages) {
    const std::string said = said_by("python3 " CASEKEEPER_SOURCE "/tests/support/pdf_structure.py " + path);
    int elements = 0, headings = 0, links = 0, figures = 0, bookmarks = 0, pages = 0;
    ASSERT_EQ(std::sscanf(said.c_str(),
                          "read: %d elements, %d headings, %d links, %d figures, %d bookmarks, %d pages",
                          &elements, &headings, &links, &figures, &bookmarks, &pages),
              6)
        << path << "\n"
        << said;
    EXPECT_GT(elements, 1000);
    EXPECT_GT(headings, 100);
    EXPECT_GT(links, 100);
    EXPECT_EQ(figures, 3);
    EXPECT_GT(bookmarks, 100);
    EXPECT_GE(pages, least_pages);
    EXPECT_EQ(said_by("qpdf --check " + path + " >/dev/null"), "");
    for (const std::string& font : lines_of(said_by("pdffonts " + path + " | tail -n +3")))
        EXPECT_TRUE(has(font, " yes yes yes "))
            << "not within the file, or all of it, or without letters: " << font;
}

TEST_P(WholePackTest, IsReadOutInItsOrderByWhatEachPartIs) {
    const auto files = made("pdf");
    expect_sound(files.at("persons-copy-1.pdf"), 20);
    expect_sound(files.at("office-copy-1.pdf"), 20);
}

TEST_P(WholePackTest, IsReadOutInLargePrintToo) {
    expect_sound(made("large-print").at("persons-copy-1.pdf"), 40);
}

TEST_P(WholePackTest, BreaksNoRuleOfAccessibilityInABrowser) {
    if (const std::string lacking = what_a_browser_lacks(); !lacking.empty()) GTEST_SKIP() << lacking;
    const std::string page = bytes_of(made("html").at("persons-copy-1.html"));
    for (const int width : {1200, 360}) EXPECT_EQ(breaches_in_browser(page, width), "") << width;
}

TEST_P(WholePackTest, SaysWhatItsReaderNeeds) {
    const std::string text = bytes_of(made("text").at("persons-copy-1.txt"));
    for (const char* words :
         {"17 August 2013: Photograph", "[Picture: Photograph: At the sea, August 2013]",
          "18 April 2016: Decision not to share", "All my love\nBabcia Jadwiga\n", "মিতা সেন: foster carer",
          "小明 陈: friend", "கவிதா முருகன்", "Олена Шевченко", "It ended on: 14 March 2022",
          "where it says \"your father\"", "[kept back, note ", "designated teacher (DSL): "})
        EXPECT_TRUE(has(text, words)) << words << "\n" << text;
    // Who told us, what she is, a path of the source, and notes that stand nowhere.
    for (const char* words :
         {"Capstick", ": neighbour", "name:[", "name:ম", "documents/", "Larch Close", "SAR: "})
        EXPECT_FALSE(has(text, words)) << words << "\n" << text;
}

}  // namespace
}  // namespace casekeeper::test
