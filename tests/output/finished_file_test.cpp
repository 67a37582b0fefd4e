// SPDX-License-Identifier: MIT
//
// Wherever a name may lie in a finished file, it is among the pieces: each test plants "Ada" in one place.
#include "output/finished_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/errors.h"
#include "output/sealed_file.h"
#include "support/made_documents.h"
#include "support/made_up_jpeg.h"
#include "support/sample_pictures.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using namespace test;

struct Read {
    FinishedFile file;
    std::vector<FinishedPiece> pieces;

    // Where the words are said.
    std::vector<std::string> places_of(const std::string& words) const {
        std::vector<std::string> places;
        for (const FinishedPiece& one : pieces)
            if (one.nature == FinishedPiece::Nature::said && one.text.find(words) != std::string::npos)
                places.push_back(one.where);
        return places;
    }
    bool says(const std::string& words) const { return !places_of(words).empty(); }
    bool is_unseen(const std::string& what) const {
        return std::count(file.unseen.begin(), file.unseen.end(), what) == 1;
    }
};

Read read(const std::string& bytes, const std::string& passphrase = "") {
    const TemporaryFolder folder;
    Read read;
    read.file = read_finished_file(folder.write("finished", bytes), passphrase,
                                   [&read](const FinishedPiece& piece) { read.pieces.push_back(piece); });
    return read;
}

MadePdf one_page() {
    MadePdf pdf;
    pdf.add_words("Nothing else");
    return pdf;
}

// ── PDF ──

TEST(FinishedFile, SaysAPdfPageByPage) {
    MadePdf pdf = one_page();
    pdf.add_words("Ada came");
    const Read found = read(pdf.bytes());
    EXPECT_EQ(found.file.pages, 2);
    EXPECT_EQ(found.file.pieces, static_cast<long long>(found.pieces.size()));
    const std::vector<std::string> places = found.places_of("Ada came");
    EXPECT_EQ(std::count(places.begin(), places.end(), "page 2"), 1);
    EXPECT_TRUE(found.file.unseen.empty()) << found.file.unseen.front();
    EXPECT_FALSE(read(one_page().bytes()).says("Ada"));
}

TEST(FinishedFile, FindsANameDrawnInPieces) {
    MadePdf pdf;
    pdf.add_page("BT /F1 12 Tf 72 700 Td [(A) 20 (d) -10 (a)] TJ ET");
    EXPECT_TRUE(read(pdf.bytes()).says("Ada"));
}

TEST(FinishedFile, FindsANameHiddenOnAPage) {
    for (const std::string& hidden : std::vector<std::string>{
             words_at(3000, 700, "Ada"), "3 Tr " + words_at(72, 700, "Ada"),
             "/Span << /ActualText (withheld) >> BDC " + words_at(72, 700, "Ada") + " EMC",
             "/Span << /ActualText (Ada) >> BDC " + words_at(72, 700, "x") + " EMC", "% Ada\n",
             "BT /F1 0.01 Tf 72 700 Td (Ada) Tj ET", "1 g " + words_at(72, 700, "Ada"),
             words_at(72, 700, "Ada") + "0 g 60 690 100 40 re f"}) {
        MadePdf pdf;
        pdf.add_page(hidden + words_at(72, 600, "shown"));
        EXPECT_TRUE(read(pdf.bytes()).says("Ada")) << hidden;
    }
}

TEST(FinishedFile, FindsANameBehindThePages) {
    struct Place {
        std::string catalogue, information, page;
    };
    for (const Place& place : std::vector<Place>{
             {"", "/Title (About Ada)", ""},
             {"", "/Own (Ada)", ""},
             {"/Outlines << /First << /Title (Ada) >> >>", "", ""},
             {"/StructTreeRoot << /K << /S /Figure /Alt (Ada smiling) >> >>", "", ""},
             {"/StructTreeRoot << /K << /S /Span /ActualText (\\376\\377\\000A\\000d\\000a) >> >>", "", ""},
             {"/StructTreeRoot << /K << /S /P /T <416461> >> >>", "", ""},
             {"/AcroForm << /Fields [<< /FT /Tx /T (carer) /V (Ada) >>] >>", "", ""},
             {"/OCProperties << /OCGs [<< /Type /OCG /Name (Ada) >>] >>", "", ""},
             {"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (Ada.txt) >>] >> >>", "", ""},
             {"/OpenAction << /S /JavaScript /JS (var a = 'Ada') >>", "", ""},
             {"", "", "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /Contents (Ada) >>]"},
             {"", "",
              "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /URI (http://Ada) >> >>]"},
             {"", "", "/PieceInfo << /Tool << /Private (Ada) >> >>"}}) {
        MadePdf pdf;
        pdf.set_catalogue(place.catalogue);
        pdf.set_information(place.information);
        pdf.add_page(words_at(72, 700, "shown"), place.page);
        EXPECT_TRUE(read(pdf.bytes()).says("Ada")) << place.catalogue << place.information << place.page;
    }
}

TEST(FinishedFile, FindsANameInStreamsOfAPdf) {
    const std::string packet = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><a at=\"Ada\">Ada Roe</a></x:xmpmeta>";
    MadePdf described = one_page();
    const int metadata = described.add_stream("/Type /Metadata /Subtype /XML", packet);
    described.set_catalogue("/Metadata " + std::to_string(metadata) + " 0 R");
    EXPECT_TRUE(read(described.bytes()).says("Ada Roe"));
    MadePdf holding = one_page();
    MadePdf inner;
    inner.add_words("Ada within");
    const int file = holding.add_stream("/Type /EmbeddedFile", zip_of({{"inner.pdf", inner.bytes()}}));
    holding.set_catalogue("/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.zip) /EF << /F " +
                          std::to_string(file) + " 0 R >> >>] >> >>");
    EXPECT_TRUE(read(holding.bytes()).says("Ada within"));
}

TEST(FinishedFile, FindsWhatNothingLeadsTo) {
    MadePdf pdf = one_page();
    const int left = pdf.add("<< /Was (Ada) >>");
    const Read found = read(pdf.bytes());
    EXPECT_TRUE(found.says("Ada"));
    EXPECT_TRUE(found.is_unseen("an object that nothing leads to: object " + std::to_string(left)));
}

TEST(FinishedFile, FindsAnEarlierVersion) {
    MadePdf pdf;
    pdf.add_words("Ada was here");
    const std::string before = pdf.bytes();
    // Page 5 is drawn anew by an object that stands after the end.
    const std::string drawing = words_at(72, 700, "Nobody was here");
    const std::string added = "4 0 obj\n<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" +
                              drawing + "\nendstream\nendobj\n";
    const std::string table = "xref\n4 1\n" + std::string(10 - std::to_string(before.size()).size(), '0') +
                              std::to_string(before.size()) + " 00000 n \n";
    const std::size_t old_table = before.rfind("xref\n0 ");
    const std::string after = before + added + table + "trailer\n<< /Size 6 /Root 1 0 R /Prev " +
                              std::to_string(old_table) + " >>\nstartxref\n" +
                              std::to_string(before.size() + added.size()) + "\n%%EOF\n";
    const Read found = read(after);
    EXPECT_EQ(found.places_of("Nobody was here").at(0), "page 1");
    EXPECT_TRUE(found.says("Ada was here"));
    EXPECT_TRUE(found.is_unseen("an earlier version of it"));
}

TEST(FinishedFile, FindsBytesThatNoTableNames) {
    const std::string whole = one_page().bytes();
    const Read behind = read(whole + "Ada behind");
    EXPECT_TRUE(behind.says("Ada behind"));
    EXPECT_TRUE(behind.is_unseen("bytes before its beginning or after its end"));
    // Before the table: an object that it does not name.
    std::string stray = whole;
    const std::string object = "77 0 obj\n<< /Was (Ada) >>\nendobj\n";
    const std::size_t table = stray.rfind("xref\n0 ");
    stray.insert(table, object);
    const std::size_t said = stray.rfind("startxref\n") + 10;
    stray.replace(said, stray.find('\n', said) - said, std::to_string(table + object.size()));
    const Read within = read(stray);
    EXPECT_TRUE(within.says("Ada"));
    EXPECT_TRUE(within.is_unseen("an object that none of its tables names"));
}

TEST(FinishedFile, ReadsASealedPdfWithItsPassphraseAlone) {
    const TemporaryFolder folder;
    MadePdf pdf;
    pdf.add_words("Ada came");
    pdf.set_information("/Title (Ada)");
    seal_pdf(folder.write("open.pdf", pdf.bytes()), folder.path("sealed.pdf"), "amber-kettle");
    const std::string sealed = bytes_of(folder.path("sealed.pdf"));
    const Read found = read(sealed, "amber-kettle");
    EXPECT_TRUE(found.says("Ada came"));
    EXPECT_TRUE(found.file.unseen.empty()) << found.file.unseen.front();
    EXPECT_THROW(read(sealed), InputError);
    EXPECT_THROW(read(sealed, "amber-kettles"), InputError);
}

// ── Pages, texts, archives ──

TEST(FinishedFile, FindsANameAnywhereInAPage) {
    for (const char* page :
         {"<html><body><p>A<b>da</b></p>", "<html><title>Ada</title>", "<html><!-- Ada --><p>x</p>",
          "<html><p title='Ada'>x</p>", "<html><p>&#65;d&#x61;</p>", "<html><a href='mailto:Ada@home'>x</a>",
          "<html><meta name=author content=Ada>", "<html><p hidden>Ada</p>",
          "<html><p style='display:none'>Ada", "<html><script>var a = 'Ada';</script>",
          "<html><template>Ada</template>", "<html><input value=Ada>", "<html><img alt='Ada'>",
          "<html><p data-whom='Ada'>x</p>", "<html><a href='data:text/plain;base64,QWRhIGNhbWU='>x</a>"})
        EXPECT_TRUE(read(page).says("Ada")) << page;
    EXPECT_FALSE(read("<html><p class='Ada'>x</p>").says("Ada"));
}

TEST(FinishedFile, TellsHowAFileIsBuiltFromWhatItSays) {
    const Read found = read("<html><p class='Page'>Nothing</p></html>");
    EXPECT_FALSE(found.says("Page"));
    const auto built = [](const FinishedPiece& one) {
        return one.nature == FinishedPiece::Nature::syntax && one.text.find("Page") != std::string::npos;
    };
    EXPECT_TRUE(std::any_of(found.pieces.begin(), found.pieces.end(), built));
    const Read pdf = read(one_page().bytes());
    EXPECT_FALSE(pdf.says("Page"));
    EXPECT_TRUE(std::any_of(pdf.pieces.begin(), pdf.pieces.end(), built));
}

TEST(FinishedFile, FindsANameAnywhereInAnArchive) {
    MadePdf pdf;
    pdf.add_words("Ada came");
    EXPECT_EQ(read(zip_of({{"a.pdf", pdf.bytes()}})).places_of("Ada came").at(0), "a.pdf: page 1");
    EXPECT_TRUE(read(zip_of({{"About Ada.txt", "nothing"}})).says("Ada"));
    EXPECT_TRUE(read(zip_of({{"a.txt", "nothing"}}, "for Ada")).says("Ada"));
    EXPECT_TRUE(read(zip_of({{"a.zip", zip_of({{"b.txt", "Ada"}})}})).says("Ada"));
    EXPECT_TRUE(read(word_of("<w:p><w:t>Ada</w:t></w:p>")).says("Ada"));
    EXPECT_TRUE(read(word_of("", {{"word/unknown.xml", "<x who=\"Ada\"/>"}})).says("Ada"));
}

TEST(FinishedFile, FindsBytesThatBelongToNoFileOfAnArchive) {
    const std::string whole = zip_of({{"a.txt", "nothing"}, {"b.txt", "nothing more"}});
    EXPECT_TRUE(read(whole).file.unseen.empty());
    const Read behind = read(whole + "Ada behind");
    EXPECT_TRUE(behind.says("Ada behind"));
    EXPECT_EQ(behind.file.unseen.size(), 1U);
    // The name before a file is another than the table's.
    std::string renamed = whole;
    renamed.replace(renamed.find("a.txt"), 5, "Ada.t");
    EXPECT_TRUE(read(renamed).says("Ada.t"));
}

TEST(FinishedFile, ReadsASealedArchiveWithItsPassphraseAlone) {
    const TemporaryFolder folder;
    seal_zip({{folder.write("open.txt", "Ada came"), "1.txt"},
              {folder.write("page.html", "<html><p>Ada</p>"), "2.html"}},
             folder.path("sealed.zip"), "amber-kettle",
             std::chrono::sys_days{std::chrono::year{2026} / 3 / 2});
    const std::string sealed = bytes_of(folder.path("sealed.zip"));
    const Read found = read(sealed, "amber-kettle");
    EXPECT_EQ(found.places_of("Ada came").at(0), "1.txt: text");
    EXPECT_TRUE(found.file.unseen.empty()) << found.file.unseen.front();
    EXPECT_THROW(read(sealed), InputError);
    EXPECT_THROW(read(sealed, "amber-kettles"), InputError);
}

TEST(FinishedFile, SaysWhatHasNoWords) {
    const Read picture = read(png_of(30, 40, {{"tEXt", std::string("Author\0Ada", 10)}}));
    EXPECT_TRUE(picture.says("Ada"));
    EXPECT_EQ(picture.file.wordless, std::vector<std::string>{"a picture of 30 by 40 dots"});
    const Read packed = read(zip_of({{"a.png", png_of(3, 4)}}));
    EXPECT_EQ(packed.file.wordless, std::vector<std::string>{"a.png: a picture of 3 by 4 dots"});
}

// ── What is letters by chance ──

bool is_anywhere(const Read& found, const std::string& words) {
    return std::any_of(found.pieces.begin(), found.pieces.end(),
                       [&](const FinishedPiece& one) { return one.text.find(words) != std::string::npos; });
}

TEST(FinishedFile, TakesTheCodedPointsOfAPictureForNoWords) {
    MadeUpJpeg jpeg;
    jpeg.coded = "coded Ada coded";
    EXPECT_FALSE(is_anywhere(read(jpeg.bytes()), "Ada"));
    jpeg.behind = "behind Ada behind";
    EXPECT_TRUE(is_anywhere(read(jpeg.bytes()), "behind Ada"));
    const std::string content("\0\0\0\x0FIDATcoded Ada codedsums", 27);
    const std::string png = png_signature() + png_header() + content;
    EXPECT_FALSE(is_anywhere(read(png + png_end()), "Ada"));
    EXPECT_TRUE(is_anywhere(read(png + png_end() + "behind Ada behind"), "behind Ada"));
}

TEST(FinishedFile, ReadsWhatIsPackedInAPageAsWhatItIs) {
    const std::string page =
        "<html><body><img alt=\"x\" src=\"data:text/plain;base64,QWRhIFJvZQ==\"></body></html>";
    const Read found = read(page);
    EXPECT_TRUE(found.says("Ada Roe"));
    EXPECT_FALSE(is_anywhere(found, "QWRhIFJvZQ"));
    EXPECT_TRUE(is_anywhere(read("<html><body><p>x</p><!-- ;base64,x Ada --></body></html>"), "Ada"));
}

// A font of Chinese signs lists them so, up to 65,535.
TEST(FinishedFile, TakesTheNumbersOfAFontsSignsForNoWords) {
    std::string signs;
    for (int number = 0x4100; number < 0x4180; ++number)
        signs += {static_cast<char>(number >> 8), static_cast<char>(number & 0xFF)};
    const auto with_font = [](const std::string& bytes) {
        MadePdf pdf = one_page();
        const int font = pdf.add_stream("/Subtype /CIDFontType0C", bytes);
        pdf.set_catalogue("/Font " + std::to_string(font) + " 0 R");
        return read(pdf.bytes());
    };
    EXPECT_FALSE(is_anywhere(with_font("begins" + signs), "AdAe"));
    EXPECT_TRUE(is_anywhere(with_font("begins" + signs + "behind Ada"), "behind Ada"));
}

TEST(FinishedFile, IsNeverHalfRead) {
    const std::string pdf = one_page().bytes();
    EXPECT_THROW(read(pdf.substr(0, pdf.size() / 2)), InputError);
    EXPECT_THROW(read(""), InputError);
    EXPECT_THROW(read(std::string("\1\2\0\3", 4)), InputError);
    EXPECT_THROW(read(zip_of({{"a.pdf", pdf}, {"b.bin", std::string("\1\2\0\3", 4)}})), InputError);
    const std::string archive = zip_of({{"a.txt", "some words that are packed, and packed, and packed"}});
    std::string damaged = archive;
    damaged[40] = static_cast<char>(~damaged[40]);
    EXPECT_THROW(read(damaged), InputError);
    EXPECT_THROW(read_finished_file("/nowhere", "", [](const FinishedPiece&) {}), InputError);
    MadePdf packed = one_page();
    const int odd = packed.add_stream("/Filter /Unknown", "xyz");
    packed.set_catalogue("/Odd " + std::to_string(odd) + " 0 R");
    EXPECT_THROW(read(packed.bytes()), InputError);
}

TEST(FinishedFile, StopsWithWhoeverHearsIt) {
    const TemporaryFolder folder;
    const std::string path = folder.write("finished", one_page().bytes());
    const auto found = [](const FinishedPiece&) { throw Refused("a name is in it", "look"); };
    EXPECT_THROW(read_finished_file(path, "", found), Refused);
}

}  // namespace
}  // namespace casekeeper
