// SPDX-License-Identifier: MIT
//
// On what ground a person obtains that their data are kept and used for nothing: UK GDPR Art 18(1). What is
// restricted may, storage apart, be used only with the person's consent, for legal claims, to protect
// another's rights or for important public interest (Art 18(2)); before it is lifted the person is told
// (Art 18(3)).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace casekeeper {

enum class RestrictionGround {
    accuracy,   // (a) its accuracy is contested, while that is verified
    unlawful,   // (b) it was processed unlawfully, and the person wants it restricted rather than erased
    claims,     // (c) the trust needs it no more, the person does for legal claims
    objection,  // (d) they objected (Art 21(1)), while it is verified whose grounds override
};
const char* to_text(RestrictionGround ground);
std::optional<RestrictionGround> parse_restriction_ground(std::string_view text);
// All of them, as said to whoever named another: "accuracy, unlawful, claims or objection".
const char* names_of_restriction_grounds();
// "UK GDPR Art 18(1)(a)".
std::string law_of(RestrictionGround ground);

}  // namespace casekeeper
