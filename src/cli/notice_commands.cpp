// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/configured.h"
#include "base/json_text.h"
#include "base/whole_file.h"
#include "cli/commands.h"
#include "cli/option_values.h"
#include "cli/ready_store.h"
#include "custody/involvements_kept_back.h"
#include "custody/letter_head.h"
#include "custody/release_reader.h"
#include "output/html_page.h"
#include "output/text_page.h"
#include "policy/did_you_mean.h"
#include "reports/privacy_statement_letter.h"
#include "retention/listing.h"
#include "store/disposal_store.h"
#include "store/fact_store.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

struct Rulebook {
    ServiceCatalogue catalogue;
    RetentionSchedule schedule;
};

Rulebook configured_rulebook(ReadSchedule read) {
    for (const Finding& finding : read.findings)
        if (finding.severity == Severity::error)
            throw ConfigError(to_line(finding), "mend it, then: casekeeper check");
    return {std::move(read.catalogue), std::move(read.schedule)};
}

// What the jobs obey: the schedule in force, where the store has one; else the configured one, which the first
// load puts in force.
Rulebook rulebook(Invocation& invocation) {
    ReadSchedule configured = read_configured_schedule(invocation, {});
    if (invocation.has("configured") || !Database::exists(invocation.store_url()))
        return configured_rulebook(std::move(configured));
    const auto adopted = RunStore(invocation.store()).adopted_schedule();
    if (!adopted) return configured_rulebook(std::move(configured));
    ScheduleInForce in_force = schedule_in_force(invocation.store());
    if (adopted->digest != configured.digest())
        invocation.say(
            "this statement follows the schedule in force, version " + adopted->version +
            "; another is configured and not adopted\nhint: casekeeper notice --configured shows what that "
            "would say; casekeeper schedule adopt FILE puts it in force");
    return {std::move(in_force.catalogue), std::move(in_force.schedule)};
}

std::optional<Audience> audience_given(const Invocation& invocation) {
    if (!invocation.has("for")) return std::nullopt;
    const std::string audience = invocation.value("for");
    if (audience != "child" && audience != "full")
        throw UsageError(in_quotes(audience) + " is no reader of a statement",
                         "say --for child or --for full");
    return audience == "child" ? Audience::child : Audience::full;
}

std::optional<int> service_given(const Invocation& invocation, const ServiceCatalogue& catalogue) {
    if (!invocation.has("service")) return std::nullopt;
    const std::string service = invocation.value("service");
    const std::optional<int> found = catalogue.find(service);
    if (found) return found;
    std::vector<std::string> ids;
    for (const Service& one : catalogue.services()) ids.push_back(one.id);
    throw InputError("the catalogue has no service " + in_quotes(service) + did_you_mean(service, ids),
                     "casekeeper notice --format json lists them");
}

CaseFile file_of(Database& database, const std::string& person) {
    FactStore facts(database);
    std::optional<CaseFile> file = facts.file_of(person);
    if (!file)
        throw InputError("there is no person " + person + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    if (facts.is_stub(person))
        throw InputError("of " + person + " only the name is kept, because others' records name them",
                         "casekeeper register find says what has ended");
    if (std::any_of(file->people.begin(), file->people.end(),
                    [](const PersonFacts& one) { return one.died; }))
        throw Refused("person " + person +
                          " has died, and the rights that a statement tells of have ended "
                          "(Data Protection Act 2018 s3(2))",
                      "for whoever asks: casekeeper notice, or casekeeper notice --service ID");
    return std::move(*file);
}

DecidedRecord decided_record(Database& database, const StoredDecision& decision,
                             const InvolvementFacts& involvement) {
    DecidedRecord one;
    one.involvement = decision.involvement;
    one.service = decision.service;
    one.opened = to_text(involvement.opened);
    if (involvement.closed) one.closed = to_text(*involvement.closed);
    one.outcome = decision.outcome;
    one.retain_until = decision.retain_until;
    one.rule = decision.rule;
    one.minimise_on = decision.minimise_on;
    one.transfer_on = decision.transfer_on;
    one.is_reduced = DisposalStore(database)
                         .done(decision.involvement, "minimise", "", decision.minimise_on.value_or(""))
                         .has_value();
    one.kept_by_a_person = involvement.kept_until && to_text(*involvement.kept_until) == one.retain_until;
    return one;
}

// The decisions on a person's records, in the order in which they began. What has not begun is none yet.
std::vector<DecidedRecord> decided_records(Database& database, const CaseFile& file,
                                           const std::string& person, Date day) {
    std::vector<DecidedRecord> records;
    const std::set<std::string> kept_back = involvements_kept_back(database, file);
    for (const ShownDecision& shown : DecisionListing(database, day).explain_person(person))
        for (const InvolvementFacts& involvement : file.involvements)
            if (involvement.id == shown.decision.involvement && involvement.opened <= day) {
                records.push_back(decided_record(database, shown.decision, involvement));
                records.back().is_kept_back = kept_back.contains(involvement.id);
            }
    std::stable_sort(records.begin(), records.end(),
                     [](const DecidedRecord& a, const DecidedRecord& b) { return a.opened < b.opened; });
    return records;
}

PrivacyStatement statement_of_person(Invocation& invocation, const StatementSources& sources) {
    const std::string id = invocation.value("person");
    Database& database = invocation.store();
    // One moment's truth from the first line to the last.
    const UnitOfWork work(database, UnitOfWork::Kind::snapshot);
    const CaseFile file = file_of(database, id);
    const Date day = invocation.day();
    const bool child = std::any_of(file.people.begin(), file.people.end(), [&](const PersonFacts& one) {
        return one.id == id && may_be_child(one, day);
    });
    StatedPerson person;
    person.id = id;
    person.day = day;
    person.salutation =
        head_for_person(database, sources.settings.trust_name, sources.settings.trust_contact, id, day)
            .salutation;
    const Audience audience = audience_given(invocation).value_or(child ? Audience::child : Audience::full);
    PrivacyStatement statement =
        state_person(sources, audience, std::move(person), decided_records(database, file, id, day), child);
    if (const long long not_named = statement.person->not_named; not_named > 0)
        invocation.say(
            counted(not_named, "involvement is", "involvements are") +
            " not named in it: a person kept them back, or decides first whether they may be told; "
            "casekeeper explain person:" +
            id + " has them all");
    return statement;
}

// Tells nothing of a person.
std::string name_of_files(const PrivacyStatement& statement, const StatementSources& sources) {
    std::string name = "privacy-statement";
    if (statement.person) name += "-" + letters_folder_name("privacy statement of " + statement.person->id);
    if (statement.service)
        name += "-" + sources.catalogue.services()[static_cast<std::size_t>(*statement.service)].id;
    return name + (statement.audience == Audience::child ? "-child" : "-full");
}

int write_files(Invocation& invocation, const Page& page, const std::string& name) {
    const std::string path = folder_given(invocation, "write") + "/" + name;
    const std::string html = path + ".html";
    const std::string text = path + ".txt";
    require_no_file(html);
    require_no_file(text);
    write_whole_file(html, html_of(page));
    write_whole_file(text, text_of(page));
    if (invocation.format == OutputFormat::json)
        invocation.out << JsonObject().text("html", html).text("text", text).line();
    else
        invocation.out << "the statement lies in " << html << " and " << text << "\n";
    return 0;
}

void check_options(Invocation& invocation) {
    if (!invocation.has("person")) return;
    if (invocation.has("service") || invocation.has("configured"))
        throw UsageError("a person's statement is about all of their record, by the schedule in force",
                         "leave out --service and --configured, or --person");
    invocation.require({Role::practitioner, Role::dpo, Role::records_officer, Role::auditor},
                       "make a person's privacy statement");
}

int make_notice(Invocation& invocation) {
    check_options(invocation);
    const std::optional<Audience> audience = audience_given(invocation);
    if (invocation.has("write")) folder_given(invocation, "write");
    const LetterTemplates templates = LetterTemplates::ready(invocation.config_folder, notice_forms());
    if (invocation.has("person")) invocation.store();
    const Rulebook rules = rulebook(invocation);
    const ReleaseRules release = configured_release_rules(invocation.config_folder, rules.catalogue);
    const StatementSources sources{rules.schedule, rules.catalogue, release, invocation.settings(),
                                   recipients_of(release)};
    const PrivacyStatement statement = invocation.has("person")
                                           ? statement_of_person(invocation, sources)
                                           : state_services(sources, audience.value_or(Audience::full),
                                                            service_given(invocation, rules.catalogue));
    const Page page = page_of(statement, sources, templates);
    if (invocation.has("write")) return write_files(invocation, page, name_of_files(statement, sources));
    invocation.out << (invocation.format == OutputFormat::json ? to_json(statement, sources, page)
                                                               : text_of(page));
    return 0;
}

}  // namespace

std::vector<CommandRow> notice_commands() {
    return {
        {"notice",
         "",
         "the privacy statement: what is recorded, why, how long it is kept, and with whom it may be shared",
         {{"service", "ID", "about one service of the catalogue (else about all of them)"},
          {"person", "ID", "about a person's own record, by the decisions of the day"},
          {"for", "READER", "child or full (else full; for a person under 18 child)"},
          {"write", "DIR", "writes it there as a web page and as text (else printed)"},
          {"configured", "", "by the configured schedule, also where another is in force"}},
         "casekeeper notice --service looked-after --for child",
         0,
         0,
         make_notice},
    };
}

}  // namespace casekeeper
