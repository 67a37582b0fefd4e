// SPDX-License-Identifier: MIT
#include "custody/age_band.h"

namespace casekeeper {
namespace {

struct Band {
    int below;  // years
    const char* name;
};
constexpr Band bands[] = {{1, "under 1"},   {5, "1 to 4"},    {10, "5 to 9"},
                          {16, "10 to 15"}, {18, "16 to 17"}, {25, "18 to 24"}};

const char* band_of(Date birth, Date on) {
    for (const Band& band : bands)
        if (on < add(birth, {band.below, 0, 0}, Rounding::never_early)) return band.name;
    return "25 and over";
}

}  // namespace

std::string age_band(const std::optional<DateRange>& birth, const std::optional<Date>& on) {
    if (!birth || !on || *on < birth->latest) return "unknown";
    const std::string oldest = band_of(birth->earliest, *on);
    return oldest == band_of(birth->latest, *on) ? oldest : "unknown";
}

}  // namespace casekeeper
