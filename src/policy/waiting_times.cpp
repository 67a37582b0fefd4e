// SPDX-License-Identifier: MIT
#include "policy/waiting_times.h"

#include <algorithm>
#include <cmath>

namespace casekeeper {
namespace {

// Of fewer than these the longest wait alone would decide.
constexpr int fewest_longer = 3;

}  // namespace

WaitingTimes::WaitingTimes(std::vector<int> days) : days_(std::move(days)) {
    std::sort(days_.begin(), days_.end());
}

int WaitingTimes::count() const {
    return static_cast<int>(days_.size());
}

std::optional<int> WaitingTimes::usual_days(double share) const {
    if (count() < fewest) return std::nullopt;
    return further_days(-1, share).value() - 1;
}

std::optional<int> WaitingTimes::further_days(int waited, double share) const {
    if (count() < fewest) return std::nullopt;
    const auto longer = std::upper_bound(days_.begin(), days_.end(), waited);
    const auto left = days_.end() - longer;
    if (left < fewest_longer) return std::max(waited, 1);
    const auto place = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(left))) - 1;
    return longer[std::clamp<std::ptrdiff_t>(place, 0, left - 1)] - waited;
}

}  // namespace casekeeper
