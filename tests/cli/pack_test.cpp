// SPDX-License-Identifier: MIT
//
// A pack from the decisions to the sealed file, as whoever asked opens it: everything that may be seen is in it,
// nothing that is kept back, and what is kept back has its number and its reason.
#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "support/access_world.h"
#include "support/letter_checks.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class PackTest : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + folder.path("packs") + "\"\n");
        load(
            {person("P1", "2005-05-04"),
             R"({"type":"person","id":"P2","family_name":"Haverford","given_names":"Bertram","known_as":["Bertie"]})",
             relationship("P1", "sibling", R"(,"other":"P2","consent_to_disclose":"refused")"),
             professional("W1", "Ann Hillier", "social-work", "social worker"),
             involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
             entry("E1", "I1", "She played table tennis with Bertie, and won.",
                   R"(,"author":"W1","mentions":[{"person":"P2","relation":"sibling"}])", "visit",
                   "2019-10-02"),
             entry("E2", "I1", "We agreed that she moves in spring.",
                   R"(,"author":"W1","decision":"She moves to her aunt.","reason":"She asked for it.")",
                   "decision", "2020-02-03")});
    }
    void decided(const Words& more = {"--wanted", "text"}) const {
        open_and_review("R1", "P1", more);
        finish("R1");
    }
    std::string pack_folder() const {
        if (!fs::exists(folder.path("packs"))) return "";
        for (const auto& one : fs::directory_iterator(folder.path("packs"))) return one.path().string();
        return "";
    }
    std::string persons_copy() const {
        done("dana", {"access", "assemble", "R1"});
        return bytes_of(pack_folder() + "/persons-copy-1.txt");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(PackTest);

TEST_P(PackTest, HasEverythingThatMayBeSeen) {
    decided();
    const std::string text = persons_copy();
    for (const char* words :
         {"She played table tennis with", "and won.", "We agreed that she moves in spring.",
          "She moves to her aunt.", "She asked for it.", "Ann Hillier", "2 October 2019", "Start here",
          "Your rights"})
        EXPECT_TRUE(has(text, words)) << words << "\n" << text;
}

// Files believed lost are said, with where they should have been; whom the words name is kept back there too.
TEST_P(PackTest, SaysWhatIsBelievedLost) {
    open_and_review("R1", "P1", {"--wanted", "text"});
    done("petra", with(searching("R1"), {"--lost", "The school folder of 2019 was lost in a flood."}));
    done("petra",
         {"access", "search", "R1", "--place", "the attic", "--terms", "Bertie", "--result", "nothing"});
    finish("R1");
    const std::string text = persons_copy();
    EXPECT_TRUE(has(text, "Believed lost: The school folder of 2019")) << text;
    EXPECT_TRUE(has(text, "the attic")) << text;
    EXPECT_TRUE(has(text, "We looked for: [words we cannot pass")) << text;
    EXPECT_FALSE(has(text, "Bertie"));
    sign("R1");
    done("dana", {"access", "dispatch", "R1", "--write", folder.path("written")});
}

TEST_P(PackTest, KeepsBackTheBrotherByEveryName) {
    decided();
    const std::string text = persons_copy();
    EXPECT_FALSE(has(text, "Bertie")) << text;
    EXPECT_TRUE(has(text, "She played table tennis with [your brother or")) << text;
    EXPECT_TRUE(has(text, "where it says \"your brother or sister\"")) << text;
}

// Who is called by an English word is kept back, the word is not: every pack says "will".
TEST_P(PackTest, WhoIsCalledByAWordIsKeptBackAndTheWordStays) {
    load({relationship("P1", "friend", R"(,"name":"Will","consent_to_disclose":"refused")"),
          relationship("P1", "father", R"(,"name":"Haverford","consent_to_disclose":"refused")"),
          entry("E8", "I1", "She said that Will came. It will be better. Marigold Haverford said so.")});
    decided();
    const std::string text = in_one_line(persons_copy());
    EXPECT_FALSE(has(text, "that Will came")) << text;
    EXPECT_TRUE(has(text, "It will be better. Marigold Haverford said so.")) << text;
}

// An organisation is told beside the record only where nobody withheld its name.
TEST_P(PackTest, AWithheldPassageIsNotToldAsAnOrganisation) {
    load(
        {R"({"type":"professional","id":"W9","name":"Ann Wren","kind":"social-work","organisation":"Wren House Refuge"})",
         entry("E9", "I1", "She spoke of Wren House Refuge and of school.", R"(,"author":"W9")")});
    open_and_review("R1", "P1", {"--wanted", "text"});
    done("dana", deciding("R1", R"({"item":"entry:E9","rule":"crime"})",
                          with({"--part", "Wren House Refuge"}, recorded_for("crime"))));
    finish("R1");
    const std::string text = in_one_line(persons_copy());
    EXPECT_TRUE(has(text, "and of school.")) << text;
    EXPECT_FALSE(has(text, "Wren House")) << text;
    EXPECT_TRUE(has(text, "There are others whom we may not name here")) << text;
}

TEST_P(PackTest, TheOfficeReadsWhatWasKeptBackAndWhoDecided) {
    decided();
    persons_copy();
    EXPECT_TRUE(fs::exists(pack_folder() + "/office-copy-1.pdf"));
}

TEST_P(PackTest, IsTheSameTwice) {
    decided();
    const std::string first = persons_copy();
    EXPECT_EQ(persons_copy(), first);
}

TEST_P(PackTest, AccountsForEveryRow) {
    decided();
    const Said said = done("dana", {"access", "assemble", "R1", "--format", "json"});
    // The person, the involvement, two entries.
    EXPECT_EQ(json_number_at(said.out, "shown") + json_number_at(said.out, "in_part") +
                  json_number_at(said.out, "kept_back") + json_number_at(said.out, "out_of_scope"),
              4)
        << said;
}

TEST_P(PackTest, IsNotMadeBeforeEverythingIsDecided) {
    open_and_review("R1", "P1");
    expect_no("dana", {"access", "assemble", "R1"}, {77});
    EXPECT_FALSE(fs::exists(folder.path("packs")));
}

TEST_P(PackTest, IsNotMadeByOthers) {
    decided();
    for (const char* name : {"petra", "rita", "oscar", "ada"})
        expect_no(name, {"access", "assemble", "R1"}, {77});
}

TEST_P(PackTest, AQuotedPassageThatStandsNowhereIsRefused) {
    open_and_review("R1", "P1", {"--wanted", "text"});
    done("dana", deciding("R1", R"({"item":"entry:E2","rule":"crime"})",
                          with({"--part", "words that nobody wrote"}, recorded_for("crime"))));
    finish("R1");
    const Said said = expect_no("dana", {"access", "assemble", "R1"}, {77});
    EXPECT_TRUE(has(said.err, "entry:E2")) << said;
    EXPECT_TRUE(pack_folder().empty());
}

TEST_P(PackTest, ASealedPackOpensWithItsPassphraseAlone) {
    decided({});
    done("dana", {"access", "assemble", "R1"});
    sign("R1");
    const Said said =
        done("dana", {"access", "seal", "R1", "--write", folder.path("sealed"), "--format", "json"});
    const std::string phrase = json_text_at(said.out, "passphrase");
    EXPECT_GE(std::count(phrase.begin(), phrase.end(), '-'), 5) << said;
    const std::string file = folder.path("sealed") + "/record-R1.pdf";
    ASSERT_TRUE(fs::exists(file));
    EXPECT_NE(std::system(("pdftotext '" + file + "' - >/dev/null 2>&1").c_str()), 0);
    // pdftotext's own command line takes 32 letters of a passphrase.
    const std::string opened = folder.path("opened.pdf");
    const std::string text = folder.path("opened.txt");
    ASSERT_EQ(
        std::system(("qpdf --decrypt --password='" + phrase + "' '" + file + "' '" + opened + "'").c_str()),
        0);
    ASSERT_EQ(std::system(("pdftotext '" + opened + "' '" + text + "'").c_str()), 0);
    EXPECT_TRUE(has(bytes_of(text), "table tennis"));
    EXPECT_FALSE(has(bytes_of(text), "Bertie"));
}

TEST_P(PackTest, IsSealedOnlyWhenItIsSigned) {
    decided();
    done("dana", {"access", "assemble", "R1"});
    expect_no("dana", {"access", "seal", "R1", "--write", folder.path("sealed")}, {77});
}

TEST_P(PackTest, NothingIsSignedWithoutItsPack) {
    decided();
    const Said said = expect_no("david", {"access", "sign", "R1"}, {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access assemble R1")) << said;
    done("dana", assembling("R1"));
    const Said read = done("david", {"access", "sign", "R1"});
    EXPECT_TRUE(has(read.out, "rows of the file")) << read;
}

// How much is kept back is read before it is signed, and not after: what is typed then is said with it alone.
TEST_P(PackTest, WhatKeepsBackMuchIsSeenByWhoeverSigns) {
    std::string account;
    for (int sentence = 0; sentence < 60; ++sentence) account += "We talked about it once more. ";
    load({entry("E7", "I1", account, R"(,"flags":["legal-advice"])", "email-received")});
    decided();
    done("dana", assembling("R1"));
    const Said refused = expect_no("david", {"access", "sign", "R1"}, {77}, today, true);
    EXPECT_TRUE(has(refused.err, "casekeeper access pack R1")) << refused;
    const std::string account_of_it = done("david", {"access", "pack", "R1"}).out;
    EXPECT_TRUE(has(account_of_it, "more than one sentence in ten is lost")) << account_of_it;
    const std::string option = "--having-seen ";
    const std::size_t at = account_of_it.find(option);
    ASSERT_NE(at, std::string::npos) << account_of_it;
    const std::string mark = account_of_it.substr(at + option.size(), 12);
    expect_no("david", {"access", "sign", "R1", "--having-seen", "0123456789ab"}, {77}, today, true);
    EXPECT_EQ(state_of("R1"), "decided");
    const Said said = done("david", {"access", "sign", "R1", "--having-seen", mark});
    EXPECT_TRUE(has(said.out, "more than one sentence in ten is lost")) << said;
    EXPECT_EQ(state_of("R1"), "signed");
}

TEST_P(PackTest, NothingIsSentUnsealed) {
    decided();
    done("dana", assembling("R1"));
    done("david", {"access", "sign", "R1"});
    announce("R1");
    const Said said = expect_no("dana", dispatching("R1"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access seal R1")) << said;
    done("dana", sealing("R1"));
    // Made again, it is not what was sealed.
    done("dana", assembling("R1"));
    expect_no("dana", dispatching("R1"), {77}, today, true);
    done("dana", sealing("R1", {"--zip"}));
    dispatch("R1");
}

TEST_P(PackTest, APackOfOtherDecisionsIsNeitherSignedNorSent) {
    decided();
    sign("R1");
    announce("R1");
    done("david", {"access", "sign", "R1", "--return", "--reason", "once more"});
    done("dana", deciding("R1", R"({"item":"entry:E2","rule":"crime"})",
                          with({"--withhold"}, recorded_for("crime"))));
    countersign("R1");
    done("dana", finishing("R1"));
    expect_no("david", {"access", "sign", "R1"}, {77}, today, true);
    sign("R1");
    dispatch("R1");
}

// The passphrase is written down nowhere: whoever lost it is given the same record sealed again.
TEST_P(PackTest, IsSealedAgainForWhoeverLostThePassphrase) {
    decided();
    sign("R1");
    announce("R1");
    dispatch("R1");
    EXPECT_TRUE(has(done("dana", sealing("R1")).out, "passphrase: "));
    close_request("R1");
    EXPECT_TRUE(has(done("dana", sealing("R1")).out, "passphrase: "));
    expect_no("petra", sealing("R1"), {77});
    done("dana", {"access", "dispute", "R1", "--to", "trust", "--words", "a page is missing"});
    expect_no("dana", sealing("R1"), {77});
}

TEST_P(PackTest, AFileThatWasChangedIsNotSealed) {
    decided();
    persons_copy();
    sign("R1");
    std::ofstream(pack_folder() + "/persons-copy-1.txt", std::ios::app) << "Bertie\n";
    expect_no("dana", {"access", "seal", "R1", "--write", folder.path("sealed")}, {77});
}

TEST_P(PackTest, ComesAsAWebPageAndInLargePrint) {
    for (const auto& [format, ending] : {std::pair{"html", ".html"}, {"large-print", ".pdf"}}) {
        const std::string request = std::string("R-") + format;
        open_and_review(request, "P1", {"--wanted", format});
        finish(request);
        done("dana", {"access", "assemble", request});
        bool is_there = false;
        for (const auto& one : fs::recursive_directory_iterator(folder.path("packs")))
            is_there = is_there || one.path().filename() == std::string("persons-copy-1") + ending;
        EXPECT_TRUE(is_there) << format;
        done("petra", {"access", "withdraw", request, "--reason", "x"});
    }
}

}  // namespace
}  // namespace casekeeper::test
