// SPDX-License-Identifier: MIT
//
// Letters go by who may ask on the day they are written: a parent whose child has come of age since, or whoever
// asks for a record that is from before an adoption, reads no more of it than a stranger.
#include <filesystem>

#include "support/access_world.h"

namespace casekeeper::test {
namespace {

// 18 on 1 December 2026.
class AccessLettersOfToday : public AccessWorld {
protected:
    static constexpr Date come_of_age{std::chrono::year{2026}, std::chrono::December, std::chrono::day{2}};

    std::string written(const Words& words, Date on = today) const {
        std::filesystem::remove_all(folder.path("written"));
        const Said said =
            done("dana", with(words, {"--write", folder.path("written"), "--format", "json"}), on);
        return bytes_of(word_at(said.out, "letter"));
    }
    void asked_by_a_parent(const Words& more = {"--authority", "birth certificate"}) const {
        load({person("P1", "2008-12-01"), involvement("I1", "P1", "child-in-need", "2024-09-01"),
              entry("E1", "I1", "played table tennis")});
        open("R1", "P1", with({"--by", "parent", "--requester", "Ann Asker"}, more));
    }
    void settled_for_a_parent() const {
        asked_by_a_parent();
        know("R1");
        find_competent("R1", "yes", {"--agrees", "yes"});
        EXPECT_EQ(state_of("R1"), "entitled");
    }
    Words verifying(const Words& what) const { return with({"access", "verify-identity", "R1"}, what); }
    static bool tells_of_the_child(const std::string& letter) {
        return has(letter, "Marigold") || has(letter, "Haverford");
    }
};
CASEKEEPER_ON_SQLITE(AccessLettersOfToday);

constexpr const char* due = "23 December 2026";

TEST_P(AccessLettersOfToday, ThatItGoesOnPromiseNothingToWhoeverMayNotAskAnyMore) {
    settled_for_a_parent();
    const Words progress = {"access", "progress", "R1"};
    const Words extension = {"access", "extend", "R1", "--reason", "forty boxes"};
    EXPECT_TRUE(has(written(progress), due));
    EXPECT_TRUE(has(written(extension), "23 February 2027"));
    EXPECT_FALSE(has(written(progress, come_of_age), due));
    EXPECT_FALSE(has(written(extension, come_of_age), "23 February 2027"));
    EXPECT_FALSE(has(written({"access", "acknowledge", "R1"}, come_of_age), due));
}

TEST_P(AccessLettersOfToday, OfARefusalTellWhoeverMayNotAskNothing) {
    settled_for_a_parent();
    done("dana", refusing("R1"));
    EXPECT_TRUE(has(written({"access", "close", "R1"}), "they have no standing"));
    const std::string letter = written({"access", "close", "R1"}, come_of_age);
    EXPECT_FALSE(has(letter, "they have no standing") || tells_of_the_child(letter)) << letter;
}

TEST_P(AccessLettersOfToday, OfAComplaintTellWhoeverMayNotAskNothing) {
    settled_for_a_parent();
    done("dana", refusing("R1"));
    done("petra", {"access", "dispute", "R1", "--to", "trust", "--words", "I am her mother"});
    const Words stands = {"access", "dispute", "R1", "--answer", "stands", "--reason", "Marigold says no"};
    EXPECT_TRUE(has(written(stands), "Marigold says no"));
    EXPECT_FALSE(tells_of_the_child(written(stands, come_of_age)));
    EXPECT_FALSE(tells_of_the_child(written({"access", "dispute", "R1"}, come_of_age)));
}

TEST_P(AccessLettersOfToday, AnnounceNothingToWhoeverMayNotAskAnyMore) {
    settled_for_a_parent();
    search("R1");
    review("R1");
    finish("R1");
    sign("R1");
    EXPECT_TRUE(has(written({"access", "announce", "R1"}), "30 November 2026"));
    for (const Words& words : {Words{"access", "announce", "R1"}, Words{"access", "dispatch", "R1"}}) {
        const Said said =
            expect_no("dana", with(words, {"--write", folder.path("other")}), {77}, come_of_age, true);
        EXPECT_TRUE(has(said.err, "casekeeper access decide R1 --refuse")) << said;
    }
}

// DPA 2018 Sch 4 para 3.
TEST_P(AccessLettersOfToday, TellNothingOfARecordThatIsFromBeforeAnAdoption) {
    load(plain_record("1"));
    open("R1", "P1");
    know("R1");
    EXPECT_TRUE(has(written({"access", "progress", "R1"}), "Dear Marigold"));
    load({person("P2", "2005-05-04", R"(,"adopted_from":"P1")")});
    EXPECT_FALSE(tells_of_the_child(written({"access", "progress", "R1"})));
    EXPECT_FALSE(tells_of_the_child(written({"access", "pause", "R1", "--question", "which years?"})));
}

// ── What is asked of whoever asks ──

constexpr const char* asks_authority = "To know that you may ask for somebody else";
constexpr const char* asks_identity = "To know who you are";

TEST_P(AccessLettersOfToday, AskForNoAuthorityThatIsRecorded) {
    asked_by_a_parent({});
    EXPECT_TRUE(has(written(verifying({})), asks_authority));
    done("petra", verifying({"--authority", "birth certificate, seen"}));
    EXPECT_FALSE(has(written(verifying({})), asks_authority));
    EXPECT_TRUE(has(written(verifying({})), asks_identity));
}

TEST_P(AccessLettersOfToday, AskForEverythingAgainAfterADoubt) {
    settled_for_a_parent();
    EXPECT_FALSE(has(written(verifying({})), asks_authority));
    done("petra", verifying({"--doubt", "another rang with the same name"}));
    const std::string letter = written(verifying({}));
    EXPECT_TRUE(has(letter, asks_authority));
    EXPECT_TRUE(has(letter, asks_identity));
}

TEST_P(AccessLettersOfToday, AskWhoeverIsKnownForTheirAuthorityAlone) {
    asked_by_a_parent({});
    know("R1");
    const std::string letter = written(verifying({}));
    EXPECT_TRUE(has(letter, asks_authority));
    EXPECT_FALSE(has(letter, asks_identity));
}

// ── What is said to be typed leads on ──

TEST_P(AccessLettersOfToday, WhereAuthorityIsMissingThatIsWhatIsSaid) {
    asked_by_a_parent({});
    know("R1");
    find_competent("R1", "yes", {"--agrees", "yes"});
    const Said said =
        expect_no("dana", {"access", "announce", "R1", "--write", folder.path("written")}, {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access verify-identity R1 --authority TEXT")) << said;
}

// SI 2005/888: an application in writing, with its reasons; what a load brought without cannot get any.
TEST_P(AccessLettersOfToday, AnApplicationWithoutReasonsIsRefusedAndMadeAnew) {
    load(with(plain_record("1"),
              {person("P2", "2005-05-04", R"(,"adopted_from":"P1")"),
               R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-11-20",)"
               R"("route":"adoption"})"}));
    const Said said = done("dana", verifying({"--known"}));
    EXPECT_TRUE(has(said.err, "casekeeper access decide R1 --refuse --reason TEXT")) << said;
    EXPECT_TRUE(has(said.err, "--route adoption --statement TEXT")) << said;
    done("dana", refusing("R1"));
    done("dana", {"access", "close", "R1", "--sent", "2026-11-23"});
    done("dana", opening("R2", "P1", {"--route", "adoption", "--statement", "where do I come from?"}));
}

}  // namespace
}  // namespace casekeeper::test
