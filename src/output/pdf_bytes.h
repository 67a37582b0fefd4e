// SPDX-License-Identifier: MIT
//
// The bytes of a PDF that no reader of its objects comes by: earlier versions that were added to, objects that
// its tables do not name, what stands before its beginning and after its end.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct PdfBytes {
    std::vector<std::string_view> earlier_versions;  // each a PDF by itself
    std::vector<std::string_view> strays;
    std::vector<std::string_view> outside;
    std::string between_streams;  // everything but the streams
};

// `places`: where the objects stand that its tables name, from its beginning. REQUIRES: the bytes outlive it.
PdfBytes pdf_bytes(std::string_view bytes, const std::set<long long>& places);

}  // namespace casekeeper
