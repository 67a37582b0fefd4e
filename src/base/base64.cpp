// SPDX-License-Identifier: MIT
#include "base/base64.h"

#include <sodium.h>

namespace casekeeper {

std::string base64_of(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
    sodium_bin2base64(text.data(), text.size(), begin, bytes.size(), variant);
    text.pop_back();  // its nought at the end
    return text;
}

}  // namespace casekeeper
