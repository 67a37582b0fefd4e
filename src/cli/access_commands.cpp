// SPDX-License-Identifier: MIT
//
// Access requests come in: who asks, by when the answer is due, and where each stands.
#include <ostream>

#include "base/json_text.h"
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/request_steps.h"
#include "disclosure/access_intake.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_moves.h"
#include "disclosure/access_outlook.h"
#include "disclosure/release_obstacles.h"

namespace casekeeper {
namespace {

// A step of intake with the calendar its clock needs.
class IntakeStep : public AccessStep {
public:
    explicit IntakeStep(Invocation& invocation)
        : AccessStep(invocation),
          holidays_(bank_holidays(invocation)),
          intake(invocation.store(), actor, act, catalogue, holidays_) {}

private:
    const BankHolidays holidays_;

public:
    AccessIntake intake;
};

int open(Invocation& invocation) {
    invocation.require({Role::practitioner, Role::dpo}, "open a request");
    IntakeStep step(invocation);
    AccessOrder order;
    order.id = invocation.value("id");
    order.person = invocation.value("person");
    order.received_at = invocation.has("received") ? invocation.value("received") : to_text(step.act.day);
    order.capacity = capacity_given(invocation);
    order.requester = invocation.value("requester");
    order.requester_person = invocation.value("requester-person");
    order.evidence = invocation.value("authority");
    order.channel = invocation.value("channel");
    order.from = day_given(invocation, "from");
    order.to = day_given(invocation, "to");
    order.services = words_of(invocation, "services");
    order.format = invocation.value("wanted");
    order.delivery = invocation.value("delivery");
    order.support = invocation.value("support");
    order.route = invocation.value("route");
    order.statement = invocation.value("statement");
    const AccessCase one = step.intake.open(order);
    const std::string due = access_due_day_of(invocation, one.request);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject()
                              .text("request", one.request)
                              .text("state", one.state)
                              .text_or_null("due", due.empty() ? std::nullopt : std::optional(due))
                              .line();
    else
        invocation.out << "opened access request " << one.request
                       << (due.empty() ? "; it has no due day yet" : "; an answer is due " + due) << "\n";
    invocation.say("next: " + next_command(one));
    return 0;
}

int say_standing(Invocation& invocation, const AccessStanding& standing) {
    return say_entitlement(invocation, {"access", "access request", standing.one.request, standing.one.state},
                           standing.entitlement);
}

int verify_identity(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.identity(one, folder);
            });
    IntakeStep step(invocation);
    return say_standing(invocation,
                        step.intake.identify(step.request, identity_given(invocation, step.act.day)));
}

int competence(Invocation& invocation) {
    IntakeStep step(invocation);
    CompetenceFinding finding;
    finding.competent = yes_or_no(invocation, "competent").value_or(false);
    finding.impaired = invocation.has("impaired");
    finding.assessor = invocation.value("assessor");
    finding.basis = invocation.value("basis");
    finding.agrees = yes_or_no(invocation, "agrees");
    finding.best_interests = invocation.value("best-interests");
    finding.on = day_given(invocation, "on").value_or(step.act.day);
    return say_standing(invocation, step.intake.judge(step.request, finding));
}

int say_due(Invocation& invocation, const std::string& request) {
    const std::string due = access_due_day_of(invocation, request);
    return say_access_state(
        invocation, request,
        due.empty() ? "the clock stands still: no answer is due yet" : "an answer is due " + due);
}

int acknowledge(Invocation& invocation) {
    if (invocation.has("write") == invocation.has("sent"))
        throw UsageError("it is not said whether the letter is to be written or was sent",
                         "--write DIR, to write it; or --sent DATE, to record it");
    if (const std::optional<Date> sent_on = day_given(invocation, "sent")) {
        IntakeStep step(invocation);
        step.intake.acknowledge(step.request, *sent_on);
        return say_due(invocation, step.request);
    }
    return say_access_letter(invocation,
                             [](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                                 return letters.acknowledgement(one, folder);
                             });
}

int fee(Invocation& invocation) {
    if (invocation.has("asked") == invocation.has("paid"))
        throw UsageError("it is not said whether a fee was asked for or paid",
                         "--asked DATE --reason TEXT, or --paid DATE");
    IntakeStep step(invocation);
    if (const auto asked = day_given(invocation, "asked"))
        step.intake.ask_fee(step.request, *asked, invocation.value("reason"));
    else
        step.intake.fee_paid(step.request, *day_given(invocation, "paid"));
    return say_due(invocation, step.request);
}

int pause(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.clarification(one, invocation.value("question"), folder);
            });
    IntakeStep step(invocation);
    step.intake.pause(step.request, day_given(invocation, "asked").value_or(step.act.day),
                      invocation.value("question"));
    return say_due(invocation, step.request);
}

int resume(Invocation& invocation) {
    IntakeStep step(invocation);
    step.intake.resume(step.request, day_given(invocation, "answered").value_or(step.act.day),
                       invocation.value("answer"));
    return say_due(invocation, step.request);
}

int extend(Invocation& invocation) {
    if (invocation.has("write"))
        return say_access_letter(
            invocation, [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                return letters.extension(one, invocation.value("reason"), day_given(invocation, "notice"),
                                         folder);
            });
    IntakeStep step(invocation);
    step.intake.extend(step.request, day_given(invocation, "notice").value_or(step.act.day),
                       invocation.value("reason"));
    return say_due(invocation, step.request);
}

// The step that would come next, and needs that nothing stands in its way.
std::optional<ReleaseStage> next_stage(const AccessCase& one) {
    switch (state_of(one)) {
        case AccessState::reviewed:
            return ReleaseStage::decide;
        case AccessState::decided:
            return ReleaseStage::sign;
        case AccessState::signed_off:
            return ReleaseStage::dispatch;
        default:
            return std::nullopt;
    }
}

// What the file says now of a request that is worked on.
struct AsOfNow {
    std::vector<Obstacle> obstacles;
    std::vector<std::string> new_parts;  // since the answer before
};

AsOfNow as_of_now(Invocation& invocation, const AccessCase& one) {
    const std::optional<ReleaseStage> stage = next_stage(one);
    if (!stage) return {};
    FileReading reading(invocation);
    const Record record =
        RecordStore(invocation.store()).find(RecordType::access_request, one.request).value();
    AccessReview review = reading.reviewer.review(record, invocation.day());
    AsOfNow now{obstacles_now(invocation.store(), reading.rules, review, one, *stage, invocation.day()), {}};
    if (review.earlier) now.new_parts = std::move(review.new_parts);
    return now;
}

int show(Invocation& invocation) {
    invocation.require_reader("read requests");
    const BankHolidays holidays = bank_holidays(invocation);
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const AccessCase one = require_access_request(invocation.store(), invocation.operands.front());
    const auto [obstacles, new_parts] = as_of_now(invocation, one);
    if (invocation.format == OutputFormat::json)
        invocation.out << show_access_json(invocation.store(), holidays, one, obstacles, new_parts,
                                           invocation.day())
                       << "\n";
    else
        invocation.out << show_access_text(invocation.store(), holidays, one, obstacles, invocation.day());
    return 0;
}

int list(Invocation& invocation) {
    invocation.require_reader("read requests");
    AccessFilter filter;
    filter.person = invocation.value("person");
    filter.open_only = invocation.has("open");
    if (invocation.has("state")) {
        filter.state = parse_access_state(invocation.value("state"));
        if (!filter.state)
            throw UsageError("--state \"" + invocation.value("state") + "\" is no state of an access request",
                             "received, entitled, reviewed, decided, signed, dispatched, refused, closed, "
                             "withdrawn, referred or disputed");
    }
    list_access_requests(
        invocation.store(), bank_holidays(invocation), filter, [&](const ListedAccess& listed) {
            invocation.out << (invocation.format == OutputFormat::json ? to_json(listed)
                                                                       : to_line(listed, invocation.day()))
                           << "\n";
        });
    return 0;
}

AccessOutlook outlook_of(Invocation& invocation) {
    const ServiceCatalogue catalogue = schedule_in_force(invocation.store()).catalogue;
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    return access_outlook(invocation.store(), bank_holidays(invocation),
                          release_rules(invocation, catalogue).opinion_months(),
                          invocation.settings().requests.opinion_warning_days, invocation.day());
}

int forecast(Invocation& invocation) {
    invocation.require_reader("read requests");
    for (const OpenRequest& open : outlook_of(invocation).open)
        invocation.out << (invocation.format == OutputFormat::json ? forecast_json(open)
                                                                   : forecast_line(open))
                       << "\n";
    return 0;
}

int calendar(Invocation& invocation) {
    invocation.require_reader("read requests");
    const CalendarFile file = calendar_of(outlook_of(invocation), invocation.clock.now());
    const std::string path = invocation.value("write");
    if (path.empty()) {
        invocation.out << calendar_text(file);
        return 0;
    }
    write_calendar(path, file);
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("calendar", path).number("events", file.events.size()).line();
    else
        invocation.out << "the calendar lies in " << path << "\n";
    return 0;
}

// Where the request stands, for whoever asked; with the day it is expected by, where it is known.
int progress(Invocation& invocation) {
    std::optional<Date> expected;
    for (const OpenRequest& open : outlook_of(invocation).open)
        if (open.one.request == invocation.operands.front()) expected = open.forecast.expected_on;
    return say_access_letter(invocation,
                             [&](AccessLetters& letters, const AccessCase& one, const std::string& folder) {
                                 return letters.progress(one, expected, folder);
                             });
}

const OptionRow write_option = {"write", "DIR", "writes the letter there, and records nothing"};
const OptionRow write_needed = {"write", "DIR", "where the letter is written", true};

}  // namespace

std::vector<CommandRow> access_commands() {
    return {
        {"access open",
         "",
         "a request to see a record comes in; any channel, no form, no reasons needed",
         {{"person", "ID", "whose record it is about", true},
          {"received", "DATE", "the day or moment it came in (else today)"},
          {"by", "CAPACITY", "who asks: self, parent, representative, attorney or other (else self)"},
          {"requester", "NAME", "their name, where it is not the person"},
          {"requester-person", "ID", "their own record here, where they have one"},
          {"authority", "TEXT", "of parental responsibility or of authority to act, as seen"},
          {"channel", "WAY", "letter, email, telephone, in-person, form or other"},
          {"from", "DATE", "the first day of what is asked to be seen (else from the beginning)"},
          {"to", "DATE", "the last day"},
          {"services", "LIST", "services or groups of services, with commas (else all)", false, true},
          {"wanted", "FORMAT", "pdf, large-print, text or html (else pdf)"},
          {"delivery", "TEXT", "how they want to receive it"},
          {"support", "TEXT", "what support they want while they read it"},
          {"route", "ROUTE", "adoption: a record from before an adoption, for the adopted adult"},
          {"statement", "TEXT", "what they wrote; on the route of adoption their reasons"},
          {"id", "ID", "its id (else one is made: A1, A2, …)"}},
         "casekeeper access open --person P1 --received 2026-11-02 --channel letter --wanted large-print",
         0,
         0,
         open,
         true},
        {"access acknowledge",
         "ID",
         "the letter that says it came in, what happens next, and by when; --sent records that it went",
         {write_option, {"sent", "DATE", "the day it was sent"}},
         "casekeeper access acknowledge A1 --write letters/",
         1,
         1,
         acknowledge,
         true},
        {"access verify-identity",
         "ID",
         "who asks is known, is asked for evidence, or has sent it",
         {{"known", "", "nobody needed to ask: they are known here"},
          {"asked", "DATE", "evidence was asked for on that day: the clock waits"},
          {"received", "DATE", "it came on that day"},
          {"how", "TEXT", "how it was settled"},
          {"evidence", "TEXT", "of identity, as seen"},
          {"authority", "TEXT", "of parental responsibility or of authority to act, as seen"},
          {"doubt", "TEXT", "it is open again who asks, and why"},
          write_option},
         "casekeeper access verify-identity A1 --received 2026-11-09 --evidence \"passport, seen\"",
         1,
         1,
         verify_identity,
         true},
        {"access competence",
         "ID",
         "does the young person understand what asking means, and do they agree?",
         {{"competent", "yes|no", "do they understand", true},
          {"impaired", "", "a disability or illness prevents a decision of their own"},
          {"assessor", "NAME", "who knows them and asked", true},
          {"basis", "TEXT", "what the finding rests on", true},
          {"on", "DATE", "when (else today)"},
          {"agrees", "yes|no", "do they agree that somebody asks for them"},
          {"best-interests", "TEXT", "why it is in the best interests of somebody who cannot decide"}},
         "casekeeper access competence A1 --competent yes --assessor \"P. Practitioner\" --basis \"explained "
         "it back\"",
         1,
         1,
         competence,
         true},
        {"access fee",
         "ID",
         "a fee, only where a request is manifestly unfounded or excessive: the clock waits for it",
         {{"asked", "DATE", "asked for on that day"},
          {"reason", "TEXT", "why it is unfounded or excessive"},
          {"paid", "DATE", "paid on that day"}},
         "casekeeper access fee A1 --asked 2026-11-09 --reason \"the third copy of the same file\"",
         1,
         1,
         fee,
         true},
        {"access pause",
         "ID",
         "they are asked what they want to see: the clock waits until they answer",
         {{"asked", "DATE", "when (else today)"},
          {"question", "TEXT", "what they are asked", true},
          write_option},
         "casekeeper access pause A1 --question \"all services, or the time in foster care only?\"",
         1,
         1,
         pause,
         true},
        {"access resume",
         "ID",
         "they have answered: the clock goes on",
         {{"answered", "DATE", "when (else today)"}, {"answer", "TEXT", "what they said", true}},
         "casekeeper access resume A1 --answered 2026-11-16 --answer \"all of it\"",
         1,
         1,
         resume,
         true},
        {"access extend",
         "ID",
         "two further months, by a notice before the first month is over",
         {{"notice", "DATE", "the day the notice was sent (else today)"},
          {"reason", "TEXT", "why it is too complex, or there are too many requests", true},
          write_option},
         "casekeeper access extend A1 --notice 2026-11-20 --reason \"forty years of paper files\"",
         1,
         1,
         extend,
         true},
        {"access progress",
         "ID",
         "the letter that says where it stands, and when it is expected",
         {write_needed},
         "casekeeper access progress A1 --write letters/",
         1,
         1,
         progress},
        {"access show",
         "ID",
         "where a request stands: the clock with every step, each proposal and decision, what is in the way",
         {},
         "casekeeper access show A1",
         1,
         1,
         show},
        {"access list",
         "",
         "the requests, by id, with the day each answer is due",
         {{"state", "STATE", "only those in one state"},
          {"open", "", "only those that wait for an answer"},
          {"person", "ID", "only those about one person"}},
         "casekeeper access list --open",
         0,
         0,
         list},
        {"access forecast",
         "",
         "at the present pace: when each open request will be sent, which will be late, by how many days, "
         "why",
         {},
         "casekeeper access forecast",
         0,
         0,
         forecast},
        {"access calendar",
         "",
         "due days and alarms as an iCalendar file, without personal data",
         {{"write", "FILE", "where (else printed)"}},
         "casekeeper access calendar --write due-days.ics",
         0,
         0,
         calendar},
    };
}

}  // namespace casekeeper
