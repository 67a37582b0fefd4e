// SPDX-License-Identifier: MIT
#include "support/made_documents.h"

#include <zip.h>
#include <zlib.h>

#include <stdexcept>

namespace casekeeper::test {
namespace {

std::string high_first(unsigned long value, int bytes) {
    std::string text;
    for (int at = bytes - 1; at >= 0; --at) text += static_cast<char>(value >> (8 * at) & 0xFFU);
    return text;
}

std::string low_first(unsigned long value, int bytes) {
    const std::string high = high_first(value, bytes);
    return {high.rbegin(), high.rend()};
}

// Tag, type, count, value or where it lies.
std::string directory_entry(unsigned tag, unsigned type, unsigned long count, const std::string& value) {
    return low_first(tag, 2) + low_first(type, 2) + low_first(count, 4) + value;
}

std::string in_ten_digits(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(10 - digits.size(), '0') + digits;
}

NamedBytes with(NamedBytes parts, const NamedBytes& more) {
    parts.insert(parts.end(), more.begin(), more.end());
    return parts;
}

}  // namespace

int MadePdf::add(const std::string& object) {
    objects_.push_back(object);
    return static_cast<int>(objects_.size());
}

int MadePdf::add_stream(const std::string& dictionary_entries, const std::string& bytes) {
    return add("<< /Length " + std::to_string(bytes.size()) + " " + dictionary_entries + " >>\nstream\n" +
               bytes + "\nendstream");
}

void MadePdf::add_page(const std::string& drawing, const std::string& entries, const std::string& resources) {
    const int contents = add_stream("", drawing);
    pages_.push_back(add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                         std::to_string(contents) + " 0 R /Resources << /Font << /F1 3 0 R >> " + resources +
                         " >> " + entries + " >>"));
}

void MadePdf::add_words(const std::string& words) {
    add_page(words_at(72, 700, words));
}

std::string MadePdf::bytes() const {
    std::vector<std::string> objects = objects_;
    objects[0] = "<< /Type /Catalog /Pages 2 0 R " + catalogue_ + " >>";
    std::string kids;
    for (const int page : pages_) kids += std::to_string(page) + " 0 R ";
    objects[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>";
    if (!information_.empty()) objects.push_back("<< " + information_ + " >>");
    std::string file = "%PDF-1.7\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t at = 0; at < objects.size(); ++at) {
        table += in_ten_digits(file.size()) + " 00000 n \n";
        file += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string information =
        information_.empty() ? "" : " /Info " + std::to_string(objects.size()) + " 0 R";
    return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R" +
           information + " >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
}

std::string words_at(int x, int y, const std::string& words) {
    return "BT /F1 12 Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + words + ") Tj ET\n";
}

std::string zip_of(const NamedBytes& members, const std::string& comment) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (archive == nullptr) throw std::runtime_error("no archive can be made");
    zip_source_keep(target);
    for (const auto& [name, bytes] : members)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0),
                     ZIP_FL_ENC_UTF_8);
    if (!comment.empty())
        zip_set_archive_comment(archive, comment.data(), static_cast<zip_uint16_t>(comment.size()));
    zip_close(archive);
    zip_stat_t status;
    zip_source_stat(target, &status);
    std::string made(status.size, '\0');
    zip_source_open(target);
    zip_source_read(target, made.data(), made.size());
    zip_source_close(target);
    zip_source_free(target);
    return made;
}

std::string word_of(const std::string& body, const NamedBytes& parts) {
    const std::string document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
        body + "</w:body></w:document>";
    return zip_of(with({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}}, parts));
}

std::string open_document_of(const std::string& text, const NamedBytes& parts) {
    const std::string content =
        "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" xmlns:dc=\"urn:d\" "
        "xmlns:table=\"urn:b\"><office:body><office:text>" +
        text + "</office:text></office:body></office:document-content>";
    return zip_of(
        with({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content}}, parts));
}

std::string png_of(unsigned width, unsigned height, const NamedBytes& chunks) {
    const std::string size = high_first(width, 4) + high_first(height, 4) + std::string("\x8\x2\0\0\0", 5);
    std::string file = "\x89PNG\r\n\x1A\n";
    for (const auto& [type, bytes] : with(with({{"IHDR", size}}, chunks), {{"IEND", ""}})) {
        const std::string checked = type + bytes;
        const auto* from = reinterpret_cast<const Bytef*>(checked.data());
        file += high_first(bytes.size(), 4) + checked +
                high_first(crc32(0, from, static_cast<uInt>(checked.size())), 4);
    }
    return file;
}

std::string jpeg_of(unsigned width, unsigned height, const NamedBytes& segments) {
    const std::string size =
        "\x8" + high_first(height, 2) + high_first(width, 2) + std::string("\x1\x1\x11\0", 4);
    std::string file = "\xFF\xD8";
    for (const auto& [marker, bytes] : with(segments, {{"\xC0", size}}))
        file += "\xFF" + marker + high_first(bytes.size() + 2, 2) + bytes;
    return file + "\xFF\xDA" + std::string("\0\x2", 2) + "\xFF\xD9";
}

std::string tiff_by(const std::string& author) {
    const std::size_t first = 8;
    const std::size_t places = first + 2 + 2 * 12 + 4;
    const std::size_t texts = places + 2 + 12 + 4;
    const std::size_t text_size = author.size() + 1;
    return "II*" + std::string(1, '\0') + low_first(first, 4) + low_first(2, 2) +
           directory_entry(0x013B, 2, text_size, low_first(texts, 4)) +
           directory_entry(0x8825, 4, 1, low_first(places, 4)) + low_first(0, 4) + low_first(1, 2) +
           directory_entry(0x0002, 5, 1, low_first(texts + text_size, 4)) + low_first(0, 4) + author +
           std::string(1, '\0') + low_first(103, 4) + low_first(2, 4);
}

}  // namespace casekeeper::test
