// SPDX-License-Identifier: MIT
//
// The letters to others for the sake of an access request: what they ask, and what they must not tell.
#include "disclosure/access_inquiry_letter.h"

#include <gtest/gtest.h>

#include "support/letter_checks.h"
#include "support/sample_access_letters.h"

namespace casekeeper::test {
namespace {

template <class Question>
std::string words_of(const char* form, const Question& letter) {
    return shipped_access_letters().of(form).words(values_of(letter));
}

std::string consent(const std::string& subject, bool told_us = true) {
    return words_of(access_form::consent,
                    ConsentQuestion{sample_inquiry(), told_us, subject, "18 December 2026"});
}

std::string reminder(InquiryKind kind, int number, ReminderWording wording) {
    return words_of(access_form::reminder, sample_reminder(kind, number, wording));
}

// Somebody may be asked without learning who asks, and always without learning what is in a record.
TEST(ConsentQuestion, NamesWhoAsksOnlyWhereItMay) {
    expect_said(consent("Zoë"), {"Zoë has asked Brightwell Children's Trust"});
    expect_said(consent(""), {"Somebody has asked Brightwell Children's Trust"});
    expect_unsaid(consent(""), {"Zoë", "23 November 2026"});
    expect_said(consent("", true), {"Something that you told us is in it."});
    expect_said(consent("", false), {"Something about you is in it."});
}

TEST(ConsentQuestion, LeavesThemFree) {
    expect_said(consent(""),
                {"you do not have to answer", "we do not take it as a yes", "in danger",
                 "by 18 December 2026 if you can", "a person at Brightwell Children's Trust decides"});
}

TEST(OpinionQuestion, AsksForTheHarmTestPartByPart) {
    expect_said(
        words_of(access_form::opinion, sample_opinion(true)),
        {"Dear Dr Hale,", "Name: Zoë Quill", "Born: 14 May 2011",
         "likely to cause serious harm to the physical or mental health of the person, or of anybody else",
         "• A letter of a clinic, 3 March 2024 (entry E7)", "Is it enough if somebody sits with her",
         "answer by 18 December 2026", "rely on it for 6 months", "showing it to the person be likely"});
}

TEST(OpinionQuestion, SaysWhoWouldSeeItAndNoNameThatIsNotGiven) {
    const std::string words = words_of(access_form::opinion, sample_opinion(false));
    expect_said(words, {"whoever asks for the person be likely", "the name on the telephone"});
    expect_unsaid(words, {"Zoë", "Born"});
}

TEST(AnswerReminder, GrowsPlainerFromOneToTheNext) {
    using W = ReminderWording;
    const std::string first = reminder(InquiryKind::search, 1, W::reminder);
    expect_said(first,
                {"We still need your answer", "On 23 November 2026 we asked you to search for information",
                 "due on 30 November 2026", "It is about: Paper archive", "until 23 December 2026"});
    expect_unsaid(first, {"report to", "reminded you before"});
    expect_said(reminder(InquiryKind::search, 2, W::reminder), {"We have reminded you before"});
    expect_said(reminder(InquiryKind::opinion, 3, W::escalation),
                {"your opinion as a health professional", "We now also tell whoever you report to."});
    expect_said(
        reminder(InquiryKind::advice, 4, W::overdue),
        {"the time the law gives has run out", "for your advice", "could not answer the person in time"});
}

// What has run out by the law is not yet to come.
TEST(AnswerReminder, SaysTheDayOfTheRequestAsPastWhereItIs) {
    expect_said(reminder(InquiryKind::search, 4, ReminderWording::overdue), {"had until 9 December 2026"});
}

// Nobody is pressed to consent.
TEST(AnswerReminder, AsksAThirdPartyOnceMoreAndNoMore) {
    for (const ReminderWording wording :
         {ReminderWording::reminder, ReminderWording::escalation, ReminderWording::overdue}) {
        const std::string words = reminder(InquiryKind::consent, 3, wording);
        expect_said(words, {"You do not have to answer", "you have had your say"});
        expect_unsaid(words, {"report to", "run out", "9 December 2026", "23 December 2026", "offence"});
    }
}

}  // namespace
}  // namespace casekeeper::test
