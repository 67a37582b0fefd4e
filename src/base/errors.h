// SPDX-License-Identifier: MIT
//
// The errors that stop a command. Each has the exit code the shell sees, a message that names the thing
// (lower case, no full stop, no personal data: ids and counts only) and a hint that can be typed. What must
// not stop a run is no exception: a bad row is a Finding, a lawful no is a counted refusal.
#pragma once

#include <stdexcept>
#include <string>

namespace casekeeper {

enum class ExitCode : int {
    done = 0,
    needs_a_person = 1,
    usage = 64,
    bad_input = 65,
    unavailable = 69,
    fault = 70,
    cannot_write = 73,
    try_again = 75,
    refused = 77,
    bad_configuration = 78,
};

class Error : public std::runtime_error {
public:
    Error(ExitCode code, const std::string& message, std::string hint)
        : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

    ExitCode code() const { return code_; }
    const std::string& hint() const { return hint_; }

private:
    ExitCode code_;
    std::string hint_;
};

template <ExitCode exit_code>
class ErrorOf : public Error {
public:
    ErrorOf(const std::string& message, std::string hint) : Error(exit_code, message, std::move(hint)) {}
};

using UsageError = ErrorOf<ExitCode::usage>;              // unknown command, option, malformed argument
using InputError = ErrorOf<ExitCode::bad_input>;          // an unreadable source, an argument naming nothing
using UnavailableError = ErrorOf<ExitCode::unavailable>;  // a server or file system that does not answer
using OutputError = ErrorOf<ExitCode::cannot_write>;      // an output that cannot be written
using BusyError = ErrorOf<ExitCode::try_again>;           // another run, or a database that stayed busy
using Refused = ErrorOf<ExitCode::refused>;  // by law, state, hold, role or the second-person rule
using ConfigError = ErrorOf<ExitCode::bad_configuration>;  // the configuration, or a store that is not one

}  // namespace casekeeper
