// SPDX-License-Identifier: MIT
//
// Whether a hint can be typed: the commands it names, and the options of those commands, exist.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace casekeeper::test {

// The first command, or command and option, that a hint names and the program does not have; empty where it
// has them all. `run` gives what the program prints for some words ({"--help"}, {"hold", "list", "--help"}).
std::string what_cannot_be_typed(const std::string& hint,
                                 const std::function<std::string(const std::vector<std::string>&)>& run);

}  // namespace casekeeper::test
