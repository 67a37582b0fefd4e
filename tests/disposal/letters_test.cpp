// SPDX-License-Identifier: MIT
#include "disposal/notices.h"

#include <filesystem>

#include "disposal/certificate_page.h"
#include "output/html_page.h"
#include "support/review_world.h"

namespace casekeeper::test {
namespace {

class LettersTest : public ReviewWorld {
protected:
    long long write(Date on = today) {
        const ScheduleInForce in_force = schedule_in_force(database());
        return write_notices(database(), in_force,
                             {"Brightwell Trust", "dpo@example.org", folder.path("notices")}, on);
    }
    std::string letter() {
        return bytes_of(folder.path("notices/" + proposals().notice("C-Quill")->letter.value_or("none")));
    }
    static Texts with_keepsakes() {
        Texts lines = {
            R"({"type":"person","id":"Quill","family_name":"Haverford","given_names":"Zoë Anne","date_of_birth":"2001-02-03",)"
            R"("addresses":[{"lines":["9 Secret Lane"],"postcode":"AB1 2CD"}]})",
            R"({"type":"professional","id":"W7","name":"Wilma Ward","kind":"social-work"})",
            involvement(
                "C-Quill", "Quill",
                R"(,"service":"youth-club","closed":"2016-01-01","worker":"W7","attributes":{"way":"notice"})"),
            entry("E1", "C-Quill", R"(,"account":"a private thing","subject_words":"I like the boat")"),
            R"({"type":"document","id":"D1","entry":"E1","file":"boat.txt","title":"The boat trip","keepsake":"photograph"})"};
        return lines;
    }
};
CASEKEEPER_ON_SQLITE(LettersTest);

TEST_P(LettersTest, NamesWhatMayBeTheirsAndNothingThatWasWritten) {
    folder.write("bundle/boat.txt", "picture");
    load_due({with_keepsakes()});
    review();
    EXPECT_EQ(write(), 1);
    const std::string said = letter();
    for (const char* there : {"Dear Zoë,", "The boat trip", "A photograph", "6 months", "dpo@example.org",
                              "reference 1", "23 November 2026", "In 1 note"})
        EXPECT_NE(said.find(there), std::string::npos) << there;
    for (const char* not_there :
         {"Haverford", "Secret Lane", "AB1", "Wilma", "private thing", "I like the boat"})
        EXPECT_EQ(said.find(not_there), std::string::npos) << not_there;
}

TEST_P(LettersTest, AreWrittenOnce) {
    load_due({in_the_way("notice")});
    review();
    EXPECT_EQ(write(), 1);
    EXPECT_EQ(write(), 0);
    EXPECT_EQ(mode_of(folder.path("notices/" + *proposals().notice("C-Quill")->letter)), "600");
}

TEST_P(LettersTest, GoWithTheRecord) {
    load_due({in_the_way("notice")});
    review();
    write();
    const std::string file = folder.path("notices/" + *proposals().notice("C-Quill")->letter);
    approve("rita", 1);
    const Proposal approved = approve("rob", 1);
    as("dana", [&](SignOff& s) { s.waive_notice(1, "the person has died"); });
    rules.notices_folder = folder.path("notices");
    renew();
    ASSERT_EQ(outcome_of(approved, day("2026-12-01")), "done");
    EXPECT_TRUE(std::filesystem::exists(file));
    sweep();
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_P(LettersTest, ACertificateSaysHereUntilTheSourceConfirms) {
    load_due({{person("Quill", R"(,"date_of_birth":"2001-02-03")"),
               involvement("I-Quill", "Quill", R"(,"closed":"2016-01-01","system":"Mosaic")"),
               entry("E-Quill", "I-Quill")}});
    review();
    const GateAnswer answer = execute(approve("rita", 1), day("2026-11-30"));
    ASSERT_TRUE(answer.done);
    const auto page = [&] {
        return html_of(page_of(certificate_of(database(), answer.certificate), "Brightwell Trust"));
    };
    EXPECT_NE(page().find("here only: the system Mosaic has not confirmed"), std::string::npos) << page();
    as("ruth", [&](SignOff& s) { s.confirm_instruction(answer.certificate); });
    EXPECT_NE(page().find("which confirmed it on"), std::string::npos) << page();
    EXPECT_EQ(refused("ruth", [&](SignOff& s) { s.confirm_instruction(answer.certificate); }).substr(0, 3),
              "77:");
    EXPECT_EQ(page().find("Quill"), std::string::npos);
    EXPECT_EQ(sql_value("select coalesce(reference, 'gone') from disposal_instruction"), "gone");
}

TEST_P(LettersTest, ACertificateThatIsNotThereIsAnError) {
    EXPECT_EQ(error_of([&] { certificate_of(database(), 4711); }), "65: there is no certificate 4711");
}

}  // namespace
}  // namespace casekeeper::test
