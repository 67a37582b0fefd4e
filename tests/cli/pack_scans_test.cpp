// SPDX-License-Identifier: MIT
//
// What no program reads, a scan, a photograph, a page with a drawing, and what becomes of it once a person has decided
// to show it: it is seen in the pack, without anything told beside it, or it is said that it is not there.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/access_world.h"
#include "support/made_documents.h"
#include "support/sample_pictures.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

// Of pages that are pictures; one of them may say that it is of absurd size.
std::string scan_of(int pages, int absurd = 0) {
    MadePdf made;
    made.set_information("/Author (Unseenword) /Title (Unseenword)");
    for (int page = 1; page <= pages; ++page) {
        const std::string dots = page == absurd ? "90000" : "2";
        const int scan = made.add_stream("/Type /XObject /Subtype /Image /Width " + dots + " /Height " +
                                             dots + " /ColorSpace /DeviceGray /BitsPerComponent 8",
                                         std::string("\x00\xFF\xFF\x00", 4));
        made.add_page("q 400 0 0 400 90 200 cm /Scan Do Q", "",
                      "/XObject << /Scan " + std::to_string(scan) + " 0 R >>");
    }
    return made.bytes();
}

std::string words_and_drawing() {
    MadePdf made;
    made.add_words("The first page is typed.");
    made.add_page(words_at(72, 700, "Beside a drawing.") +
                  "q 90 0 0 90 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x\nEI Q\n");
    return made.bytes();
}

class PackScans : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + folder.path("packs") + "\"\n");
        folder.write("bundle/scan.pdf", scan_of(3));
        folder.write("bundle/odd.pdf", scan_of(3, 2));
        folder.write("bundle/mixed.pdf", words_and_drawing());
        folder.write("bundle/photo.jpg", sample_jpeg());
        folder.write("bundle/old.tif", tiff_by("Unseenword"));
        folder.write("bundle/brother.pdf", scan_of(2));
        load({person("P1", "2005-05-04"),
              R"({"type":"person","id":"P2","family_name":"Haverford","given_names":"Bertram"})",
              relationship("P1", "sibling", R"(,"other":"P2","consent_to_disclose":"refused")"),
              involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
              entry("E1", "I1", "What her school had of her came today.", "", "note", "2019-10-02"),
              entry("E2", "I1", "What his school had of both came today.",
                    R"(,"mentions":[{"person":"P2","relation":"sibling"}])", "note", "2019-10-03"),
              document("D1", "E1", "scan.pdf", "School report"),
              document("D2", "E1", "odd.pdf", "Old letters"), document("D3", "E1", "mixed.pdf", "A story"),
              document("D4", "E1", "photo.jpg", "At the sea"), document("D5", "E1", "old.tif", "Fax"),
              document("D6", "E2", "brother.pdf", "Both reports")});
    }
    static std::string document(const std::string& id, const std::string& of, const std::string& file,
                                const std::string& title) {
        return R"({"type":"document","id":")" + id + R"(","entry":")" + of + R"(","file":")" + file +
               R"(","title":")" + title + "\"}";
    }
    // What no program reads is shown; of the brother everything is withheld.
    void decided(const std::string& request, const std::string& format) const {
        open_and_review(request, "P1", {"--wanted", format});
        for (const std::string& one : rows(request))
            if (word_at(one, "rule") == "unread") show_item(request, word_at(one, "item"), "unread");
        finish(request);
    }
    std::string copy(const std::string& request, const std::string& ending) const {
        decided(request, ending == "txt" ? "text" : ending);
        assembled_ = done("dana", {"access", "assemble", request});
        for (const auto& one : fs::recursive_directory_iterator(folder.path("packs")))
            if (one.path().filename() == "persons-copy-1." + ending) return one.path().string();
        return "";
    }
    std::string said_by(const std::string& command) const {
        const std::string said = folder.path("said.txt");
        EXPECT_EQ(std::system((command + " >'" + said + "' 2>&1").c_str()), 0) << command;
        return bytes_of(said);
    }
    static std::size_t times(const std::string& text, const std::string& words) {
        std::size_t count = 0;
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
            ++count;
        return count;
    }
    mutable Said assembled_;
};
CASEKEEPER_ON_BOTH_ENGINES(PackScans);

TEST_P(PackScans, AreSeenPageByPageInAPdf) {
    const std::string file = copy("R1", "pdf");
    // Three pages of D1, two of D2, one of D3, and the photograph; none of what the brother is in.
    EXPECT_EQ(times(said_by("pdfimages -list '" + file + "'"), "image"), 7U);
    const std::string text = said_by("pdftotext '" + file + "' -");
    EXPECT_TRUE(has(text, "Its page 2 of 3 cannot be shown here.")) << text;
    EXPECT_TRUE(has(text, "The first page is typed.")) << text;
    EXPECT_TRUE(has(text, "Some of its pages hold more than words.")) << text;
    EXPECT_TRUE(has(text, "Our program cannot show this: it is a picture.")) << text;
    EXPECT_TRUE(has(text, "There are 2 pictures in it. They are kept back as a whole")) << text;
    const std::string structure = said_by("pdfinfo -struct-text '" + file + "'");
    EXPECT_TRUE(has(structure, "Figure")) << structure;
}

TEST_P(PackScans, AreSeenInAWebPageAndSaidToWhoCannotSeeThem) {
    const std::string page = bytes_of(copy("R1", "html"));
    EXPECT_EQ(times(page, "<img "), 7U);
    for (const char* words :
         {"alt=\"Document: School report, page 1 of 3, as a picture\"",
          "alt=\"The same document, page 2 of 3, as a picture\"", "alt=\"Document: At the sea\"",
          "alt=\"Document: A story, page 2 of 2, as a picture\""})
        EXPECT_TRUE(has(page, words)) << words;
    EXPECT_FALSE(has(page, "Unseenword"));
}

TEST_P(PackScans, AreNamedInATextWithHowToSeeThem) {
    const std::string text = bytes_of(copy("R1", "txt"));
    EXPECT_TRUE(has(text, "[Picture: Document: School report, page 1 of 3, as a picture]")) << text;
    EXPECT_TRUE(has(text, "[Picture: The same document, page 3 of 3, as a picture]")) << text;
    EXPECT_TRUE(has(text, "This copy is plain text and has no pictures.")) << text;
    EXPECT_FALSE(has(text, "Both reports, page"));
}

TEST_P(PackScans, WhatCannotBeShownIsNamedToTheOffice) {
    copy("R1", "pdf");
    EXPECT_TRUE(has(assembled_.out, "2 documents are not in it whole, to be shown by hand")) << assembled_;
    std::string office;
    for (const auto& one : fs::recursive_directory_iterator(folder.path("packs")))
        if (one.path().filename() == "office-copy-1.pdf") office = one.path().string();
    const std::string text = said_by("pdftotext '" + office + "' -");
    EXPECT_TRUE(has(text, "What is not in the pack, and is to be shown by hand")) << text;
    // The office sees what the brother is in.
    EXPECT_EQ(times(said_by("pdfimages -list '" + office + "'"), "image"), 9U);
}

TEST_P(PackScans, AreTheSameTwice) {
    const std::string first = bytes_of(copy("R1", "pdf"));
    done("dana", {"access", "assemble", "R1"});
    std::string again;
    for (const auto& one : fs::recursive_directory_iterator(folder.path("packs")))
        if (one.path().filename() == "persons-copy-1.pdf") again = bytes_of(one.path().string());
    EXPECT_TRUE(first == again);
}

// No program could find the words in it: it is refused when it is decided, not when the pack is made.
TEST_P(PackScans, APartOfTheWordsOfAPictureCannotBeWithheld) {
    open_and_review("R1", "P1");
    const auto part_of = [&](const char* item, const char* words) {
        return deciding("R1", R"({"item":")" + std::string(item) + R"(","rule":"crime"})",
                        with({"--part", words}, recorded_for("crime")));
    };
    for (const char* item : {"document:D1", "document:D4"}) {
        const Said said = expect_no("dana", part_of(item, "the second line"), {77}, today, true);
        EXPECT_TRUE(has(said.err, "is a picture or a scan")) << said;
        EXPECT_TRUE(has(said.err, "--withhold")) << said;
    }
    expect_no("dana", part_of("document:D3", "the drawing"), {77}, today, true);
    done("dana", part_of("document:D3", "first page is typed"));
    done("dana", part_of("document:D1", "School report"));  // of its title
    const Said about = done("dana", withholding("R1", row("R1", "document:D6", "third-party")));
    EXPECT_TRUE(has(about.err + about.out, "nothing can be taken out of a picture")) << about;
}

}  // namespace
}  // namespace casekeeper::test
