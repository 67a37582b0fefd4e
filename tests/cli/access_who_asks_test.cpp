// SPDX-License-Identifier: MIT
//
// Who asks, by the commands: what shows who somebody is and what shows that they may ask for another, doubts
// after it was settled, the route to a record from before an adoption, and that each is asked at every stage.
#include "support/access_world.h"

namespace casekeeper::test {
namespace {

class AccessWhoAsks : public AccessWorld {
protected:
    Said verified(const std::string& name, const Words& what, Date on = today) const {
        return done(name, with({"access", "verify-identity", "R1"}, what), on);
    }
    static Words verifying(const Words& what) { return with({"access", "verify-identity", "R1"}, what); }
    std::string answer(Date on = today) const {
        return word_at(json_value_at(shown("R1", on), "entitlement"), "answer");
    }
    std::string shown_in_text() const { return as("ada", {"access", "show", "R1"}).out; }
    bool is_in_the_way(const std::string& code, Date on = today) const {
        for (const std::string& one : json_items_at(shown("R1", on), "obstacles"))
            if (word_at(one, "code") == code) return true;
        return false;
    }
    void loaded_request(const std::string& more) const {
        load({R"({"type":"access_request","id":"R1","person":"P1","received_at":"2026-11-20")" + more + "}"});
    }
};
CASEKEEPER_ON_SQLITE(AccessWhoAsks);

// ── Identity and authority (UK GDPR Art 12(2), (6)) ──

TEST_P(AccessWhoAsks, APassportShowsNoParentalResponsibility) {
    load({person("P1", "2018-05-04"), involvement("I1", "P1", "child-in-need", "2024-09-01")});
    open("R1", "P1", {"--by", "parent", "--requester", "Ralph Haverford"});
    find_competent("R1", "no", {"--best-interests", "the school needs it"});
    const Said said = verified("petra", {"--evidence", "passport, seen"});
    EXPECT_EQ(state_of("R1"), "received");
    EXPECT_TRUE(has(said.out + said.err, "verify-identity R1 --authority TEXT")) << said;
    expect_no("petra", verifying({"--received", "2026-11-23", "--authority", "court order"}), {64});
    verified("petra", {"--authority", "birth certificate and court order, seen"});
    EXPECT_EQ(state_of("R1"), "entitled");
    EXPECT_TRUE(has(shown_in_text(), "passport, seen") && has(shown_in_text(), "court order, seen"))
        << shown_in_text();
}

TEST_P(AccessWhoAsks, AuthorityAloneSettlesNoIdentity) {
    load(plain_record("1"));
    open("R1", "P1", {"--by", "representative", "--requester", "Hart", "--authority", "signed"});
    verified("petra", {"--authority", "the original, seen"});
    EXPECT_EQ(state_of("R1"), "received");
    verified("petra", {"--evidence", "the practising certificate"});
    EXPECT_EQ(state_of("R1"), "entitled");
}

// What was asked for is not needed any more once it is settled who asks: the clock stands still no longer.
TEST_P(AccessWhoAsks, OnceItIsSettledTheClockRuns) {
    load(plain_record("1"));
    open("R1", "P1", {"--by", "representative", "--requester", "Hart", "--received", "2026-11-02"});
    know("R1", day("2026-11-03"));
    verified("petra", {"--asked", "2026-11-04"}, day("2026-11-04"));
    EXPECT_EQ(clock_value("R1", "due"), "null");
    verified("petra", {"--authority", "signed by the client"});
    EXPECT_EQ(state_of("R1"), "entitled");
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
}

TEST_P(AccessWhoAsks, SomebodyNamedIsAskedInWhichCapacity) {
    load(plain_record("1"));
    expect_no("petra", opening("R1", "P1", {"--requester", "Ralph Haverford"}), {64});
    loaded_request(R"(,"requester":{"name":"Ralph Haverford"})");
    know("R1");
    EXPECT_EQ(state_of("R1"), "received") << "a name is not taken for the person's";
    EXPECT_EQ(word_at(json_value_at(shown("R1"), "entitlement"), "capacity"), "other");
    expect_no("petra", opening("R2", "P1", {"--by", "other", "--requester", "Ralph Haverford"}), {77});
    open("R2", "P1");
}

// Gillick: the right is the child's, and what they said stands where everybody sees it.
TEST_P(AccessWhoAsks, AYoungPersonsNoIsShown) {
    load({person("P1", "2012-05-04"), involvement("I1", "P1", "child-in-need", "2024-09-01")});
    open("R1", "P1", {"--by", "parent", "--requester", "Ruth", "--authority", "birth certificate"});
    know("R1");
    find_competent("R1", "yes", {"--agrees", "yes"});
    EXPECT_EQ(answer(), "entitled");
    find_competent("R1", "yes", {"--agrees", "no"});
    EXPECT_EQ(state_of("R1"), "received");
    EXPECT_EQ(answer(), "not-entitled");
    EXPECT_TRUE(has(shown_in_text(),
                    "asked by parent: not-entitled: the young person understands and does not agree"))
        << shown_in_text();
}

// ── Doubts ──

TEST_P(AccessWhoAsks, IsInDoubtAgain) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1");
    finish("R1");
    sign("R1");
    expect_no("petra", verifying({"--doubt", " "}), {64});
    expect_no("petra", verifying({"--doubt", "x", "--known"}), {64});
    expect_no("rita", verifying({"--doubt", "x"}), {77});
    const Said said = verified("petra", {"--doubt", "the passport was reported stolen"});
    EXPECT_TRUE(has(said.out, "identity")) << said;
    EXPECT_EQ(state_of("R1"), "received");
    EXPECT_EQ(answer(), "missing");
    EXPECT_TRUE(has(shown_in_text(), "the passport was reported stolen")) << "the reason is kept";
    expect_no("dana", dispatching("R1"), {77});
    know("R1");
    EXPECT_EQ(state_of("R1"), "entitled");
    EXPECT_EQ(decision("R1", "entry:L1", "legal-privilege"), "withhold") << "what was decided is not lost";
}

TEST_P(AccessWhoAsks, ADoubtAboutADeletionIsTheSameStep) {
    load(plain_record("1"));
    done("petra", {"deletion", "open", "--person", "P1", "--id", "D1"});
    done("petra", {"deletion", "verify-identity", "D1", "--evidence", "passport, seen"});
    const auto state = [&] {
        return word_at(as("ada", {"deletion", "show", "D1", "--format", "json"}).out, "state");
    };
    EXPECT_EQ(state(), "entitled");
    done("petra", {"deletion", "verify-identity", "D1", "--doubt", "another rang"});
    EXPECT_EQ(state(), "received");
    EXPECT_TRUE(has(as("ada", {"deletion", "show", "D1"}).out, "another rang"));
}

// ── Before an adoption (DPA 2018 Sch 4 para 3; Adoption and Children Act 2002 s60; SI 2005/888) ──

class AccessBeforeAnAdoption : public AccessWhoAsks {
protected:
    static Words adopted_record() {
        return with(plain_record("1"), {person("P2", "2005-05-04", R"(,"adopted_from":"P1")")});
    }
    static constexpr const char* route = R"(,"route":"adoption","statement":"where do I come from?")";
};
CASEKEEPER_ON_SQLITE(AccessBeforeAnAdoption);

TEST_P(AccessBeforeAnAdoption, ALoadedRequestIsNotAnsweredUnderArt15) {
    load(adopted_record());
    loaded_request("");
    const Said said = verified("dana", {"--known"});
    EXPECT_TRUE(has(said.out, "Sch 4 para 3")) << said;
    EXPECT_EQ(state_of("R1"), "received");
    EXPECT_EQ(answer(), "not-entitled");
}

TEST_P(AccessBeforeAnAdoption, AnAdoptionLearnedOfOnTheWayStopsIt) {
    load(record_with_advice("1"));
    open_and_review("R1", "P1");
    finish("R1");
    sign("R1");
    announce("R1");
    load({person("P2", "2005-05-04", R"(,"adopted_from":"P1")")});
    review("R1");
    withhold_the_rest("R1");
    countersign("R1");
    const Said said = expect_no("dana", finishing("R1"), {77});
    EXPECT_TRUE(has(said.err, "Sch 4 para 3")) << said;
    EXPECT_TRUE(is_in_the_way("not-entitled"));
}

TEST_P(AccessBeforeAnAdoption, ALoadedRequestByItsRouteWaitsForADataProtectionOfficer) {
    load(adopted_record());
    loaded_request(route);
    verified("petra", {"--known"});
    EXPECT_EQ(state_of("R1"), "received") << "a practitioner does not open it";
    verified("dana", {"--evidence", "passport and birth certificate"});
    EXPECT_EQ(state_of("R1"), "entitled");
    search("R1");
    review("R1");
    complete("R1");
    EXPECT_EQ(state_of("R1"), "dispatched");
}

TEST_P(AccessBeforeAnAdoption, OpenedByADataProtectionOfficerItIsForTheAdoptedAdult) {
    load(adopted_record());
    const Words by_route = {"--route", "adoption", "--statement", "where do I come from?"};
    done("dana", opening("R1", "P1", by_route));
    know("R1");
    EXPECT_EQ(state_of("R1"), "entitled");
    done("dana", {"access", "withdraw", "R1", "--reason", "x"});
    done("dana", opening("R2", "P1",
                         with(by_route, {"--by", "parent", "--requester", "Ruth", "--authority",
                                         "birth certificate"})));
    know("R2");
    EXPECT_EQ(state_of("R2"), "received") << "nobody else applies by it";
}

// Another record of the same child is from before the adoption as well.
TEST_P(AccessBeforeAnAdoption, EveryRecordOfTheChildIsFromBefore) {
    load(with(adopted_record(),
              {person("P3", "2005-05-04"), relationship("P3", "same-person", R"(,"other":"P1")")}));
    expect_no("dana", opening("R1", "P3"), {77});
}

// ── The letter that says it came in; days on which nothing arrives ──

TEST_P(AccessWhoAsks, ThatItWasAcknowledgedIsRecorded) {
    load(plain_record("1"));
    open("R1", "P1", {"--received", "2026-11-20"});
    const auto sent = [](const char* on) { return Words{"access", "acknowledge", "R1", "--sent", on}; };
    expect_no("petra", {"access", "acknowledge", "R1"}, {64});
    expect_no("petra", with(sent("2026-11-21"), {"--write", folder.path("written")}), {64});
    expect_no("petra", sent("2026-11-19"), {65});
    expect_no("petra", sent("2026-11-24"), {65});
    expect_no("rita", sent("2026-11-21"), {77});
    done("petra", sent("2026-11-21"));
    EXPECT_TRUE(has(shown_in_text(), "2026-11-21\tacknowledge\t")) << shown_in_text();
    EXPECT_EQ(state_of("R1"), "received");
    done("dana", refusing("R1"));
    expect_no("petra", sent("2026-11-22"), {77});
}

// Who was born on 29 February keeps it on either day in a year without one.
TEST_P(AccessWhoAsks, ABirthdayOfALeapDayIsAvoidedOnBothSidesOfIt) {
    load({person("P1", "2004-02-29"), involvement("I1", "P1", "mentoring", "2018-09-01", "2022-09-01"),
          entry("E1", "I1", "played table tennis")});
    const Date before = day("2027-02-15");
    open_and_review("R1", "P1", {}, before);
    finish("R1", before);
    sign("R1", before);
    announce("R1", before);
    for (const char* on : {"2027-02-28", "2027-03-01", "2028-02-29"})
        EXPECT_TRUE(is_in_the_way("avoided-day", day(on))) << on;
    for (const char* on : {"2027-02-27", "2027-03-02", "2028-02-28", "2028-03-01"})
        EXPECT_FALSE(is_in_the_way("avoided-day", day(on))) << on;
}

}  // namespace
}  // namespace casekeeper::test
