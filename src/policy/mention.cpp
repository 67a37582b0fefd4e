// SPDX-License-Identifier: MIT
#include "policy/mention.h"

namespace casekeeper {

const char* to_text(MentionKind kind) {
    static constexpr const char* words[] = {"name",       "nhs-number",    "ni-number",   "upn",
                                            "identifier", "phone",         "email",       "postcode",
                                            "address",    "date-of-birth", "number-plate"};
    return words[static_cast<std::size_t>(kind)];
}

}  // namespace casekeeper
