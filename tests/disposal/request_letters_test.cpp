// SPDX-License-Identifier: MIT
#include "disposal/request_letters.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "support/letter_world.h"
#include "support/sample_letters.h"

namespace casekeeper::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* mother = R"(,"requester":{"name":"Maria Bird","capacity":"parent"})";

CaseEvent event(const std::string& what, const std::string& facts = "{}") {
    CaseEvent one;
    one.event = what;
    one.facts = facts;
    return one;
}

class RequestLettersTest : public LetterWorld {
protected:
    using Items = std::vector<DeletionItem>;
    using Events = std::vector<CaseEvent>;

    LetterSettings settings() const {
        return {"Brightwell Children's Trust", "The records team, 01632 960 999", shipped_letters(), 12};
    }
    std::string to() const { return folder.path("letters"); }
    long long write(const DeletionCase& request, const Items& items, const Events& events) {
        return write_outcome_letters(database(), schedule_in_force(database()), settings(), request, items,
                                     events, today, to());
    }
    std::string outcome() const { return bytes_of(to() + "/outcome.html"); }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& file : std::filesystem::directory_iterator(to()))
            names.push_back(file.path().filename());
        std::sort(names.begin(), names.end());
        return names;
    }
    void expect_private() const {
        const std::string all = contents_of(to());
        for (const std::string& text : never_said()) {
            // The recipient is told by which name to find the person.
            if (text == "Quill") continue;
            EXPECT_THAT(all, Not(HasSubstr(text)));
        }
        EXPECT_THAT(outcome(), Not(HasSubstr("Quill")));
        EXPECT_THAT(all, Not(HasSubstr("{{")));
        EXPECT_THAT(all, Not(HasSubstr("for practitioners")));
        for (const std::string& name : files()) EXPECT_EQ(mode_of(to() + "/" + name), "600");
    }
};
CASEKEEPER_ON_BOTH_ENGINES(RequestLettersTest);

TEST_P(RequestLettersTest, TellsWhatWentAndEachEarlierRecipient) {
    EXPECT_EQ(
        write(request(), {item("involvement:I1", "I1", "free", "delete", "You agreed to it as a child.")},
              {event("identify"), event("grant")}),
        3);
    EXPECT_EQ(files(), (std::vector<std::string>{"outcome.html", "recipient-1.html", "recipient-2.html"}));
    for (const char* said : {"We have deleted what you asked for", "Dear Zoë,",
                             "On 2 November 2026 you asked us to delete all of the record",
                             "Youth club, since 2022: 4 notes and 2 documents", "gone by 23 November 2027",
                             "we gave some of it to 2 other places", "“You agreed to it as a child.”"})
        EXPECT_THAT(outcome(), HasSubstr(said));
    EXPECT_THAT(outcome(), Not(HasSubstr("Brightwell Academy")));
    const std::string academy = bytes_of(to() + "/recipient-1.html");
    for (const char* said :
         {"Notice of erasure", "To: Brightwell Academy", "Name: Zoë Anne Quill", "Born: 14 May 2011",
          "On 4 April 2024. Our reference: DS1", "On 8 July 2024. Our reference: DS2", "Article 19"})
        EXPECT_THAT(academy, HasSubstr(said));
    EXPECT_THAT(bytes_of(to() + "/recipient-2.html"), HasSubstr("To: Health trust"));
    expect_private();
}

TEST_P(RequestLettersTest, TellsPartByPartWhatStays) {
    EXPECT_EQ(write(request(),
                    {item("involvement:I1", "I1", "free", "delete"),
                     item("involvement:I2", "I2", "statutory", "keep", "The law keeps it.")},
                    {event("identify"), event("grant-part")}),
              3);
    for (const char* said :
         {"We have deleted some of the record", "Youth club, since 2022: 4 notes",
          "Child in need, 2019 to 2021. The law gives us this work to do, so we have to keep this until 3 "
          "March 2042.",
          "Child in need, 2019 to 2021: UK GDPR Art 17(3)(b); Children Act 1989 s17", "“The law keeps it.”"})
        EXPECT_THAT(outcome(), HasSubstr(said));
    expect_private();
}

TEST_P(RequestLettersTest, RefusesWithReasonsAndWhatCanBeDoneInstead) {
    EXPECT_EQ(write(request(), {item("involvement:I1", "I1", "claims", "keep", "A claim was announced.")},
                    {event("identify"), event("refuse", R"({"reason":"all of it is held"})")}),
              1);
    for (const char* said :
         {"We cannot delete this record now", "we keep it until that is over", "we look at this again",
          "“A claim was announced.”", "ask us to lock it", "www.ico.org.uk"})
        EXPECT_THAT(outcome(), HasSubstr(said));
    expect_private();
}

// Decided at once, without a word on each part.
TEST_P(RequestLettersTest, SaysTheReasonOfARefusalAtOnce) {
    EXPECT_EQ(write(request(), {item("involvement:I1", "I1", "free")},
                    {event("identify"), event("refuse", R"({"reason":"You said that it may stay."})")}),
              1);
    EXPECT_THAT(outcome(), HasSubstr("“You said that it may stay.”"));
    EXPECT_THAT(outcome(), HasSubstr("Youth club, since 2022. A person looked at it"));
}

TEST_P(RequestLettersTest, TellsNothingToWhoeverMayNotAsk) {
    const DeletionCase hers = request(mother);
    for (const Events& events :
         {Events{event("refuse", R"({"reason":"Zoë does not agree"})")},
          Events{event("identify"), event("doubt"), event("refuse", R"({"reason":"Zoë does not agree"})")}}) {
        EXPECT_EQ(write(hers, {item("involvement:I1", "I1", "free", "keep", "Zoë said no")}, events), 1);
        EXPECT_THAT(outcome(), HasSubstr("Dear Maria Bird,"));
        for (const char* unsaid : {"Zoë", "Youth club", "does not agree", "said no", "2022"})
            EXPECT_THAT(outcome(), Not(HasSubstr(unsaid)));
        expect_private();
    }
}

TEST_P(RequestLettersTest, TellsNothingToWhoeverMayNotAskForACorrection) {
    const DeletionCase hers = request(std::string(mother) + R"(,"asks_for":"correction")");
    EXPECT_EQ(write(hers, {}, {event("refuse", R"({"reason":"no standing"})")}), 1);
    EXPECT_THAT(outcome(), HasSubstr("you asked us to put right what is in a record."));
    EXPECT_THAT(outcome(), HasSubstr("UK GDPR, Article 16"));
    for (const char* unsaid : {"delete", "Zoë", "no standing"})
        EXPECT_THAT(outcome(), Not(HasSubstr(unsaid)));
}

TEST_P(RequestLettersTest, TellsNothingOfSomeoneWhoHasDied) {
    const DeletionCase hers = request(mother);
    load({R"({"type":"person","id":"P1","family_name":"Quill","date_of_death":"2026-10-01"})"});
    EXPECT_EQ(write(hers, {}, {event("refuse")}), 1);
    for (const char* said :
         {"Dear Maria Bird,", "sorry for your loss", "section 3(2)", "as long as our rules"})
        EXPECT_THAT(outcome(), HasSubstr(said));
    EXPECT_THAT(outcome(), Not(HasSubstr("Youth club")));
    expect_private();
}

// A parent who may ask for a small child reads of the child, not of "you".
TEST_P(RequestLettersTest, WritesToWhoeverMayAskForSomebody) {
    write(request(mother), {item("involvement:I1", "I1", "free", "delete")},
          {event("identify"), event("grant")});
    EXPECT_THAT(outcome(), HasSubstr("Dear Maria Bird,"));
    EXPECT_THAT(outcome(), HasSubstr("the record we keep about Zoë"));
}

// A name that replaced another is not for those who know the other.
TEST_P(RequestLettersTest, TellsNoRecipientANewName) {
    load({R"({"type":"person","id":"P1","family_name":"Quill","former_names":["Bird"],)"
          R"("date_of_birth":"2011-05"})"});
    write(request(), {item("involvement:I1", "I1", "free", "delete")}, {event("identify"), event("grant")});
    const std::string academy = bytes_of(to() + "/recipient-1.html");
    EXPECT_THAT(academy, HasSubstr("Name: as in what we shared with you"));
    for (const char* unsaid : {"Quill", "Bird", "Born"}) EXPECT_THAT(academy, Not(HasSubstr(unsaid)));
}

TEST_P(RequestLettersTest, ReplaceThoseOfAnEarlierWriting) {
    folder.write("letters/recipient-9.html", "stale");
    folder.write("letters/note.txt", "not ours");
    write(request(), {item("involvement:I2", "I2", "statutory", "keep")},
          {event("identify"), event("refuse")});
    EXPECT_EQ(files(), (std::vector<std::string>{"note.txt", "outcome.html"}));
}

TEST_P(RequestLettersTest, TellTheOutcomeOfACorrection) {
    const DeletionCase one =
        request(R"(,"asks_for":"correction","scope":["entry:E1"],"statement":"Aunt Maud was not there")");
    EXPECT_EQ(write(one, {},
                    {event("identify"),
                     event("grant", R"({"reason":"The school says so.","text":"Zoë was at school."})")}),
              3);
    for (const char* said : {"We have put it right", "A note of a meeting, 3 March 2024 (Youth club)",
                             "“Zoë was at school.”", "“The school says so.”", "2 other places"})
        EXPECT_THAT(outcome(), HasSubstr(said));
    EXPECT_THAT(bytes_of(to() + "/recipient-1.html"), HasSubstr("Notice of rectification"));
    EXPECT_THAT(bytes_of(to() + "/recipient-1.html"), HasSubstr("“Zoë was at school.”"));
    expect_private();
    EXPECT_EQ(
        write(one, {}, {event("identify"), event("refuse", R"({"reason":"Two people say otherwise."})")}), 1);
    EXPECT_THAT(outcome(), HasSubstr("We have not changed it"));
    EXPECT_EQ(files(), std::vector<std::string>{"outcome.html"});
}

// What the person wrote is in their own letter, and is not passed on.
TEST_P(RequestLettersTest, PassNoWordsOfTheRequesterOn) {
    const DeletionCase one = request(R"(,"asks_for":"correction","statement":"I was at school with Tom")");
    EXPECT_EQ(write(one, {},
                    {event("identify"),
                     event("grant", R"({"reason":"So it is.","text":"I was at school with Tom"})")}),
              4);
    EXPECT_THAT(outcome(), HasSubstr("“I was at school with Tom”"));
    for (const char* file : {"/recipient-1.html", "/recipient-2.html", "/recipient-3.html"}) {
        EXPECT_THAT(bytes_of(to() + file), Not(HasSubstr("Tom")));
        EXPECT_THAT(bytes_of(to() + file), HasSubstr("Please ask us what is right now"));
    }
}

TEST_P(RequestLettersTest, TellTheOutcomeOfAnObjection) {
    const DeletionCase one = request(R"(,"asks_for":"objection")");
    const std::pair<const char*, const char*> titles[] = {{"grant", "We have stopped"},
                                                          {"grant-part", "We have stopped some of it"},
                                                          {"refuse", "We cannot stop"}};
    for (const auto& [decision, title] : titles) {
        EXPECT_EQ(write(one, {}, {event("identify"), event(decision, R"({"reason":"As you said."})")}), 1);
        EXPECT_THAT(outcome(), HasSubstr("<h1>" + std::string(title) + "</h1>"));
        EXPECT_THAT(outcome(), HasSubstr("All of the record"));
        EXPECT_THAT(outcome(), HasSubstr("“As you said.”"));
    }
}

TEST_P(RequestLettersTest, SayWhereTheyCannotBeWritten) {
    folder.write("letters", "a file");
    const auto writing = [&] {
        write(request(), {item("involvement:I2", "I2", "statutory", "keep")},
              {event("identify"), event("refuse")});
    };
    EXPECT_EQ(error_of(writing), "73: cannot write " + to() + "/outcome.html");
}

}  // namespace
}  // namespace casekeeper::test
