// SPDX-License-Identifier: MIT
//
// Who may ask for somebody's record to be deleted (or shown, corrected, restricted): the person; for a child
// who does not understand what asking means, whoever has parental responsibility, in the child's interest;
// whoever the person has authorised, with evidence of it. Never over the head of a competent young person.
//
//   sources: UK GDPR Art 12, 17 (the right is the person's own); Gillick v West Norfolk AHA [1986] AC 112 (no
//   fixed age in England: a child who understands decides); Mental Capacity Act 2005 s1(2), s2(5) (from 16
//   capacity is presumed); Children Act 1989 s3 (parental responsibility); DPA 2018 s3(2) (living individuals
//   only); the trust's policy: an impairment that prevents consent is the exception to the young person's own
//   decision; Adoption and Children Act 2002 ss60, 61, SI 2005/888 (records from before an adoption).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace casekeeper {

enum class Capacity { self, parent, representative, attorney, other };
std::optional<Capacity> parse_capacity(std::string_view text);
const char* to_text(Capacity capacity);

// What somebody who knows the young person found: do they understand what asking means and what follows?
struct Competence {
    bool competent = false;
    bool impaired = false;  // a disability or illness prevents a decision of their own: the exception
    std::string assessor;
    Date on{};
    std::string basis;  // in a sentence
};

// What lies before an adoption is no part of Art 15 (DPA 2018 Sch 4 para 3). The adopted adult's way to it is an
// application of its own, in writing and with reasons, which a data protection officer takes.
struct AdoptionRoute {
    bool is_before = false;     // the record is from before an adoption
    bool is_taken = false;      // it is asked for by that route
    bool has_reasons = false;   // the application says why
    bool is_confirmed = false;  // a data protection officer took the application, or settled who asks
};

struct Asking {
    Capacity capacity = Capacity::self;
    bool is_dead = false;
    std::optional<DateRange> born;  // absent: not known
    Date on{};                      // the day the request was received
    std::optional<Competence> competence;
    bool has_authority = false;         // shown: parental responsibility, or an authority to act
    std::optional<bool> person_agrees;  // does the person, who can decide, agree that it is asked for them?
    bool in_best_interests = false;     // of somebody who cannot decide: weighed, and recorded
    bool identity_settled = false;      // identity was proved, or nobody needed to ask
    AdoptionRoute adoption;             // of requests to see a record
};

struct Entitlement {
    enum class Answer {
        entitled,
        missing,      // something is to be recorded or sent in first
        not_entitled  // refused, with the reason
    };
    Answer answer = Answer::missing;
    std::string reason;  // in a sentence, for the case and the letter
    std::string law;
    bool lacks_authority = false;  // evidence of it is what is missing
    bool lacks_reasons = false;    // those of an application for a record from before an adoption
};
const char* to_text(Entitlement::Answer answer);  // "entitled", "missing", "not-entitled"

Entitlement who_may_ask(const Asking& asking);

}  // namespace casekeeper
