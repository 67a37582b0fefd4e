// SPDX-License-Identifier: MIT
//
// What Word's and OpenDocument's texts have in common: marked-up parts packed in an archive, with pictures and
// other documents beside them.
#pragma once

#include <set>
#include <string>

#include "output/document_readers.h"
#include "output/marked_up.h"
#include "output/zip_archive.h"

namespace casekeeper {

class OfficeParts {
public:
    // Unreadable where the bytes are no archive, or one that is locked.
    OfficeParts(std::string_view bytes, ReadingBudget& budget);

    // Nullopt where there is no such part; Unreadable where it is damaged.
    std::optional<MarkedUp> part(const std::string& name);
    // The parts whose names begin so, in the order of the archive.
    std::vector<std::string> names_beneath(const std::string& beginning) const;
    // A part that is a document of its own.
    void attach(const std::string& name, DocumentText& into);
    // Those nobody asked for.
    std::vector<std::string> unread() const;

private:
    std::size_t place_of(const std::string& name) const;  // as many as there are: none

    ZipArchive archive_;
    ReadingBudget& budget_;
    std::set<std::string> read_;
};

// The values of an attribute wherever it stands, each once, noted under a name.
void note_attribute(const MarkedUp& nodes, std::string_view attribute, const std::string& called,
                    DocumentText& into);
// Each element that holds text and no elements, noted under its own name: the author, the title.
void note_leaves(const MarkedUp& nodes, DocumentText& into);

}  // namespace casekeeper
