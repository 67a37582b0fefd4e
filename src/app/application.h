// SPDX-License-Identifier: MIT
//
// The program: reads the command line, finds the command's row, runs it, says errors as two lines and returns
// the exit code. Owns the world a command sees (config folder, store, clock, who acts).
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "app/command.h"

namespace casekeeper {

// Runs `arguments` (without the program's name) against the commands; never throws.
int run_application(const std::vector<CommandRow>& commands, const std::vector<std::string>& arguments,
                    std::ostream& out, std::ostream& err, const Clock& clock);

// The text of a file of the configuration. ConfigError where it cannot be read.
std::string read_config_file(const std::string& folder, const std::string& name);

}  // namespace casekeeper
