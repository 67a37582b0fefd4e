// SPDX-License-Identifier: MIT
//
// What is asked and found out before an access request is decided: advice, searches, papers from outside, consent,
// opinions.
#include <algorithm>

#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/request_steps.h"
#include "disclosure/access_inquiries.h"

namespace casekeeper {
namespace {

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

}  // namespace

std::vector<CommandRow> access_inquiry_commands() {
    return {
        access_row("refer", "ID", "asks for advice: the request waits for it",
                   {{"to", "WHOM", "Caldicott guardian, legal, data protection officer", true},
                    {"question", "TEXT", "what is asked", true}},
                   "refer A1 --to \"Caldicott guardian\" --question \"may the second letter be shown?\"",
                   refer),
        access_row("advice", "ID", "records the advice: the request goes on from where it was",
                   {{"from", "NAME", "who gave it", true}, {"advice", "TEXT", "what it says", true}},
                   "advice A1 --from \"C. Guardian\" --advice \"yes, with the school's name left out\"",
                   advice),
        access_row(
            "search", "ID", "asks a data owner to search, or records what was searched",
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
        access_row("add", "ID FILE",
                   "a scan or paper from outside the store becomes a document of the request",
                   {{"title", "TEXT", "what it is", true}, {"place", "NAME", "where it was found", true}},
                   "add A1 scan-17.pdf --title \"school report 1998\" --place \"paper archive\"", add, 2, 2),
        access_row("consent", "ID", "what somebody who is named says to being shown",
                   {{"of", "KEY", "whom, as `access show` calls them", true},
                    {"asked", "DATE", "they were asked"},
                    {"given", "DATE", "they agree"},
                    {"refused", "DATE", "they do not"},
                    {"impossible", "DATE", "they cannot be asked, or cannot consent"},
                    {"reason", "TEXT", "what they said, or why not"},
                    {"write", "DIR", "writes the letter that asks them, and records nothing"}},
                   "consent A1 --of person:P2 --given 2026-11-20", consent),
        access_row(
            "opinion", "ID", "a health professional is asked, or says, whether showing would do serious harm",
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

}  // namespace casekeeper
