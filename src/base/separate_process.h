// SPDX-License-Identifier: MIT
//
// Work on bytes from outside, done in a process of its own: a file made to break its reader breaks that
// process alone, which may neither write files nor go on for ever. What the work says comes back message by
// message, in order, while it runs.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace casekeeper {

struct ProcessLimits {
    std::chrono::seconds time{120};  // of a processor; four times as long on a machine that is busy
    std::size_t memory = std::size_t{2} << 30U;  // bytes, beyond what this process has now
    std::size_t said = std::size_t{1} << 30U;    // bytes of messages, all together
};

enum class WorkEnded { well, broke_off, out_of_time, out_of_memory, said_too_much };

// In words, to go on from "the file cannot be read: ".
std::string in_words(WorkEnded ended);

using Say = std::function<void(std::string_view)>;

// Runs `work` apart and hands each message it says to `hear` here. `work` has a copy of all that is in memory
// now, and what it changes there is lost; an exception that leaves it is `broke_off` (std::bad_alloc:
// `out_of_memory`). An exception of `hear` ends the work. UnavailableError where no process can be started.
// REQUIRES: `work` uses no library that another thread of this process uses at the same time.
WorkEnded run_apart(const ProcessLimits& limits, const std::function<void(const Say&)>& work,
                    const Say& hear);

}  // namespace casekeeper
