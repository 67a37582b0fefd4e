// SPDX-License-Identifier: MIT
//
// What a document is, by its bytes; by what it was called only where the bytes are text.
#include <algorithm>
#include <array>

#include "output/charset.h"
#include "output/document_readers.h"
#include "output/marked_up.h"
#include "output/zip_archive.h"

namespace casekeeper {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t pdf_header_within = 1024;  // as readers of PDF look for it

struct OtherKind {
    std::size_t at;
    std::string_view bytes;
    const char* called;
};

constexpr std::array other_kinds = {
    OtherKind{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              "a file of Microsoft Office before 2007, or a mail saved by Outlook"},
    OtherKind{0, "{\\rtf"sv, "a text in RTF"},
    OtherKind{4, "ftyphei"sv, "a HEIC picture"},
    OtherKind{4, "ftypmif"sv, "a HEIC picture"},
    OtherKind{4, "ftypM4A"sv, "a sound recording"},
    OtherKind{4, "ftyp"sv, "a video recording"},
    OtherKind{8, "WEBP"sv, "a WebP picture"},
    OtherKind{8, "WAVE"sv, "a sound recording"},
    OtherKind{8, "AVI "sv, "a video recording"},
    OtherKind{0, "ID3"sv, "a sound recording"},
    OtherKind{0, "\xFF\xFB"sv, "a sound recording"},
    OtherKind{0, "OggS"sv, "a sound recording"},
    OtherKind{0, "fLaC"sv, "a sound recording"},
    OtherKind{0, "\x1A\x45\xDF\xA3"sv, "a video recording"},
    OtherKind{0, "BM"sv, "a bitmap picture"},
    OtherKind{0, "%!PS"sv, "a PostScript file"},
    OtherKind{0, "7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    OtherKind{0, "Rar!\x1A\x07"sv, "a RAR archive"},
    OtherKind{0, "\x1F\x8B"sv, "a gzip archive"},
    OtherKind{0, "BZh"sv, "a bzip2 archive"},
    OtherKind{0,
              "\xFD"
              "7zXZ"sv,
              "an xz archive"},
    OtherKind{0, "\x78\x9F\x3E\x22"sv, "the attachments of an Outlook mail (winmail.dat)"},
    OtherKind{0, "MZ"sv, "a program"},
    OtherKind{0,
              "\x7F"
              "ELF"sv,
              "a program"},
};

bool is_picture(std::string_view bytes) {
    return bytes.starts_with("\x89PNG\r\n\x1A\n") || bytes.starts_with("\xFF\xD8\xFF") ||
           bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a") || bytes.starts_with("II*\0"sv) ||
           bytes.starts_with("MM\0*"sv);
}

bool has_member(const ZipArchive& archive, std::string_view name) {
    const auto& members = archive.members();
    return std::any_of(members.begin(), members.end(), [name](const auto& one) { return one.name == name; });
}

// The archive's own word for what it is, within it: "application/vnd.oasis.opendocument.text".
std::string mimetype_in(const ZipArchive& archive) {
    std::string said;
    for (std::size_t at = 0; at < archive.members().size(); ++at)
        if (archive.members()[at].name == "mimetype")
            archive.read(at, [&said](std::string_view block) {
                said += block;
                return said.size() < 200;
            });
    return said;
}

DocumentKind kind_of_archive(std::string_view bytes) {
    const auto archive = ZipArchive::open(bytes);
    if (!archive) return DocumentKind::archive;
    for (const ZipArchive::Member& member : archive->members())
        if (member.name.starts_with("word/document") && member.name.ends_with(".xml"))
            return DocumentKind::word;
    if (mimetype_in(*archive).starts_with("application/vnd.oasis.opendocument.text"))
        return DocumentKind::open_document;
    if (has_member(*archive, "[Content_Types].xml") || has_member(*archive, "mimetype"))
        return DocumentKind::other;
    return DocumentKind::archive;
}

std::string other_kind_of_archive(std::string_view bytes) {
    const auto archive = ZipArchive::open(bytes);
    if (archive && has_member(*archive, "xl/workbook.xml")) return "a spreadsheet";
    if (archive && has_member(*archive, "ppt/presentation.xml")) return "a slide show";
    if (archive && mimetype_in(*archive).starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return "a spreadsheet";
    return "an archive of a kind that is not known here";
}

bool ends_head(std::string_view line) {
    return line.empty() || line == "\r";
}

// "Subject: words", or the rest of one such line. An old mailbox's "From " may stand first.
bool is_of_head(std::string_view line, bool first) {
    if (line[0] == ' ' || line[0] == '\t') return !first;
    const std::size_t colon = line.find(':');
    const auto is_sign = [](char c) { return c > ' ' && c < 0x7F; };
    return (colon != std::string_view::npos && colon > 0 &&
            std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_sign)) ||
           (first && line.starts_with("From "));
}

// The lines before the first empty one, in small letters and after a line's end each, where all are such as
// mails have.
std::string head_of_mail(std::string_view bytes) {
    std::string head;
    while (!bytes.empty()) {
        const std::string_view line = bytes.substr(0, bytes.find('\n'));
        if (ends_head(line)) return head;
        if (!is_of_head(line, head.empty())) return {};
        head += '\n' + in_small_letters(std::string(line));
        bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    }
    return head;
}

// A note may begin "From: the school": what is no mail by its name has more lines of a head.
bool is_mail(const DocumentSource& source) {
    const std::string head = head_of_mail(source.bytes);
    if (head.empty()) return false;
    if (in_small_letters(source.media_type).starts_with("message/rfc822")) return true;
    if (in_small_letters(source.name).ends_with(".eml")) return true;
    const auto has = [&head](const char* line) { return head.find(line) != std::string::npos; };
    return has("\nfrom:") && (has("\nmessage-id:") || has("\nmime-version:") || has("\nreceived:"));
}

DocumentKind kind_of_text(const DocumentSource& source) {
    const std::string start = in_small_letters(std::string(source.bytes.substr(0, 4096)));
    const std::string type = in_small_letters(source.media_type);
    const std::string name = in_small_letters(source.name);
    const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::string_view told =
        first == std::string::npos ? std::string_view() : std::string_view(start).substr(first);
    if (told.starts_with("<!doctype html") || told.starts_with("<html")) return DocumentKind::page;
    const bool named_page = type.starts_with("text/html") || type.starts_with("application/xhtml") ||
                            name.ends_with(".html") || name.ends_with(".htm");
    if (named_page) return DocumentKind::page;
    return is_text(source.bytes) ? DocumentKind::plain_text : DocumentKind::other;
}

const char* beginning_of_type(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::pdf:
            return "application/pdf";
        case DocumentKind::word:
            return "application/vnd.openxmlformats-officedocument.wordprocessingml";
        case DocumentKind::open_document:
            return "application/vnd.oasis.opendocument.text";
        case DocumentKind::page:
            return "text/html";
        case DocumentKind::mail:
            return "message/rfc822";
        case DocumentKind::picture:
            return "image/";
        case DocumentKind::archive:
            return "application/";
        case DocumentKind::plain_text:
            return "text/";
        case DocumentKind::other:
            return "";
    }
    return "";
}

}  // namespace

DocumentKind kind_of(const DocumentSource& source) {
    const std::string_view bytes = source.bytes;
    if (is_mail(source)) return DocumentKind::mail;  // what is attached to it may stand near its beginning
    if (bytes.substr(0, pdf_header_within).find("%PDF-") != std::string_view::npos) return DocumentKind::pdf;
    if (is_picture(bytes)) return DocumentKind::picture;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return kind_of_archive(bytes);
    for (const OtherKind& kind : other_kinds)
        if (bytes.size() > kind.at && bytes.substr(kind.at).starts_with(kind.bytes) &&
            (kind.bytes.size() > 3 || !is_text(bytes)))
            return DocumentKind::other;
    return kind_of_text(source);
}

std::string other_kind_of(const DocumentSource& source) {
    if (source.bytes.starts_with("PK")) return other_kind_of_archive(source.bytes);
    for (const OtherKind& kind : other_kinds)
        if (source.bytes.size() > kind.at && source.bytes.substr(kind.at).starts_with(kind.bytes))
            return kind.called;
    return "a file of a kind that is not known here";
}

bool is_called_otherwise(const DocumentSource& source, DocumentKind kind) {
    const std::string type = in_small_letters(source.media_type);
    if (type.empty() || type.starts_with("application/octet-stream")) return false;
    if (kind == DocumentKind::word && type.starts_with("application/msword")) return false;
    if (kind == DocumentKind::plain_text && (type.ends_with("json") || type.ends_with("xml"))) return false;
    // Pages and mails are text as well, and are sent as such.
    if (type.starts_with("text/plain") && (kind == DocumentKind::page || kind == DocumentKind::mail))
        return false;
    return !type.starts_with(beginning_of_type(kind));
}

std::string in_words(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::pdf:
            return "a PDF";
        case DocumentKind::word:
            return "a Word document";
        case DocumentKind::open_document:
            return "an OpenDocument text";
        case DocumentKind::plain_text:
            return "a plain text";
        case DocumentKind::page:
            return "an HTML page";
        case DocumentKind::mail:
            return "an e-mail";
        case DocumentKind::picture:
            return "a picture";
        case DocumentKind::archive:
            return "a ZIP archive";
        case DocumentKind::other:
            return "a file of a kind that is not read here";
    }
    throw std::invalid_argument("no such kind");
}

namespace {

constexpr std::string_view codes[] = {"pdf",  "word",    "open_document", "plain_text", "page",
                                      "mail", "picture", "archive",       "other"};

}  // namespace

std::string code_of(DocumentKind kind) {
    return std::string(codes[static_cast<std::size_t>(kind)]);
}

DocumentKind kind_of_code(std::string_view code) {
    const auto* const found = std::find(std::begin(codes), std::end(codes), code);
    return found == std::end(codes) ? DocumentKind::other
                                    : static_cast<DocumentKind>(found - std::begin(codes));
}

}  // namespace casekeeper
