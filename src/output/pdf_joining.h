// SPDX-License-Identifier: MIT
//
// The end of a PDF document, by qpdf: lays the artifacts over the pages that cairo drew, brings what was drawn
// last to the front, and writes what cairo 1.16 cannot say: language, PDF/UA's mark (ISO 14289-1), alternative
// texts, what a header cell and a list are. The same input gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/pdf_pages.h"

namespace casekeeper {

struct PdfFigure {
    std::string alternative;  // what is to be seen, in words
    // From the left and from the foot of its page, in points.
    double left = 0;
    double bottom = 0;
    double width = 0;
    double height = 0;
};

struct PdfStory {
    std::string title;
    std::string language;
    std::string created;              // RFC 3339
    long long front_pages = 0;        // drawn last
    std::vector<bool> has_artifacts;  // of each page, as drawn
    // Of the elements of that kind, in the order they were drawn.
    std::vector<PdfFigure> figures;
    std::vector<PdfLink> links;
    // Destinations that never came: the words that lead there stand without a link.
    std::vector<int> nowhere;
    std::vector<bool> lists;  // numbered?
};

// `content`, `artifacts`: documents of output/pdf_pages. The file at `path` is there whole, or not at all.
void join_pdf(std::string_view content, std::string_view artifacts, const PdfStory& story,
              const std::string& path);

}  // namespace casekeeper
