// SPDX-License-Identifier: MIT
//
// Accurate and up to date: wherever a pack shows what is disputed it shows both views, in every format and in the
// office's copy; what has become old stands there with its age.
#include <cstdlib>

#include "support/access_world.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class PackMarksTest : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + folder.path("packs") + "\"\n");
        folder.write("bundle/a.txt", "The letter says that she hit him.");
        load(
            {person(
                 "P1", "2005-05-04",
                 R"(,"addresses":[{"lines":["1 Fern Row"],"from":"2015-01-01","to":"2019-05-03"},{"lines":["3 Fern Row"],"from":"2019-05-03"}])"),
             professional("W1", "Ann Hillier", "social-work", "social worker"),
             involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01", R"(,"worker":"W1")"),
             entry(
                 "E1", "I1", "She hit her brother at the party.",
                 R"(,"author":"W1","subject_words":"I was not there.","decision":"No party again.","reason":"It got out of hand.")",
                 "visit", "2019-10-02"),
             entry("E2", "I1", "She played table tennis.", R"(,"author":"W1","flags":["disputed"])", "visit",
                   "2019-11-02"),
             entry("E3", "I1", "All was well.", R"(,"author":"W1")", "visit", "2019-12-02"),
             R"({"type":"document","id":"D1","entry":"E1","file":"a.txt","title":"The letter"})"});
    }
    void contest(const std::string& answer) const {
        done("petra", {"correction", "open", "--person", "P1", "--id", "C1", "--items", "entry:E1",
                       "--statement", "It was somebody else who hit him."});
        done("petra", {"correction", "verify-identity", "C1", "--known", "--how", "her worker since 2018"});
        if (answer.empty()) return;
        done("dana", {"correction", "decide", "C1", answer, "--reason", "two people saw it"});
    }
    // The words of a copy, however its lines are parted. `ending` of text and html: as it lies.
    std::string copy(const std::string& format, const std::string& name) const {
        open_and_review("R1", "P1", {"--wanted", format});
        finish("R1");
        done("dana", assembling("R1"));
        std::string path;
        for (const auto& one : fs::recursive_directory_iterator(folder.path("packs")))
            if (one.path().filename() == name) path = one.path();
        EXPECT_NE(path, "");
        std::string text = bytes_of(path);
        if (name.ends_with(".pdf")) {
            const std::string to = folder.path("copy.txt");
            EXPECT_EQ(std::system(("pdftotext -raw '" + path + "' '" + to + "'").c_str()), 0);
            text = bytes_of(to);
        }
        std::string one_line;
        for (const char letter : text)
            if (const bool parts = letter == '\n' || letter == ' ' || letter == '\f';
                !parts || one_line.empty() || one_line.back() != ' ')
                one_line += parts ? ' ' : letter;
        return one_line;
    }
    static int times(const std::string& text, const std::string& part) {
        int found = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(PackMarksTest);

// In the chronology, among the own words, with the decision, in full, with the document beside it.
TEST_P(PackMarksTest, BothViewsStandWhereverTheEntryIsShown) {
    contest("--refuse");
    const std::string text = copy("text", "persons-copy-1.txt");
    EXPECT_GE(times(text, "It was somebody else who hit him."), 5) << text;
    EXPECT_GE(times(text, "Disputed."), 6) << text;
    EXPECT_TRUE(has(text, "She hit her brother at the party.")) << text;
    EXPECT_TRUE(has(text, "What they say is not written here; you can ask us to add it.")) << text;
}

TEST_P(PackMarksTest, WhatWasPutRightIsSaidToBe) {
    contest("--uphold");
    const std::string text = copy("text", "persons-copy-1.txt");
    EXPECT_TRUE(has(text, "Corrected later. What is said about it: It was somebody else who hit him."))
        << text;
}

TEST_P(PackMarksTest, WhatIsNotSettledIsSaidToBeContested) {
    contest("");
    const std::string text = copy("text", "persons-copy-1.txt");
    EXPECT_TRUE(has(text, "Disputed. It is not settled yet what is right.")) << text;
    EXPECT_FALSE(has(text, "It was somebody else")) << "nobody has looked through it yet\n" << text;
}

TEST_P(PackMarksTest, BothViewsStandOnTheWebPage) {
    contest("--refuse");
    EXPECT_GE(times(copy("html", "persons-copy-1.html"), "It was somebody else who hit him."), 4);
}

TEST_P(PackMarksTest, BothViewsStandInPdf) {
    contest("--refuse");
    EXPECT_GE(times(copy("pdf", "persons-copy-1.pdf"), "It was somebody else who hit him."), 4);
}

TEST_P(PackMarksTest, BothViewsStandInLargePrint) {
    contest("--refuse");
    EXPECT_GE(times(copy("large-print", "persons-copy-1.pdf"), "It was somebody else who hit him."), 3);
}

TEST_P(PackMarksTest, BothViewsStandInTheOfficesCopy) {
    contest("--refuse");
    EXPECT_GE(times(copy("text", "office-copy-1.pdf"), "It was somebody else who hit him."), 4);
}

TEST_P(PackMarksTest, AnOldAddressAndAnOldWorkerStandWithTheirAge) {
    const std::string text = copy("text", "persons-copy-1.txt");
    EXPECT_TRUE(
        has(text,
            "This address was written down on 3 May 2019 and has not been checked since: 7 years and 6 "
            "months."))
        << text;
    EXPECT_EQ(times(text, "has not been checked since"), 1) << "one that has ended is told as such";
    EXPECT_TRUE(has(
        text, "This was the worker when the service ended on 1 September 2022: 4 years and 2 months ago."))
        << text;
}

TEST_P(PackMarksTest, AnOldAddressStandsWithItsAgeInPdfAndForTheOffice) {
    EXPECT_TRUE(has(copy("pdf", "persons-copy-1.pdf"), "has not been checked since: 7 years and 6 months."));
    EXPECT_TRUE(has(bytes_of(folder.path("copy.txt")), "the service ended on 1 September 2022"));
}

TEST_P(PackMarksTest, ExplainSaysBothViews) {
    const auto said = [&](const std::string& id) { return done("ada", {"explain", id}).out; };
    EXPECT_TRUE(has(said("entry:E2"), "! it is disputed; the other view is not written down"));
    EXPECT_FALSE(has(said("entry:E3"), "disputed"));
    contest("");
    EXPECT_TRUE(has(said("entry:E1"), "! it is disputed, and not settled: request C1"));
    EXPECT_TRUE(
        has(said("document:D1"), "! the entry it belongs to is disputed, and not settled: request C1"));
    done("dana", {"correction", "decide", "C1", "--refuse", "--reason", "two people saw it"});
    const std::string text = said("entry:E1");
    EXPECT_TRUE(has(text, "! it is disputed; what is said against it stands beside it")) << text;
    EXPECT_TRUE(has(text, "It was somebody else who hit him.")) << text;
    EXPECT_TRUE(has(said("involvement:I1"), "entry E1 in it is disputed"));
    EXPECT_TRUE(has(said("P1"), "entry E2 in it is disputed"));
    EXPECT_TRUE(has(done("ada", {"explain", "entry:E2", "--format", "json"}).out,
                    R"("disputed":["it is disputed; the other view is not written down"])"));
}

// What leaves has both: the entry as it was written, that it is disputed, and what is said against it.
TEST_P(PackMarksTest, AnExportHasBothViews) {
    contest("--refuse");
    ASSERT_EQ(run({"export", "bundle", folder.path("out"), "--reason", "move"}).code, 0);
    const std::string entries = bytes_of(folder.path("out/entry.jsonl"));
    EXPECT_TRUE(has(entries, "She hit her brother at the party.")) << entries;
    EXPECT_TRUE(has(entries, R"("remarks":[{"kind":"statement")")) << entries;
    EXPECT_TRUE(has(entries, "It was somebody else who hit him."));
    EXPECT_TRUE(has(entries, R"("flags":["disputed"])"));
}

}  // namespace
}  // namespace casekeeper::test
