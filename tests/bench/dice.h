// SPDX-License-Identifier: MIT
//
// Throws of dice that depend on the seed and on what they are about, and on nothing thrown before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>

namespace casekeeper::bench {

inline std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

enum class About : std::uint64_t {
    person = 1,
    family,
    involvement,
    entry,
    hold,
    professional,
    block,
    change
};

// Throws that depend on the seed and on what they are about, and on nothing else.
class Dice {
public:
    Dice(std::uint64_t seed, About about, std::uint64_t number)
        : state_(mixed(seed ^ mixed(static_cast<std::uint64_t>(about) ^ mixed(number)))) {}

    std::uint64_t next() { return state_ = mixed(state_); }
    // 0 <= result < sides. REQUIRES: sides > 0.
    int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool permille(int chance) { return below(1000) < chance; }
    double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }
    template <typename List>
    const auto& one_of(const List& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

private:
    std::uint64_t state_;
};

// A one-to-one mapping of the numbers of a window on each other: what belongs together lies near, not side by
// side.
inline std::int64_t scattered(std::int64_t number, std::int64_t window, std::int64_t total) {
    const std::int64_t start = number / window * window;
    const std::int64_t size = std::min(window, total - start);
    std::int64_t step = 1237;
    while (std::gcd(step, size) != 1) ++step;
    return start + ((number - start) * step + 17) % size;
}

}  // namespace casekeeper::bench
