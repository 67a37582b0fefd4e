// SPDX-License-Identifier: MIT
//
// How far a job is: a bar that redraws itself on a terminal, a plain line every tenth elsewhere, nothing when
// quiet. Called from the job's thread.
#pragma once

#include <iosfwd>
#include <mutex>
#include <string>

namespace casekeeper {

class ProgressLine {
public:
    ProgressLine(std::ostream& out, bool terminal, bool quiet)
        : out_(out), terminal_(terminal), quiet_(quiet) {}
    void show(const std::string& job, long long done, long long of);
    // The job has ended: leaves a clean line.
    void end();

private:
    std::ostream& out_;
    const bool terminal_;
    const bool quiet_;
    std::mutex mutex_;
    int tenth_ = 0;
    int permille_ = -1;
    bool drawn_ = false;
};

}  // namespace casekeeper
