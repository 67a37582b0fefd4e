// SPDX-License-Identifier: MIT
//
// What the letters to others say, who are asked something for the sake of an access request: a third party who
// may consent, a health professional who gives an opinion, whoever owes an answer. As values; their wording is
// the trust's (config/letters). All days are in words.
//
// They must tell a third party nothing of anybody's record: not what is in it, not whose it is, unless the
// caller says the name. Whether the name may be said is for the caller to settle.
#pragma once

#include <string>
#include <vector>

#include "output/letter.h"
#include "policy/reminder_plan.h"

namespace casekeeper {

// The head of a letter to somebody who asked for nothing.
struct InquiryHead {
    std::string trust;
    std::string contact;     // empty: the trust's name stands for it
    std::string written_on;  // in words
    std::string reference;   // to be quoted
    std::string salutation;  // "Dear Maria"; "Hello" where the name is not known
};

// To a third party: may we show it? (DPA 2018 Sch 2 para 16: consent, or reasonable without.)
struct ConsentQuestion {
    InquiryHead head;
    bool told_us = false;      // they told us something; else it is about them
    std::string subject_name;  // who asks; empty: is not said
    std::string answer_by;
};

// To the appropriate health professional: is the serious harm test met? (DPA 2018 Sch 3 para 2, 5, 6.)
struct OpinionQuestion {
    InquiryHead head;
    std::string subject_name;        // whose health it is; empty: asked for by telephone
    std::string subject_born;        // empty: not said
    bool for_oneself = true;         // the person themselves would see it; else somebody asks for them
    std::vector<std::string> parts;  // the health data, as labels: "A letter, 3 March 2024"; empty: enclosed
    std::string question;            // as written; empty: nothing beyond the test
    std::string answer_by;
    int opinion_months = 6;  // that an opinion may be relied on
};

// What is owed. A consent is nobody's duty: such a reminder only asks once more, whatever its wording.
enum class InquiryKind { search, opinion, consent, advice };

struct AnswerReminder {
    InquiryHead head;
    InquiryKind kind = InquiryKind::search;
    std::string about;  // the place to be searched, the question; empty: the reference stands for it
    std::string asked_on;
    std::string answer_by;
    Reminder reminder;           // its number, its wording, whether somebody above is told
    std::string request_due_on;  // of the access request; empty: not said
};

LetterValues values_of(const ConsentQuestion& letter);
LetterValues values_of(const OpinionQuestion& letter);
LetterValues values_of(const AnswerReminder& letter);

}  // namespace casekeeper
