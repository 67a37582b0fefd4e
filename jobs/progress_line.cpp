// SPDX-License-Identifier: MIT
#include "jobs/progress_line.h"

#include <algorithm>
#include <ostream>

namespace casekeeper {

void ProgressLine::show(const std::string& job, long long done, long long of) {
    if (quiet_ || of <= 0) return;
    const std::lock_guard lock(mutex_);
    const int permille = static_cast<int>(std::min(done, of) * 1000 / of);
    if (terminal_) {
        if (permille == permille_) return;
        permille_ = permille;
        constexpr int width = 30;
        const int full = permille * width / 1000;
        out_ << '\r' << job << " [" << std::string(static_cast<std::size_t>(full), '#')
             << std::string(static_cast<std::size_t>(width - full), '.') << "] " << permille / 10 << " % of "
             << of << std::flush;
        drawn_ = true;
        return;
    }
    const int tenth = permille / 100;
    if (tenth <= tenth_ || of < 10000) return;  // small runs need no progress
    tenth_ = tenth;
    out_ << job << ": " << done << " of " << of << "\n" << std::flush;
}

void ProgressLine::end() {
    const std::lock_guard lock(mutex_);
    if (drawn_) out_ << "\r\033[K" << std::flush;
    drawn_ = false;
    tenth_ = 0;
    permille_ = -1;
}

}  // namespace casekeeper
