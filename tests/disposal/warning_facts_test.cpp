// SPDX-License-Identifier: MIT
#include "disposal/warning_facts.h"

#include <gmock/gmock.h>

#include <fstream>

#include "support/letter_world.h"
#include "support/sample_letters.h"

namespace casekeeper::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class WarningFactsTest : public LetterWorld {
protected:
    ImpactWarning warning(const std::vector<DeletionItem>& items, const std::string& more = "") {
        return warning_for(database(), schedule_in_force(database()), request(more), items, today);
    }
    static std::vector<std::string> parts(const ImpactWarning& warning) {
        std::vector<std::string> texts;
        for (const ImpactWarning::Part& part : warning.going)
            texts.push_back(part.part + " | " + part.contents + (part.a_person_decides ? " | decides" : ""));
        return texts;
    }
};
CASEKEEPER_ON_BOTH_ENGINES(WarningFactsTest);

TEST_P(WarningFactsTest, SaysWhatGoesAndWhatStaysAndWhy) {
    const ImpactWarning one =
        warning({item("entry:E1", "I1", "person-decides"), item("involvement:I1", "I1", "free"),
                 item("involvement:I2", "I2", "statutory")});
    EXPECT_EQ(one.request, "R1");
    EXPECT_EQ(one.received, "2 November 2026");
    EXPECT_EQ(one.called, "Zoë");
    EXPECT_TRUE(one.everything);
    EXPECT_THAT(parts(one), ElementsAre("Youth club, since 2022 | 4 notes and 2 documents",
                                        "A note of a meeting, 3 March 2024 (Youth club) |  | decides"));
    EXPECT_THAT(one.keepsakes, ElementsAre("A photo, 2024 (Youth club)"));
    ASSERT_EQ(one.kept.size(), 1U);
    EXPECT_EQ(one.kept.front().part, "Child in need, 2019 to 2021");
    EXPECT_EQ(one.kept.front().why,
              "The law gives us this work to do, so we have to keep this until 3 March 2042.");
    EXPECT_EQ(one.kept.front().authority, "UK GDPR Art 17(3)(b); Children Act 1989 s17");
}

TEST_P(WarningFactsTest, SaysWhatIsReceivedNowAndComing) {
    const ImpactWarning one = warning({item("involvement:I1", "I1", "free")});
    EXPECT_THAT(one.received_now, ElementsAre("Youth club", "Looked-after child"));
    EXPECT_THAT(one.plans, ElementsAre("the care plan of 6 May 2024 (Youth club)"));
    // It goes itself; the other open service may use its assessment.
    EXPECT_THAT(one.relied_on_by, ElementsAre("Looked-after child"));
    std::vector<std::string> coming;
    for (const ImpactWarning::Coming& each : one.coming) coming.push_back(each.what + ": " + each.day);
    EXPECT_THAT(coming, ElementsAre("A visit (Looked-after child): 8 December 2026",
                                    "A review (Youth club): 14 January 2027"));
}

TEST_P(WarningFactsTest, OfSingleEntriesSaysThoseAlone) {
    const ImpactWarning one = warning({item("entry:E1", "I1", "free")}, R"(,"scope":["entry:E1"])");
    EXPECT_FALSE(one.everything);
    EXPECT_THAT(parts(one), ElementsAre("A note of a meeting, 3 March 2024 (Youth club) | "));
    EXPECT_THAT(one.keepsakes, ElementsAre("A photo, 2024 (Youth club)"));
    EXPECT_THAT(one.relied_on_by, IsEmpty());
    EXPECT_THAT(one.kept, IsEmpty());
}

TEST_P(WarningFactsTest, FollowsWhatWasDecided) {
    const ImpactWarning one = warning({item("involvement:I1", "I1", "person-decides", "keep")});
    EXPECT_THAT(one.going, IsEmpty());
    EXPECT_EQ(one.kept.size(), 1U);
    EXPECT_THAT(parts(warning_for(database(), schedule_in_force(database()), request("", "R2"),
                                  {item("involvement:I1", "I1", "person-decides", "delete")}, today)),
                ElementsAre("Youth club, since 2022 | 4 notes and 2 documents"));
}

TEST_P(WarningFactsTest, WritesBothIntoPrivateFilesAndOverNothing) {
    ImpactWarning one =
        warning({item("involvement:I1", "I1", "free"), item("involvement:I2", "I2", "statutory")});
    one.trust = "Brightwell Children's Trust";
    one.practitioner = "Pat";
    const std::string to = folder.path("warnings");
    write_warning(shipped_letters(), one, to);
    const std::string plain = bytes_of(to + "/warning.html");
    const std::string formal = bytes_of(to + "/warning-formal.html");
    EXPECT_TRUE(says(plain, "Dear Zoë,")) << plain;
    EXPECT_TRUE(says(formal, "Request R1, made under Article 17")) << formal;
    for (const std::string& text : never_said()) EXPECT_FALSE(says(plain + formal, text)) << text;
    for (const char* file : {"/warning.html", "/warning-formal.html"}) EXPECT_EQ(mode_of(to + file), "600");

    std::ofstream(to + "/warning.html") << "given";
    const auto again = [&] { write_warning(shipped_letters(), one, to); };
    EXPECT_EQ(error_of(again), "73: " + to + "/warning.html is there already");
    EXPECT_EQ(hint_of(again),
              "name another folder, or move it away: mv " + to + "/warning.html " + to + "/warning.html.old");
    EXPECT_EQ(bytes_of(to + "/warning.html"), "given");
}

}  // namespace
}  // namespace casekeeper::test
