// SPDX-License-Identifier: MIT
//
// What people do with an access request on its way to dispatch: search, ask others, decide item by item, look
// twice, announce, send, close.
#include <algorithm>
#include <ostream>

#include "base/json_text.h"
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/pack_account.h"
#include "cli/request_steps.h"
#include "disclosure/access_inquiries.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_moves.h"
#include "disclosure/access_outcome.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_items = 10000;

AccessOutcome outcome(Invocation& invocation, AccessStep& step) {
    return AccessOutcome(invocation.store(), step.casework, step.actor, step.act);
}

// Runs one inquiry with the calendar it needs.
template <typename Inquire>
int inquire(Invocation& invocation, const AccessStep& step, const Inquire& inquire_of) {
    const BankHolidays holidays = bank_holidays(invocation);
    AccessInquiries inquiries(invocation.store(), step.actor, step.act, holidays,
                              invocation.settings().requests.answer_days);
    inquire_of(inquiries);
    return say_access_state(invocation, step.request);
}

int refer(Invocation& invocation) {
    const AccessStep step(invocation);
    return inquire(invocation, step, [&](AccessInquiries& inquiries) {
        inquiries.refer(step.request, invocation.value("to"), invocation.value("question"));
    });
}

int advice(Invocation& invocation) {
    const AccessStep step(invocation);
    return inquire(invocation, step, [&](AccessInquiries& inquiries) {
        inquiries.advice(step.request, invocation.value("from"), invocation.value("advice"));
    });
}

std::optional<long long> number_found(const Invocation& invocation) {
    if (!invocation.has("found")) return std::nullopt;
    const std::string text = invocation.value("found");
    const bool is_number = !text.empty() && text.size() < 10 &&
                           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!is_number) throw UsageError("--found \"" + text + "\" is no number", "how many things, e.g. 3");
    return std::stoll(text);
}

int search(Invocation& invocation) {
    const AccessStep step(invocation);
    const Date on = day_given(invocation, "on").value_or(step.act.day);
    return inquire(invocation, step, [&](AccessInquiries& inquiries) {
        if (invocation.has("ask"))
            inquiries.ask_search(step.request, invocation.value("place"), invocation.value("ask"), on);
        else
            inquiries.record_search(step.request, {invocation.value("place"), invocation.value("terms"),
                                                   invocation.value("result"), number_found(invocation), on,
                                                   invocation.value("lost")});
    });
}

int add(Invocation& invocation) {
    const AccessStep step(invocation);
    return inquire(invocation, step, [&](AccessInquiries& inquiries) {
        inquiries.add_material(step.request, invocation.documents_folder(), invocation.operands.at(1),
                               invocation.value("title"), invocation.value("place"));
    });
}

int consent(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.consent(one, {invocation.value("of"), day_given(invocation, "asked")}, folder);
            });
    const AccessStep step(invocation);
    ConsentWord word;
    word.of = invocation.value("of");
    for (const char* outcome : {"asked", "given", "refused", "impossible"})
        if (const auto on = day_given(invocation, outcome)) {
            if (!word.outcome.empty())
                throw UsageError("two outcomes are given",
                                 "one of --asked, --given, --refused, --impossible");
            word.outcome = outcome;
            word.on = *on;
        }
    if (word.outcome.empty())
        throw UsageError("it is not said what became of it",
                         "--asked DATE, --given DATE, --refused DATE or --impossible DATE");
    word.reason = invocation.value("reason");
    const int code =
        inquire(invocation, step, [&](AccessInquiries& inquiries) { inquiries.consent(step.request, word); });
    if (word.outcome != "asked")
        invocation.say(
            "what is proposed goes by what they said, once it is reviewed again: casekeeper access review " +
            step.request);
    return code;
}

int opinion(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.opinion(one, {invocation.value("of"), day_given(invocation, "asked")}, folder);
            });
    const AccessStep step(invocation);
    const std::vector<std::string> items = items_of(invocation, "items");
    if (invocation.has("asked") == invocation.has("given"))
        throw UsageError("it is not said whether an opinion was asked for or given",
                         "--asked DATE, or --given DATE --role TEXT --harm yes|no --text TEXT");
    return inquire(invocation, step, [&](AccessInquiries& inquiries) {
        if (const auto asked = day_given(invocation, "asked")) {
            inquiries.ask_opinion(step.request, invocation.value("of"), *asked, items);
            return;
        }
        const std::optional<bool> harm = yes_or_no(invocation, "harm");
        if (!harm)
            throw UsageError("it is not said whether the harm test is met",
                             "--harm yes or --harm no (DPA 2018 Sch 3 para 2)");
        inquiries.opinion(step.request,
                          {invocation.value("of"), invocation.value("role"), *day_given(invocation, "given"),
                           *harm, invocation.value("text"), items});
    });
}

// A reader takes its time: documents are read before the unit of work in which the file is reviewed.
void read_documents(Invocation& invocation, AccessStep& step) {
    AccessCase one;
    {
        const UnitOfWork look(invocation.store(), UnitOfWork::Kind::write);
        AccessMoves moves(invocation.store(), step.actor, step.act);
        one = moves.find(step.request);
        moves.require(one, AccessEvent::review);
    }
    step.reading.tools.keep_words_of(one.person);
}

int review(Invocation& invocation) {
    AccessStep step(invocation);
    read_documents(invocation, step);
    const AccessReview review = step.casework.review(step.request);
    for (const AccessItem& item : AccessStore(invocation.store()).items(step.request))
        invocation.out << (invocation.format == OutputFormat::json ? to_json(item) : to_lines(item)) << "\n";
    invocation.say(std::to_string(review.parts.size()) + " parts, " +
                   std::to_string(review.new_parts.size()) + " of them new" +
                   (review.earlier ? " since " + *review.earlier : "") + "; " +
                   std::to_string(review.items.size()) + " proposals to be decided");
    if (review.earlier)
        for (const std::string& part : review.new_parts) invocation.say("new: " + part);
    invocation.say("next: casekeeper access decide " + step.request +
                   " ITEM --withhold --reason TEXT, or --show --reason TEXT");
    return 0;
}

ItemChoice choice_of(const Invocation& invocation, std::vector<std::string> items) {
    for (const char* option : {"rule", "about", "part"})
        if (invocation.has(option))
            require_text(invocation.value(option), std::string("what --") + option + " names",
                         "casekeeper access show " + invocation.operands.front() + " shows what there is");
    return {std::move(items), invocation.value("rule"), invocation.value("about")};
}

// KEY=TEXT, any number of them.
std::map<std::string, std::string> record_of(const Invocation& invocation) {
    std::map<std::string, std::string> record;
    for (const std::string& pair : invocation.values("record")) {
        const std::size_t at = pair.find('=');
        if (at == std::string::npos || at == 0 || at + 1 == pair.size())
            throw UsageError("--record \"" + pair.substr(0, at) + "\" has no text", "--record KEY=TEXT");
        record[pair.substr(0, at)] = pair.substr(at + 1);
    }
    return record;
}

int decide_items(Invocation& invocation, AccessStep& step) {
    const int given =
        int(invocation.has("withhold")) + int(invocation.has("part")) + int(invocation.has("show"));
    const char* one_of_three =
        "exactly one of --show, --withhold and --part TEXT, what of it is withheld; --done when all are "
        "decided";
    if (given == 0) throw UsageError("it is not said what was decided", one_of_three);
    if (given > 1) throw UsageError("more than one decision is given", one_of_three);
    AccessDecision decision;
    decision.choice =
        choice_of(invocation, std::vector(invocation.operands.begin() + 1, invocation.operands.end()));
    decision.decision = invocation.has("show") ? "show" : invocation.has("part") ? "part" : "withhold";
    decision.part = invocation.value("part");
    decision.reason = invocation.value("reason");
    decision.record = record_of(invocation);
    decision.look_again_on = day_given(invocation, "look-again");
    decision.known = invocation.value("known");
    const auto [decided, passed_over] = step.casework.decide(step.request, decision);
    long long open = 0;
    for (const AccessItem& item : AccessStore(invocation.store()).items(step.request))
        if (!item.decision) ++open;
    if (passed_over > 0)
        invocation.say(std::to_string(passed_over) +
                       " decided before and left as it is: --about KEY names whose is decided anew");
    return say_access_state(invocation, step.request,
                            std::to_string(decided) + " decided, " + std::to_string(open) + " still to be");
}

int decide(Invocation& invocation) {
    if (invocation.has("done") && invocation.has("refuse"))
        throw UsageError("--done and --refuse are two things",
                         "--done sends it to the second look, --refuse ends it");
    AccessStep step(invocation);
    if (invocation.has("done")) {
        step.casework.complete(step.request);
        return say_access_state(invocation, step.request,
                                "another person signs: casekeeper access sign " + step.request);
    }
    if (invocation.has("refuse")) {
        outcome(invocation, step).refuse(step.request, invocation.value("reason"));
        return say_access_state(invocation, step.request);
    }
    return decide_items(invocation, step);
}

int sign(Invocation& invocation) {
    AccessStep step(invocation);
    if (invocation.has("return")) {
        step.casework.give_back(step.request, invocation.value("reason"));
    } else if (invocation.has("item") || invocation.has("rule") || invocation.has("about")) {
        const long long number =
            step.casework.countersign(step.request, choice_of(invocation, items_of(invocation, "item")));
        return say_access_state(invocation, step.request, std::to_string(number) + " signed");
    } else {
        step.casework.sign(step.request);
        if (invocation.format == OutputFormat::text)
            say_pack(invocation, require_pack(invocation, step.request), step.reading.reviewer);
    }
    return say_access_state(invocation, step.request);
}

std::vector<Date> days_of(const Invocation& invocation, const char* option) {
    std::vector<Date> days;
    for (const std::string& text : words_of(invocation, option)) {
        const std::optional<Date> day = parse_date(text);
        if (!day)
            throw UsageError(std::string("--") + option + " \"" + text + "\" is no day",
                             "write it as 2026-12-24; several with commas");
        days.push_back(*day);
    }
    return days;
}

Announcement word_of(Invocation& invocation) {
    Announcement word;
    word.wanted = !invocation.has("not-wanted");
    word.how = invocation.value("how");
    word.sent_on = day_given(invocation, "sent").value_or(invocation.signing_day());
    word.arrives_on = day_given(invocation, "arrives");
    word.avoid = days_of(invocation, "avoid");
    word.support = invocation.value("support");
    word.reason = invocation.value("reason");
    return word;
}

// The letter, and what is typed once it went: the day it names is the day that counts.
int write_announcement(Invocation& invocation) {
    if (invocation.has("not-wanted"))
        throw UsageError("a word that is not wanted is not written",
                         "--write DIR; or --not-wanted --reason TEXT");
    const Announcement word = word_of(invocation);
    Date arrives{};
    const int code = say_access_letter(
        invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
            std::string path = letters.announcement(one, word, folder);
            arrives = letters.arrival(one, word);
            return path;
        });
    std::string next = "casekeeper access announce " + invocation.operands.front() +
                       " --sent DATE --arrives " + to_text(arrives);
    if (invocation.has("how")) next += " --how TEXT";
    std::string avoid;
    for (const Date day : word.avoid) avoid += (avoid.empty() ? " --avoid " : ",") + to_text(day);
    next += avoid;
    for (const char* option : {"support", "reason"})
        if (invocation.has(option)) next += std::string(" --") + option + " TEXT";
    invocation.say("read it, send it, then: " + next);
    return code;
}

int announce(Invocation& invocation) {
    if (invocation.has("write")) return write_announcement(invocation);
    AccessStep step(invocation);
    if (invocation.has("sent") == invocation.has("not-wanted"))
        throw UsageError("it is not said whether the word was sent",
                         "--write DIR, then --sent DATE; or --not-wanted --reason TEXT");
    const std::optional<Date> arrives =
        outcome(invocation, step).announce(step.request, word_of(invocation), bank_holidays(invocation));
    if (!arrives) return say_access_state(invocation, step.request);
    const std::string due = access_due_day_of(invocation, step.request);
    const bool is_late = !due.empty() && due < to_text(*arrives);
    return say_access_state(invocation, step.request,
                            "it may be sent from " + to_text(*arrives) + " on" +
                                (is_late ? ", after " + due + ", the day an answer is due" : ""));
}

// Before anything is written for an envelope, as before it is sent.
void look_at_envelope(Invocation& invocation, const AccessCase& one) {
    FileReading reading(invocation);
    require_safe_address(
        reading.reviewer,
        RecordStore(invocation.store()).find(RecordType::access_request, one.request).value(),
        invocation.value("to"), invocation.signing_day());
}

int dispatch(Invocation& invocation) {
    if (invocation.has("to"))
        require_text(invocation.value("to"), "where it goes",
                     "--to TEXT: as on the envelope; leave it out where it is handed over");
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                look_at_envelope(invocation, one);
                return letters.release(one, folder);
            });
    require_text(invocation.value("how"), "how it is sent",
                 "--how TEXT: tracked post, collected in person, secure e-mail");
    AccessStep step(invocation);
    outcome(invocation, step)
        .dispatch(step.request,
                  {day_given(invocation, "sent").value_or(step.act.day), invocation.value("how"),
                   invocation.value("to"), invocation.value("agreed")});
    return say_access_state(invocation, step.request);
}

int close(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.refusal(one, folder);
            });
    AccessStep step(invocation);
    outcome(invocation, step)
        .close(step.request, day_given(invocation, "sent"), invocation.value("reason"),
               invocation.letters_folder());
    return say_access_state(invocation, step.request);
}

int withdraw(Invocation& invocation) {
    AccessStep step(invocation);
    outcome(invocation, step)
        .withdraw(step.request, day_given(invocation, "on").value_or(step.act.day),
                  invocation.value("reason"), invocation.letters_folder());
    return say_access_state(invocation, step.request);
}

std::optional<DisputeAnswer> dispute_answer(const Invocation& invocation) {
    if (!invocation.has("answer")) return std::nullopt;
    const std::string answer = invocation.value("answer");
    if (answer != "reopen" && answer != "stands")
        throw UsageError("--answer \"" + answer + "\" is no answer to a dispute", "reopen, or stands");
    require_text(invocation.value("reason"), "a reason",
                 "--reason TEXT: why, in a sentence that the person will read");
    return DisputeAnswer{answer == "reopen", invocation.value("reason")};
}

int dispute(Invocation& invocation) {
    const std::optional<DisputeAnswer> answer = dispute_answer(invocation);
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                const bool is_open = state_of(one) == AccessState::disputed;
                return is_open && !answer ? letters.complaint(one, folder)
                                          : letters.complaint_answer(one, answer, folder);
            });
    AccessStep step(invocation);
    if (answer) {
        outcome(invocation, step).answer_dispute(step.request, answer->looks_again, answer->reason);
        return say_access_state(invocation, step.request);
    }
    const Date on = day_given(invocation, "on").value_or(step.act.day);
    const std::string to = invocation.value("to");
    outcome(invocation, step).dispute(step.request, on, to, invocation.value("words"));
    return say_access_state(invocation, step.request,
                            to == "trust" ? "say that it came by " + to_text(complaint_acknowledged_by(on)) +
                                                " (DPA 2018 s164A): casekeeper access dispute " +
                                                step.request + " --write DIR"
                                          : "");
}

CommandRow row(const char* verb, const char* operands, const char* summary, std::vector<OptionRow> options,
               const char* example, int (*run)(Invocation&), std::size_t least = 1, std::size_t most = 1) {
    return {std::string("access ") + verb,
            operands,
            summary,
            std::move(options),
            std::string("casekeeper access ") + example,
            least,
            most,
            run,
            true};
}

std::vector<CommandRow> rows_of_inquiries() {
    return {
        row("refer", "ID", "asks for advice: the request waits for it",
            {{"to", "WHOM", "Caldicott guardian, legal, data protection officer", true},
             {"question", "TEXT", "what is asked", true}},
            "refer A1 --to \"Caldicott guardian\" --question \"may the second letter be shown?\"", refer),
        row("advice", "ID", "records the advice: the request goes on from where it was",
            {{"from", "NAME", "who gave it", true}, {"advice", "TEXT", "what it says", true}},
            "advice A1 --from \"C. Guardian\" --advice \"yes, with the school's name left out\"", advice),
        row("search", "ID", "asks a data owner to search, or records what was searched",
            {{"place", "NAME", "system, archive or paper file", true},
             {"ask", "WHOM", "the owner who is asked"},
             {"terms", "TEXT", "the words, names and numbers searched for"},
             {"result", "TEXT", "what was found"},
             {"found", "N", "how many things"},
             {"lost", "TEXT", "what should be there and is believed lost, in a sentence for the person"},
             {"on", "DATE", "when (else today)"}},
            "search A1 --place \"paper archive\" --terms \"name, both spellings; file number\" --result "
            "\"two "
            "folders\" --found 2",
            search),
        row("add", "ID FILE", "a scan or paper from outside the store becomes a document of the request",
            {{"title", "TEXT", "what it is", true}, {"place", "NAME", "where it was found", true}},
            "add A1 scan-17.pdf --title \"school report 1998\" --place \"paper archive\"", add, 2, 2),
        row("consent", "ID", "what somebody who is named says to being shown",
            {{"of", "KEY", "whom, as `access show` calls them", true},
             {"asked", "DATE", "they were asked"},
             {"given", "DATE", "they agree"},
             {"refused", "DATE", "they do not"},
             {"impossible", "DATE", "they cannot be asked, or cannot consent"},
             {"reason", "TEXT", "what they said, or why not"},
             {"write", "DIR", "writes the letter that asks them, and records nothing"}},
            "consent A1 --of person:P2 --given 2026-11-20", consent),
        row("opinion", "ID", "a health professional is asked, or says, whether showing would do serious harm",
            {{"of", "NAME", "the appropriate health professional", true},
             {"asked", "DATE", "they were asked"},
             {"given", "DATE", "the day of the opinion"},
             {"role", "TEXT", "in which role"},
             {"harm", "yes|no", "is the harm test met"},
             {"text", "TEXT", "what they found"},
             {"items", "ITEMS", "that it covers (else all health data of the request)", false, true},
             {"write", "DIR", "writes the letter that asks them, and records nothing"}},
            "opinion A1 --of \"Dr A. Patel\" --role \"general practitioner\" --given 2026-11-20 --harm no "
            "--text \"no harm to be expected\"",
            opinion),
    };
}

std::vector<CommandRow> rows_of_decisions() {
    return {
        row("review", "ID", "proposes what might be withheld, part by part, and why; a person decides", {},
            "review A1", review),
        row("decide", "ID [ITEM…]", "the decision of a person on what is proposed, with its reason",
            {{"show", "", "it is shown"},
             {"withhold", "", "it is withheld"},
             {"part", "TEXT", "it is shown without this part, and only that is withheld"},
             {"rule", "ID", "under which rule of release_rules.toml (else every one proposed)"},
             {"about", "KEY", "only what is about this person or place"},
             {"reason", "TEXT", "why, as the person may read it"},
             {"record", "KEY=TEXT", "what the rule wants recorded", false, true},
             {"look-again", "DATE", "when it is to be looked at again"},
             {"known", "TEXT", "how the person has seen it or knows it"},
             {"done", "", "every proposal is decided: the second look may begin"},
             {"refuse", "", "nothing is sent: nobody who may ask, or manifestly unfounded or excessive"}},
            "decide A1 entry:E7 --rule third-party --show --reason \"they know who it was\"", decide, 1,
            most_items),
        row("sign", "ID", "the second look, by somebody who decided nothing; or a second signature",
            {{"return", "", "it goes back: something is to be looked at again"},
             {"reason", "TEXT", "what"},
             {"item", "ITEMS", "a second signature on these decisions only", false, true},
             {"rule", "ID", "under this rule"},
             {"about", "KEY", "about this person or place"}},
            "sign A1", sign),
        row("announce", "ID", "a word before it arrives: how they want it, when not, who can be there",
            {{"sent", "DATE", "the day the word was sent"},
             {"arrives", "DATE",
              "it comes on that day or later (else a week after the word); by another word another day"},
             {"how", "TEXT", "how they want to receive it"},
             {"avoid", "DATES", "days on which it is not to arrive, beside birthdays", false, true},
             {"support", "TEXT", "who can be with them"},
             {"not-wanted", "", "they want no word before"},
             {"reason", "TEXT", "what they said, or why it comes late"},
             {"write", "DIR", "writes the letter, and records nothing"}},
            "announce A1 --sent 2026-11-23 --arrives 2026-12-01 --how \"collects it herself\" --avoid "
            "2026-12-24",
            announce),
        row("dispatch", "ID", "it is sent, today: everything is asked again first",
            {{"sent", "DATE", "today"},
             {"how", "TEXT", "tracked post, collected, secure e-mail"},
             {"to", "TEXT", "where to, as on the envelope (else it is handed over)"},
             {"agreed", "TEXT", "what they said to a day that was to be avoided"},
             {"write", "DIR", "writes the letter that goes on top, and records nothing"}},
            "dispatch A1 --how \"tracked post\"", dispatch),
        row("close", "ID", "it arrived; or the letter of a refusal was sent",
            {{"sent", "DATE", "when (else today, but of a refusal it must be said)"},
             {"reason", "TEXT", "anything to note"},
             {"write", "DIR", "writes the letter of a refusal, and records nothing"}},
            "close A1", close),
        row("withdraw", "ID", "they do not want it any more",
            {{"reason", "TEXT", "what they said", true}, {"on", "DATE", "when (else today)"}},
            "withdraw A1 --reason \"has all she needs\"", withdraw),
        row("dispute", "ID", "a complaint of the outcome, or the answer to one",
            {{"to", "WHOM", "trust, ico or court"},
             {"words", "TEXT", "what they say"},
             {"on", "DATE", "when (else today)"},
             {"answer", "HOW", "reopen, or stands"},
             {"reason", "TEXT", "why, as they will read it"},
             {"write", "DIR", "writes the letter that it came, or the answer, and records nothing"}},
            "dispute A1 --to trust --words \"the years in foster care are missing\"", dispute),
    };
}

}  // namespace

std::vector<CommandRow> access_decision_commands() {
    std::vector<CommandRow> rows = rows_of_inquiries();
    for (CommandRow& one : rows_of_decisions()) rows.push_back(std::move(one));
    return rows;
}

}  // namespace casekeeper
