// SPDX-License-Identifier: MIT
//
// The disclosure log: what was shared with whom, why and on whose word; what was not, and why.
#include <algorithm>
#include <ostream>

#include "app/configured.h"
#include "base/json_text.h"
#include "cli/access_steps.h"
#include "cli/commands.h"
#include "cli/kept_register.h"
#include "cli/option_values.h"
#include "disclosure/disclosure_listing.h"
#include "disclosure/disclosure_log.h"
#include "disposal/corrected_recipients.h"
#include "policy/did_you_mean.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

// What a disclosure says, as the option that says it and the field that keeps it.
struct SaidBy {
    const char* option;
    const char* field;
};
constexpr SaidBy said_by[] = {
    {"id", "id"},
    {"person", "person"},
    {"outcome", "outcome"},
    {"recipient", "recipient"},
    {"recipient-kind", "recipient_kind"},
    {"information", "information"},
    {"reasons", "reasons"},
    {"risk-assessment", "risk_assessment"},
    {"authorised-by", "authorised_by"},
    {"lawful-basis", "lawful_basis"},
    {"consent", "consent"},
    {"method", "method"},
    {"conditions", "conditions"},
    {"receipt", "receipt"},
    {"involvement", "involvement"},
    {"serious-harm", "override_reason"},
};

std::string ground_given(const Invocation& invocation) {
    const std::string ground = invocation.value("despite-restriction");
    const auto known = grounds_despite_restriction();
    if (!ground.empty() && std::find(known.begin(), known.end(), ground) == known.end())
        throw UsageError(in_quotes(ground) + " is no ground on which restricted records are used",
                         "say consent, claims, rights-of-another or public-interest (UK GDPR Art 18(2))");
    return ground;
}

DisclosureOrder order_asked(const Invocation& invocation) {
    DisclosureOrder order{empty_disclosure(), ground_given(invocation)};
    for (const SaidBy& said : said_by)
        if (invocation.has(said.option)) order.disclosure.set(said.field, invocation.value(said.option));
    for (const auto& [option, field] : {std::pair("on", "decided_on"), std::pair("consent-on", "consent_on")})
        if (const std::optional<Date> day = day_given(invocation, option))
            order.disclosure.set(field, to_text(*day));
    if (const std::vector<std::string> items = items_of(invocation, "items"); !items.empty())
        order.disclosure.set("items", json_list(items));
    return order;
}

// What the log is written with.
struct LogTools {
    explicit LogTools(Invocation& invocation)
        : reading(invocation),
          review_tools(reading.tools.for_review()),
          weighing(invocation.store(), reading.rules, reading.catalogue, review_tools),
          log(invocation.store(), reading.rules, weighing) {}

    FileReading reading;
    const ReviewTools review_tools;
    DisclosureWeighing weighing;
    DisclosureLog log;
};

// Before it is weighed in a unit of work: a reader takes its time, and nobody else may write within one.
void read_documents(LogTools& tools, const Record& disclosure) {
    const bool is_shared = disclosure.value("outcome") == "shared";
    if (is_shared && disclosure.value("person"))
        tools.reading.tools.keep_words_of(*disclosure.value("person"));
}

std::vector<std::string> to_be_known(const WeighedDisclosure& weighed) {
    std::vector<std::string> lines;
    for (const std::string& caveat : weighed.caveats) lines.push_back("to be passed on with it: " + caveat);
    for (const std::string& warning : weighed.warnings) lines.push_back("before it is sent: " + warning);
    return lines;
}

// Where the disclosure stands now: 1 as long as something of it is missing.
int say_logged(Invocation& invocation, const LoggedDisclosure& logged, const std::string& done,
               const RecipientKinds& kinds) {
    const Record& disclosure = logged.disclosure;
    for (const std::string& line : to_be_known(logged.weighed)) invocation.say(line);
    const ShownDisclosure shown = show_disclosure(invocation.store(), disclosure.key(), invocation.day());
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(shown) << "\n";
    else
        invocation.out << done << " " << to_text(shown, kinds);
    if (shown.missing.empty()) return 0;
    invocation.say("it is incomplete, and stays a finding until it is not: " +
                   command_to_complete(disclosure));
    return static_cast<int>(ExitCode::needs_a_person);
}

int weigh_only(Invocation& invocation, LogTools& tools, const DisclosureOrder& order) {
    const LoggedDisclosure logged = tools.log.weigh(order, invocation.signing_day());
    const WeighedDisclosure& weighed = logged.weighed;
    std::vector<std::string> stops;
    for (const DisclosureStop& stop : weighed.stops)
        stops.push_back(JsonObject()
                            .text("code", stop.code)
                            .text("what", stop.what)
                            .text("hint", stop.hint)
                            .flag("lifted", stop.is_lifted)
                            .json());
    if (invocation.format == OutputFormat::json) {
        invocation.out << JsonObject()
                              .raw("stops", json_list_of(stops))
                              .texts("missing", weighed.missing)
                              .texts("caveats", weighed.caveats)
                              .texts("warnings", weighed.warnings)
                              .line();
    } else {
        for (const DisclosureStop& stop : weighed.stops)
            invocation.out << (stop.is_lifted ? "lifted: " : "in the way: ") << stop.what << "\n  "
                           << stop.hint << "\n";
        for (const std::string& line : to_be_known(weighed)) invocation.out << line << "\n";
        for (const std::string& option : weighed.missing)
            invocation.out << "missing: " << missing_in_words(option) << " (--" << option << ")\n";
        if (!first_in_the_way(weighed.stops)) invocation.out << "nothing is in the way\n";
    }
    invocation.say("checked only: nothing was recorded");
    if (first_in_the_way(weighed.stops)) return static_cast<int>(ExitCode::refused);
    return weighed.missing.empty() ? 0 : static_cast<int>(ExitCode::needs_a_person);
}

int record(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "record disclosures");
    const DisclosureOrder order = order_asked(invocation);
    LogTools tools(invocation);
    if (invocation.has("check-only")) return weigh_only(invocation, tools, order);
    read_documents(tools, order.disclosure);
    Register reg(invocation.store(), register_places(invocation));
    const LoggedDisclosure logged = tools.log.record(order, signed_act(invocation, actor, reg));
    return say_logged(invocation, logged, "recorded", tools.reading.rules.recipients());
}

int complete(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "complete disclosures");
    DisclosureOrder additions = order_asked(invocation);
    additions.disclosure.set("id", invocation.operands.front());
    LogTools tools(invocation);
    if (const auto before =
            RecordStore(invocation.store()).find(RecordType::disclosure, invocation.operands.front()))
        read_documents(tools, *before);
    Register reg(invocation.store(), register_places(invocation));
    const LoggedDisclosure logged = tools.log.complete(additions, signed_act(invocation, actor, reg));
    return say_logged(invocation, logged, "completed", tools.reading.rules.recipients());
}

int told(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::practitioner, Role::dpo}, "record that somebody was told");
    LogTools tools(invocation);
    Register reg(invocation.store(), register_places(invocation));
    const SignedAct act = signed_act(invocation, actor, reg);
    const DisclosureLog::Told word{invocation.value("of"), day_given(invocation, "on").value_or(act.day),
                                   invocation.value("how")};
    const std::string& id = invocation.operands.front();
    const Record disclosure = tools.log.told(id, word, act);
    if (invocation.format == OutputFormat::json)
        invocation.out << to_json(disclosure) << "\n";
    else
        invocation.out << "recorded that whoever received disclosure " << id << " was told of the " << word.of
                       << " on " << to_words(word.on) << "\n";
    return 0;
}

int list(Invocation& invocation) {
    invocation.require_reader("read the disclosure log");
    const std::optional<Date> since = day_given(invocation, "since");
    DisclosureFilter filter{invocation.value("person"), invocation.value("outcome"), invocation.value("to"),
                            since ? to_text(*since) : "", invocation.has("incomplete")};
    if (!filter.outcome.empty() && filter.outcome != "shared" && filter.outcome != "not-shared")
        throw UsageError(in_quotes(filter.outcome) + " is no outcome of a disclosure",
                         "--outcome shared, or --outcome not-shared");
    list_disclosures(invocation.store(), filter, [&](const Record& one) {
        invocation.out << (invocation.format == OutputFormat::json ? to_json(one) : in_words(one)) << "\n";
    });
    return 0;
}

int show(Invocation& invocation) {
    invocation.require_reader("read the disclosure log");
    const ShownDisclosure shown =
        show_disclosure(invocation.store(), invocation.operands.front(), invocation.day());
    if (invocation.format == OutputFormat::json) {
        invocation.out << to_json(shown) << "\n";
        return 0;
    }
    const ServiceCatalogue catalogue = schedule_in_force(invocation.store()).catalogue;
    invocation.out << to_text(shown, release_rules(invocation, catalogue).recipients());
    return 0;
}

int whom(Invocation& invocation) {
    invocation.require_reader("see who is to be told");
    const UnitOfWork work(invocation.store(), UnitOfWork::Kind::snapshot);
    const std::vector<RecipientToTell> all = recipients_to_tell(
        invocation.store(), invocation.value("person"), day_given(invocation, "since"), invocation.day());
    for (const RecipientToTell& one : all)
        invocation.out << (invocation.format == OutputFormat::json ? to_json(one) : in_words(one)) << "\n";
    const bool is_owed =
        std::any_of(all.begin(), all.end(), [](const RecipientToTell& one) { return one.told_on.empty(); });
    if (is_owed)
        invocation.say(
            "tell each of them (UK GDPR Art 19), then: casekeeper disclosure told ID --of correction");
    return 0;
}

// What may be added later too. `recording`: what a complete one says is said as such.
std::vector<OptionRow> options_of_disclosure() {
    return {
        {"involvement", "ID", "of which service it is (else of everything of the person's)"},
        {"items", "ITEMS",
         "what was given: involvements, entries, documents by typed id, a list with commas; none: no part, "
         "but "
         "what --information says (else all of it)",
         false, true},
        {"recipient", "NAME", "with whom; or person:ID of somebody who is in the store"},
        {"recipient-kind", "KIND",
         "what kind of recipient: an id of [[recipient]] in release_rules.toml (else recognised by the "
         "name)"},
        {"information", "TEXT", "what was given, or asked for"},
        {"reasons", "TEXT", "why, or why not"},
        {"lawful-basis", "BASIS",
         "consent, legal-obligation, vital-interests, public-task, …: \"public-task: s47\""},
        {"consent", "WORD", "given, refused, or \"not-asked: WHY\""},
        {"consent-on", "DATE", "the day on which it was given"},
        {"risk-assessment", "TEXT", "the evidence of it, for sharing and for not sharing"},
        {"authorised-by", "NAME", "who authorised it, or decided not to share"},
        {"method", "TEXT", "how it was sent"},
        {"conditions", "TEXT", "what the recipient may do with it"},
        {"receipt", "TEXT", "that it arrived, and how that is known"},
        {"serious-harm", "REASON",
         "to prevent serious harm it is shared although something stands in the way; never a protected "
         "place"},
        {"despite-restriction", "GROUND",
         "what is restricted too: consent, claims, rights-of-another, public-interest (UK GDPR Art 18(2))"},
    };
}

std::vector<OptionRow> options_of_recording() {
    std::vector<OptionRow> options = {
        {"person", "ID", "whose record it is of", true},
        {"outcome", "OUTCOME", "shared or not-shared", true},
    };
    for (OptionRow& option : options_of_disclosure()) options.push_back(std::move(option));
    options.push_back({"on", "DATE", "the day of the decision (else today)"});
    options.push_back({"id", "ID", "its id (else one is made: DL1, DL2, ...)"});
    options.push_back(
        {"check-only", "", "says what is in the way, what is old or disputed, and records nothing"});
    return options;
}

}  // namespace

std::vector<CommandRow> disclosure_commands() {
    return {
        {"disclosure record", "",
         "records what was shared of a record and why, or why not; what may not be shared is refused",
         options_of_recording(),
         "casekeeper disclosure record --person P1 --involvement I1 --outcome shared --recipient \"Netherby "
         "Police\" --information \"who lives in the house\" --reasons \"joint enquiry\" --lawful-basis "
         "\"public-task: Children Act 1989 s47\" --consent \"not-asked: it could put her at risk\" "
         "--risk-assessment \"strategy discussion of 3 November\" --authorised-by \"G. Okonjo\" --method "
         "\"secure e-mail\"",
         0, 0, record, true},
        {"disclosure complete", "ID", "adds what was missing; what was said is never rewritten",
         options_of_disclosure(), "casekeeper disclosure complete DL7 --receipt \"read on 24 November\"", 1,
         1, complete, true},
        {"disclosure told",
         "ID",
         "records that whoever received it was told of a change (UK GDPR Art 19)",
         {{"of", "WORD", "correction, erasure, dispute or restriction", true},
          {"on", "DATE", "the day (else today)"},
          {"how", "TEXT", "by letter, by telephone, …"}},
         "casekeeper disclosure told DL7 --of correction --on 2026-11-24 --how \"letter\"",
         1,
         1,
         told,
         true},
        {"disclosure list",
         "",
         "lists what was shared and what was not",
         {{"person", "ID", "of this person, their joined records too"},
          {"outcome", "OUTCOME", "shared or not-shared"},
          {"to", "WHOM", "a kind of recipient, or words of what the recipient is called"},
          {"since", "DATE", "decided on this day or later"},
          {"incomplete", "", "only those that lack something"}},
         "casekeeper disclosure list --incomplete",
         0,
         0,
         list},
        {"disclosure show",
         "ID",
         "all that was recorded of one, what is missing, and what is disputed of what was given",
         {},
         "casekeeper disclosure show DL7",
         1,
         1,
         show},
        {"disclosure whom",
         "",
         "who was given something that was corrected, is disputed or restricted since, and is to be told",
         {{"person", "ID", "whose record", true}, {"since", "DATE", "changes of this day or later"}},
         "casekeeper disclosure whom --person P1",
         0,
         0,
         whom},
    };
}

}  // namespace casekeeper
