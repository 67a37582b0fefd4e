// SPDX-License-Identifier: MIT
//
// Small documents of every kind, made byte by byte, so that a test says all that is in them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace casekeeper::test {

// A PDF of objects written as they stand in the file: "<< /Type /Page … >>". Objects are numbered from 1.
class MadePdf {
public:
    // Adds an object; its number.
    int add(const std::string& object);
    int add_stream(const std::string& dictionary_entries, const std::string& bytes);
    // Adds a page drawn so, of 595 by 842 points, with a Helvetica called /F1; further entries of its own and
    // of its resources.
    void add_page(const std::string& drawing, const std::string& entries = "",
                  const std::string& resources = "");
    // A page that says some words in Latin letters.
    void add_words(const std::string& words);
    // Further entries of the catalogue and of the document's information.
    void set_catalogue(const std::string& entries) { catalogue_ = entries; }
    void set_information(const std::string& entries) { information_ = entries; }
    std::string bytes() const;

private:
    std::vector<std::string> objects_{"", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
    std::vector<int> pages_;
    std::string catalogue_;
    std::string information_;
};

// The drawing of words at a place, in points from the lower left.
std::string words_at(int x, int y, const std::string& words);

using NamedBytes = std::vector<std::pair<std::string, std::string>>;

// A ZIP archive, its members packed.
std::string zip_of(const NamedBytes& members, const std::string& comment = "");
// A Word document: what stands in its body, and further parts.
std::string word_of(const std::string& body, const NamedBytes& parts = {});
// An OpenDocument text: what stands in its office:text, and further parts.
std::string open_document_of(const std::string& text, const NamedBytes& parts = {});

// A PNG's header, its size and further chunks: type and bytes. There is no picture in it.
std::string png_of(unsigned width, unsigned height, const NamedBytes& chunks = {});
// A JPEG's header with the segments named by their marker: {"\xE1", "Exif…"}.
std::string jpeg_of(unsigned width, unsigned height, const NamedBytes& segments = {});
// A TIFF's directory, lowest byte first: an author of four letters or more, and a latitude of 51.5 degrees.
std::string tiff_by(const std::string& author);

}  // namespace casekeeper::test
