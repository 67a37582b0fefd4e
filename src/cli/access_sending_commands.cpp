// SPDX-License-Identifier: MIT
//
// An access request from its signature on: a word before it, sent, arrived, withdrawn, disputed.
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/request_steps.h"
#include "disclosure/access_outcome.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

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
    read_documents_before(invocation, step);
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

}  // namespace

std::vector<CommandRow> access_sending_commands() {
    return {
        access_row(
            "announce", "ID", "a word before it arrives: how they want it, when not, who can be there",
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
        access_row("dispatch", "ID", "it is sent, today: everything is asked again first",
                   {{"sent", "DATE", "today"},
                    {"how", "TEXT", "tracked post, collected, secure e-mail"},
                    {"to", "TEXT", "where to, as on the envelope (else it is handed over)"},
                    {"agreed", "TEXT", "what they said to a day that was to be avoided"},
                    {"write", "DIR", "writes the letter that goes on top, and records nothing"}},
                   "dispatch A1 --how \"tracked post\"", dispatch),
        access_row("close", "ID", "it arrived; or the letter of a refusal was sent",
                   {{"sent", "DATE", "when (else today, but of a refusal it must be said)"},
                    {"reason", "TEXT", "anything to note"},
                    {"write", "DIR", "writes the letter of a refusal, and records nothing"}},
                   "close A1", close),
        access_row("withdraw", "ID", "they do not want it any more",
                   {{"reason", "TEXT", "what they said", true}, {"on", "DATE", "when (else today)"}},
                   "withdraw A1 --reason \"has all she needs\"", withdraw),
        access_row("dispute", "ID", "a complaint of the outcome, or the answer to one",
                   {{"to", "WHOM", "trust, ico or court"},
                    {"words", "TEXT", "what they say"},
                    {"on", "DATE", "when (else today)"},
                    {"answer", "HOW", "reopen, or stands"},
                    {"reason", "TEXT", "why, as they will read it"},
                    {"write", "DIR", "writes the letter that it came, or the answer, and records nothing"}},
                   "dispute A1 --to trust --words \"the years in foster care are missing\"", dispute),
    };
}

}  // namespace casekeeper
