// SPDX-License-Identifier: MIT
//
// Finds which of very many fingerprints come more than once, in flat memory: a bounded buffer is sorted and
// written as a run to a temporary file (nameless, gone with the program), and the runs are merged.
//
//   temporary file: | run 0: sorted fingerprints | run 1 | ... |
#pragma once

#include <cstddef>
#include <vector>

#include "base/fingerprint.h"

namespace casekeeper {

class RepeatFinder {
public:
    // `buffered`: how many fingerprints are held in memory at once; at least 1.
    explicit RepeatFinder(std::size_t buffered = std::size_t{1} << 20);
    ~RepeatFinder();
    RepeatFinder(const RepeatFinder&) = delete;
    RepeatFinder& operator=(const RepeatFinder&) = delete;

    // Throws OutputError where the temporary file cannot be written.
    void add(const Fingerprint& fingerprint);
    // Those that were added more than once: sorted, each once. REQUIRES: nothing is added afterwards.
    std::vector<Fingerprint> repeated();

private:
    struct Run {
        std::size_t begin = 0;  // in fingerprints from the start of the file
        std::size_t end = 0;
    };
    class RunReader;

    void write_run();
    std::vector<Fingerprint> repeated_in_memory();

    std::size_t buffered_;
    std::vector<Fingerprint> buffer_;
    std::vector<Run> runs_;
    int file_ = -1;
};

}  // namespace casekeeper
