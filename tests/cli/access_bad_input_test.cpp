// SPDX-License-Identifier: MIT
//
// Requests to see a record that cannot be, days that cannot be, decisions without what their rule wants, and
// steps by whoever may not take them: a refusal in two lines, with a hint that can be typed, and the store as
// it was. What stands in the way of signing and sending is in access_sending_test.cpp.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessBadInput : public AccessWorld {
protected:
    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        load(with(record_with_advice("1"), plain_record("2")));
    }
    // The store is as it was; the code is one of these; the message says so.
    void expect_said(const std::string& name, const Words& words, const std::set<int>& codes,
                     const std::string& part, Date on = today) const {
        const Said said = expect_no(name, words, codes, on);
        EXPECT_TRUE(has(said.err, part)) << "says nothing of " << part << ": " << said;
    }
    void reviewed(const std::string& request = "R1") const { open_and_review(request, "P1"); }
    static Words deciding_advice(const Words& what) {
        return with(with({"access", "decide", "R1", "entry:L1", "--rule", "legal-privilege"}, what),
                    {"--reason", "x"});
    }
};
CASEKEEPER_ON_SQLITE(AccessBadInput);

// ── Who and what ──

TEST_P(AccessBadInput, ForNobody) {
    expect_no("petra", opening("R1", "P99"), {65}, today, true);
    expect_no("petra", opening("R1", ""), {64, 65});
    expect_no("petra", {"access", "open"}, {64});
    expect_no("petra", opening("R1", "P1", {"--by", "mother"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--by", "parent", "--requester-person", "P99"}), {65});
    expect_no("petra", opening("R1", "P1", {"--channel", "pigeon"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--wanted", "papyrus"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--services", "chess"}), {64, 65});
}

TEST_P(AccessBadInput, Twice) {
    open("R1", "P1");
    expect_no("petra", opening("R2", "P1"), {77}, today, true);
    expect_no("dana", {"access", "open", "--person", "P1"}, {77});
    expect_no("petra", opening("R1", "P2"), {65, 77});
    open("R2", "P2");
    done("dana", {"access", "withdraw", "R1", "--reason", "asked by mistake"});
    open("R3", "P1");
}

TEST_P(AccessBadInput, OnADayThatCannotBe) {
    expect_no("petra", opening("R1", "P1", {"--received", "2005-05-03"}), {65});  // before the birth
    expect_no("petra", opening("R1", "P1", {"--received", "1066-10-14"}), {65});
    expect_no("petra", opening("R1", "P1", {"--received", "2026-11-24"}), {65});  // in the future
    expect_no("petra", opening("R1", "P1", {"--received", "2026-11-24T00:30:00"}), {65});
    expect_no("petra", opening("R1", "P1", {"--received", "2026-02-30"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--received", "yesterday"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--from", "2020-05-01", "--to", "2020-04-01"}), {64, 65});
    expect_no("petra", opening("R1", "P1", {"--from", "2020-13-01"}), {64, 65});
}

TEST_P(AccessBadInput, NobodyWorksOnARequestThatIsNot) {
    for (const Words& words :
         {Words{"show", "R9"},
          Words{"verify-identity", "R9", "--known"},
          Words{"review", "R9"},
          Words{"competence", "R9", "--competent", "yes", "--assessor", "a", "--basis", "b"},
          Words{"fee", "R9", "--asked", "2026-11-23", "--reason", "x"},
          Words{"pause", "R9", "--question", "x"},
          Words{"resume", "R9", "--answer", "x"},
          Words{"extend", "R9", "--notice", "2026-11-23", "--reason", "x"},
          Words{"refer", "R9", "--to", "legal", "--question", "x"},
          Words{"advice", "R9", "--from", "a", "--advice", "x"},
          Words{"search", "R9", "--place", "a", "--terms", "b", "--result", "c"},
          Words{"consent", "R9", "--of", "name:Jane Roe", "--asked", "2026-11-23"},
          Words{"opinion", "R9", "--of", "Dr Vale", "--asked", "2026-11-23"},
          Words{"decide", "R9", "--done"},
          Words{"decide", "R9", "--refuse", "--reason", "x"},
          Words{"sign", "R9"},
          Words{"announce", "R9", "--sent", "2026-11-23"},
          Words{"dispatch", "R9", "--how", "x"},
          Words{"close", "R9", "--reason", "x"},
          Words{"withdraw", "R9", "--reason", "x"},
          Words{"dispute", "R9", "--to", "ico", "--words", "x"}})
        expect_no("dana", with({"access"}, words), {65});
}

TEST_P(AccessBadInput, ItemsRulesAndPeopleThatAreNot) {
    reviewed();
    for (const char* item : {"entry:E99", "entry:E2", "document:D1", "L1", "chess:L1", "material:9", ""})
        expect_no("dana",
                  {"access", "decide", "R1", item, "--rule", "legal-privilege", "--show", "--reason", "x"},
                  {64, 65});
    for (const char* rule : {"legal-priviledge", "chess", ""})
        expect_no("dana",
                  {"access", "decide", "R1", "entry:L1", "--rule", rule, "--withhold", "--reason", "x"},
                  {64, 65});
    expect_said(
        "dana",
        {"access", "decide", "R1", "entry:L1", "--rule", "legal-priviledge", "--withhold", "--reason", "x"},
        {64, 65}, "legal-privilege");
    for (const char* about : {"person:P99", "professional:W99", "place:P2/address/0", "name:", "Jane"})
        expect_no("dana",
                  {"access", "decide", "R1", "entry:L1", "--rule", "third-party", "--about", about, "--show",
                   "--reason", "x"},
                  {64, 65});
    for (const char* whom : {"person:P99", "professional:W99", "name:Nobody Here", "Jane"})
        expect_no("petra", {"access", "consent", "R1", "--of", whom, "--asked", "2026-11-23"}, {64, 65});
    expect_no("dana",
              {"access", "opinion", "R1", "--of", "Dr Vale", "--asked", "2026-11-23", "--items", "entry:E99"},
              {64, 65});
    expect_no("david", {"access", "sign", "R1", "--item", "entry:E99", "--rule", "legal-privilege"},
              {64, 65, 77});
}

// ── The clock ──

TEST_P(AccessBadInput, QuestionsOutOfTurn) {
    open("R1", "P1", {"--received", "2026-11-02"});
    know("R1");
    expect_no("dana", {"access", "resume", "R1", "--answer", "all"}, {77}, today, true);
    expect_no("dana", {"access", "pause", "R1", "--asked", "2026-11-24", "--question", "x"}, {65});
    expect_no("dana", {"access", "pause", "R1", "--asked", "2026-11-01", "--question", "x"}, {65, 77});
    expect_no("dana", {"access", "pause", "R1", "--asked", "2026-11-31", "--question", "x"}, {64, 65});
    expect_no("dana", {"access", "pause", "R1", "--question", ""}, {64, 65});
    done("dana", {"access", "pause", "R1", "--asked", "2026-11-10", "--question", "which years?"});
    expect_no("dana", {"access", "pause", "R1", "--asked", "2026-11-12", "--question", "and homes?"}, {77});
    expect_no("dana", {"access", "resume", "R1", "--answered", "2026-11-09", "--answer", "all"}, {65, 77});
    expect_no("dana", {"access", "resume", "R1", "--answered", "2026-11-24", "--answer", "all"}, {65});
    EXPECT_EQ(clock_value("R1", "due"), "null");
    done("dana", {"access", "resume", "R1", "--answered", "2026-11-12", "--answer", "all"});
    EXPECT_EQ(clock_value("R1", "paused_days"), "3");
    expect_no("dana", {"access", "resume", "R1", "--answered", "2026-11-13", "--answer", "all"}, {77});
}

// clocks.md 5: on or before the last day of the one-month period, no working day sought; and once.
TEST_P(AccessBadInput, AnExtensionThatIsTooLateOrASecondOne) {
    open("R1", "P1");
    const auto notice = [](const char* on) {
        return Words{"access", "extend", "R1", "--notice", on, "--reason", "many records"};
    };
    expect_said("dana", notice("2026-12-24"), {77}, "2026-12-23", day("2026-12-24"));
    expect_no("dana", notice("2026-12-24"), {65, 77}, day("2026-12-23"));  // in the future
    expect_no("dana", notice("2026-11-22"), {65, 77});                     // before the request
    expect_no("dana", {"access", "extend", "R1", "--notice", "2026-11-23"}, {64});
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
    done("dana", notice("2026-12-23"), day("2026-12-23"));
    EXPECT_EQ(clock_of("R1", "due"), "2027-02-23");
    expect_no("dana", notice("2026-12-23"), {77}, day("2026-12-23"), true);
}

TEST_P(AccessBadInput, IdentityAndFeesOutOfTurn) {
    open("R1", "P1");
    expect_no("petra", {"access", "verify-identity", "R1"}, {64});
    expect_no("petra", {"access", "verify-identity", "R1", "--asked", "2026-11-24"}, {65});
    expect_no("petra", {"access", "verify-identity", "R1", "--asked", "2026-11-20"}, {65, 77});
    expect_no("petra", {"access", "verify-identity", "R1", "--received", "2026-11-24"}, {65});
    expect_no("dana", {"access", "fee", "R1", "--paid", "2026-11-23"}, {77});  // none was asked for
    expect_no("dana", {"access", "fee", "R1", "--asked", "2026-11-23"}, {64, 77});
    expect_no("dana", {"access", "fee", "R1", "--asked", "2026-11-24", "--reason", "x"}, {65});
    done("dana", {"access", "fee", "R1", "--asked", "2026-11-23", "--reason", "the ninth copy this month"});
    expect_no("dana", {"access", "fee", "R1", "--paid", "2026-11-22"}, {65, 77});
    expect_no("dana", {"access", "fee", "R1", "--paid", "2026-11-24"}, {65});
}

// clocks.md 9: a day beyond the known bank holidays is not guessed.
class AccessWithAShortCalendar : public AccessBadInput {
protected:
    void end_calendar_with_2026() const {
        std::string calendar = bytes_of(folder.path("config/bank_holidays.toml"));
        calendar.resize(calendar.find("\n2027-"));
        calendar.replace(calendar.find("last_year = "), 16, "last_year = 2026");
        configure("bank_holidays.toml", calendar);
    }
};
CASEKEEPER_ON_SQLITE(AccessWithAShortCalendar);

TEST_P(AccessWithAShortCalendar, SaysWhichFileIsToBeBroughtUpToDate) {
    open("R2", "P2", {}, day("2026-12-01"));
    end_calendar_with_2026();
    expect_said("petra", opening("R1", "P1"), {78}, "bank_holidays.toml", day("2026-12-10"));
    expect_said("ada", {"access", "show", "R2"}, {78}, "bank_holidays.toml", day("2026-12-10"));
}

TEST_P(AccessWithAShortCalendar, WhatIsDueWithinItGoesOn) {
    end_calendar_with_2026();
    open("R1", "P1");
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
    expect_said("dana", {"access", "extend", "R1", "--notice", "2026-11-23", "--reason", "x"}, {78},
                "bank_holidays.toml");
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
}

// ── Decisions ──

TEST_P(AccessBadInput, ADecisionThatSaysNothing) {
    reviewed();
    expect_no("dana", {"access", "decide", "R1"}, {64});
    expect_no("dana", {"access", "decide", "R1", "entry:L1", "--rule", "legal-privilege", "--show"}, {64});
    expect_no("dana", {"access", "decide", "R1", "entry:L1", "--rule", "legal-privilege", "--reason", "x"},
              {64});
    expect_no("dana", deciding_advice({"--show", "--withhold"}), {64});
    expect_no("dana", deciding_advice({"--show", "--part", "order"}), {64});
    const Said said = expect_no("dana", deciding_advice({"--withhold", "--part", "order"}), {64});
    EXPECT_TRUE(has(said.err, "more than one decision")) << said;
    EXPECT_TRUE(has(said.err, "exactly one of --show, --withhold and --part TEXT")) << said;
    expect_no("dana", deciding_advice({"--part", ""}), {64, 65});
    expect_no("dana", {"access", "decide", "R1", "--refuse"}, {64});
    expect_no("dana", {"access", "decide", "R1", "--done", "--refuse", "--reason", "x"}, {64});
    expect_no("dana", deciding_advice({"--withhold", "--record", "claim"}), {64, 65});
}

TEST_P(AccessBadInput, AWithholdingWithoutItsRecord) {
    reviewed();
    const Words words = {"access",           "decide",     "R1",       "entry:E1", "--rule",
                         "social-work-harm", "--withhold", "--reason", "x"};
    const Said said = expect_no("dana", words, {77});
    EXPECT_TRUE(has(said.err, "social-work-harm")) << "names the rule: " << said;
    EXPECT_TRUE(has(said.err, "para ")) << "names the law: " << said;
    const Words keys = record_keys("social-work-harm");
    EXPECT_FALSE(keys.empty());
    for (const std::string& key : keys) EXPECT_TRUE(has(said.err, key)) << key << ": " << said;
}

TEST_P(AccessBadInput, ARecordThatSaysNothing) {
    reviewed();
    Words words = {"access",     "decide",   "R1", "entry:E1",     "--rule",    "social-work-harm",
                   "--withhold", "--reason", "x",  "--look-again", "2027-05-03"};
    for (const std::string& key : record_keys("social-work-harm"))
        words = with(words, {"--record", key + "="});
    expect_no("dana", words, {64, 65, 77});
}

TEST_P(AccessBadInput, ADayToLookAgainThatIsPast) {
    reviewed();
    Words words = {"access",           "decide",     "R1",       "entry:E1", "--rule",
                   "social-work-harm", "--withhold", "--reason", "x"};
    for (const std::string& key : record_keys("social-work-harm"))
        words = with(words, {"--record", key + "=found"});
    for (const char* on : {"2026-11-22", "2026-02-30", "soon"})
        expect_no("dana", with(words, {"--look-again", on}), {64, 65, 77});
}

TEST_P(AccessBadInput, DoneBeforeItIs) {
    open("R1", "P1");
    know("R1");
    review("R1");
    withhold_the_rest("R1");
    countersign("R1");
    const Said said = expect_no("dana", finishing("R1"), {77}, today, true);
    EXPECT_TRUE(has(said.err, "casekeeper access search R1")) << "no search is recorded: " << said;
    // Asking somebody to look is not yet a search.
    done("petra", {"access", "search", "R1", "--place", "the archive", "--ask", "the archivist"});
    expect_no("dana", finishing("R1"), {77});
    search("R1");
    done("dana", finishing("R1"));
    EXPECT_EQ(state_of("R1"), "decided");
}

TEST_P(AccessBadInput, SearchesAndOpinionsThatCannotBe) {
    reviewed();
    expect_no("petra", {"access", "search", "R1", "--place", "the archive"}, {64});
    expect_no("petra", with(searching("R1"), {"--on", "2026-11-24"}), {65});
    expect_no("petra",
              {"access", "search", "R1", "--place", "a", "--terms", "b", "--result", "c", "--found", "some"},
              {64, 65});
    const Words opinion = {"access", "opinion",    "R1",     "--of", "Dr Vale",
                           "--role", "her doctor", "--text", "x"};
    expect_no("dana", with(opinion, {"--given", "2026-11-24", "--harm", "no"}), {65});
    expect_no("dana", with(opinion, {"--given", "2026-11-31", "--harm", "no"}), {64, 65});
    expect_no("dana", with(opinion, {"--given", "2026-11-23"}), {64});
    expect_no("dana", with(opinion, {"--given", "2026-11-23", "--harm", "perhaps"}), {64, 65});
    expect_no("dana", {"access", "opinion", "R1", "--of", "Dr Vale", "--given", "2026-11-23", "--harm", "no"},
              {64});
}

// ── By whoever may not, and in words that tell too much ──

TEST_P(AccessBadInput, EveryStepByWhoeverMayNot) {
    for (const char* name : {"rita", "oscar", "ada", "nobody"}) expect_no(name, opening("R1", "P1"), {77});
    reviewed();
    const Words of_all[] = {knowing("R1"),
                            competence("R1", "yes"),
                            searching("R1"),
                            {"access", "consent", "R1", "--of", "person:P1", "--asked", "2026-11-23"}};
    const Words of_dpo[] = {deciding_advice({"--show"}),
                            refusing("R1"),
                            {"access", "fee", "R1", "--asked", "2026-11-23", "--reason", "x"},
                            {"access", "extend", "R1", "--notice", "2026-11-23", "--reason", "x"}};
    for (const char* name : {"rita", "oscar", "ada", "nobody"})
        for (const Words& words : of_all) expect_no(name, words, {65, 77});
    for (const char* name : {"petra", "rita", "oscar", "ada", "nobody"})
        for (const Words& words : of_dpo) expect_no(name, words, {77});
    for (const char* name : {"rita", "oscar", "nobody"}) {
        const Said said =
            as(name, {"access", "sign", "R1", "--item", "entry:L1", "--rule", "legal-privilege"});
        EXPECT_TRUE(is_no(said, {77}, false)) << said;
    }
}

TEST_P(AccessBadInput, DisputesThatAreNone) {
    open("R1", "P1");
    done("dana", refusing("R1"));
    expect_no("dana", {"access", "dispute", "R1", "--to", "the-king", "--words", "x"}, {64, 65});
    expect_no("dana", {"access", "dispute", "R1", "--to", "ico"}, {64, 65});
    expect_no("dana", {"access", "dispute", "R1"}, {64});
    done("dana", {"access", "dispute", "R1", "--to", "ico", "--words", "not fair"});
    expect_no("dana", {"access", "dispute", "R1", "--answer", "perhaps", "--reason", "x"}, {64, 65});
    expect_no("dana", {"access", "dispute", "R1", "--answer", "stands"}, {64, 65});
}

// What a message says outlives the record: no name, nothing of the account.
TEST_P(AccessBadInput, NothingPersonalIsInAMessage) {
    reviewed();
    for (const Words& words :
         {opening("R2", "P1"), finishing("R1"), dispatching("R1"), deciding_advice({"--withhold"})}) {
        const Said said = as("dana", words);
        for (const char* word : {"Marigold", "Haverford", "lawyer", "table tennis"})
            EXPECT_FALSE(has(said.err, word)) << said;
    }
}

}  // namespace
}  // namespace casekeeper::test
