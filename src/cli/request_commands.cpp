// SPDX-License-Identifier: MIT
//
// Requests to delete, to correct, and objections: three groups of commands over one casework. What every
// request goes through is a row made for each group; what only a deletion has is deletion_commands.cpp.
#include "cli/commands.h"
#include "cli/request_steps.h"
#include "disposal/case_moves.h"

namespace casekeeper {
namespace {

using Run = int (*)(Invocation&, RequestRight);

// The rows of one group.
class Group {
public:
    explicit Group(RequestRight right) : right_(right), name_(group_of(right)) {}

    std::vector<CommandRow> rows() {
        add_opening();
        add_entitlement();
        add_advice();
        if (right_ != RequestRight::erasure) add_decision();
        add_answer();
        add_reading();
        return std::move(rows_);
    }

private:
    void add(const std::string& verb, const std::string& operands, const std::string& summary,
             std::vector<OptionRow> options, const std::string& example, Run run, bool writes = true) {
        CommandRow row;
        row.name = name_ + " " + verb;
        row.operands = operands;
        row.summary = summary;
        row.options = std::move(options);
        row.example = "casekeeper " + name_ + " " + example;
        row.least_operands = row.most_operands = operands.empty() ? 0 : 1;
        const RequestRight right = right_;
        row.run = [run, right](Invocation& invocation) { return run(invocation, right); };
        row.writes = writes;
        rows_.push_back(std::move(row));
    }

    void add_opening() {
        std::vector<OptionRow> options = {
            {"person", "ID", "whose record it is about", true},
            {"received", "DATE", "the day or moment it came in (else today)"},
            {"by", "CAPACITY", "who asks: self, parent, representative, attorney or other (else self)"},
            {"requester", "NAME", "their name, where it is not the person"},
            {"authority", "TEXT", "of parental responsibility or of authority to act, as seen"},
            {"id", "ID", "its id (else one is made: R1, R2, …)"},
        };
        if (right_ == RequestRight::erasure) {
            options.push_back(
                {"scope", "ITEMS",
                 "what is to go: involvement:I1, entry:E7, document:D2; a list with commas (else "
                 "everything)",
                 false, true});
            options.push_back({"ground", "TEXT", "why, as they say it"});
            add("open", "", "takes a request to delete: from now on it holds the person's records",
                std::move(options), "open --person P12 --received 2026-11-20", request_steps::open);
            return;
        }
        options.push_back(
            {"items", "ITEMS", "what it is about: involvement:I1, entry:E7; a list with commas", true, true});
        options.push_back({"statement", "TEXT",
                           right_ == RequestRight::correction ? "what would be right, in their words"
                                                              : "why they object, in their words",
                           true});
        add("open", "",
            right_ == RequestRight::correction
                ? "takes a request to correct what a record says (UK GDPR Art 16)"
                : "takes an objection to how a record is used (UK GDPR Art 21)",
            std::move(options), "open --person P12 --items entry:E7 --statement \"I was not there that day\"",
            request_steps::open);
    }

    void add_entitlement() {
        add("acknowledge", "ID", "writes the letter that says what happens next, and by when",
            {{"write", "DIR", "where it is written", true}}, "acknowledge R1 --write letters-to-send/",
            request_steps::acknowledge, false);
        add("verify-identity", "ID",
            "records how identity and authority were settled; says whether they may ask",
            {{"known", "", "nobody needed to ask: they are known"},
             {"asked", "DATE", "the day evidence was asked for: the clock waits for it"},
             {"received", "DATE", "the day it arrived"},
             {"how", "TEXT", "how it was settled"},
             {"evidence", "TEXT", "of identity, as seen"},
             {"authority", "TEXT", "of parental responsibility or of authority to act, as seen"},
             {"doubt", "TEXT", "it is open again who asks, and why"}},
            "verify-identity R1 --known --how \"her social worker since 2021\"",
            request_steps::verify_identity);
        add("competence", "ID",
            "records whether the young person understands what asking means; says whether they may ask",
            {{"competent", "yes|no", "do they understand it and what follows?", true},
             {"impaired", "", "a disability or illness prevents a decision of their own"},
             {"assessor", "NAME", "who found this", true},
             {"on", "DATE", "when (else today)"},
             {"basis", "TEXT", "what it rests on, in a sentence", true},
             {"agrees", "yes|no", "does the young person agree that somebody asks for them?"},
             {"best-interests", "TEXT", "why it is in the best interests of somebody who cannot decide"}},
            "competence R1 --competent yes --assessor \"S. Rowan\" --basis \"explained it back in her own "
            "words\"",
            request_steps::competence);
        add("extend", "ID", "two further months, by a notice with reasons that was sent in time",
            {{"write", "DIR", "writes the letter that gives notice, and records nothing"},
             {"notice", "DATE", "the day it was sent (else today)"},
             {"reason", "TEXT", "why, as the person will read it", true}},
            "extend R1 --notice 2026-12-01 --reason \"four files in two archives\"", request_steps::extend);
    }

    void add_advice() {
        add("refer", "ID", "seeks advice: until it is in, nothing moves",
            {{"to", "WHOM", "caldicott-guardian, dpo or legal", true},
             {"question", "TEXT", "what advice is sought on", true}},
            "refer R1 --to caldicott-guardian --question \"may the aunt's letter go?\"",
            request_steps::refer);
        add("advice", "ID", "records the advice: the request is again where it was",
            {{"from", "NAME", "who gave it", true}, {"advice", "TEXT", "what they said", true}},
            "advice R1 --from \"Dr Vale\" --advice \"keep it, ask again in a year\"", request_steps::advice);
    }

    void add_decision() {
        add("decide", "ID", "the decision of a person; what was said stands beside the record from now on",
            {{"uphold", "", "they are right"},
             {"part", "", "in part"},
             {"refuse", "", "they are not; their statement stands beside the record all the same"},
             {"reason", "TEXT", "why, as the person will read it", true},
             {"text", "TEXT", "what is written beside the record (else their statement)"}},
            "decide R1 --uphold --reason \"the register of that day shows it\"", request_steps::decide);
    }

    void add_answer() {
        add("notify", "ID", "writes the letters of the outcome and says where; --sent records that they went",
            {{"write", "", "writes them, if they are not there yet (also without this)"},
             {"sent", "DATE", "the day they were sent; our copies go then"}},
            "notify R1 --sent 2026-12-03", request_steps::notify);
        add("withdraw", "ID", "the person does not want it any more",
            {{"on", "DATE", "when they said so (else today)"}, {"reason", "TEXT", "what they said", true}},
            "withdraw R1 --reason \"wants to keep it after all\"", request_steps::withdraw);
        add("dispute", "ID", "the person complains of the outcome, or the complaint is answered",
            {{"to", "WHOM", "trust, ico or court"},
             {"on", "DATE", "when (else today)"},
             {"words", "TEXT", "what they say"},
             {"answer", "WHAT", "reopen: it is looked at again; stands: the outcome stays"},
             {"reason", "TEXT", "why it is so answered"}},
            "dispute R1 --to trust --words \"the notes about my mother are not yours to keep\"",
            request_steps::dispute);
    }

    void add_reading() {
        add("show", "ID",
            "everything about one request: state, clock, parts, history, and what can be done next", {},
            "show R1", request_steps::show, false);
        add("list", "", "lists them with their state and the day an answer is due",
            {{"state", "STATE", "only those in it"},
             {"open", "", "only those that are not closed"},
             {"person", "ID", "only those of one person"}},
            "list --open", request_steps::list, false);
    }

    const RequestRight right_;
    const std::string name_;
    std::vector<CommandRow> rows_;
};

}  // namespace

std::vector<CommandRow> request_commands() {
    std::vector<CommandRow> rows = Group(RequestRight::erasure).rows();
    for (CommandRow& row : deletion_commands()) rows.push_back(std::move(row));
    for (const RequestRight right : {RequestRight::correction, RequestRight::objection})
        for (CommandRow& row : Group(right).rows()) rows.push_back(std::move(row));
    return rows;
}

}  // namespace casekeeper
