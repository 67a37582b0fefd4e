// SPDX-License-Identifier: MIT
//
// A picture as a document: what it says of itself. What it shows is for human eyes.
#include "output/document_readers.h"
#include "output/picture_properties.h"

namespace casekeeper {

void read_picture(const DocumentSource& source, const ReadingBudget& budget, DocumentText& into) {
    const auto picture = picture_properties(source.bytes);
    if (!picture) throw Unreadable("it is damaged: a picture whose header is broken or that is cut off");
    for (const auto& [name, value] : picture->said) note(into, name, value);
    const std::string size =
        std::to_string(picture->width) + " by " + std::to_string(picture->height) + " dots";
    note(into, "format", picture->format);
    note(into, "size", size);
    if (picture->height == 0 || picture->width > budget.limits().dots / picture->height)
        throw Unreadable("it says that it is a picture of " + size + ": a trap for whoever opens it");
    throw Unreadable("no text: a picture, for human eyes");
}

}  // namespace casekeeper
