// SPDX-License-Identifier: MIT
#include "custody/age_band.h"

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

std::string band(const char* birth, const char* on) {
    return age_band(parse_partial_date(birth), parse_date(on));
}

TEST(AgeBand, ChangesOnTheBirthday) {
    for (const auto& [years, before, on] :
         std::vector<std::tuple<int, const char*, const char*>>{{1, "under 1", "1 to 4"},
                                                                {5, "1 to 4", "5 to 9"},
                                                                {10, "5 to 9", "10 to 15"},
                                                                {16, "10 to 15", "16 to 17"},
                                                                {18, "16 to 17", "18 to 24"},
                                                                {25, "18 to 24", "25 and over"}}) {
        const std::string year = std::to_string(2000 + years);
        EXPECT_EQ(band("2000-03-10", (year + "-03-09").c_str()), before);
        EXPECT_EQ(band("2000-03-10", (year + "-03-10").c_str()), on);
    }
}

TEST(AgeBand, OneBornOnALeapDayIsOlderInMarch) {
    EXPECT_EQ(band("2004-02-29", "2005-02-28"), "under 1");
    EXPECT_EQ(band("2004-02-29", "2005-03-01"), "1 to 4");
}

TEST(AgeBand, BornTheSameDayIsUnderOne) {
    EXPECT_EQ(band("2004-02-29", "2004-02-29"), "under 1");
}

TEST(AgeBand, ABirthKnownToTheYearTellsWhereAllOfItFallsInOneBand) {
    EXPECT_EQ(band("2000", "2012-06-01"), "10 to 15");
    EXPECT_EQ(band("2000", "2010-06-01"), "unknown");
    EXPECT_EQ(band("2000-03", "2010-03-15"), "unknown");
    EXPECT_EQ(band("2000-03", "2010-04-01"), "10 to 15");
}

TEST(AgeBand, IsUnknownWithoutABirthOrADayOrBeforeTheBirth) {
    EXPECT_EQ(age_band(std::nullopt, day("2010-01-01")), "unknown");
    EXPECT_EQ(age_band(parse_partial_date("2000"), std::nullopt), "unknown");
    EXPECT_EQ(band("2000-03-10", "2000-03-09"), "unknown");
    EXPECT_EQ(band("2000", "2000-12-30"), "unknown");
}

}  // namespace
}  // namespace casekeeper::test
