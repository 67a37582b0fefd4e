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
//   decision.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace casekeeper {

enum class Capacity { self, parent, representative, attorney, other };
std::optional<Capacity> parse_capacity(std::string_view text);

// What somebody who knows the young person found: do they understand what asking means and what follows?
struct Competence {
    bool competent = false;
    bool impaired = false;  // a disability or illness prevents a decision of their own: the exception
    std::string assessor;
    Date on{};
    std::string basis;  // in a sentence
};

struct Asking {
    Capacity capacity = Capacity::self;
    bool is_dead = false;
    std::optional<DateRange> born;  // absent: not known
    Date on{};                      // the day the request was received
    std::optional<Competence> competence;
    bool has_evidence = false;          // of parental responsibility, or of the authority to act
    std::optional<bool> person_agrees;  // does the person, who can decide, agree that it is asked for them?
    bool in_best_interests = false;     // of somebody who cannot decide: weighed, and recorded
    bool identity_settled = false;      // identity was proved, or nobody needed to ask
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
};

Entitlement who_may_ask(const Asking& asking);

}  // namespace casekeeper
