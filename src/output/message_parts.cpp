// SPDX-License-Identifier: MIT
#include "output/message_parts.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace casekeeper {

std::string message_of(const std::vector<std::string_view>& parts) {
    std::string message;
    for (const std::string_view part : parts) {
        const std::uint64_t length = part.size();
        message.append(reinterpret_cast<const char*>(&length), sizeof length);
        message += part;
    }
    return message;
}

std::vector<std::string> parts_of(std::string_view message) {
    std::vector<std::string> parts;
    while (!message.empty()) {
        std::uint64_t length = 0;
        if (message.size() < sizeof length) throw std::runtime_error("a message that is cut off");
        std::memcpy(&length, message.data(), sizeof length);
        message.remove_prefix(sizeof length);
        if (message.size() < length) throw std::runtime_error("a message that is cut off");
        parts.emplace_back(message.substr(0, length));
        message.remove_prefix(length);
    }
    return parts;
}

}  // namespace casekeeper
