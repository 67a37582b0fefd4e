// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "reports/morning_report.h"

namespace casekeeper {
namespace {

using namespace std::chrono_literals;

MorningReport quiet() {
    MorningReport report;
    report.trust = "Trust";
    report.day = 2026y / 11 / 23;
    return report;
}

// Without line ends: a paragraph may be parted anywhere.
std::string text_of(const MorningReport& report) {
    std::string text;
    for (const char letter : render_text(report))
        if (const bool parts = letter == '\n' || letter == ' '; !parts || text.empty() || text.back() != ' ')
            text += parts ? ' ' : letter;
    return text;
}
bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(DisclosureSections, SayThatNothingIsMissing) {
    const std::string text = text_of(quiet());
    EXPECT_TRUE(has(text, "What was shared with others")) << text;
    EXPECT_TRUE(has(text, "Every disclosure says what was shared, with whom and why.")) << text;
    EXPECT_FALSE(has(text, "serious harm"));
}

TEST(DisclosureSections, ListWhatIsMissingAndHowItIsAdded) {
    MorningReport report = quiet();
    report.disclosures.incomplete = 140;
    report.disclosures.first_incomplete = {{"DL7", "reasons, consent"}};
    const std::string text = text_of(report);
    for (const char* words :
         {"DL7", "reasons, consent", "the first 1 of 140", "Disclosures that do not say all they",
          "casekeeper disclosure list --incomplete"})
        EXPECT_TRUE(has(text, words)) << words << "\n" << text;
}

TEST(DisclosureSections, ListWhatWasSharedAgainstAStop) {
    MorningReport report = quiet();
    report.disclosures.overrides = {{"DL9", "service, in-confidence"}};
    const std::string text = text_of(report);
    for (const char* words :
         {"DL9", "service, in-confidence", "in the last 31 days", "casekeeper disclosure show ID"})
        EXPECT_TRUE(has(text, words)) << words << "\n" << text;
    EXPECT_TRUE(has(render_html(report), "DL9"));
}

TEST(DisclosureSections, CountThoseWhoAreStillToBeTold) {
    EXPECT_FALSE(has(text_of(quiet()), "still to be told"));
    MorningReport report = quiet();
    report.disclosures.not_told = 3;
    const std::string text = text_of(report);
    for (const char* words : {"still to be told of it: 3 disclosures.",
                              "casekeeper disclosure whom --person ID", "Recipients still to be told of a "})
        EXPECT_TRUE(has(text, words)) << words << "\n" << text;
}

}  // namespace
}  // namespace casekeeper
