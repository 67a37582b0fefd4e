// SPDX-License-Identifier: MIT
#include "custody/request_materials.h"

#include <algorithm>
#include <string_view>

namespace casekeeper {
namespace {

constexpr std::string_view prefix = "material:";

}  // namespace

std::string item_elsewhere(const std::string& item, const std::string& of_request) {
    if (!item.starts_with(prefix)) return item;
    const std::string name = item.substr(prefix.size());
    const bool is_its_own =
        std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_its_own ? std::string(prefix) + of_request + "/" + name : item;
}

std::vector<MaterialPart> materials_of(AccessStore& cases, const std::string& request,
                                       const std::vector<std::string>& records) {
    std::vector<MaterialPart> parts;
    const auto own_name = [](const AccessMaterial& one) {
        return std::string(prefix) + std::to_string(one.number);
    };
    for (AccessMaterial& one : cases.materials(request)) parts.push_back({own_name(one), std::move(one)});
    for (const std::string& person : records)
        for (const AccessCase& other : cases.of_person(person)) {
            if (other.request == request) continue;
            for (AccessMaterial& one : cases.materials(other.request))
                parts.push_back({item_elsewhere(own_name(one), other.request), std::move(one)});
        }
    return parts;
}

}  // namespace casekeeper
