// SPDX-License-Identifier: MIT
#include "policy/restriction_ground.h"

#include <iterator>

namespace casekeeper {
namespace {

constexpr const char* names[] = {"accuracy", "unlawful", "claims", "objection"};

}  // namespace

const char* to_text(RestrictionGround ground) {
    return names[static_cast<int>(ground)];
}

std::optional<RestrictionGround> parse_restriction_ground(std::string_view text) {
    for (std::size_t i = 0; i < std::size(names); ++i)
        if (text == names[i]) return static_cast<RestrictionGround>(i);
    return std::nullopt;
}

const char* names_of_restriction_grounds() {
    return "accuracy, unlawful, claims or objection";
}

// The letters of the paragraph stand in the order of the grounds.
std::string law_of(RestrictionGround ground) {
    return std::string("UK GDPR Art 18(1)(") + static_cast<char>('a' + static_cast<int>(ground)) + ")";
}

}  // namespace casekeeper
