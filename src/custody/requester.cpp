// SPDX-License-Identifier: MIT
#include "custody/requester.h"

#include "base/json_read.h"

namespace casekeeper {

Capacity capacity_of(const Record& request) {
    const std::string requester = request.value("requester").value_or("{}");
    const bool is_named =
        !json_text_at(requester, "name").empty() || !json_text_at(requester, "person").empty();
    return parse_capacity(json_text_at(requester, "capacity"))
        .value_or(is_named ? Capacity::other : Capacity::self);
}

}  // namespace casekeeper
