// SPDX-License-Identifier: MIT
#include "output/document_text.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/errors.h"
#include "support/made_documents.h"
#include "support/temporary_folder.h"

namespace casekeeper {
namespace {

using namespace test;

constexpr const char* no_text = "no text: for human eyes";

DocumentText read(const std::string& bytes, const std::string& name = "", const std::string& type = "",
                  const ReadingLimits& limits = {}) {
    const TemporaryFolder folder;
    return read_document({folder.write("document", bytes), name, type}, limits);
}

std::string part(const DocumentText& document, const std::string& where) {
    for (const TextPart& one : document.parts)
        if (one.where == where) return one.text;
    return "(none)";
}

std::vector<std::string> values(const DocumentText& document, const std::string& name) {
    std::vector<std::string> found;
    for (const DocumentProperty& one : document.properties)
        if (one.name == name) found.push_back(one.value);
    return found;
}

using Values = std::vector<std::string>;

bool is_for_eyes(const DocumentText& document, const std::string& remark) {
    return std::count(document.for_human_eyes.begin(), document.for_human_eyes.end(), remark) == 1;
}

// ── Plain text ──

TEST(DocumentText, ReadsPlainTextInItsCharacterSet) {
    EXPECT_EQ(whole_text(read("Caf\xC3\xA9 with Zo\xC3\xAB")), "Café with Zoë");
    EXPECT_EQ(whole_text(read("Caf\xE9 \x93"
                              "quoted\x94 \x96 \x80"
                              "5")),
              "Café “quoted” – €5");
    EXPECT_EQ(whole_text(read("\xEF\xBB\xBFmarked")), "marked");
    EXPECT_EQ(whole_text(read(std::string("\xFF\xFEZ\0o\0\xEB\0", 8))), "Zoë");
    EXPECT_EQ(read("Some words").kind, DocumentKind::plain_text);
    EXPECT_TRUE(read("Some words").readable);
}

TEST(DocumentText, SaysOfUnknownBytesThatNobodyReadThem) {
    const DocumentText unknown = read(std::string("\x01\x02\0\x03", 4));
    EXPECT_FALSE(unknown.readable);
    EXPECT_EQ(unknown.reason, "it is a file of a kind that is not known here, which is not read here");
    EXPECT_EQ(read("").reason, "it is empty");
    EXPECT_EQ(
        read("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old Word").reason,
        "it is a file of Microsoft Office before 2007, or a mail saved by Outlook, which is not read here");
    EXPECT_EQ(read("{\\rtf1 Jane}").reason, "it is a text in RTF, which is not read here");
    EXPECT_EQ(read(zip_of({{"[Content_Types].xml", "<T/>"}, {"xl/workbook.xml", "<w/>"}})).reason,
              "it is a spreadsheet, which is not read here");
}

TEST(DocumentText, GoesByTheBytesWhateverTheyAreCalled) {
    const DocumentText lied = read("Only words", "report.pdf", "application/pdf");
    EXPECT_EQ(lied.kind, DocumentKind::plain_text);
    EXPECT_TRUE(lied.readable);
    EXPECT_TRUE(is_for_eyes(lied, "it is called application/pdf, and is a plain text"));
    EXPECT_TRUE(read("Only words", "note.txt", "text/plain").for_human_eyes.empty());
}

TEST(DocumentText, NamesTheFileItCannotOpen) {
    EXPECT_THROW(read_document({"/nowhere/at/all", "", ""}), InputError);
    const TemporaryFolder folder;
    EXPECT_THROW(read_document({folder.path(), "", ""}), InputError);
}

// ── PDF ──

TEST(DocumentText, ReadsAPdfPageByPage) {
    MadePdf pdf;
    pdf.add_words("Seen by the duty worker");
    pdf.add_words("Second page");
    pdf.set_information("/Author (Pat Lee) /Title (Case note)");
    const DocumentText document = read(pdf.bytes(), "", "application/pdf");
    EXPECT_TRUE(document.readable) << document.reason;
    EXPECT_EQ(document.pages, 2);
    EXPECT_NE(part(document, "page 1").find("Seen by the duty worker"), std::string::npos);
    EXPECT_NE(part(document, "page 2").find("Second page"), std::string::npos);
    EXPECT_EQ(values(document, "Author"), Values{"Pat Lee"});
    EXPECT_EQ(values(document, "Title"), Values{"Case note"});
    EXPECT_TRUE(document.for_human_eyes.empty()) << document.for_human_eyes.front();
}

TEST(DocumentText, ReadsWhatAPdfHides) {
    MadePdf pdf;
    const int layer = pdf.add("<< /Type /OCG /Name (Layer of Ada) >>");
    const std::string layers = "/Properties << /L1 " + std::to_string(layer) + " 0 R >>";
    pdf.add_page(words_at(72, 700, "open") + words_at(2000, 700, "beyond the edge") + "/OC /L1 BDC " +
                     words_at(72, 600, "switched off") + " EMC /Span << /ActualText (nothing here) >> BDC " +
                     words_at(72, 500, "stood in for") + " EMC 3 Tr " + words_at(72, 400, "invisible"),
                 "/CropBox [0 0 300 842]", layers);
    pdf.set_catalogue("/OCProperties << /OCGs [" + std::to_string(layer) + " 0 R] /D << /OFF [" +
                      std::to_string(layer) + " 0 R] /Order [] >> >>");
    const DocumentText document = read(pdf.bytes());
    const std::string text = whole_text(document);
    for (const char* words : {"open", "beyond the edge", "switched off", "stood in for", "invisible"})
        EXPECT_NE(text.find(words), std::string::npos) << words << " in: " << text;
    EXPECT_EQ(values(document, "words for a picture"), Values{});
    EXPECT_EQ(values(document, "name"), Values{"Layer of Ada"});
}

TEST(DocumentText, ReadsNotesFormsAndFilesInAPdf) {
    MadePdf pdf;
    const int file = pdf.add_stream("/Type /EmbeddedFile", "Words in a file");
    const int described =
        pdf.add("<< /Type /Filespec /F (secret.txt) /EF << /F " + std::to_string(file) + " 0 R >> >>");
    const int note =
        pdf.add("<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ring Ada) /T (Pat) >>");
    const int field = pdf.add("<< /FT /Tx /T (carer) /V (\\376\\377\\000Z\\000o\\000\\353) >>");
    pdf.add_page(words_at(72, 700, "words"), "/Annots [" + std::to_string(note) + " 0 R]");
    pdf.set_catalogue("/Names << /EmbeddedFiles << /Names [(a) " + std::to_string(described) +
                      " 0 R] >> >> /AcroForm << /Fields [" + std::to_string(field) + " 0 R] >>");
    const DocumentText document = read(pdf.bytes());
    EXPECT_EQ(values(document, "note on a page"), Values{"Ring Ada"});
    EXPECT_EQ(values(document, "author or form field"), (Values{"Pat", "carer"}));
    EXPECT_EQ(values(document, "file named"), Values{"secret.txt"});
    ASSERT_EQ(document.attachments.size(), 1U);
    EXPECT_EQ(whole_text(document.attachments[0]), "Words in a file");
}

TEST(DocumentText, LeavesAScanToHumanEyes) {
    MadePdf scan;
    const int picture = scan.add_stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x");
    scan.add_page("/I Do", "", "/XObject << /I " + std::to_string(picture) + " 0 R >>");
    const DocumentText alone = read(scan.bytes());
    EXPECT_FALSE(alone.readable);
    EXPECT_EQ(alone.reason, no_text);
    EXPECT_EQ(alone.pages, 1);
    EXPECT_EQ(alone.pages_for_human_eyes, (std::vector<long long>{1}));
    scan.add_words("A typed page");
    const DocumentText mixed = read(scan.bytes());
    EXPECT_TRUE(mixed.readable);
    EXPECT_TRUE(is_for_eyes(mixed, "no text: page 1"));
    EXPECT_TRUE(is_for_eyes(mixed, "pictures: page 1"));
    EXPECT_EQ(mixed.pages_for_human_eyes, (std::vector<long long>{1}));
}

TEST(DocumentText, EveryPageIsForHumanEyesWhereAFontDoesNotSayWhichLettersItDraws) {
    MadePdf pdf;
    pdf.add_words("words");
    pdf.add_words("more words");
    EXPECT_TRUE(read(pdf.bytes()).pages_for_human_eyes.empty());
    pdf.add("<< /Type /Font /Subtype /Type3 >>");
    EXPECT_EQ(read(pdf.bytes()).pages_for_human_eyes, (std::vector<long long>{1, 2}));
}

TEST(DocumentText, FindsPicturesDrawnInLine) {
    MadePdf pdf;
    pdf.add_page(words_at(72, 700, "words") + "BI /W 1 /H 1 /CS /G /BPC 8 ID x\nEI\n");
    EXPECT_TRUE(is_for_eyes(read(pdf.bytes()), "pictures: page 1"));
}

TEST(DocumentText, SaysWhereLettersMeanNothingToAProgram) {
    MadePdf pdf;
    pdf.add(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << >> >>");
    pdf.add_words("words");
    EXPECT_TRUE(is_for_eyes(read(pdf.bytes()), "a font in it does not say which letters it draws"));
    MadePdf odd;
    const int table = odd.add_stream("",
                                     "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
                                     "1 beginbfrange <20> <7E> <E020> endbfrange endcmap");
    const int font = odd.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " +
                             std::to_string(table) + " 0 R >>");
    odd.add_page("BT /F2 12 Tf 72 700 Td (Jane) Tj ET",
                 "/Resources << /Font << /F2 " + std::to_string(font) + " 0 R >> >>");
    EXPECT_TRUE(is_for_eyes(read(odd.bytes()), "letters that mean nothing to a program: page 1"));
}

TEST(DocumentText, SaysWhyADamagedPdfIsNotRead) {
    MadePdf pdf;
    for (int page = 0; page < 20; ++page) pdf.add_words("Page of words");
    const std::string whole = pdf.bytes();
    ASSERT_TRUE(read(whole).readable);
    for (const std::size_t size : {std::size_t{9}, whole.size() / 3, whole.size() - 40}) {
        const DocumentText cut = read(whole.substr(0, size));
        EXPECT_FALSE(cut.readable) << size;
        EXPECT_TRUE(cut.reason.starts_with("it is damaged")) << cut.reason;
    }
    std::string mended = whole;
    mended.replace(mended.find("xref\n0 "), 4, "xxxx");
    const DocumentText guessed = read(mended);
    EXPECT_TRUE(!guessed.readable || !guessed.for_human_eyes.empty());
}

TEST(DocumentText, StopsAtACircleOfPages) {
    std::string circle = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
    circle +=
        "2 0 obj\n<< /Type /Pages /Count 1 /Kids [2 0 R] >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 3 >>\n";
    EXPECT_FALSE(read(circle + "startxref\n9\n%%EOF\n").readable);
}

// ── Word ──

constexpr const char* body =
    "<w:bookmarkStart w:name=\"for_Ada\"/><wp:docPr xmlns:wp=\"urn:p\" descr=\"Ada smiling\"/>"
    "<w:sdt><w:alias w:val=\"Carer\"/><w:listItem w:displayText=\"Aunt Ada\"/></w:sdt>"
    "<w:p><w:r><w:t xml:space=\"preserve\">Anne</w:t><w:noBreakHyphen/><w:t>Marie </w:t></w:r>"
    "<w:ins w:author=\"Pat Lee\"><w:r><w:t>came</w:t></w:r></w:ins>"
    "<w:del w:author=\"Pat Lee\"><w:r><w:delText>with Ada</w:delText></w:r></w:del></w:p>"
    "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>second</w:t><w:tab/><w:t>line</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>beside</w:t></w:r></"
    "w:p></w:tc></w:tr></w:tbl>";

std::string words_of_word(const std::string& words) {
    return "<w:x xmlns:w=\"urn:w\"><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></w:x>";
}

TEST(DocumentText, ReadsAWordDocumentWithAllThatIsKeptInIt) {
    const DocumentText document = read(
        word_of(body, {{"word/header1.xml", words_of_word("On every page")},
                       {"word/footnotes.xml", words_of_word("At the foot")},
                       {"word/comments.xml",
                        "<w:comments xmlns:w=\"urn:w\"><w:comment w:author=\"Sam\"><w:p><w:r><w:t>Check "
                        "this</w:t></w:r></w:p></w:comment></w:comments>"},
                       {"word/charts/chart1.xml", "<c:v xmlns:c=\"urn:c\">Ada on a chart</c:v>"},
                       {"docProps/core.xml",
                        "<cp:p xmlns:cp=\"urn:c\" xmlns:dc=\"urn:d\"><dc:creator>Lee</dc:creator></cp:p>"},
                       {"customXml/item1.xml", "<child>Ada behind the form</child>"},
                       {"word/_rels/document.xml.rels",
                        "<R><Relationship TargetMode=\"External\" Target=\"mailto:ada@home.example\"/></R>"},
                       {"word/media/image1.png", png_of(3, 4)}}));
    EXPECT_TRUE(document.readable) << document.reason;
    EXPECT_EQ(document.kind, DocumentKind::word);
    EXPECT_EQ(part(document, "text"), "Anne-Marie came\nsecond\tline\ncell\tbeside");
    EXPECT_EQ(part(document, "deleted text, kept unseen"), "with Ada");
    EXPECT_EQ(part(document, "header"), "On every page");
    EXPECT_EQ(part(document, "footnotes"), "At the foot");
    EXPECT_EQ(part(document, "comments"), "Check this");
    EXPECT_EQ(part(document, "drawing"), "Ada on a chart");
    EXPECT_EQ(values(document, "author of a change or a comment"), (Values{"Pat Lee", "Sam"}));
    EXPECT_EQ(values(document, "creator"), Values{"Lee"});
    EXPECT_EQ(values(document, "child"), Values{"Ada behind the form"});
    EXPECT_EQ(values(document, "link"), Values{"mailto:ada@home.example"});
    EXPECT_EQ(values(document, "field"), Values{"HYPERLINK x"});
    EXPECT_EQ(values(document, "bookmark"), Values{"for_Ada"});
    EXPECT_EQ(values(document, "words for a picture"), Values{"Ada smiling"});
    EXPECT_EQ(values(document, "form field"), (Values{"Carer", "Aunt Ada"}));
    ASSERT_EQ(document.attachments.size(), 1U);
    EXPECT_EQ(document.attachments[0].name, "word/media/image1.png");
    EXPECT_EQ(document.attachments[0].reason, "no text: a picture, for human eyes");
    EXPECT_EQ(left_to_people(document), Values{"word/media/image1.png: no text: a picture, for human eyes"});
}

TEST(DocumentText, ReadsTextBoxesOnceThoughTheyStandThereTwice) {
    const DocumentText same = read(word_of(
        "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice><mc:Fallback>"
        "<w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"));
    EXPECT_EQ(whole_text(same), "box");
    const DocumentText other = read(word_of(
        "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice><mc:Fallback>"
        "<w:p><w:r><w:t>Ada</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"));
    EXPECT_EQ(part(other, "text, as older programs show it"), "Ada");
}

TEST(DocumentText, SaysWhyADamagedWordDocumentIsNotRead) {
    const std::string whole = word_of(body);
    EXPECT_FALSE(read(whole.substr(0, whole.size() / 2)).readable);
    EXPECT_EQ(read(word_of("<w:p><w:r>")).reason, "it is damaged: a part of it is no well-formed XML");
    EXPECT_EQ(
        read(word_of("", {{"word/header1.xml", "<!DOCTYPE x [<!ENTITY a \"Ada\">]><x>&a;</x>"}})).reason,
        "it is damaged: a part of it is no well-formed XML");
}

TEST(DocumentText, ReadsAnOpenDocument) {
    const DocumentText document =
        read(open_document_of("<text:tracked-changes><text:p>taken out</text:p></text:tracked-changes>"
                              "<text:h>Visit</text:h>\n  <text:p>Seen<text:s/>at<text:tab/>home"
                              "<office:annotation><dc:creator>Pat</dc:creator><text:p>ask "
                              "Ada</text:p></office:annotation></text:p>",
                              {{"meta.xml", "<m><creator>Lee</creator></m>"},
                               {"styles.xml",
                                "<s xmlns:text=\"urn:t\"><style>x</style><master-styles><text:p>On every "
                                "page</text:p></master-styles></s>"},
                               {"Pictures/a.png", png_of(3, 4)}}));
    EXPECT_TRUE(document.readable) << document.reason;
    EXPECT_EQ(document.kind, DocumentKind::open_document);
    EXPECT_EQ(part(document, "text"), "Visit\nSeen at\thome");
    EXPECT_EQ(part(document, "comments"), "Pat\nask Ada");
    EXPECT_EQ(part(document, "deleted text, kept unseen"), "taken out");
    EXPECT_EQ(part(document, "headers and footers"), "On every page");
    EXPECT_EQ(values(document, "creator"), Values{"Lee"});
    EXPECT_EQ(document.attachments.size(), 1U);
}

// ── Pages and mails ──

TEST(DocumentText, ReadsAPageAndWhatItCarriesUnseen) {
    const DocumentText page = read(
        "<!DOCTYPE html><html><head><title>Visit</title><meta name=author content=Pat></head><body><!-- Ada "
        "-->"
        "<p>Seen   at\n home, caf\xC3\xA9 &amp; park<br>twice</p><script>var a='Ada'</script>"
        "<img src=\"cid:1\" alt=\"Ada smiling\"><a href=\"mailto:ada@home.example\">write</a></body></html>");
    EXPECT_EQ(page.kind, DocumentKind::page);
    EXPECT_EQ(part(page, "text"), "Seen at home, café & park\ntwice\nwrite");
    EXPECT_EQ(values(page, "title"), Values{"Visit"});
    EXPECT_EQ(values(page, "author"), Values{"Pat"});
    EXPECT_EQ(values(page, "comment"), Values{" Ada "});
    EXPECT_EQ(values(page, "script"), Values{"var a='Ada'"});
    EXPECT_EQ(values(page, "words for a picture"), Values{"Ada smiling"});
    EXPECT_EQ(values(page, "link"), Values{"mailto:ada@home.example"});
    EXPECT_TRUE(is_for_eyes(page, "it shows pictures: 1"));
}

std::string mail_with(const std::string& parts) {
    return "From: =?UTF-8?Q?Zo=C3=AB?= <zoe@school.example>\r\nTo: Pat <pat@trust.example>\r\n"
           "Subject: =?iso-8859-1?Q?Caf=E9?=\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/mixed; boundary=cut\r\n\r\n" +
           parts + "--cut--\r\n";
}

TEST(DocumentText, ReadsAMailWithItsAttachments) {
    MadePdf pdf;
    pdf.add_words("In the attached file");
    const DocumentText mail = read(
        mail_with("--cut\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
                  "quoted-printable\r\n\r\n"
                  "See Zo=EB\r\n--cut\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
                  "filename=\"report.pdf\"\r\n\r\n" +
                  pdf.bytes() +
                  "\r\n--cut\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: "
                  "older\r\n\r\nEarlier words\r\n"));
    EXPECT_TRUE(mail.readable) << mail.reason;
    EXPECT_EQ(mail.kind, DocumentKind::mail);
    EXPECT_EQ(values(mail, "Subject"), Values{"Café"});
    EXPECT_EQ(values(mail, "From"), Values{"Zoë <zoe@school.example>"});
    EXPECT_NE(part(mail, "text").find("See Zoë"), std::string::npos) << part(mail, "text");
    EXPECT_TRUE(left_to_people(mail).empty());
    ASSERT_EQ(mail.attachments.size(), 2U);
    EXPECT_EQ(mail.attachments[0].name, "report.pdf");
    EXPECT_NE(whole_text(mail.attachments[0]).find("In the attached file"), std::string::npos);
    EXPECT_EQ(mail.attachments[1].kind, DocumentKind::mail);
    EXPECT_NE(whole_text(mail.attachments[1]).find("Earlier words"), std::string::npos);
    EXPECT_TRUE(mail.for_human_eyes.empty()) << mail.for_human_eyes.front();
}

TEST(DocumentText, SaysTheSameMailInHtmlOnlyOnce) {
    const std::string plain = "--cut\r\nContent-Type: text/plain\r\n\r\nHello there\r\n";
    const std::string html = "--cut\r\nContent-Type: text/html\r\n\r\n<p>Hello <b>there</b></p>";
    EXPECT_EQ(read(mail_with(plain + html + "\r\n")).parts.size(), 1U);
    const DocumentText more = read(mail_with(plain + html + "<p>and Ada</p>\r\n"));
    EXPECT_EQ(part(more, "text, as HTML"), "Hello there\nand Ada");
}

TEST(DocumentText, SaysOfAMailThatItIsCutOff) {
    const std::string whole = mail_with("--cut\r\nContent-Type: text/plain\r\n\r\nHello\r\n");
    EXPECT_TRUE(read(whole).for_human_eyes.empty());
    EXPECT_TRUE(
        is_for_eyes(read(whole.substr(0, whole.size() - 9)), "it is cut off: its last part has no end"));
}

TEST(DocumentText, TakesANoteThatBeginsLikeAMailForANote) {
    const std::string note = "From: the school\nDate: Monday\n\nJane said she would come.\n";
    EXPECT_EQ(read(note).kind, DocumentKind::plain_text);
    EXPECT_EQ(whole_text(read(note)), note);
    EXPECT_EQ(read("From: the school. She said\nthat Ada came.\n", "note.eml").kind,
              DocumentKind::plain_text);
    EXPECT_EQ(read(note, "note.eml").kind, DocumentKind::mail);
    EXPECT_EQ(read("From pat Mon Mar  2\nFrom: pat@trust.example\nMessage-ID: <1@x>\n\nWords\n").kind,
              DocumentKind::mail);
}

// ── Pictures ──

TEST(DocumentText, ListsWhatAPictureSaysOfItself) {
    const DocumentText png =
        read(png_of(30, 40, {{"tEXt", std::string("Author\0Ada", 10)}}), "", "image/png");
    EXPECT_EQ(png.kind, DocumentKind::picture);
    EXPECT_FALSE(png.readable);
    EXPECT_EQ(png.reason, "no text: a picture, for human eyes");
    EXPECT_EQ(values(png, "size"), Values{"30 by 40 dots"});
    EXPECT_EQ(values(png, "Author"), Values{"Ada"});
    const DocumentText jpeg = read(
        jpeg_of(5, 6, {{"\xE1", std::string("Exif\0\0", 6) + tiff_by("Pat Lee")}, {"\xFE", "at the park"}}));
    EXPECT_EQ(values(jpeg, "size"), Values{"5 by 6 dots"});
    EXPECT_EQ(values(jpeg, "author"), Values{"Pat Lee"});
    EXPECT_EQ(values(jpeg, "place, latitude"), Values{"51.500000"});
    EXPECT_EQ(values(jpeg, "comment"), Values{"at the park"});
    const DocumentText gif =
        read(std::string("GIF89a\x7\0\x8\0\0\0\0!\xFE\x3"
                         "Ada\0;",
                         21));
    EXPECT_EQ(values(gif, "size"), Values{"7 by 8 dots"});
    EXPECT_EQ(values(gif, "comment"), Values{"Ada"});
}

TEST(DocumentText, UnfoldsNoAbsurdPicture) {
    const DocumentText trap = read(png_of(2'000'000'000, 2'000'000'000));
    EXPECT_EQ(trap.reason,
              "it says that it is a picture of 2000000000 by 2000000000 dots: a trap for whoever opens it");
    EXPECT_EQ(read(png_of(3, 4).substr(0, 30)).reason,
              "it is damaged: a picture whose header is broken or that is cut off");
    std::string circle = tiff_by("Ada");
    circle[34] = '\x8';  // the next directory is the first one
    EXPECT_FALSE(read(circle).readable);
}

// ── Limits ──

TEST(DocumentText, StopsAtATrapThatUnpacksForEver) {
    const std::string zeros(8U << 20U, '0');
    const DocumentText bomb = read(zip_of({{"a.txt", zeros}}));
    ASSERT_EQ(bomb.attachments.size(), 1U);
    EXPECT_EQ(bomb.attachments[0].reason, "it unpacks to far more than it is: a trap for whoever opens it");
    EXPECT_FALSE(read(word_of("<w:p><w:t>" + zeros + "</w:t></w:p>")).readable);
    ReadingLimits small;
    small.unpacked = 100;
    EXPECT_EQ(read(word_of(body), "", "", small).reason,
              "it unpacks to more than may be read of one document");
}

TEST(DocumentText, ReadsNoDeeperThanAllowed) {
    std::string nested = "Ada";
    for (int depth = 0; depth < 4; ++depth) nested = zip_of({{"inner", nested}});
    ReadingLimits limits;
    limits.depth = 3;
    DocumentText document = read(nested, "", "", limits);
    for (int depth = 0; depth < 4; ++depth) {
        ASSERT_EQ(document.attachments.size(), 1U) << depth;
        document = DocumentText(document.attachments[0]);
    }
    EXPECT_EQ(document.reason, "it lies too deep, a document in a document in a document");
    limits.members = 2;
    EXPECT_FALSE(
        read(zip_of({{"a", "x"}, {"b", "x"}, {"c", "x"}}), "", "", limits).attachments.back().readable);
}

TEST(DocumentText, StopsWhereReadingTakesTooLongOrTooMuch) {
    MadePdf pdf;
    std::string drawing;
    for (int word = 0; word < 100'000; ++word) drawing += words_at(word % 500, word % 800, "word");
    for (int page = 0; page < 20; ++page) pdf.add_page(drawing);
    const std::string slow = pdf.bytes();
    ReadingLimits limits;
    limits.process.time = std::chrono::seconds{1};
    EXPECT_EQ(read(slow, "", "", limits).reason, "reading it took too long");
    limits = {};
    limits.process.said = 1000;
    EXPECT_EQ(read(std::string(5000, 'a'), "", "", limits).reason,
              "it says more than may be read of one file");
    limits = {};
    limits.file = 100;
    EXPECT_EQ(read(std::string(5000, 'a'), "", "", limits).reason, "it is larger than what is read here");
}

// Whatever byte is changed or missing: an answer, and never a crash.
TEST(DocumentText, AnswersWhateverTheDamage) {
    MadePdf pdf;
    pdf.add_words("some words");
    const std::vector<std::string> documents = {
        pdf.bytes(),    word_of(body),
        png_of(3, 4),   jpeg_of(5, 6, {{"\xE1", std::string("Exif\0\0", 6) + tiff_by("Pat")}}),
        tiff_by("Pat"), mail_with("--cut\r\n\r\nHello\r\n")};
    for (const std::string& document : documents)
        for (std::size_t at = 0; at < document.size(); at += document.size() / 16 + 1) {
            std::string changed = document;
            changed[at] = static_cast<char>(~changed[at]);
            for (const std::string& bytes : {changed, document.substr(0, at)}) {
                const DocumentText answer = read(bytes);
                EXPECT_NE(answer.reason, in_words(WorkEnded::broke_off)) << at;
                EXPECT_NE(answer.readable, !answer.reason.empty()) << at;
            }
        }
}

}  // namespace
}  // namespace casekeeper
