// SPDX-License-Identifier: MIT
#include "disclosure/document_shown.h"

#include <algorithm>

#include "base/errors.h"
#include "output/bare_picture.h"
#include "output/document_text.h"
#include "output/mapped_file.h"
#include "output/page_picture.h"

namespace casekeeper {
namespace {

constexpr const char* what_it_shows = "A picture that lies with the record";
constexpr const char* more_than_words =
    "There may be more in this document than its words, such as a picture, and our program cannot show that.";
constexpr const char* files_within = "There are files in this document that our program cannot show.";

BookPicture page_of(const std::string& path, long long page) {
    return {page_as_jpeg(path, page), "image/jpeg", what_it_shows};
}

}  // namespace

DocumentShown ShownDocuments::of(const std::string& sha256) {
    const ReadDocument words = reading_.words_of(sha256);
    DocumentShown one;
    one.text = words.text;
    if (words.is_read) return one;
    if (words.kind == DocumentKind::picture) show_picture(sha256, one);
    if (words.kind == DocumentKind::pdf) show_pages(sha256, one);
    if (one.pictures.empty())
        one.why_not = one.text.empty() ? "Our program cannot show this: it is " + in_words(words.kind) + "."
                                       : more_than_words;
    return one;
}

void ShownDocuments::show_picture(const std::string& sha256, DocumentShown& one) const {
    const MappedFile file(documents_.path_of(sha256));
    for (const char* media_type : {"image/jpeg", "image/png"}) {
        try {
            const BarePicture bare = bare_picture({std::string(file.bytes()), media_type, what_it_shows});
            const BookPicture picture{bare.bytes, media_type, what_it_shows};
            one.pictures.push_back({"", [picture] { return picture; }});
            return;
        } catch (const InputError&) {  // of the other kind, or of none that can be shown
            continue;
        }
    }
}

void ShownDocuments::show_pages(const std::string& sha256, DocumentShown& one) {
    const Unread& unread = unread_of(sha256);
    for (const long long page : unread.pages)
        one.pictures.push_back({"page " + std::to_string(page) + " of " + std::to_string(unread.of),
                                [path = documents_.path_of(sha256), page] { return page_of(path, page); }});
    if (unread.has_files) one.why_not = files_within;
}

const ShownDocuments::Unread& ShownDocuments::unread_of(const std::string& sha256) {
    if (const auto known = unread_.find(sha256); known != unread_.end()) return known->second;
    const DocumentText text = read_document({documents_.path_of(sha256), "", ""});
    const bool has_files =
        std::any_of(text.attachments.begin(), text.attachments.end(),
                    [](const DocumentText& file) { return !left_to_people(file).empty(); });
    return unread_.emplace(sha256, Unread{text.pages_for_human_eyes, text.pages, has_files}).first->second;
}

}  // namespace casekeeper
