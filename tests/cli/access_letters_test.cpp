// SPDX-License-Identifier: MIT
//
// The letters of a request as people have them written: each when what it says is so, with the days it speaks
// of, and with nothing that its reader may not learn.
#include <filesystem>

#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessLettersWritten : public AccessWorld {
protected:
    static Words writing(const Words& words, const std::string& folder) {
        return with(words, {"--write", folder, "--format", "json"});
    }
    // Where it was written.
    std::string letter_of(const Words& words, Date on = today) const {
        return word_at(done("dana", writing(words, folder.path("written")), on).out, "letter");
    }
    std::string written(const Words& words, Date on = today) const { return bytes_of(letter_of(words, on)); }
    Said not_written(const Words& words, Date on = today) const {
        return expect_no("dana", writing(words, folder.path("written")), {77}, on);
    }
    void signed_off(const Words& more = {}) const {
        load(record_with_advice("1"));
        open_and_review("R1", "P1", more);
        finish("R1");
        sign("R1");
    }
    // Somebody who lives where nobody may find her.
    static Words hidden_record() {
        return {
            person("P1", "2005-05-04",
                   R"(,"addresses":[{"lines":["3 Heron Close"],"postcode":"PE36 5LS","protected":true}])"),
            involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01")};
    }
};
CASEKEEPER_ON_SQLITE(AccessLettersWritten);

// ── Days ──

TEST_P(AccessLettersWritten, PromiseADayOnceItIsKnownWhoAsks) {
    load(plain_record("1"));
    open("R1", "P1");
    const std::string open_yet = written({"access", "acknowledge", "R1"});
    EXPECT_FALSE(has(open_yet, "23 December 2026"));
    EXPECT_TRUE(has(open_yet, "The month starts once we know who is asking"));
    know("R1");
    std::filesystem::remove_all(folder.path("written"));
    EXPECT_TRUE(has(written({"access", "acknowledge", "R1"}), "You have our answer by 23 December 2026"));
}

TEST_P(AccessLettersWritten, SayTheDayOfTheExtensionByTheNoticeThatIsGiven) {
    load(plain_record("1"));
    open("R1", "P1");
    const Words extension = {"access", "extend", "R1", "--reason", "forty boxes", "--notice"};
    EXPECT_FALSE(has(written(with(extension, {"2026-12-22"})), "February")) << "it is open who asks";
    std::filesystem::remove_all(folder.path("written"));
    know("R1");
    not_written(with(extension, {"2026-12-28"}));
    not_written(with(extension, {"2026-12-28"}), day("2026-12-22"));
    EXPECT_TRUE(has(written(with(extension, {"2026-12-22"})), "You have our answer by 23 February 2027"));
    std::filesystem::remove_all(folder.path("written"));
    done("dana", with(extension, {"2026-11-23"}));
    EXPECT_TRUE(has(written(with(extension, {"2026-11-23"}), day("2027-01-04")), "23 February 2027"))
        << "that of a notice which is recorded";
}

TEST_P(AccessLettersWritten, ToOthersSayWhenAnAnswerIsOwedBeforeTheAskingIsRecorded) {
    load(with(plain_record("1"),
              {entry("E9", "I1", "rang", R"(,"provided_by":{"name":"Uncle Bill","in_confidence":true})")}));
    open_and_review("R1", "P1");
    const Words consent = {"access", "consent", "R1", "--of", "name:Uncle Bill"};
    EXPECT_TRUE(has(written(consent), "Please tell us by 30 November 2026"))
        << "in five days, none at a weekend";
    EXPECT_TRUE(has(written(with(consent, {"--asked", "2026-11-27"})), "by 2 December 2026"));
    done("dana", with(consent, {"--asked", "2026-11-23"}));
    EXPECT_TRUE(has(written(consent, day("2026-11-27")), "Please tell us by 30 November 2026"))
        << "as it is recorded";
    EXPECT_TRUE(
        has(written({"access", "opinion", "R1", "--of", "Dr Vale"}), "Please answer by 30 November 2026"));
}

TEST_P(AccessLettersWritten, ToOthersLieSideBySideAndAreCalledAfterNobody) {
    load(plain_record("1"));
    open("R1", "P1");
    know("R1");
    const std::string first = letter_of({"access", "opinion", "R1", "--of", "Dr Vale"});
    const std::string second = letter_of({"access", "opinion", "R1", "--of", "Dr Frost"});
    EXPECT_TRUE(first.ends_with("/opinion-1.html")) << first;
    EXPECT_TRUE(second.ends_with("/opinion-2.html")) << second;
    EXPECT_TRUE(has(bytes_of(first), "Dr Vale"));
    EXPECT_TRUE(has(bytes_of(second), "Dr Frost"));
}

// ── What is ready ──

TEST_P(AccessLettersWritten, SayThatItIsReadyOnceItIsSigned) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1");
    const Words announcement = {"access", "announce", "R1", "--how", "by post", "--avoid", "2026-12-24"};
    const Words release = {"access", "dispatch", "R1"};
    not_written(announcement);
    not_written(release);
    finish("R1");
    EXPECT_TRUE(has(not_written(announcement).err, "casekeeper access sign R1"));
    EXPECT_TRUE(has(not_written(release).err, "casekeeper access sign R1"));
    sign("R1");
    const std::string word = written(announcement);
    EXPECT_TRUE(has(word, "It will come on or after 30 November 2026."));
    EXPECT_TRUE(has(word, "24 December 2026"));
    EXPECT_TRUE(has(written(release), "Sch 2 para 19"));
    std::filesystem::remove_all(folder.path("written"));
    EXPECT_TRUE(has(written(with(announcement, {"--arrives", "2026-12-07"})),
                    "It will come on or after 7 December 2026. If you would like another day"));
    expect_no("dana", with(announcement, {"--arrives", "2026-11-22", "--write", folder.path("other")}), {65});
}

TEST_P(AccessLettersWritten, NameTheDaysOfEarlierWordsToo) {
    signed_off();
    done("dana", with(announcing("R1"), {"--avoid", "2026-12-24"}));
    const std::string word = written({"access", "announce", "R1", "--avoid", "2026-12-25"});
    EXPECT_TRUE(has(word, "24 December 2026"));
    EXPECT_TRUE(has(word, "25 December 2026"));
}

TEST_P(AccessLettersWritten, SpeakOfTheFileAsItWasSigned) {
    signed_off();
    load({entry("N1", "I1", "rang about the move")});
    EXPECT_TRUE(has(not_written({"access", "dispatch", "R1"}).err, "casekeeper access review R1"));
}

TEST_P(AccessLettersWritten, NameTheTrustsOwnSystemAmongWhatWasSearched) {
    signed_off();
    announce("R1");
    const std::string own = "Our own record system, on 23 November 2026: 4 things";
    EXPECT_TRUE(has(written({"access", "dispatch", "R1"}), own));
    dispatch("R1");
    std::filesystem::remove_all(folder.path("written"));
    load({entry("N1", "I1", "rang about the move")});
    EXPECT_TRUE(has(written({"access", "dispatch", "R1"}, day("2026-11-24")), own)) << "what was sent";
    const Words dispute = {"access", "dispute", "R1"};
    done("petra", with(dispute, {"--to", "trust", "--words", "x"}));
    done("dana", with(dispute, {"--answer", "reopen", "--reason", "x"}));
    search("R1", day("2026-11-30"));
    review("R1", day("2026-11-30"));
    finish("R1", day("2026-11-30"));
    sign("R1", day("2026-11-30"));
    std::filesystem::remove_all(folder.path("written"));
    EXPECT_TRUE(has(written({"access", "dispatch", "R1"}, day("2026-11-30")),
                    "Our own record system, on 30 November 2026: 5 things"));
}

// ── How they want it ──

TEST_P(AccessLettersWritten, SayTheSupportThatWasWishedForAndWhoWillBeThere) {
    signed_off({"--support", "somebody to sit with me"});
    const std::string wish = "You told us what would help you: “somebody to sit with me”";
    EXPECT_TRUE(has(written({"access", "acknowledge", "R1"}), wish));
    EXPECT_TRUE(has(written({"access", "announce", "R1", "--support", "Petra Lane"}), wish));
    done("dana", with(announcing("R1"), {"--support", "Petra Lane"}));
    const std::string release = written({"access", "dispatch", "R1"});
    EXPECT_TRUE(has(release, wish));
    EXPECT_TRUE(has(release, "This is who can be with you: “Petra Lane”"));
}

TEST_P(AccessLettersWritten, AreInLargePrintForWhoeverWantsIt) {
    load(plain_record("1"));
    open("R1", "P1", {"--wanted", "large-print"});
    EXPECT_TRUE(has(written({"access", "acknowledge", "R1"}), "<body class=\"letter large\">"));
    EXPECT_TRUE(has(written({"access", "opinion", "R1", "--of", "Dr Vale"}), "<body class=\"letter\">"))
        << "the doctor did not ask for it";
}

TEST_P(AccessLettersWritten, SayWhatOfARecordIsAskedFor) {
    load(plain_record("1"));
    open("R1", "P1", {"--services", "child-in-need", "--from", "2018-09-01", "--to", "2020-08-31"});
    const std::string letter = written({"access", "acknowledge", "R1"});
    EXPECT_TRUE(has(letter, "child in need")) << letter;
    EXPECT_TRUE(has(letter, "from 1 September 2018 to 31 August 2020"));
}

// ── Complaints ──

TEST_P(AccessLettersWritten, AnswerAComplaint) {
    signed_off();
    announce("R1");
    dispatch("R1");
    const Words dispute = {"access", "dispute", "R1"};
    not_written(dispute);
    const Said said =
        done("petra", with(dispute, {"--to", "trust", "--words", "the foster years are missing"}));
    EXPECT_TRUE(has(said.out, "casekeeper access dispute R1 --write DIR")) << said;
    const std::string before = everything();
    EXPECT_TRUE(has(written(dispute), "the foster years are missing"));
    const Words stands = with(dispute, {"--answer", "stands", "--reason", "all of them are there"});
    EXPECT_TRUE(has(written(stands), "Our answer stays as it is"));
    std::filesystem::remove_all(folder.path("written"));
    const Words again = with(dispute, {"--answer", "reopen", "--reason", "a box was found"});
    EXPECT_TRUE(has(written(again), "We look at your request again"));
    EXPECT_TRUE(everything() == before) << "nothing is recorded";
    std::filesystem::remove_all(folder.path("written"));
    done("dana", again);
    const std::string recorded = written(dispute);
    EXPECT_TRUE(has(recorded, "a box was found"));
    EXPECT_TRUE(has(recorded, "Dear Marigold")) << recorded;
    not_written(again);
}

TEST_P(AccessLettersWritten, ToWhoeverComplainedElsewhereAreTheAnswerAlone) {
    signed_off();
    announce("R1");
    dispatch("R1");
    done("petra", {"access", "dispute", "R1", "--to", "ico", "--words", "x"});
    not_written({"access", "dispute", "R1"});
    EXPECT_TRUE(has(written({"access", "dispute", "R1", "--answer", "stands", "--reason", "all is there"}),
                    "you told the Information Commissioner (ICO) that"));
}

TEST_P(AccessLettersWritten, TellWhoeverMayNotAskNothingThoughTheyComplain) {
    load(plain_record("1"));
    open("R1", "P1", {"--by", "other", "--requester", "Ann Asker"});
    done("dana", refusing("R1"));
    done("petra", {"access", "dispute", "R1", "--to", "trust", "--words", "I am her aunt"});
    for (const Words& more : {Words{}, Words{"--answer", "stands", "--reason", "Marigold says no"}}) {
        const std::string letter = written(with({"access", "dispute", "R1"}, more));
        EXPECT_TRUE(has(letter, "Dear Ann Asker"));
        EXPECT_FALSE(has(letter, "Marigold") || has(letter, "Haverford")) << letter;
    }
}

// ── Protected places ──

// Whoever is asked may not learn it, though whoever asked lives there.
TEST_P(AccessLettersWritten, TellOthersOfNoProtectedPlaceWhoeverAsked) {
    load(hidden_record());
    open("R1", "P1");
    know("R1");
    const Words question = {"access", "pause", "R1", "--question", "the file from 3 Heron Close?"};
    EXPECT_TRUE(has(written(question), "3 Heron Close")) << "it is her own home";
    const Said said =
        not_written({"access", "opinion", "R1", "--of", "Dr Vale, who sees her at 3 Heron Close"});
    EXPECT_FALSE(has(said.err, "Heron"));
}

TEST_P(AccessLettersWritten, RemindNobodyOfAProtectedPlace) {
    load(hidden_record());
    open("R1", "P1");
    know("R1");
    done("petra",
         {"access", "search", "R1", "--place", "the boxes from 3 Heron Close", "--ask", "the archivist"});
    done("petra", {"access", "search", "R1", "--place", "the attic", "--ask", "the caretaker"});
    EXPECT_EQ(night(day("2026-12-01")).code, 1) << "a person has to look at it";
    EXPECT_TRUE(has(said_in_letters(), "the attic"));
    EXPECT_FALSE(has(said_in_letters(), "Heron"));
}

// So long as nobody knows who asks, it may be whoever is not to find them.
TEST_P(AccessLettersWritten, TellNobodyOfAProtectedPlaceBeforeItIsKnownWhoAsks) {
    load(hidden_record());
    open("R1", "P1");
    not_written({"access", "pause", "R1", "--question", "the file from 3 Heron Close?"});
}

}  // namespace
}  // namespace casekeeper::test
