// SPDX-License-Identifier: MIT
#include "base/json_text.h"
#include "output/text_page.h"
#include "policy/service_words.h"
#include "reports/privacy_statement_letter.h"

namespace casekeeper {
namespace {

const char* to_text(ServiceClass service_class) {
    switch (service_class) {
        case ServiceClass::statutory:
            return "statutory";
        case ServiceClass::duty:
            return "duty";
        case ServiceClass::voluntary:
            return "voluntary";
    }
    return "";
}

const char* to_text(Keeping keeping) {
    switch (keeping) {
        case Keeping::goes_on:
            return "goes-on";
        case Keeping::until:
            return "until";
        case Keeping::past:
            return "past";
        case Keeping::for_good:
            return "for-good";
        case Keeping::not_set:
            return "not-set";
    }
    return "";
}

std::string json_of(const KeepingWords& rule) {
    return JsonObject()
        .text("rule", rule.rule)
        .text("title", rule.title)
        .text("how_long", rule.how_long)
        .text("then", rule.then)
        .text("care", rule.care)
        .text("why", rule.why)
        .json();
}

std::string json_of(const std::vector<KeepingWords>& rules) {
    std::vector<std::string> items;
    for (const KeepingWords& rule : rules) items.push_back(json_of(rule));
    return json_list_of(items);
}

std::string json_of(const std::vector<Recipient>& recipients) {
    std::vector<std::string> items;
    for (const Recipient& one : recipients)
        items.push_back(JsonObject()
                            .text("id", one.kind.id)
                            .text("title", one.kind.title)
                            .texts("services", one.kind.services)
                            .texts("lawful_bases", one.kind.lawful_bases)
                            .text("gateway", one.kind.gateway)
                            .text("why", why_in_words(one))
                            .flag("needs_consent", one.kind.needs_consent)
                            .json());
    return json_list_of(items);
}

std::string services_in(const PrivacyStatement& statement, const StatementSources& sources) {
    std::vector<std::string> items;
    for (const StatedPart& part : statement.parts)
        for (const int index : part.services) {
            const Service& service = sources.catalogue.services()[static_cast<std::size_t>(index)];
            items.push_back(JsonObject()
                                .text("service", service.id)
                                .text("title", service.title)
                                .text("class", to_text(service.service_class))
                                .text("purpose", purpose_in_words(service))
                                .text("lawful_basis", lawful_basis_in_words(service))
                                .text("deletion", deletion_in_words(service))
                                .raw("rules", json_of(part.rules))
                                .json());
        }
    return json_list_of(items);
}

std::string json_of(const StatedPerson& person, const StatementSources& sources) {
    std::vector<std::string> items;
    for (const StatedRecord& record : person.records)
        items.push_back(
            JsonObject()
                .text("involvement", record.involvement)
                .text("service", sources.catalogue.services()[static_cast<std::size_t>(record.service)].id)
                .text("opened", record.opened)
                .text_or_null("closed", record.closed)
                .text("kept", to_text(record.keeping))
                .text_or_null("until", record.until)
                .text("because", record.because)
                .text("then", record.then)
                .text_or_null("less_on", record.less_on)
                .text_or_null("passed_on", record.passed_on)
                .json());
    return JsonObject()
        .text("person", person.id)
        .text("as_of", casekeeper::to_text(person.day))
        .raw("records", json_list_of(items))
        .number("not_named", person.not_named)
        .json();
}

std::string withheld_in(const ReleaseRules& rules) {
    std::vector<std::string> items;
    for (const ReleaseRule& rule : rules.rules())
        items.push_back(JsonObject()
                            .text("rule", rule.id)
                            .text("title", rule.title)
                            .text("paragraph", rule.paragraph)
                            .text("plain", rule.plain)
                            .json());
    return json_list_of(items);
}

}  // namespace

std::string to_json(const PrivacyStatement& statement, const StatementSources& sources, const Page& page) {
    JsonObject json;
    json.text("for", statement.audience == Audience::child ? "child" : "full")
        .text("trust", sources.settings.trust_name)
        .text("contact", sources.settings.trust_contact)
        .raw("schedule", JsonObject()
                             .text("title", sources.schedule.title)
                             .text("version", sources.schedule.version)
                             .json());
    if (statement.person)
        json.raw("person", json_of(*statement.person, sources));
    else
        json.null("person");
    return json.raw("services", services_in(statement, sources))
        .raw("longer", json_of(statement.longer))
        .raw("recipients", json_of(statement.recipients))
        .raw("consulted", json_of(statement.consulted))
        .raw("withheld", withheld_in(sources.rules))
        .text("title", page.title)
        .text("text", text_of(page))
        .line();
}

}  // namespace casekeeper
