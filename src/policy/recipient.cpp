// SPDX-License-Identifier: MIT
#include "policy/recipient.h"

#include <algorithm>
#include <map>

#include "policy/date_words.h"

namespace casekeeper {
namespace {

// The services for which alone a rule is proposed; empty: it may be used for every one.
std::vector<std::string> services_of(const ReleaseRule& rule) {
    std::vector<std::string> services;
    for (const ReleaseCondition& condition : rule.when) {
        if (condition.services.empty()) return {};
        for (const std::string& service : condition.services)
            if (std::find(services.begin(), services.end(), service) == services.end())
                services.push_back(service);
    }
    return services;
}

std::string basis_in_words(const std::string& basis) {
    static const std::map<std::string, std::string> words = {
        {"consent", "if you agree"},
        {"contract", "if you and we agreed on it in a contract"},
        {"legal-obligation", "if the law says that we must"},
        {"vital-interests", "if somebody's life or health is in danger"},
        {"public-task", "if our work for children needs it"},
        {"legitimate-interests", "if there is a good reason that weighs more than keeping it to ourselves"}};
    const auto found = words.find(basis);
    return found == words.end() ? "on the footing of " + basis : found->second;
}

}  // namespace

std::vector<Recipient> recipients_of(const ReleaseRules& rules) {
    std::vector<Recipient> recipients;
    for (const RecipientKind& kind : rules.recipients().all()) recipients.push_back({kind, ""});
    return recipients;
}

std::vector<Recipient> those_consulted(const ReleaseRules& rules) {
    std::vector<Recipient> recipients;
    for (const ReleaseRule& rule : rules.rules()) {
        if (rule.consult.empty()) continue;
        RecipientKind asked;
        asked.id = rule.id;
        asked.title = rule.consult;
        asked.services = services_of(rule);
        asked.gateway = rule.paragraph;
        recipients.push_back({std::move(asked), rule.title});
    }
    return recipients;
}

bool is_of_service(const Recipient& recipient, const ServiceCatalogue& catalogue, int service) {
    return recipient.kind.services.empty() ||
           RecipientKinds::allows_service(recipient.kind, catalogue, service);
}

std::string why_in_words(const Recipient& recipient) {
    if (!recipient.why.empty()) return recipient.why;
    std::vector<std::string> words;
    for (const std::string& basis : recipient.kind.lawful_bases) words.push_back(basis_in_words(basis));
    return listed_in_words(words, "or");
}

}  // namespace casekeeper
