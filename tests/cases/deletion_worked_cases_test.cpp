// SPDX-License-Identifier: MIT
//
// What may go and what is kept: the cases E of domain/worked_cases.csv on what a young person asks to have
// deleted, each from receipt to its end by the commands, with the shipped schedule and catalogue.
#include "support/deletion_world.h"

namespace casekeeper::test {
namespace {

class DeletionWorkedCases : public DeletionWorld {
protected:
    // What a certificate says must name nobody.
    void expect_to_name_nobody(const std::string& text) const {
        for (const char* told : {"Haverford", "Marigold", "2011-05-04", "P-E01", "I-E01", "E-E01",
                                 "Westbrook", "table tennis", "marmalade"})
            EXPECT_FALSE(has(text, told)) << told << " in\n" << text;
    }
    // Nothing of what was asked for goes, whatever nights pass.
    void expect_kept(const std::string& table, const std::string& ids_kept) const {
        night(today);
        night(after_cooling_off);
        night(day("2027-01-15"));
        EXPECT_EQ(ids(table), ids_kept);
    }
    // A refusal's letter has the ways to complain: to the trust, to the ICO, to a court.
    void expect_ways_to_complain() const {
        const std::string said = said_in_letters();
        EXPECT_TRUE(has(said, "Information Commissioner")) << said;
        EXPECT_TRUE(has(said, "court")) << said;
        EXPECT_TRUE(has(said, "dpo@trust.example")) << "how to complain to the trust itself: " << said;
    }
    static constexpr const char* letter_before_claim =
        R"({"type":"hold","id":"H-E06","kind":"litigation","authority":"Hart Solicitors, HS-4",)"
        R"("reason":"a claim is likely","from":"2026-10-20","review_on":"2027-04-20",)"
        R"("scope":{"persons":["P-E06"]}})";
    static Words youth_club() {
        return {person("P-E01", "2011-05-04"),
                involvement("I-E01", "P-E01", "universal-youth-service", "2024-09-01"),
                note("E-E01", "I-E01", "2026-10-02", "played table tennis"),
                R"({"type":"disclosure","id":"X-E01","person":"P-E01","decided_on":"2026-05-01",)"
                R"("outcome":"shared","recipient":"Westbrook Academy","information":"attendance",)"
                R"("reasons":"the school asked","authorised_by":"W1","lawful_basis":"consent",)"
                R"("consent":"given","method":"post"})"};
    }
    void decide_on_youth_club() const {
        load(youth_club());
        open("R1", "P-E01");
        know("R1");
        find_competent("R1");
        assess("R1");
        warn_and_confirm("R1");
        decide("R1", {"--delete", "involvement:I-E01"});
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DeletionWorkedCases);

// E01 (UK GDPR Art 17(1)(b), Art 19; brief duties 6 and 7): age 15, judged competent, a youth club only: a
// person decides; erased after the warning; recipients are told; a certificate that identifies nobody.
TEST_P(DeletionWorkedCases, E01AYouthClubIsForAPersonToDecideAndGoesAfterTheWarning) {
    load(youth_club());
    const Said opened = open("R1", "P-E01");
    EXPECT_TRUE(has(opened.out, "R1")) << opened;
    EXPECT_EQ(clock_of("R1", "received"), "2026-11-23");
    EXPECT_EQ(clock_of("R1", "due"), "2026-12-23");
    EXPECT_EQ(clock_of("R1", "alarm"), "2026-12-22");
    know("R1");
    EXPECT_EQ(state_of("R1"), "received") << "nobody has found out whether they understand";
    find_competent("R1");
    EXPECT_EQ(state_of("R1"), "entitled");
    assess("R1");
    EXPECT_EQ(verdict("R1", "involvement:I-E01"), "person-decides");
    EXPECT_TRUE(has(authority("R1", "involvement:I-E01"), "Education Act 1996 s507B"));
    EXPECT_EQ(json_value_at(shown("R1"), "warning"), "null");

    done("petra", {"deletion", "warn", "R1", "--write", folder.path("warning-R1")});
    EXPECT_TRUE(has(bytes_of(folder.path("warning-R1/warning.html")), "Open-access youth club"));
    EXPECT_TRUE(has(bytes_of(folder.path("warning-R1/warning-formal.html")), "R1"));
    EXPECT_EQ(state_of("R1"), "assessed") << "writing it records nothing";
    warn_and_confirm("R1");
    const std::string warned = json_value_at(shown("R1"), "warning");
    EXPECT_EQ(json_text_at(warned, "given_on"), "2026-11-23");
    EXPECT_EQ(json_text_at(warned, "how"), "face-to-face");
    EXPECT_EQ(json_text_at(warned, "understood"), "said it back in their own words");
    EXPECT_EQ(json_text_at(warned, "said"), "the marmalade jar can go too");

    decide("R1", {"--delete", "involvement:I-E01"});
    EXPECT_EQ(state_of("R1"), "granted");
    EXPECT_TRUE(has(json_text_at(item("R1", "involvement:I-E01"), "decided_by"), "dana"));
    night(today);
    night(still_cooling_off);
    EXPECT_EQ(ids("involvement"), "I-E01") << "it is cooling off";
    EXPECT_EQ(state_of("R1"), "waiting");
    night(after_cooling_off);
    for (const char* table : {"involvement", "entry", "person", "disclosure"})
        EXPECT_EQ(ids(table), "") << table;
    EXPECT_EQ(state_of("R1"), "executed");
}

TEST_P(DeletionWorkedCases, E01TheCertificateNamesNobody) {
    decide_on_youth_club();
    night(after_cooling_off);
    const Words numbers = json_items_at(shown("R1"), "certificates");
    ASSERT_EQ(numbers.size(), 1U) << shown("R1");
    for (const Words& words : {Words{"disposal", "certificate", numbers.front()},
                               Words{"disposal", "certificate", numbers.front(), "--format", "json"},
                               Words{"register", "list", "--kind", "destroyed", "--format", "json"}}) {
        const Said said = done("ada", words);
        EXPECT_TRUE(has(said.out, "deletion-request")) << said;
        expect_to_name_nobody(said.out);
    }
}

TEST_P(DeletionWorkedCases, E01RecipientsAreToldAndTheRequestIsAMinimalLine) {
    decide_on_youth_club();
    night(after_cooling_off);
    done("dana", {"deletion", "notify", "R1", "--write"}, after_cooling_off);
    EXPECT_GE(letters().size(), 2U) << "the outcome, and one for the recipient";
    EXPECT_TRUE(has(said_in_letters(), "Westbrook Academy"));
    EXPECT_TRUE(has(said_in_letters(), "Marigold"));
    done("dana", {"deletion", "notify", "R1", "--sent", "2026-12-01"}, after_cooling_off);
    night(day("2026-12-02"));
    EXPECT_EQ(state_of("R1"), "notified");
    EXPECT_EQ(letters().size(), 0U) << "what was sent is not kept of whoever is no more in the store";
    expect_to_name_nobody(everything());
    EXPECT_EQ(json_value_at(shown("R1"), "person"), "null");
    EXPECT_EQ(clock_of("R1", "received"), "2026-11-23");
}

// E02 (CA 1989 s47; Art 17(3)(b)): age 14, a current child protection plan: refused, with reasons and routes.
TEST_P(DeletionWorkedCases, E02ACurrentChildProtectionPlanIsRefused) {
    load({person("P-E02", "2012-03-05"), involvement("I-E02", "P-E02", "child-protection-plan", "2026-04-01"),
          note("E-E02", "I-E02", "2026-04-02", "what the family agreed to", "plan")});
    open("R1", "P-E02");
    know("R1");
    find_competent("R1");
    assess("R1");
    EXPECT_EQ(verdict("R1", "involvement:I-E02"), "statutory");
    EXPECT_TRUE(has(authority("R1", "involvement:I-E02"), "Art 17(3)(b)"));
    EXPECT_TRUE(has(authority("R1", "involvement:I-E02"), "Children Act 1989 s47"));
    EXPECT_TRUE(is_no(as("dana", decision("R1", {"--delete", "involvement:I-E02"})), {77}));
    decide("R1", {"--refuse"});
    EXPECT_EQ(state_of("R1"), "refused");
    done("dana", {"deletion", "notify", "R1", "--write"});
    EXPECT_TRUE(has(said_in_letters(), "Children Act 1989 s47")) << said_in_letters();
    expect_ways_to_complain();
    done("dana", {"deletion", "notify", "R1", "--sent", "2026-11-23"});
    EXPECT_EQ(state_of("R1"), "notified");
    expect_kept("entry", "E-E02");
}

// E03 (reg 50; Art 17(3)(b)): a care leaver of 19: kept to the 75th anniversary; rectification or a statement
// is offered.
TEST_P(DeletionWorkedCases, E03TheLookedAfterFileIsKeptToThe75thBirthday) {
    load({person("P-E03", "2007-05-20"),
          involvement("I-E03", "P-E03", "looked-after", "2015-06-01", "2025-05-20"),
          involvement("I-E03-leaver", "P-E03", "care-leaver-former-relevant", "2025-05-20"),
          note("E-E03", "I-E03", "2016-02-01", "settled in well", "review")});
    open_and_assess("R1", "P-E03");
    EXPECT_EQ(verdict("R1", "involvement:I-E03"), "statutory");
    EXPECT_EQ(json_text_at(item("R1", "involvement:I-E03"), "kept_until"), "2082-05-20");
    EXPECT_TRUE(has(authority("R1", "involvement:I-E03"), "reg 50"));
    EXPECT_TRUE(has(authority("R1", "involvement:I-E03"), "Art 17(3)(b)"));
    decide("R1", {"--refuse"});
    done("dana", {"deletion", "notify", "R1", "--write"});
    const std::string letter = said_in_letters();
    EXPECT_TRUE(has(letter, "20 May 2082")) << letter;
    EXPECT_TRUE(has(letter, "put it right") || has(letter, "put right") || has(letter, "correct")) << letter;
    EXPECT_TRUE(has(letter, "own words") || has(letter, "statement")) << letter;
    expect_ways_to_complain();
    expect_kept("involvement", "I-E03 I-E03-leaver");
}

// The early help before care belongs to the same file: the regulation's period, which covers the file by the
// schedule, keeps it too, and the machine calls it free for nobody.
TEST_P(DeletionWorkedCases, E03TheEarlierRecordInTheLookedAfterFileIsNotFree) {
    load({person("P-E03", "2007-05-20"),
          involvement("I-E03", "P-E03", "looked-after", "2015-06-01", "2025-05-20"),
          involvement("I-E03-before", "P-E03", "early-help", "2014-01-10", "2015-05-31")});
    const std::string listed = done("ada", {"retention", "list", "--format", "json"}).out;
    ASSERT_TRUE(has(listed, R"("involvement":"I-E03-before")")) << listed;
    ASSERT_EQ(json_text_at(lines_of(listed).back(), "rule"), "looked-after") << listed;
    open_and_assess("R1", "P-E03");
    EXPECT_NE(verdict("R1", "involvement:I-E03-before"), "free") << shown("R1");
}

// E05 (CA 1989 s17; Art 17): age 17, mentoring and a child-in-need assessment in one file: only the mentoring
// goes; the index and the letter say which part.
TEST_P(DeletionWorkedCases, E05OfAMixedFileTheMentoringGoesAndTheAssessmentStays) {
    const std::string file = R"(,"file_reference":"F-2009/7")";
    load({person("P-E05", "2009-02-10"),
          involvement("I-E05-cin", "P-E05", "child-in-need", "2026-01-10", "", file),
          involvement("I-E05-mentor", "P-E05", "mentoring", "2024-01-10", "2026-06-30", file),
          note("E-E05-cin", "I-E05-cin", "2026-02-01", "needs at home", "assessment"),
          note("E-E05-mentor", "I-E05-mentor", "2024-02-01", "talked about football")});
    open_and_assess("R1", "P-E05");
    EXPECT_EQ(verdict("R1", "involvement:I-E05-mentor"), "free");
    EXPECT_EQ(verdict("R1", "involvement:I-E05-cin"), "statutory");
    EXPECT_TRUE(has(authority("R1", "involvement:I-E05-cin"), "Children Act 1989 s17"));
    warn_and_confirm("R1");
    decide("R1", {"--delete", "all-free"});
    EXPECT_EQ(state_of("R1"), "confirmed") << "the other part is not decided yet";
    decide("R1", {"--keep", "involvement:I-E05-cin"});
    EXPECT_EQ(state_of("R1"), "partly-refused");
    EXPECT_EQ(json_text_at(item("R1", "involvement:I-E05-mentor"), "decision"), "delete");
    EXPECT_EQ(json_text_at(item("R1", "involvement:I-E05-cin"), "decision"), "keep");
    night(after_cooling_off);
    EXPECT_EQ(ids("involvement"), "I-E05-cin");
    EXPECT_EQ(ids("entry"), "E-E05-cin");
    EXPECT_EQ(ids("person"), "P-E05");
    EXPECT_FALSE(has(everything(), "talked about football"));
    done("dana", {"deletion", "notify", "R1", "--write"}, after_cooling_off);
    const std::string letter = said_in_letters();
    EXPECT_TRUE(has(letter, "Child in need")) << letter;
    EXPECT_TRUE(has(letter, "Children Act 1989 s17")) << letter;
    EXPECT_TRUE(has(letter, "mentoring")) << letter;
    expect_ways_to_complain();
}

// The same where the assessment has ended and only the trust's own period keeps it (domain §1): a person
// decides whether that is necessary, and the machine takes nothing with the rest.
TEST_P(DeletionWorkedCases, E05AnAssessmentThatEndedIsForAPersonToDecide) {
    load({person("P-E05", "2009-02-10"),
          involvement("I-E05-cin", "P-E05", "child-in-need", "2024-01-10", "2024-08-30"),
          involvement("I-E05-mentor", "P-E05", "mentoring", "2024-01-10", "2026-06-30")});
    open_and_assess("R1", "P-E05");
    EXPECT_EQ(verdict("R1", "involvement:I-E05-cin"), "person-decides");
    warn_and_confirm("R1");
    decide("R1", {"--delete", "all-free"});
    expect_kept("involvement", "I-E05-cin I-E05-mentor");
    EXPECT_EQ(json_value_at(item("R1", "involvement:I-E05-cin"), "decision"), "null");
}

// E06 (Art 17(3)(e); Art 18(1)(c)): counselling notes, a solicitor's letter before claim last month: refused
// for now, restricted, and looked at again on release.
TEST_P(DeletionWorkedCases, E06AClaimRefusesForNowAndTheReleaseOpensItAgain) {
    load({person("P-E06", "2008-08-08"),
          involvement("I-E06", "P-E06", "counselling-consent", "2024-01-10", "2025-12-01"),
          note("E-E06", "I-E06", "2024-02-01", "spoke about moving school"), letter_before_claim});
    open_and_assess("R1", "P-E06");
    EXPECT_EQ(verdict("R1", "involvement:I-E06"), "claims");
    EXPECT_TRUE(has(authority("R1", "involvement:I-E06"), "Art 17(3)(e)"));
    EXPECT_TRUE(is_no(as("dana", decision("R1", {"--delete", "involvement:I-E06"})), {77}));
    done("petra", {"restrict", "place", "--person", "P-E06", "--ground", "claims", "--reason",
                   "kept for the claim, and used for nothing else", "--id", "RS1", "--request", "R1"});
    EXPECT_TRUE(has(done("ada", {"restrict", "list", "--in-force", "--format", "json"}).out, "RS1"));
    decide("R1", {"--refuse"});
    notify("R1", today);
    expect_kept("entry", "E-E06");

    const Date settled = day("2027-01-18");
    done("rita", {"hold", "release", "H-E06", "--reason", "the claim was settled"}, settled);
    done("dana", {"restrict", "lift", "RS1", "--told", "2027-01-18", "--reason", "the claim was settled"},
         settled);
    EXPECT_EQ(done("ada", {"restrict", "list", "--in-force", "--format", "json"}, settled).out, "");
    open_and_assess("R2", "P-E06", settled);
    EXPECT_EQ(verdict("R2", "involvement:I-E06"), "free");
}

TEST_P(DeletionWorkedCases, E06TheNightSeesTheReleaseByItself) {
    load({person("P-E06", "2008-08-08"),
          involvement("I-E06", "P-E06", "counselling-consent", "2024-01-10", "2025-12-01"),
          letter_before_claim});
    open_and_assess("R1", "P-E06");
    EXPECT_EQ(verdict("R1", "involvement:I-E06"), "claims");
    done("rita", {"hold", "release", "H-E06", "--reason", "the claim was settled"});
    night(day("2026-11-24"));
    EXPECT_EQ(verdict("R1", "involvement:I-E06"), "free");
}

// E16 (Crime and Policing Act 2026 s96; IICSA H.5): not statutory, but names an allegation of sexual abuse:
// it waits for a person's decision, however long.
TEST_P(DeletionWorkedCases, E16WhatNamesAnAllegationOfAbuseWaitsForAPerson) {
    load({person("P-E16", "2008-04-04"),
          involvement("I-E16", "P-E16", "mentoring", "2023-01-10", "2025-05-01"),
          note("E-E16", "I-E16", "2024-02-01", "said that the coach had sexually assaulted her: an assault"),
          note("E-E16-other", "I-E16", "2024-03-01", "talked about football")});
    open_and_assess("R1", "P-E16");
    std::string speaks;
    for (const std::string& one : json_items_at(shown("R1"), "items"))
        if (has(json_text_at(one, "authority"), "Crime and Policing Act 2026 s96")) {
            EXPECT_EQ(json_text_at(one, "verdict"), "person-decides");
            speaks = json_text_at(one, "id");
        }
    ASSERT_FALSE(speaks.empty()) << shown("R1");
    warn_and_confirm("R1");
    if (speaks != "involvement:I-E16") decide("R1", {"--delete", "all-free"});
    EXPECT_EQ(state_of("R1"), "confirmed") << "nobody has decided on what speaks of abuse";
    expect_kept("entry", "E-E16 E-E16-other");
    decide("R1", {"--keep", speaks}, day("2027-01-15"));
    night(day("2027-01-30"));
    EXPECT_EQ(sql_value("select count(*) from entry where id = 'E-E16'"), "1");
}

}  // namespace
}  // namespace casekeeper::test
