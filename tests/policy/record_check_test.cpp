// SPDX-License-Identifier: MIT
//
// Each shipped rule with a record that breaks it, one that keeps it and one at the edge, with the source that
// says so. domain.md §6: the recording requirements; brief.md: the trust policy's duties.
#include "policy/record_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/recording_facts.h"

namespace casekeeper {
namespace {

using test::Held;
using test::hold;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

enum class Is { broken, kept, edge };

struct LawCase {
    const char* rule;
    Is is;
    const char* source;
    const char* day;
    const char* facts;
    const char* found;  // "" where nothing is
};

const char* const duty_2 = "Trust policy, duty 2";
const char* const duty_3 = "Trust policy, duty 3";
const char* const derbyshire =
    "Derbyshire: statutory visits by the end of the next working day, others in five";
const char* const reg_49 = "Care Planning Regulations 2010, reg 49";

// 23 November 2026 is a Monday.
const LawCase cases[] = {
    // A contact has a date, a time, a kind, who was there and an account.
    {"contact", Is::broken, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-11-18 author=W1", "contact entry:E1 time,present,account"},
    {"contact", Is::broken, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 meeting 2026-11-18T10:00 present", "contact entry:E1 account"},
    {"contact", Is::broken, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 face-to-face 2026-11-18T10:00 account addressed",
     "contact entry:E1 present"},
    {"contact", Is::kept, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-11-18T10:00 present account", ""},
    {"contact", Is::edge, "A moment of midnight is a day alone", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-11-18T00:00:00 present account", "contact entry:E1 time"},
    {"contact", Is::edge, "A moment of midnight is a day alone", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-06-17T23:00:00Z present account", "contact entry:E1 time"},
    {"contact", Is::edge, "In summer midnight is at 23:00 UTC, written to the minute too", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-07-01T23:00Z present account; E2 visit "
     "2026-07-02T00:00+01:00 present account; E3 visit 2026-07-01T23:00 present account; E4 visit "
     "2026-11-01T23:00Z present account; E5 visit 2026-07-02T00:00Z present account",
     "contact entry:E1 time|contact entry:E2 time"},
    {"contact", Is::edge, "A minute past is a time", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-11-18T00:01:00 present account", ""},
    {"contact", Is::edge, "The rule's own first day", "2026-11-23",
     "I1 child-in-need 2011-01-05; E1 visit 2011-04-01; E2 visit 2011-03-31",
     "contact entry:E1 time,present,account"},
    {"contact", Is::edge, "What has not happened yet", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 visit 2026-11-24", ""},
    {"telephone-call", Is::broken, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 telephone-call 2026-11-18T10:00 account",
     "telephone-call entry:E1 people"},
    {"telephone-call", Is::kept, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 telephone-call 2026-11-18T10:00 account present", ""},
    {"telephone-call", Is::edge, "To whom it went is with whom it was", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 telephone-call 2026-11-18T10:00 account addressed", ""},

    // A letter has its copy.
    {"letter-copy", Is::broken, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 letter-sent 2026-11-18; E2 letter-received 2026-11-18",
     "letter-copy entry:E1 copy|letter-copy entry:E2 copy"},
    {"letter-copy", Is::kept, duty_3, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 letter-sent 2026-11-18 copy", ""},
    {"letter-copy", Is::edge, "The words of an e-mail are its account", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 email-sent 2026-11-18", ""},
    {"author", Is::broken, "Re M and N: attributed notes", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-11-18", "author entry:E1 author"},
    {"author", Is::kept, "Re M and N: attributed notes", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-11-18 author=W1", ""},
    {"author", Is::edge, "A record that was reduced is asked for nothing", "2026-11-23",
     "I1 child-in-need 2026-01-05 reduced; E1 note 2026-11-18", ""},

    // A decision has its reason and its decider.
    {"decision", Is::broken, duty_2, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 decision 2026-11-18 decision", "decision entry:E1 reason,decided_by"},
    {"decision", Is::kept, duty_2, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 decision 2026-11-18 decision reason decided-by", ""},
    {"decision", Is::edge, "An account of it is no reason", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 decision 2026-11-18 decision decided-by account",
     "decision entry:E1 reason"},

    // An entry is written up within the days the rule sets.
    {"statutory-visit-written-up", Is::broken, derbyshire, "2026-11-23",
     "I1 care-order 2026-01-05; E1 visit 2026-11-18 recorded=2026-11-20",
     "statutory-visit-written-up entry:E1 late"},
    {"statutory-visit-written-up", Is::kept, derbyshire, "2026-11-23",
     "I1 care-order 2026-01-05; E1 visit 2026-11-18 recorded=2026-11-18T17:00", ""},
    {"statutory-visit-written-up", Is::edge, "The end of the next working day", "2026-11-23",
     "I1 care-order 2026-01-05; E1 visit 2026-11-18 recorded=2026-11-19T23:59", ""},
    {"statutory-visit-written-up", Is::edge, "From Friday the next working day is Monday", "2026-11-24",
     "I1 care-order 2026-01-05; E1 visit 2026-11-20 recorded=2026-11-23; E2 visit 2026-11-20 "
     "recorded=2026-11-24",
     "statutory-visit-written-up entry:E2 late"},
    {"statutory-visit-written-up", Is::edge, "Over Easter 2026: Good Friday and Monday are holidays",
     "2026-04-09",
     "I1 care-order 2026-01-05; E1 visit 2026-04-02 recorded=2026-04-07; E2 visit 2026-04-02 "
     "recorded=2026-04-08",
     "statutory-visit-written-up entry:E2 late"},
    {"statutory-visit-written-up", Is::edge, "Never recorded: found once the day is over", "2026-11-20",
     "I1 care-order 2026-01-05; E1 visit 2026-11-18; E2 visit 2026-11-19",
     "statutory-visit-written-up entry:E1 unwritten"},
    {"statutory-visit-written-up", Is::edge, "After a year what was late is history", "2026-11-23",
     "I1 care-order 2020-01-05; E1 visit 2025-11-24 recorded=2026-01-24; E2 visit 2025-11-21 "
     "recorded=2026-01-24",
     "statutory-visit-written-up entry:E1 late"},
    {"written-up", Is::broken, derbyshire, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-11-12 recorded=2026-11-20", "written-up entry:E1 late"},
    {"written-up", Is::kept, derbyshire, "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-11-12 recorded=2026-11-13", ""},
    {"written-up", Is::edge, "The fifth working day", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-11-12 recorded=2026-11-19; E2 visit 2026-11-12 "
     "recorded=2026-11-19",
     ""},
    {"written-up", Is::edge, "A statutory visit is the other rule's", "2026-11-23",
     "I1 care-order 2026-01-05; E1 note 2026-11-12 recorded=2026-11-20; E2 visit 2026-11-12 "
     "recorded=2026-11-20",
     "statutory-visit-written-up entry:E2 late|written-up entry:E1 late"},
    {"written-up", Is::edge, "Clocks go back on 25 October 2026: the day is London's", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 note 2026-10-23T23:30:00Z recorded=2026-10-30T23:30:00Z", ""},

    // A looked-after child's record has its contents.
    {"care-plan", Is::broken, reg_49, "2026-11-23",
     "I1 care-order 2026-11-02; E1 plan 2026-11-03 topic=health", "care-plan involvement:I1 missing"},
    {"care-plan", Is::broken, reg_49, "2026-11-23", "I1 care-order 2026-11-02 closed=2026-11-20",
     "care-plan involvement:I1 missing"},
    {"care-plan", Is::broken, "Reg 4: within ten working days", "2026-11-17", "I1 care-order 2026-11-02",
     "care-plan involvement:I1 missing"},
    {"care-plan", Is::edge, "The tenth working day", "2026-11-16", "I1 care-order 2026-11-02", ""},
    {"care-plan", Is::kept, reg_49, "2026-11-23",
     "I1 care-order 2026-11-02; E1 plan 2026-11-03 topic=care-plan", ""},
    {"care-plan", Is::edge, "Made before the placement, in the record of a child in need", "2026-11-23",
     "I1 child-in-need 2026-01-05; E1 plan 2026-10-12 topic=care-plan; I2 care-order 2026-11-02", ""},
    {"care-plan", Is::edge, "A plan of long before is none of this care", "2026-11-23",
     "I1 child-in-need 2024-01-05; E1 plan 2024-10-12 topic=care-plan; I2 care-order 2026-11-02",
     "care-plan involvement:I2 missing"},
    {"care-plan", Is::edge, "An order that follows accommodation is the same care", "2026-11-23",
     "I1 accommodated-s20 2025-11-03 closed=2026-06-30; E1 plan 2025-11-05 topic=care-plan; I2 care-order "
     "2026-07-01",
     ""},
    {"care-plan", Is::edge, "After a day at home it is another", "2026-11-23",
     "I1 accommodated-s20 2025-01-03 closed=2025-06-30; E1 plan 2025-01-05 topic=care-plan; I2 care-order "
     "2026-07-02",
     "care-plan involvement:I2 missing"},
    {"care-plan", Is::edge, "Over before the ten days were", "2026-11-23",
     "I1 accommodated-s20 2026-10-05 closed=2026-10-09", ""},
    {"care-plan", Is::edge, "Ended before the Regulations", "2026-11-23",
     "I1 care-order 2009-10-05 closed=2011-03-31", ""},
    {"care-plan", Is::edge, "Closed six years ago, and a day more", "2026-11-23",
     "I1 care-order 2019-10-05 closed=2020-11-23; I2 care-order 2018-10-05 closed=2018-12-31",
     "care-plan involvement:I1 missing"},
    {"care-plan", Is::edge, "Begun before bank holidays are known", "2026-11-23", "I1 care-order 2016-04-18",
     "care-plan involvement:I1 missing"},
    {"health", Is::broken, "Reg 7, reg 49(2)(b)", "2026-11-23", "I1 care-order 2026-10-01",
     "health involvement:I1 missing"},
    {"health", Is::kept, "Reg 7, reg 49(2)(b)", "2026-11-23",
     "I1 care-order 2026-10-01; E1 assessment 2026-10-20 topic=health", ""},
    {"health", Is::edge, "The year's last day", "2026-11-23",
     "I1 care-order 2025-10-01; E1 assessment 2025-11-23 topic=health", ""},
    {"health", Is::edge, "The day after", "2026-11-24",
     "I1 care-order 2025-10-01; E1 assessment 2025-11-23 topic=health", "health involvement:I1 overdue"},
    {"health", Is::edge, "Reg 48 switches reg 49(2)(b) off for short breaks", "2026-11-23",
     "I1 short-breaks-s20 2026-01-05", ""},
    {"placement-plan", Is::broken, "Reg 9: within five working days", "2026-11-10",
     "I1 care-order 2026-11-02", "placement-plan involvement:I1 missing"},
    {"placement-plan", Is::edge, "The fifth working day", "2026-11-09", "I1 care-order 2026-11-02", ""},
    {"placement-plan", Is::kept, reg_49, "2026-11-23",
     "I1 care-order 2026-11-02; E1 plan 2026-11-06 topic=placement", ""},
    {"placement-plan", Is::edge, "Reg 48(3)(a) switches reg 9 off for short breaks", "2026-11-23",
     "I1 short-breaks-s20 2026-01-05", ""},
    {"education", Is::broken, "Reg 5(1)(b)(ii)", "2026-11-23", "I1 looked-after 2026-10-01",
     "education involvement:I1 missing"},
    {"education", Is::kept, "Reg 5(1)(b)(ii)", "2026-11-23",
     "I1 looked-after 2026-10-01; I2 virtual-school 2026-10-01; E1 plan 2026-10-12 topic=education in=I2",
     ""},
    {"education", Is::edge, "Six months on", "2026-11-23",
     "I1 looked-after 2026-01-05; E1 plan 2026-05-23 topic=education", ""},
    {"education", Is::edge, "A day more", "2026-11-23",
     "I1 looked-after 2026-01-05; E1 plan 2026-05-22 topic=education", "education involvement:I1 overdue"},
    {"reviews", Is::broken, "Reg 33: within twenty working days", "2026-11-02", "I1 care-order 2026-10-02",
     "reviews involvement:I1 missing"},
    {"reviews", Is::edge, "The twentieth working day", "2026-10-30", "I1 care-order 2026-10-02", ""},
    {"reviews", Is::kept, "Reg 33", "2026-11-23",
     "I1 care-order 2026-10-02; E1 review 2026-10-28 topic=care-plan", ""},
    {"reviews", Is::edge, "The second within three months of the first", "2026-11-23",
     "I1 care-order 2026-07-02; E1 review 2026-07-28 topic=care-plan", "reviews involvement:I1 overdue"},
    {"reviews", Is::edge, "After the second six months", "2026-11-23",
     "I1 care-order 2026-01-02; E1 review 2026-01-28 topic=care-plan; E2 review 2026-05-23 topic=care-plan",
     ""},
    {"reviews", Is::edge, "Reg 48: of short breaks the other rule asks", "2026-11-23",
     "I1 short-breaks-s20 2026-01-05", ""},
    {"short-break-reviews", Is::broken, "Reg 33 as reg 48 modifies it: within three months", "2026-11-23",
     "I1 short-breaks-s20 2026-08-22", "short-break-reviews involvement:I1 missing"},
    {"short-break-reviews", Is::edge, "The last day of three months", "2026-11-23",
     "I1 short-breaks-s20 2026-08-23", ""},
    {"short-break-reviews", Is::kept, "Reg 33 as reg 48 modifies it: then every six months", "2026-11-23",
     "I1 short-breaks-s20 2026-03-02; E1 review 2026-05-23 topic=care-plan", ""},
    {"short-break-reviews", Is::edge, "Six months and a day", "2026-11-23",
     "I1 short-breaks-s20 2026-03-02; E1 review 2026-05-22 topic=care-plan",
     "short-break-reviews involvement:I1 overdue"},
    {"visits", Is::broken, "Reg 28: within a week", "2026-11-10", "I1 care-order 2026-11-02",
     "visits involvement:I1 missing"},
    {"visits", Is::edge, "The seventh day", "2026-11-09", "I1 care-order 2026-11-02", ""},
    {"visits", Is::kept, "Reg 28", "2026-11-23", "I1 care-order 2026-11-02; E1 visit 2026-11-06", ""},
    {"visits", Is::edge, "Six weeks", "2026-11-23", "I1 care-order 2026-01-02; E1 visit 2026-10-12", ""},
    {"visits", Is::edge, "Six weeks and a day", "2026-11-23", "I1 care-order 2026-01-02; E1 visit 2026-10-11",
     "visits involvement:I1 overdue"},
    {"visits", Is::edge, "A closed record owes no further visit", "2026-11-23",
     "I1 care-order 2026-01-02 closed=2026-11-20; E1 visit 2026-03-11", ""},
    {"court-order", Is::broken, "Reg 49(2)(d)", "2026-11-23", "I1 care-order 2026-10-01",
     "court-order involvement:I1 missing"},
    {"court-order", Is::kept, "Reg 49(2)(d)", "2026-11-23",
     "I1 care-order 2026-10-01; E1 letter-received 2026-10-02 topic=court-order", ""},
    {"court-order", Is::edge, "Accommodation needs no court", "2026-11-23", "I1 accommodated-s20 2026-10-01",
     ""},
    {"childs-view", Is::broken, "Children Act 1989 s22(4)", "2026-11-23", "I1 care-order 2026-10-01",
     "childs-view involvement:I1 missing"},
    {"childs-view", Is::kept, "Children Act 1989 s22(4)", "2026-11-23",
     "I1 care-order 2026-10-01; E1 visit 2026-10-08 topic=childs-view", ""},
    {"childs-view", Is::edge, "Half a year", "2026-11-23",
     "I1 care-order 2026-01-01; E1 visit 2026-05-22 topic=childs-view", "childs-view involvement:I1 overdue"},

    // Open involvements are not silent for longer than the rule allows; closed ones have a reason.
    {"silent-child", Is::broken, "Trust policy, duty 4", "2026-11-23", "I1 care-order 2026-01-02",
     "silent-child involvement:I1 silent"},
    {"silent-child", Is::kept, "Trust policy, duty 4", "2026-11-23",
     "I1 care-order 2026-01-02; E1 note 2026-11-20", ""},
    {"silent-child", Is::edge, "Six weeks", "2026-11-23", "I1 care-order 2026-01-02; E1 note 2026-10-12", ""},
    {"silent-child", Is::edge, "Six weeks and a day", "2026-11-24",
     "I1 care-order 2026-01-02; E1 note 2026-10-12", "silent-child involvement:I1 silent"},
    {"silent-child", Is::edge, "What is to come breaks no silence", "2026-11-24",
     "I1 care-order 2026-01-02; E1 note 2026-10-12; E2 visit 2026-12-01",
     "silent-child involvement:I1 silent"},
    {"silent-child", Is::edge, "Opened lately", "2026-11-23", "I1 care-order 2026-10-12", ""},
    {"silent-child", Is::edge, "Closed", "2026-11-23", "I1 care-order 2026-01-02 closed=2026-11-22", ""},
    {"silent-in-need", Is::broken, duty_3, "2026-11-24", "I1 child-in-need 2026-01-02; E1 note 2026-08-23",
     "silent-in-need involvement:I1 silent"},
    {"silent-in-need", Is::kept, duty_3, "2026-11-24", "I1 child-in-need 2026-01-02; E1 note 2026-11-02", ""},
    {"silent-in-need", Is::edge, "Three months", "2026-11-23",
     "I1 child-in-need 2026-01-02; E1 note 2026-08-23", ""},
    {"silent-in-need", Is::broken, "Reg 48(3)(c): reg 28(2) does not apply to short breaks", "2026-11-24",
     "I1 short-breaks-s20 2026-01-02; E1 note 2026-08-23", "silent-in-need involvement:I1 silent"},
    {"silent-child", Is::edge, "Reg 48(3)(c): reg 28(2) does not apply to short breaks", "2026-11-24",
     "I1 short-breaks-s20 2026-01-02; E1 note 2026-08-24", ""},
    {"open-worker", Is::broken, duty_3, "2026-11-23", "I1 child-in-need 2026-01-02",
     "open-worker involvement:I1 worker"},
    {"open-worker", Is::kept, duty_3, "2026-11-23", "I1 child-in-need 2026-01-02 worker=W1", ""},
    {"open-worker", Is::edge, "Opened tomorrow", "2026-11-23", "I1 child-in-need 2026-11-24", ""},
    {"closure-reason", Is::broken, "Trust policy, duty 14", "2026-11-23",
     "I1 child-in-need 2026-01-02 closed=2026-11-20", "closure-reason involvement:I1 closure_reason"},
    {"closure-reason", Is::kept, "Trust policy, duty 14", "2026-11-23",
     "I1 child-in-need 2026-01-02 closed=2026-11-20 closure-reason", ""},
    {"closure-reason", Is::edge, "Closed tomorrow", "2026-11-23",
     "I1 child-in-need 2026-01-02 closed=2026-11-24", ""},
};

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "|") + text;
    return all;
}

TEST(RecordCheck, HoldsTheLawAsItsSourcesSayIt) {
    for (const LawCase& law : cases) {
        const Held held = hold(test::only(law.rule), test::shipped_catalogue(), law.facts, law.day);
        EXPECT_EQ(joined(held.shortfalls), law.found)
            << law.rule << ", on " << law.day << ": " << law.facts << "\n(" << law.source << ")";
    }
}

TEST(RecordCheck, EveryShippedRuleIsBrokenKeptAndTriedAtItsEdge) {
    for (const RecordingRule& rule : test::shipped_recording_rules().rules()) {
        // Asked of several records at once: reports/belonging_test.cpp.
        if (rule.subject == RecordingSubject::belonging) continue;
        for (const Is is : {Is::broken, Is::kept, Is::edge}) {
            const bool tried = std::any_of(std::begin(cases), std::end(cases), [&](const LawCase& law) {
                return law.rule == rule.id && law.is == is;
            });
            EXPECT_TRUE(tried) << rule.id << " " << static_cast<int>(is);
        }
    }
}

Held shipped(const std::string& facts, const std::string& day = "2026-11-23") {
    return hold(test::shipped_recording_rules(), test::shipped_catalogue(), facts, day);
}

TEST(RecordCheck, AsksWhoeverWroteTheEntryElseTheWorkerOfTheRecord) {
    const Held held = shipped(
        "I1 mentoring 2026-01-05 worker=W1 team=north; "
        "E1 letter-sent 2026-11-18 author=W2 recorded=2026-11-18; E2 letter-sent 2026-11-18 "
        "recorded=2026-11-18");
    ASSERT_EQ(joined(held.shortfalls),
              "author entry:E2 author|letter-copy entry:E1 copy|letter-copy entry:E2 copy");
    EXPECT_EQ(held.whole[1].worker, "W2");
    EXPECT_EQ(held.whole[1].team, "north");
    EXPECT_EQ(held.whole[2].worker, "W1");
}

// Whoever wrote a letter that came in may be nobody of the trust's.
TEST(RecordCheck, AsksTheWorkerOfTheRecordForALetterThatCameIn) {
    const Held held =
        hold(test::only("letter-copy"), test::shipped_catalogue(),
             "I1 mentoring 2026-01-05 worker=W1; E1 letter-received 2026-11-18 author=W2", "2026-11-23");
    ASSERT_EQ(held.whole.size(), 1U);
    EXPECT_EQ(held.whole[0].worker, "W1");
}

TEST(RecordCheck, AsksTheWorkerWhoWorksOnTheRecordNowForItsContents) {
    const Held held = hold(test::only("care-plan"), test::shipped_catalogue(),
                           "I1 accommodated-s20 2025-01-03 closed=2025-06-30 worker=W1; I2 care-order "
                           "2025-07-01 worker=W2",
                           "2026-11-23");
    ASSERT_EQ(joined(held.shortfalls), "care-plan involvement:I1 missing");
    EXPECT_EQ(held.whole[0].worker, "W2");
}

TEST(RecordCheck, SaysSinceWhenAndByWhen) {
    const Held held = hold(test::only("silent-child"), test::shipped_catalogue(),
                           "I1 care-order 2026-01-02; E1 note 2026-10-01", "2026-11-23");
    ASSERT_EQ(held.whole.size(), 1U);
    EXPECT_EQ(held.whole[0].about_on, parse_date("2026-10-01"));
    EXPECT_EQ(held.whole[0].owed_by, parse_date("2026-11-12"));
}

// What time alone may change is looked at again on that very day.
TEST(RecordCheck, KnowsOnWhichDayToLookAgain) {
    const auto again = [](const char* rule, const char* facts) {
        return hold(test::only(rule), test::shipped_catalogue(), facts, "2026-11-23").look_again_on;
    };
    EXPECT_EQ(again("silent-child", "I1 care-order 2026-01-02; E1 note 2026-11-20"), "2027-01-02");
    EXPECT_EQ(again("silent-child", "I1 care-order 2026-01-02"), "") << "found: mended by an entry only";
    EXPECT_EQ(again("statutory-visit-written-up", "I1 care-order 2026-01-02; E1 visit 2026-11-20"),
              "2026-11-24");
    EXPECT_EQ(again("statutory-visit-written-up",
                    "I1 care-order 2026-01-02; E1 visit 2026-11-18 recorded=2026-11-20"),
              "2027-11-19")
        << "then it is history";
    EXPECT_EQ(again("author", "I1 care-order 2026-01-02; E1 visit 2026-12-20"), "2026-12-20");
    EXPECT_EQ(again("author", "I1 care-order 2026-01-02; E1 note 2026-11-20"), "");
    EXPECT_EQ(again("care-plan", "I1 care-order 2026-11-20"), "2026-12-05");
    EXPECT_EQ(again("open-worker", "I1 care-order 2026-12-01"), "2026-12-01");
    EXPECT_EQ(again("closure-reason", "I1 care-order 2026-01-01 closed=2026-12-01 closure-reason"),
              "2026-12-01");
}

TEST(RecordCheck, OnTheDayToLookAgainAndNotBeforeSomethingIsOtherwise) {
    const char* const facts =
        "I1 care-order 2026-11-02 worker=W1; E1 visit 2026-11-20T10:00 present account author=W1; "
        "E2 plan 2026-11-03 topic=care-plan author=W1 recorded=2026-11-03";
    std::string day = "2026-11-20";
    Held before = shipped(facts, day);
    for (int turns = 0; turns < 12 && !before.look_again_on.empty(); ++turns) {
        const Date again = parse_date(before.look_again_on).value();
        ASSERT_GT(before.look_again_on, day);
        for (Date on = day_after(parse_date(day).value()); on < again; on = day_after(on))
            ASSERT_EQ(shipped(facts, to_text(on)).shortfalls, before.shortfalls) << to_text(on);
        day = before.look_again_on;
        before = shipped(facts, day);
    }
    EXPECT_GE(before.shortfalls.size(), 6U);
}

TEST(RecordCheck, SaysWhichHolidaysItDoesNotKnowAndFindsTheRest) {
    const Held held =
        shipped("I1 mentoring 2028-01-05 worker=W1; E1 letter-sent 2028-12-29 author=W1", "2029-01-20");
    EXPECT_EQ(joined(held.shortfalls), "letter-copy entry:E1 copy");
    EXPECT_NE(held.holidays_missing.find("bank_holidays.toml"), std::string::npos);
}

TEST(RecordCheck, DashesAreNoAccount) {
    for (const char* text : {"", " ", "-", "...", "\t\n", "?!", "\u2013", "\u2026", "\u00A0",
                             " \u2014 \u00A0.", "[\"\u2013\"]", "\u201C\u201D", "\uFEFF"})
        EXPECT_FALSE(says_something(text)) << text;
    for (const char* text : {"x", "- ok", "7", "\xC3\xA9", "\u2013 \u00C9", "\u0645", "\u4E2D", "[\"Mia\"]"})
        EXPECT_TRUE(says_something(text)) << text;
}

TEST(RecordCheck, AServiceThatNobodyKnowsIsAskedWhatEveryServiceIs) {
    const Held held = shipped(
        "I1 moon-landing 2026-11-01 worker=W1; E1 letter-sent 2026-11-18 author=W1 "
        "recorded=2026-11-18");
    EXPECT_EQ(joined(held.shortfalls), "letter-copy entry:E1 copy");
}

TEST(RecordCheck, ARecordWithoutAnythingIsWithoutFindings) {
    EXPECT_THAT(shipped("").shortfalls, IsEmpty());
    EXPECT_EQ(shipped("").look_again_on, "");
}

TEST(RecordCheck, OneCheckServesOneRecordAfterAnother) {
    RecordCheck check(test::shipped_recording_rules(), test::shipped_holidays(),
                      parse_date("2026-11-23").value());
    CheckedInvolvement open;
    open.id = "I1";
    open.person = "P1";
    open.service = test::shipped_catalogue().find("mentoring").value();
    open.opened = parse_date("2026-11-01");
    check.begin({open});
    EXPECT_EQ(check.finish().shortfalls.size(), 1U) << "no worker";
    open.worker = "W1";
    check.begin({open});
    EXPECT_EQ(check.finish().shortfalls.size(), 0U);
}

}  // namespace
}  // namespace casekeeper
