// SPDX-License-Identifier: MIT
//
// How much longer something will be waited for, by how long the like of it took: of those that took longer
// than has been waited already, the share that was asked for had come within so many more days. What nobody
// knows a precedent of is not guessed.
#pragma once

#include <optional>
#include <vector>

namespace casekeeper {

class WaitingTimes {
public:
    // Fewer waits than this say nothing.
    static constexpr int fewest = 5;

    // Each at least 0, in days of one kind (calendar days or working days), in any order.
    explicit WaitingTimes(std::vector<int> days = {});

    // How long a wait takes that has not begun; nullopt: too few are known. `share` in (0, 1): 0.5 is the median.
    std::optional<int> usual_days(double share) const;
    // Days from now on, at least 1; nullopt: too few are known. Who has waited longer than nearly all others is
    // told that it will take as long again.
    std::optional<int> further_days(int waited, double share) const;

    int count() const;

private:
    std::vector<int> days_;  // ascending
};

}  // namespace casekeeper
