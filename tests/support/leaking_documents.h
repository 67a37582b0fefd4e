// SPDX-License-Identifier: MIT
//
// Documents of a record that speak of Zebedee Quillfeather wherever a document can: in its text and beneath it, in what
// it says of itself, in what it carries. What says "unseenword" is shown to nobody who reads the document.
#pragma once

#include <string>
#include <vector>

namespace casekeeper::test {

struct LeakingDocument {
    std::string file;
    std::string title;
    std::string bytes;
    bool is_keepsake = false;
};

std::vector<LeakingDocument> leaking_documents();

}  // namespace casekeeper::test
