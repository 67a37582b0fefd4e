// SPDX-License-Identifier: MIT
#include "support/leaking_documents.h"

#include "support/made_documents.h"
#include "support/sample_pictures.h"

namespace casekeeper::test {
namespace {

const std::string in_xmp =
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d by='Unseenword Quillfeather'>Zebedee</d></x:xmpmeta>";
const std::string exif_head("Exif\0\0", 6);

std::string jpeg() {
    const auto part = [](int code, const std::string& bytes) {
        const std::size_t length = bytes.size() + 2;
        return std::string("\xFF") + static_cast<char>(code) + static_cast<char>(length >> 8U) +
               static_cast<char>(length & 0xFFU) + bytes;
    };
    const std::string thumbnail = jpeg_begin() + part(0xFE, "Unseenword in a thumbnail") + jpeg_end();
    return jpeg_begin() + jpeg_jfif() +
           part(0xE1, exif_head + tiff_by("Unseenword Quillfeather") + thumbnail) +
           part(0xE1, std::string("http://ns.adobe.com/xap/1.0/\0", 29) + in_xmp) +
           part(0xED, std::string("Photoshop 3.0\0Unseenword Quillfeather", 37)) +
           part(0xE2, std::string("ICC_PROFILE\0\1\1Unseenword Quillfeather", 37)) +
           part(0xFE, "Unseenword Quillfeather") + jpeg_content() + jpeg_end() + "Unseenword behind the end";
}

std::string png() {
    const std::string made = png_of(1, 1,
                                    {{"tEXt", std::string("Author\0Unseenword Quillfeather", 30)},
                                     {"eXIf", tiff_by("Unseenword Quillfeather")},
                                     {"iTXt", std::string("XML:com.adobe.xmp\0\0\0\0\0", 22) + in_xmp},
                                     {"quIl", "Unseenword Quillfeather"}});
    // The chunks as they are made, round the dot of a picture that there is.
    const std::size_t first = png_signature().size() + png_header().size();
    return png_signature() + png_header() + made.substr(first, made.size() - first - png_end().size()) +
           png_content() + png_end() + "Unseenword behind the end";
}

std::string pdf() {
    MadePdf made;
    const int packet = made.add_stream("/Type /Metadata /Subtype /XML", in_xmp);
    const int inner =
        made.add_stream("/Type /EmbeddedFile", "Attached: Zebedee Quillfeather of 14 Gorsebank Terrace");
    const int file =
        made.add("<< /Type /Filespec /F (unseenword_quillfeather.txt) /UF (unseenword.txt) /EF << /F " +
                 std::to_string(inner) + " 0 R >> >>");
    const int mark =
        made.add("<< /Title (Unseenword Quillfeather) /Parent " + std::to_string(file + 2) + " 0 R >>");
    const int marks = made.add("<< /Type /Outlines /First " + std::to_string(mark) + " 0 R /Last " +
                               std::to_string(mark) + " 0 R /Count 1 >>");
    made.set_catalogue("/Metadata " + std::to_string(packet) + " 0 R /Outlines " + std::to_string(marks) +
                       " 0 R /Names << /EmbeddedFiles << /Names [(unseenword) " + std::to_string(file) +
                       " 0 R] >> >>");
    made.set_information("/Author (Unseenword Quillfeather) /Title (Unseenword of Zebedee)");
    made.add_page(
        words_at(72, 700, "Marigold was top of the form.") + words_at(72, 680, "Zebedee Quill") +
            words_at(72, 666, "feather was not.") + "1 1 1 rg " +
            words_at(72, 600, "White words of Zebedee Quillfeather.") +
            "BT /F1 0.1 Tf 72 500 Td (Small words of Zebbokins.) Tj ET BT 3 Tr /F1 12 Tf 72 400 Td "
            "(Invisible words of Zebedee Marrowbyrne.) Tj ET\n",
        "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Unseenword: ring Zebedee) /T "
        "(Quillfeather) >>]");
    made.add_words("The second page ends with Zebedee");
    made.add_words("Quillfeather begins the third.");
    return made.bytes();
}

std::string word() {
    const auto part = [](const std::string& name, const std::string& inner) {
        return "<?xml version=\"1.0\"?><" + name +
               " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
               "xmlns:dc=\"urn:d\">" +
               inner + "</" + name + ">";
    };
    return word_of(
        "<w:p><w:r><w:t>Zebe</w:t></w:r><w:r><w:t>dee Quill</w:t></w:r><w:r><w:t>feather drew "
        "it.</w:t></w:r></w:p>"
        "<w:p><w:del w:author=\"Unseenword Quillfeather\"><w:r><w:delText>Zebbokins was "
        "here</w:delText></w:r></w:del>"
        "<w:ins w:author=\"Unseenword\"><w:r><w:t>of 14 Gorsebank Terrace</w:t></w:r></w:ins></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words of Zebedee</w:t></w:r></w:p>"
        "<w:p><w:bookmarkStart w:name=\"Unseenword_Quillfeather\"/><w:docPr descr=\"Unseenword "
        "Zebedee\"/></w:p>",
        {{"docProps/core.xml", part("w:core", "<dc:creator>Unseenword Quillfeather</dc:creator>")},
         {"word/comments.xml",
          part("w:comments",
               "<w:comment w:author=\"Unseenword\"><w:p><w:r><w:t>Is this Zebedee Quillfeather?</w:t>"
               "</w:r></w:p></w:comment>")},
         {"word/header1.xml", part("w:hdr", "<w:p><w:r><w:t>Of Zebedee Quillfeather</w:t></w:r></w:p>")},
         {"word/media/image1.png", png()}});
}

std::string mail() {
    return "From: Unseenword Quillfeather <zebq@pondweedmail.example>\r\nTo: Ann Hillier "
           "<ann@trust.example>\r\n"
           "Subject: Unseenword of Zebedee\r\nX-Note: Unseenword\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/mixed; boundary=cut\r\n\r\nBefore: Zebedee Quillfeather\r\n--cut\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "Zebedee Quill=\r\nfeather wrote this.\r\n\r\n> Zebedee\r\n> Quillfeather wrote that.\r\n--cut\r\n"
           "Content-Type: text/plain; name=\"unseenword_quillfeather.txt\"\r\nContent-Disposition: "
           "attachment; "
           "filename=\"unseenword_quillfeather.txt\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
           "WmViZWRlZSBRdWlsbGZlYXRoZXIgd2FzIGF0dGFjaGVkLg==\r\n--cut--\r\n";
}

std::string page() {
    return "<!DOCTYPE html><html><head><title>Unseenword of Zebedee</title><meta name=\"author\" "
           "content=\"Unseenword "
           "Quillfeather\"></head><body><!-- Unseenword: Zebedee Quillfeather --><p>Ze<b>bed</b>ee &#81;uill"
           "feather</p><p style=\"display:none\">Zebbokins hidden</p><img alt=\"Unseenword Zebedee\" "
           "src=\"x\">"
           "</body></html>";
}

}  // namespace

std::vector<LeakingDocument> leaking_documents() {
    return {
        {"zebedee_quillfeather_report.pdf", "Report on Zebedee Quillfeather", pdf(), false},
        {"ZebedeeQuillfeather.docx", "Zebbokins", word(), false},
        {"quillfeather.eml", "Mail of zebq@pondweedmail.example", mail(), false},
        {"zebbokins.html", "Page about Quillfeather", page(), false},
        {"Zebedee.jpg", "Zebedee Quillfeather at the sea", jpeg(), true},
        {"quill-feather-zebedee.png", "Drawing for Zebedee", png(), true},
        {"note of Zebedee.txt", "Z. Quillfeather, note", "Zebedee Quillfeather\nLS28 6ZZ\n", false},
    };
}

}  // namespace casekeeper::test
