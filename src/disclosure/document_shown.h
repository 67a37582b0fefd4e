// SPDX-License-Identifier: MIT
//
// What a stored document holds for a reader, once people have decided to show it: its words, and as pictures what
// no program reads: a photograph or a scan as it is, without anything told beside it; of a PDF each page that holds
// more than words, drawn anew. What cannot be shown is said, never passed over.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "disclosure/reading_tools.h"
#include "output/book.h"

namespace casekeeper {

struct PictureShown {
    std::string which;                     // "page 3 of 12"; empty: it is all of the document
    std::function<BookPicture()> picture;  // made when it is asked for; InputError where it cannot be shown
};

struct DocumentShown {
    std::string text;                    // empty: none
    std::vector<PictureShown> pictures;  // of what a person decided to show as it is
    std::string why_not;  // in a sentence: what of it is not here, and why; empty: all of it is
};

// By its content. What it throws, no pack is made of.
using DocumentReader = std::function<DocumentShown(const std::string& sha256)>;

class ShownDocuments {
public:
    ShownDocuments(ReadingTools& reading, const std::string& documents_folder)
        : reading_(reading), documents_(documents_folder) {}

    DocumentShown of(const std::string& sha256);

private:
    // Of a PDF what is not to be had in words.
    struct Unread {
        std::vector<long long> pages;
        long long of = 0;
        bool has_files = false;  // that lie in it and cannot be read
    };
    const Unread& unread_of(const std::string& sha256);
    void show_picture(const std::string& sha256, DocumentShown& one) const;
    void show_pages(const std::string& sha256, DocumentShown& one);

    ReadingTools& reading_;
    const DocumentStore documents_;
    std::map<std::string, Unread> unread_;
};

}  // namespace casekeeper
