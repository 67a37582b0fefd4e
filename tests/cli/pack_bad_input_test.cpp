// SPDX-License-Identifier: MIT
//
// Records that are not as one thinks of them: the pack is whole, or there is none and it is said which part is in the
// way; what is odd about one part takes nothing from the others.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/access_world.h"
#include "support/leaking_documents.h"
#include "support/made_documents.h"
#include "support/written_pdf.h"

namespace casekeeper::test {
namespace {

class PackBadInput : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + folder.path("packs") + "\"\n");
    }
    // Marigold with a plain note, and more.
    void load_with(const Words& more) const {
        load(with(
            {person("P1", "2005-05-04"), professional("W1", "Ann Hillier", "social-work", "social worker"),
             involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
             entry("E1", "I1", "She played table tennis, and won.", "", "visit", "2019-10-02")},
            more));
    }
    // All that no program reads is shown, the rest is kept back.
    void decide(const std::string& request, const std::string& format) const {
        open_and_review(request, "P1", {"--wanted", format});
        for (const std::string& one : rows(request))
            if (word_at(one, "rule") == "unread") show_item(request, word_at(one, "item"), "unread");
        finish(request);
    }
    // The text of the reader's copy in a format, and of the office's.
    struct Copies {
        std::string persons;
        std::string office;
    };
    Copies copies(const std::string& format) {
        const std::string request = "R-" + format;
        decide(request, format);
        done("dana", {"access", "assemble", request});
        const std::string made =
            sql_value("select coalesce(folder, '-') from access_pack where request = '" + request + "'");
        done("petra", {"access", "withdraw", request, "--reason", "x"});
        const std::string persons = format == "text"   ? bytes_of(made + "/persons-copy-1.txt")
                                    : format == "html" ? bytes_of(made + "/persons-copy-1.html")
                                                       : text_of(made + "/persons-copy-1.pdf");
        return {persons, text_of(made + "/office-copy-1.pdf")};
    }
    std::string text_of(const std::string& pdf) const {
        const std::string text = folder.path("text");
        if (std::system(("pdftotext '" + pdf + "' '" + text + "'").c_str()) != 0) return "unreadable: " + pdf;
        return bytes_of(text);
    }
    // In every format the note is there, and more words.
    void expect_whole(const Words& more = {}) {
        for (const char* format : {"pdf", "large-print", "text", "html"}) {
            const std::string text = words_of(copies(format).persons);
            for (const std::string& words : with({"She played table tennis"}, more))
                EXPECT_TRUE(has(text, words)) << format << ": " << words;
        }
    }
    void remove_documents() const {
        for (const auto& file : std::filesystem::recursive_directory_iterator(folder.path("documents")))
            if (file.is_regular_file()) std::filesystem::remove(file.path());
    }
    void add_document(const std::string& file, const std::string& bytes) const {
        folder.write("bundle/" + file, bytes);
        load_with({R"({"type":"document","id":"D1","entry":"E1","file":")" + file +
                   R"(","title":"What lies here"})"});
    }
};
CASEKEEPER_ON_SQLITE(PackBadInput);

TEST_P(PackBadInput, AnEmptyFileIsAPack) {
    load({person("P1", "2005-05-04")});
    for (const char* format : {"pdf", "text", "html"}) EXPECT_TRUE(has(copies(format).persons, "Marigold"));
}

TEST_P(PackBadInput, AMillionLettersWithoutASpace) {
    load_with({entry("E2", "I1", std::string(1'000'000, 'a') + "zzend", "", "note", "2020-01-01")});
    for (const char* format : {"pdf", "text", "html"}) {
        const std::string text = copies(format).persons;
        EXPECT_GE(std::count(text.begin(), text.end(), 'a'), 1'000'000) << format;
        EXPECT_TRUE(has(text, "She played table tennis")) << format;
    }
}

TEST_P(PackBadInput, AllScriptsAndCombinedCharacters) {
    load_with({entry("E2", "I1",
                     "شكرا جزيلا. תודה רבה. धन्यवाद क्षत्रिय. "
                     "e\\u0301e\\u0323\\u0302 \\ud83d\\udc68\\u200d\\ud83d\\udc69\\u200d\\ud83d\\udc67 "
                     "\\u202eturned\\u202c \\u2067turned too\\u2069 behind it")});
    expect_whole({"behind it", "turned"});
}

TEST_P(PackBadInput, ControlCharactersInTitlesAndNamesOfFiles) {
    folder.write("bundle/a.txt", "What it says.");
    load_with(
        {R"({"type":"document","id":"D1","entry":"E1","file":"a.txt","title":"A\u0007 title\u001b[31m of\u0002 it\u200b"})",
         entry("E2", "I1", R"(a\u0001b\u0008c\f\u007f and then)")});
    expect_whole({"What it says.", "and then"});
}

TEST_P(PackBadInput, ACharacterThatNoFontHasIsNamedForTheOffice) {
    load_with({entry("E2", "I1", "The sign \\uf8ff and \\u0378 stood there, \\ud800\\udfff too.")});
    const Copies made = copies("pdf");
    EXPECT_TRUE(has(made.persons, "[U+F8FF]"));
    EXPECT_TRUE(has(made.persons, "[U+0378]"));
    const std::size_t at = made.office.rfind("Signs that no font here has");
    ASSERT_NE(at, std::string::npos);
    EXPECT_TRUE(has(made.office.substr(at), "entry:E2")) << made.office.substr(at);
    EXPECT_FALSE(has(made.office.substr(at), "entry:E1")) << made.office.substr(at);
}

TEST_P(PackBadInput, ATruncatedPdf) {
    MadePdf pdf;
    pdf.add_words("Words of a PDF");
    add_document("a.pdf", pdf.bytes().substr(0, pdf.bytes().size() / 2));
    expect_whole({"What lies here", "Ask us"});
}

TEST_P(PackBadInput, AnEmptyDocument) {
    add_document("a.pdf", "");
    expect_whole({"What lies here", "Ask us"});
}

TEST_P(PackBadInput, ADocumentThatUnpacksToMoreThanIsRead) {
    add_document("a.docx", word_of("<w:p><w:r><w:t>" + std::string(300'000'000, 'x') + "</w:t></w:r></w:p>"));
    expect_whole({"What lies here", "Ask us"});
}

TEST_P(PackBadInput, APictureOfAbsurdSize) {
    add_document("a.png", png_of(100'000, 100'000));
    expect_whole({"What lies here"});
}

TEST_P(PackBadInput, APictureThatIsCutOff) {
    for (const LeakingDocument& one : leaking_documents())
        if (one.file.ends_with(".jpg")) add_document("a.jpg", one.bytes.substr(0, one.bytes.size() - 60));
    expect_whole({"What lies here"});
}

// The same letter twice: what is kept back of it where it was given to a lawyer can be read where it came from.
TEST_P(PackBadInput, ADocumentThatIsKeptBackOnceIsReadWhereItIsShown) {
    folder.write("bundle/a.txt", "What the letter says.");
    load_with({entry("E0", "I1", "to the lawyer", R"(,"flags":["legal-advice"])", "email-sent", "2019-01-01"),
               R"({"type":"document","id":"D0","entry":"E0","file":"a.txt"})",
               R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})",
               entry("E2", "I1", "sent on", "", "note", "2020-01-01"),
               R"({"type":"document","id":"D2","entry":"E2","file":"a.txt"})"});
    const std::string text = words_of(copies("text").persons);
    EXPECT_EQ(count_of(text, "What the letter says."), 1u);
    EXPECT_EQ(count_of(text, "the same as one that came before"), 1u);
}

// What is not there any more is said by its name, and there is no pack; of a text the words are kept.
TEST_P(PackBadInput, ADocumentWhoseFileIsGone) {
    add_document("a.txt", "What it says.");
    decide("R1", "text");
    remove_documents();
    done("dana", {"access", "assemble", "R1"});
    done("petra", {"access", "withdraw", "R1", "--reason", "x"});
    for (const LeakingDocument& one : leaking_documents())
        if (one.file.ends_with(".jpg")) {
            folder.write("bundle/b.jpg", one.bytes);
            load_with({R"({"type":"document","id":"D2","entry":"E1","file":"b.jpg"})"});
        }
    decide("R2", "text");
    remove_documents();
    const Said said = expect_no("dana", {"access", "assemble", "R2"}, {77});
    EXPECT_TRUE(has(said.err, "document:D2")) << said;
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path("packs")), {}), 1);
}

}  // namespace
}  // namespace casekeeper::test
