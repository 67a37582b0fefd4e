// SPDX-License-Identifier: MIT
//
// What the letters to whoever asked to see a record say, as values: from the receipt of the request to the
// letter that lies on top of the record. Their wording is the trust's (config/letters); which marks each knows
// stands in access_forms.h. All days are in words, all texts are printed as they are.
//
// Nobody's address and nobody else's name has a place here. What a person wrote for the reader (a question, a
// reason) is printed as written: whoever writes it answers for what it gives away.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/letter_head.h"
#include "output/letter.h"
#include "policy/who_may_ask.h"

namespace casekeeper {

// To whom it goes. REQUIRES of what is written before it is settled who may ask, and of the letters to those
// who may not: a head without anything of a record (custody/letter_head.h: head_without_record).
struct AccessReader {
    LetterHead head;
    bool is_young = false;     // asks for themselves and is under 18
    bool large_print = false;  // as they asked to have it: letters too
};

// The head, and whom it is about; who asks for themselves is spoken to as a young person or as a grown one.
LetterValues values_to(const AccessReader& to);

struct AccessAcknowledgement {
    AccessReader to;
    std::vector<std::string> asked_about;  // services and days as they were asked for; empty: everything
    std::string format;                    // as access_format_in_words; empty: they did not say
    std::string wish;                      // what support they would like, as they said it; may be empty
    std::optional<std::string> due_on;     // absent: it is open who asks, or the clock has not started
};

// What must be shown before the clock starts: who asks, or that they may ask for another, or both.
struct IdentityQuestion {
    AccessReader to;
    bool asks_who = true;
    bool asks_authority = false;  // by the papers of the capacity; nothing for one who asks for themselves
    Capacity capacity = Capacity::self;
};

// What they want is not clear enough to find it: the clock waits.
struct ClarificationQuestion {
    AccessReader to;
    std::string question;  // as written
};

struct AccessExtension {
    AccessReader to;
    std::string reason;                 // as written
    std::optional<std::string> due_on;  // the later day; absent: the clock has not started, or stands still
};

enum class AccessStage {
    waits_for_them,  // for papers or an answer they were asked for
    searching,
    deciding,     // what is found is read, part by part
    second_look,  // another person looks at the decisions
    sending,      // all is ready
};

enum class Lateness {
    on_time,
    will_be_late,  // the day to answer by is still to come, and it cannot be kept
    late,
};

struct AccessProgress {
    AccessReader to;
    AccessStage stage = AccessStage::searching;
    long long searched = 0;   // places
    long long asked = 0;      // others who owe an answer
    long long decided = 0;    // parts somebody had to decide on
    long long undecided = 0;  // that are still open
    Lateness lateness = Lateness::on_time;
    std::string due_on;       // the day the law names; empty: not known, and then it is not late
    std::string expected_on;  // empty: not known
    std::string reason;       // why it is late, as written; empty: not told
};

enum class ComplaintTo { trust, ico, court };

struct AccessRefusal {
    AccessReader to;
    std::string reason;     // as written
    std::string authority;  // "UK GDPR Art 12(5)"; empty: none beside the reason
};

// A word before the record arrives.
struct AccessAnnouncement {
    AccessReader to;
    std::string length;                // "about 340 pages"; empty: not known
    std::string format;                // as access_format_in_words
    std::string way;                   // "by post that has to be signed for": never an address; empty: open
    std::string arrives_on;            // the first day on which it may come
    std::vector<std::string> avoided;  // days on which they do not want it, as they said them
    bool has_passphrase = false;       // it comes apart from the record
    std::string wish;                  // what support they would like, as they said it; may be empty
    std::string support;               // who can be with them, as written; with no wish either: it is offered
};

// On top of the record: what was searched, what is there, what is not and why.
struct AccessRelease {
    struct Searched {
        std::string place;  // as recorded; the trust's own system as well
        std::string on;
        std::optional<long long> found;  // things; absent: not counted
    };
    // What was kept back for one reason.
    struct Reason {
        std::string why;        // in plain sentences (a rule's `plain`)
        std::string authority;  // "DPA 2018 Sch 2 para 16"; empty: none
        long long parts = 0;    // of how many parts of the record
    };
    AccessReader to;
    std::vector<Searched> searched;
    std::vector<std::string> enclosed;  // "214 notes", "2 photographs"; empty: nothing is sent
    long long in_part = 0;              // parts in which something is kept back
    long long withheld = 0;             // parts that are kept back whole
    std::vector<Reason> reasons;
    long long unexplained = 0;         // parts whose reason would give away what is in them
    std::string look_again_on;         // the first day something is looked at again; empty: none is set
    std::vector<std::string> missing;  // what should be there and is not, in sentences with the cause
    std::string format;                // as access_format_in_words
    bool has_passphrase = false;
    bool has_statement = false;  // the privacy statement is enclosed: UK GDPR Art 15(1)(a)-(h)
    std::string wish;            // what support they would like, as they said it; may be empty
    std::string support;         // who can be with them, as written; with no wish either: it is offered
};

// To whoever is not happy with the answer, on paper before it is looked into: DPA 2018 s164A(3).
struct ComplaintReceipt {
    AccessReader to;
    std::string complained_on;
    std::string words;  // as they said it
};

// What came of it: DPA 2018 s164A(4)(b).
struct ComplaintAnswer {
    AccessReader to;
    std::string complained_on;
    ComplaintTo complained_to = ComplaintTo::trust;
    bool looks_again = false;  // else the answer stands
    std::string reason;        // as written; empty: to one who may not ask, who is told nothing of a record
};

// "a PDF file", "large print", "plain text", "a web page"; empty for a code that is none of a pack.
std::string access_format_in_words(const std::string& format);
// "3 March 2027", of an ISO day; empty where there is none.
std::string day_in_words(const std::optional<std::string>& day);

LetterValues values_of(const AccessAcknowledgement& letter);
LetterValues values_of(const IdentityQuestion& letter);
LetterValues values_of(const ClarificationQuestion& letter);
LetterValues values_of(const AccessExtension& letter);
LetterValues values_of(const AccessProgress& letter);
LetterValues values_of(const AccessRefusal& letter);
// Of access_not_entitled and access_for_someone_dead, which tell nothing beyond the head.
LetterValues values_without_record(const AccessReader& to);
LetterValues values_of(const AccessAnnouncement& letter);
LetterValues values_of(const AccessRelease& letter);
LetterValues values_of(const ComplaintReceipt& letter);
LetterValues values_of(const ComplaintAnswer& letter);

}  // namespace casekeeper
