// SPDX-License-Identifier: MIT
//
// Where somebody lives who is not to be found: whatever way their address or number is written in another
// person's record, it is proposed to be kept back, and no one person alone can show it.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessProtectedPlace : public AccessWorld {
protected:
    // Marigold of 21, her mother, who is not to be found, and her father.
    static Words family(const std::string& account, const std::string& protected_from = "") {
        const std::string place =
            R"({"lines":["14 Mill Lane","Sedgeford"],"postcode":"PE36 5LS","from":"2020-01-01")" +
            (protected_from.empty() ? std::string(R"(,"protected":true})")
                                    : R"(,"protected":true,"protected_from":[")" + protected_from + "\"]}");
        return {person("P1", "2005-05-04"),
                person("P2", "1981-02-02",
                       R"(,"addresses":[)" + place +
                           R"(],"contacts":[{"kind":"phone","value":"01632 960123","protected":true}])"),
                person("P3", "1979-03-03"),
                relationship("P1", "mother", R"(,"other":"P2","known_to_subject":true)"),
                relationship("P1", "father", R"(,"other":"P3","known_to_subject":true)"),
                involvement("I1", "P1", "child-in-need", "2018-09-01", "2022-09-01"),
                entry("E1", "I1", account, "", "note", "2021-10-02")};
    }
    std::string place_row(const std::string& request, const std::string& item = "entry:E1") const {
        return row(request, item, "protected-place");
    }
    // Is the mother's place found in a note of her daughter's?
    bool is_kept_back(const std::string& account) {
        const std::string n = std::to_string(++number_);
        load({person("P-" + n, "2005-05-04"), relationship("P-" + n, "mother", R"(,"other":"P2")"),
              involvement("I-" + n, "P-" + n, "child-in-need", "2018-09-01", "2022-09-01"),
              entry("E-" + n, "I-" + n, account)});
        open_and_review("R-" + n, "P-" + n);
        const std::string about = word_at(place_row("R-" + n, "entry:E-" + n), "about");
        return about.starts_with("place:P2/");
    }

private:
    int number_ = 0;
};
CASEKEEPER_ON_SQLITE(AccessProtectedPlace);

TEST_P(AccessProtectedPlace, IsProposedToBeKeptBack) {
    load(family("Mum has moved to 14 Mill Lane, Sedgeford PE36 5LS"));
    open_and_review("R1", "P1");
    const std::string proposed = place_row("R1");
    EXPECT_NE(word_at(proposed, "proposal"), "") << shown("R1");
    EXPECT_EQ(word_at(proposed, "about"), "place:P2/address/0");
    EXPECT_NE(word_at(proposed, "why"), "");
    expect_no("dana", finishing("R1"), {77}, today, true);
    complete("R1");
    EXPECT_EQ(state_of("R1"), "dispatched");
    EXPECT_NE(word_at(place_row("R1"), "decision"), "show");
}

TEST_P(AccessProtectedPlace, InAnySpellingOfItsPostcode) {
    load(family("played chess"));
    for (const char* postcode :
         {"PE36 5LS", "PE365LS", "pe36 5ls", "pe365ls", "Pe36  5Ls", "PE36-5LS", "(PE36 5LS)", "PE36 5LS."})
        EXPECT_TRUE(is_kept_back(std::string("they are near ") + postcode)) << postcode;
    for (const char* other : {"PE36 5LT", "PE3 6LS", "SPE36 5LS", "PE36 5LSX", "Mill Road"})
        EXPECT_FALSE(is_kept_back(std::string("they are near ") + other)) << other;
}

TEST_P(AccessProtectedPlace, InAnySpellingOfItsStreet) {
    load(family("played chess"));
    for (const char* street : {"14 Mill Lane", "14, Mill Lane", "14 MILL LANE", "14  mill   lane"})
        EXPECT_TRUE(is_kept_back(std::string("they live at ") + street + " now")) << street;
}

TEST_P(AccessProtectedPlace, InAnySpellingOfANumber) {
    load(family("played chess"));
    for (const char* number : {"01632 960123", "01632960123", "01632-960-123", "(01632) 960123",
                               "+44 1632 960123", "+441632960123"})
        EXPECT_TRUE(is_kept_back(std::string("ring ") + number + " after four")) << number;
    EXPECT_FALSE(is_kept_back("ring 01632 960124 after four"));
}

TEST_P(AccessProtectedPlace, IsShownByTwoPeopleOnly) {
    load(family("Mum has moved to 14 Mill Lane"));
    open_and_review("R1", "P1");
    done("dana", deciding("R1", place_row("R1"), {"--show"}));
    withhold_the_rest("R1");
    const Said said = expect_no("dana", finishing("R1"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access sign R1")) << said;
    expect_no("dana", second_signature("R1", place_row("R1")), {77});
    expect_no("petra", second_signature("R1", place_row("R1")), {77});
    done("delia", second_signature("R1", place_row("R1")));
    EXPECT_EQ(word_at(place_row("R1"), "countersigned_by").substr(0, 5), "delia");
    complete("R1");
    EXPECT_EQ(state_of("R1"), "dispatched");
}

// Nor is anything sent there, or written to be sent there.
TEST_P(AccessProtectedPlace, IsOnNoEnvelopeToAnybodyElse) {
    load(family("played chess"));
    open_and_review("R1", "P1");
    finish("R1");
    sign("R1");
    announce("R1");
    const std::string there = "14 Mill Lane, Sedgeford";
    const Said said = expect_no("dana", dispatching("R1", {"--to", there}), {77}, today, true);
    EXPECT_FALSE(has(said.err, "Mill Lane")) << said;
    expect_no("dana", dispatching("R1", {"--to", there, "--write", folder.path("written")}), {77});
    EXPECT_FALSE(std::filesystem::exists(folder.path("written")));
    expect_no("dana", {"access", "dispatch", "R1", "--how", "left at " + there}, {77});
    dispatch("R1");
}

// Deciding again takes away what was signed for.
TEST_P(AccessProtectedPlace, ASignatureIsForOneDecision) {
    load(family("Mum has moved to 14 Mill Lane"));
    open_and_review("R1", "P1");
    done("dana", deciding("R1", place_row("R1"), {"--show"}));
    done("delia", second_signature("R1", place_row("R1")));
    done("dana", withholding("R1", place_row("R1")));
    done("dana", deciding("R1", place_row("R1"), {"--show"}));
    EXPECT_EQ(word_at(place_row("R1"), "countersigned_by"), "");
    withhold_the_rest("R1");
    expect_no("dana", finishing("R1"), {77});
}

TEST_P(AccessProtectedPlace, IsNoSecretFromWhoeverLivesThere) {
    load(with(family("played chess"),
              {involvement("I2", "P2", "parent-carer-assessment", "2021-02-01", "2021-09-01"),
               entry("E2", "I2", "visited her at 14 Mill Lane, PE36 5LS; her number is 01632 960123")}));
    open_and_review("R2", "P2");
    EXPECT_FALSE(is_anything_about("R2", "place:P2/")) << shown("R2");
    complete("R2");
}

// The child lives there too, and their father is the one it is protected from.
class AskedForByAParent : public AccessProtectedPlace {
protected:
    static Words small_family() {
        const std::string place =
            R"(,"addresses":[{"lines":["14 Mill Lane"],"postcode":"PE36 5LS","protected":true,)"
            R"("protected_from":["P3"]}])";
        return {person("P1", "2018-05-04", place),
                person("P2", "1981-02-02", place),
                person("P3", "1979-03-03"),
                relationship("P1", "mother", R"(,"other":"P2","known_to_subject":true)"),
                relationship("P1", "father", R"(,"other":"P3","known_to_subject":true)"),
                involvement("I1", "P1", "child-in-need", "2024-09-01"),
                entry("E1", "I1", "visited her at 14 Mill Lane")};
    }
    void opened_for(const Words& requester) const {
        load(small_family());
        open("R1", "P1", with({"--by", "parent"}, requester));
        done("petra", {"access", "verify-identity", "R1", "--known", "--authority", "birth certificate"});
        find_competent("R1", "no", {"--best-interests", "the school needs it"});
        search("R1");
        review("R1");
    }
};
CASEKEEPER_ON_SQLITE(AskedForByAParent);

TEST_P(AskedForByAParent, ItIsAlwaysProposedToBeKeptBack) {
    opened_for({"--requester", "Ralph Haverford", "--requester-person", "P3"});
    EXPECT_NE(word_at(place_row("R1"), "proposal"), "") << shown("R1");
    EXPECT_TRUE(is_anything_about("R1", "place:"));
}

// Nobody knows in which of the records the requester is: it is kept back as well.
TEST_P(AskedForByAParent, ThoughNobodySaidWhichParent) {
    opened_for({"--requester", "R. Haverford"});
    EXPECT_NE(word_at(place_row("R1"), "proposal"), "") << shown("R1");
}

TEST_P(AskedForByAParent, AndOnePersonAloneNeverShowsIt) {
    opened_for({"--requester", "Ralph Haverford", "--requester-person", "P3"});
    const Said said = as("dana", deciding("R1", place_row("R1"), {"--show"}));
    if (said.code != 0) {
        EXPECT_TRUE(is_no(said, {77}, false)) << said;
        return;
    }
    for (const std::string& one : rows("R1"))
        if (word_at(one, "rule") != "protected-place" && word_at(one, "decision").empty())
            done("dana", withholding("R1", one));
    expect_no("dana", finishing("R1"), {77});
}

}  // namespace
}  // namespace casekeeper::test
