// SPDX-License-Identifier: MIT
//
// The second request of the same person: what is new since the first, what was withheld then is judged again,
// and what was withheld for serious harm is not withheld by what was found then.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessRepeatRequest : public AccessWorld {
protected:
    static constexpr Date later{std::chrono::year{2027}, std::chrono::month{6}, std::chrono::day{7}};

    // A first request that kept back the lawyer's advice, a neighbour and one note for serious harm, and was
    // answered.
    void first_request() const {
        load(with(record_with_advice("1"),
                  {entry("H1", "I1", "what he told us of that night",
                         R"(,"classification":"social-work","flags":["serious-harm"])"),
                   relationship("P1", "neighbour",
                                R"(,"name":"Jane Roe","known_to_subject":false,)"
                                R"("consent_to_disclose":"refused")"),
                   entry("T1", "I1", "rang about the shouting",
                         R"(,"provided_by":{"name":"Jane Roe","relation":"neighbour"})")}));
        open_and_review("R1", "P1");
        complete("R1");
        close_request("R1");
    }
    void second_request() const { open_and_review("R2", "P1", {}, later); }
};
CASEKEEPER_ON_BOTH_ENGINES(AccessRepeatRequest);

TEST_P(AccessRepeatRequest, IsARequestOfItsOwn) {
    first_request();
    EXPECT_EQ(state_of("R1"), "closed");
    second_request();
    EXPECT_EQ(state_of("R2", later), "reviewed");
    EXPECT_EQ(state_of("R1", later), "closed");
    EXPECT_EQ(decision("R1", "entry:L1", "legal-privilege", later), "withhold")
        << "what was done stays written";
}

TEST_P(AccessRepeatRequest, WhatWasWithheldIsJudgedAgain) {
    first_request();
    second_request();
    for (const auto& [item, rule] : {std::pair("entry:L1", "legal-privilege"),
                                     {"entry:T1", "third-party"},
                                     {"entry:H1", "social-work-harm"}}) {
        EXPECT_NE(proposal("R2", item, rule, later), "") << item << " " << shown("R2", later);
        EXPECT_EQ(decision("R2", item, rule, later), "") << item << " is not decided by what was";
    }
    expect_no("dana", finishing("R2"), {77}, later, true);
    EXPECT_TRUE(has(shown("R2", later), "R1")) << "says that there was one before";
}

// Serious harm was found on that day: today it is found again, with its record and its second signature, or
// the note is shown.
TEST_P(AccessRepeatRequest, SeriousHarmLapses) {
    first_request();
    EXPECT_EQ(decision("R1", "entry:H1", "social-work-harm"), "withhold");
    second_request();
    const std::string proposed = row("R2", "entry:H1", "social-work-harm", later);
    EXPECT_EQ(word_at(proposed, "countersigned_by"), "");
    EXPECT_EQ(word_at(proposed, "look_again_on"), "");
    expect_no("dana", deciding("R2", proposed, {"--withhold"}), {77}, later);
    done("dana", deciding("R2", proposed, {"--show"}), later);
    complete("R2", later);
    EXPECT_EQ(decision("R2", "entry:H1", "social-work-harm", later), "show");
    EXPECT_EQ(state_of("R2", later), "dispatched");
}

TEST_P(AccessRepeatRequest, WhatIsNewIsSaid) {
    first_request();
    load({entry("N1", "I1", "came to ask about the college", "", "visit", "2027-05-03")}, later);
    open("R2", "P1", {}, later);
    know("R2", later);
    search("R2", later);
    const Said reviewed = review("R2", later);
    const Said seen = done("ada", {"access", "show", "R2"}, later);
    EXPECT_TRUE(has(reviewed.out + reviewed.err + seen.out + seen.err, "new")) << reviewed << seen;
    EXPECT_TRUE(has(reviewed.out + reviewed.err + seen.out + seen.err + shown("R2", later), "entry:N1"));
}

// A letter that went to them in an earlier pack is known to them: no opinion is needed for it again.
TEST_P(AccessRepeatRequest, WhatWasShownBeforeIsKnown) {
    load(with(plain_record("1"), {professional("GP", "Dr Vale", "health"),
                                  entry("G1", "I1", "on her sleep",
                                        R"(,"classification":"health","author":"GP")", "letter-received")}));
    open_and_review("R1", "P1");
    EXPECT_EQ(proposal("R1", "entry:G1", "health-bar"), "barred");
    done("dana", {"access", "opinion", "R1", "--of", "Dr Vale", "--role", "her general practitioner",
                  "--given", "2026-11-23", "--harm", "no", "--text", "I know her and the letter"});
    show_item("R1", "entry:G1", "health-bar");
    complete("R1");
    close_request("R1");
    second_request();
    EXPECT_EQ(proposal("R2", "entry:G1", "health-bar", later), "") << shown("R2", later);
}

// What was shown is what was written then: of words that were written since nobody has an opinion.
TEST_P(AccessRepeatRequest, WhatHasChangedSinceItWasShownIsNewAndNotKnown) {
    const auto letter = [](const std::string& words) {
        return entry("G1", "I1", words, R"(,"classification":"health")", "letter-received");
    };
    load(with(plain_record("1"), {letter("on her sleep")}));
    open_and_review("R1", "P1");
    show_item("R1", "entry:G1", "health-bar", {"--known", "she had it in 2019"});
    complete("R1");
    close_request("R1");
    load({letter("on her sleep, and her heart")}, later);
    open("R2", "P1", {}, later);
    know("R2", later);
    search("R2", later);
    const Said reviewed = review("R2", later);
    EXPECT_TRUE(has(reviewed.out + reviewed.err, "new: entry:G1")) << reviewed;
    EXPECT_FALSE(has(reviewed.out + reviewed.err, "new: entry:E1")) << reviewed;
    EXPECT_EQ(proposal("R2", "entry:G1", "health-bar", later), "barred") << shown("R2", later);
    EXPECT_TRUE(has(json_value_at(shown("R2", later), "new"), "entry:G1"));
}

// Which parts were new is said as it is now; the history keeps none of their ids.
TEST_P(AccessRepeatRequest, TheHistoryHasNoIdsOfParts) {
    first_request();
    second_request();
    EXPECT_EQ(sql("select facts from access_event where request = 'R2' and facts like '%entry:%'"), Words{});
}

// A scan that was found for one request is in the file for the next, and is the same thing under its own name.
class AScanOfAnEarlierRequest : public AccessRepeatRequest {
protected:
    Words adding(const std::string& request, const std::string& words) const {
        folder.write("scan.txt", "\x89PNG\r\n\x1a\n " + words);
        return {"access",  "add",           request,   folder.path("scan.txt"),
                "--title", "school report", "--place", "paper archive"};
    }
    void first_with_scan(const std::string& outcome) const {
        load(plain_record("1"));
        open("R1", "P1");
        know("R1");
        done("dana", adding("R1", "school report 1998"));
        search("R1");
        review("R1");
        if (outcome == "show")
            show_item("R1", "material:1", "unread");
        else
            withhold("R1", "material:1", "unread");
        complete("R1");
        close_request("R1");
    }
};
CASEKEEPER_ON_SQLITE(AScanOfAnEarlierRequest);

TEST_P(AScanOfAnEarlierRequest, IsAPartOfTheNext) {
    first_with_scan("show");
    open("R2", "P1", {}, later);
    know("R2", later);
    done("dana", adding("R2", "a drawing"), later);
    const Said twice = expect_no("dana", adding("R2", "school report 1998"), {77}, later, true);
    EXPECT_TRUE(has(twice.err, "material:R1/1")) << twice;
    const Said reviewed = review("R2", later);
    EXPECT_EQ(proposal("R2", "material:R1/1", "unread", later), "look") << shown("R2", later);
    EXPECT_EQ(proposal("R2", "material:1", "unread", later), "look");
    EXPECT_TRUE(has(reviewed.out + reviewed.err, "new: material:1"))
        << "not the one that was sent: " << reviewed;
    EXPECT_FALSE(has(reviewed.out + reviewed.err, "new: material:R1/1")) << reviewed;
    EXPECT_TRUE(has(json_value_at(shown("R2", later), "materials"), "material:R1/1"));
}

TEST_P(AScanOfAnEarlierRequest, IsJudgedAgainWhereItWasWithheld) {
    first_with_scan("withhold");
    second_request();
    EXPECT_TRUE(has(word_at(row("R2", "material:R1/1", "unread", later), "why"), "R1"));
    expect_no("dana", finishing("R2"), {77}, later, true);
}

}  // namespace
}  // namespace casekeeper::test
