// SPDX-License-Identifier: MIT
#include "support/written_pdf.h"

#include <cstdio>
#include <memory>
#include <sstream>

namespace casekeeper::test {

PdfStyle plain_style(const std::string& title) {
    PdfStyle style;
    style.title = title;
    style.reference = "Reference AR-1";
    style.created = "2026-03-01T10:00:00Z";
    return style;
}

WrittenPdf::WrittenPdf(const std::function<void(PdfDocument&)>& write, const PdfStyle& style)
    : path_(folder_.path("written.pdf")) {
    PdfDocument document(path_, style);
    write(document);
    document.finish();
    without_glyph_ = document.without_glyph();
    pages_counted_ = document.pages();
}

std::string WrittenPdf::said(const std::string& before, const std::string& behind) const {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((before + path_ + behind).c_str(), "r"),
                                                     ::pclose);
    std::string out;
    for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) out += static_cast<char>(c);
    return out;
}

std::string WrittenPdf::text(const std::string& options) const {
    return said("pdftotext " + options + " ", " -");
}

std::vector<std::string> WrittenPdf::pages() const {
    std::vector<std::string> pages(1);
    for (const char c : text()) {
        if (c == '\f')
            pages.emplace_back();
        else
            pages.back() += c;
    }
    pages.pop_back();
    return pages;
}

std::string WrittenPdf::facts() const {
    return said("pdfinfo ", "");
}

std::string WrittenPdf::structure() const {
    return said("pdfinfo -struct-text ", "");
}

std::string WrittenPdf::objects() const {
    return said("qpdf --qdf --object-streams=disable --no-original-object-ids ", " -");
}

std::string WrittenPdf::faults() const {
    return said("qpdf --check ", " 2>&1 >/dev/null || echo faulty");
}

std::string WrittenPdf::bytes() const {
    return bytes_of(path_);
}

std::string words_of(const std::string& text) {
    std::istringstream in(text);
    std::string words;
    for (std::string word; in >> word;) words += (words.empty() ? "" : " ") + word;
    return words;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

}  // namespace casekeeper::test
