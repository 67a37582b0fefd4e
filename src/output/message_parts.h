// SPDX-License-Identifier: MIT
//
// A message of several strings of any bytes, one behind the other, each after its length.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

std::string message_of(const std::vector<std::string_view>& parts);
// Throws std::runtime_error where the bytes are no such message.
std::vector<std::string> parts_of(std::string_view message);

}  // namespace casekeeper
