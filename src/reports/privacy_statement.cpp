// SPDX-License-Identifier: MIT
#include "reports/privacy_statement.h"

#include <algorithm>
#include <map>
#include <set>

#include "policy/release_proposals.h"
#include "policy/retention_evaluator.h"

namespace casekeeper {
namespace {

constexpr const char* decided_by_a_person = "Somebody looked at it, and decided to keep it until then.";
constexpr const char* with_the_rest =
    "It goes together with other parts of your record, which are kept as long.";

const Service& service_at(const StatementSources& sources, int service) {
    return sources.catalogue.services()[static_cast<std::size_t>(service)];
}

KeepingWords words_of(const StatementSources& sources, int rule, Audience audience) {
    KeepingWords words = keeping_in_words(sources.schedule.rules[static_cast<std::size_t>(rule)],
                                          sources.schedule, sources.catalogue);
    if (audience == Audience::child) words.how_long = words.plainly;
    return words;
}

// Of one service its own; of several that of the first rule by which they end.
std::string title_of(const StatementSources& sources, const StatedPart& part) {
    if (part.services.size() == 1) return service_at(sources, part.services.front()).title;
    const auto end = std::find_if(part.rules.begin(), part.rules.end(),
                                  [](const KeepingWords& rule) { return !rule.on_the_way; });
    if (end != part.rules.end()) return end->title;
    return part.rules.empty() ? "Services without a rule" : part.rules.front().title;
}

// A rule for whoever has died is not for a child to read.
void leave_out_death(std::vector<KeepingWords>& rules, Audience audience) {
    const auto of_death = [](const KeepingWords& rule) { return rule.of_death; };
    if (audience == Audience::child && !std::all_of(rules.begin(), rules.end(), of_death))
        std::erase_if(rules, of_death);
}

// Writes what a statement says of some services.
class Stating {
public:
    Stating(const StatementSources& sources, Audience audience, std::vector<int> services)
        : sources_(sources), services_(std::move(services)) {
        statement_.audience = audience;
    }

    PrivacyStatement state() {
        add_parts();
        add_longer();
        for (const Recipient& recipient : sources_.recipients)
            if (concerns(recipient)) statement_.recipients.push_back(recipient);
        for (Recipient& recipient : those_consulted(sources_.rules))
            if (concerns(recipient)) statement_.consulted.push_back(std::move(recipient));
        for (const int service : services_) {
            const ServiceClass its = service_at(sources_, service).service_class;
            statement_.statutory = statement_.statutory || its == ServiceClass::statutory;
            statement_.duty = statement_.duty || its == ServiceClass::duty;
            statement_.voluntary = statement_.voluntary || its == ServiceClass::voluntary;
        }
        return std::move(statement_);
    }

private:
    bool concerns(const Recipient& recipient) const {
        return std::any_of(services_.begin(), services_.end(), [&](int service) {
            return is_of_service(recipient, sources_.catalogue, service);
        });
    }

    // A part for each list of rules, in the order of its first service.
    void add_parts() {
        std::map<std::vector<int>, std::size_t> parts;
        for (const int service : services_) {
            const std::vector<int> rules = rules_of_service(sources_.schedule, service);
            const auto [at, is_new] = parts.emplace(rules, statement_.parts.size());
            if (is_new) add_part(rules);
            statement_.parts[at->second].services.push_back(service);
        }
        for (StatedPart& part : statement_.parts) part.title = title_of(sources_, part);
    }

    void add_part(const std::vector<int>& rules) {
        StatedPart part;
        for (const int rule : rules) part.rules.push_back(words_of(sources_, rule, statement_.audience));
        leave_out_death(part.rules, statement_.audience);
        statement_.parts.push_back(std::move(part));
    }

    // Of several services all that reach further: each reader finds what fits them.
    void add_longer() {
        std::set<int> longer;
        for (const int service : services_)
            for (const int rule : rules_reaching_service(sources_.schedule, sources_.catalogue, service))
                longer.insert(rule);
        for (const int rule : longer)
            statement_.longer.push_back(words_of(sources_, rule, statement_.audience));
        leave_out_death(statement_.longer, statement_.audience);
    }

    const StatementSources& sources_;
    const std::vector<int> services_;
    PrivacyStatement statement_;
};

// Tells of a person's records one by one.
class Telling {
public:
    Telling(const StatementSources& sources, Audience audience, Date day, std::set<std::string> named)
        : sources_(sources), audience_(audience), day_(to_text(day)), named_(std::move(named)) {}

    // REQUIRES: of a service of the catalogue.
    StatedRecord tell(const DecidedRecord& decided) const {
        StatedRecord record;
        record.involvement = decided.involvement;
        record.service = sources_.catalogue.find(decided.service).value();
        record.title = service_at(sources_, record.service).title;
        record.opened = decided.opened;
        record.closed = decided.closed;
        record.keeping = keeping_of(decided);
        if (record.keeping == Keeping::until || record.keeping == Keeping::past)
            record.until = decided.retain_until;
        if (record.keeping == Keeping::until || record.keeping == Keeping::for_good)
            tell_why(decided, record);
        if (!decided.is_reduced) record.less_on = decided.minimise_on;
        record.passed_on = decided.transfer_on;
        return record;
    }

private:
    // What is over its day is told in one way, whether it is due, a person reviews it, a hold keeps it or help to
    // the family does: which of them it is would tell of an inquiry, or of a relative.
    Keeping keeping_of(const DecidedRecord& decided) const {
        const std::optional<Outcome> outcome = parse_outcome(decided.outcome);
        if (!outcome) return Keeping::not_set;
        switch (*outcome) {
            case Outcome::live:
                return Keeping::goes_on;
            case Outcome::permanent:
                return Keeping::for_good;
            case Outcome::undetermined:
                return Keeping::not_set;
            default:
                break;
        }
        if (!decided.retain_until) return Keeping::not_set;
        return *outcome == Outcome::retain && *decided.retain_until >= day_ ? Keeping::until : Keeping::past;
    }

    void tell_why(const DecidedRecord& decided, StatedRecord& record) const {
        if (decided.kept_by_a_person) {
            record.because = decided_by_a_person;
            return;
        }
        const std::optional<int> index = sources_.schedule.find(decided.rule.value_or(""));
        if (!index) return;
        const KeepingWords words = words_of(sources_, *index, audience_);
        record.then = words.then;
        if (!tells_of_these_only(sources_.schedule.rules[static_cast<std::size_t>(*index)],
                                 sources_.catalogue, named_)) {
            record.because = with_the_rest;
            return;
        }
        record.because = "This is because of the rule “" + words.title + "”: " + words.period + ".";
        if (audience_ == Audience::full) record.because += " " + words.why;
    }

    const StatementSources& sources_;
    const Audience audience_;
    const std::string day_;
    const std::set<std::string> named_;  // services of the person's that are told
};

}  // namespace

PrivacyStatement state_services(const StatementSources& sources, Audience audience,
                                const std::optional<int>& service) {
    std::vector<int> services;
    if (service)
        services = {*service};
    else
        for (std::size_t at = 0; at < sources.catalogue.services().size(); ++at)
            services.push_back(static_cast<int>(at));
    PrivacyStatement statement = Stating(sources, audience, std::move(services)).state();
    statement.service = service;
    return statement;
}

PrivacyStatement state_person(const StatementSources& sources, Audience audience, StatedPerson person,
                              const std::vector<DecidedRecord>& decided, bool is_child) {
    Reader reader;
    reader.subject_is_child = is_child;
    const auto is_named = [&](const DecidedRecord& one) {
        return !one.is_kept_back && may_be_named(sources.rules, sources.catalogue, one.service, reader);
    };
    std::set<std::string> named;
    for (const DecidedRecord& one : decided)
        if (is_named(one)) named.insert(one.service);
    const Telling telling(sources, audience, person.day, named);
    std::set<int> services;
    for (const DecidedRecord& one : decided) {
        if (!is_named(one)) {
            ++person.not_named;
            continue;
        }
        person.records.push_back(telling.tell(one));
        services.insert(person.records.back().service);
    }
    PrivacyStatement statement = Stating(sources, audience, {services.begin(), services.end()}).state();
    // Rules of services that the person does not have are of no use to them, and of those they are not told of
    // would tell.
    std::erase_if(statement.longer, [&](const KeepingWords& rule) {
        const Rule& its = sources.schedule.rules[static_cast<std::size_t>(*sources.schedule.find(rule.rule))];
        return std::none_of(its.services.begin(), its.services.end(),
                            [&](int service) { return services.contains(service); });
    });
    statement.person = std::move(person);
    return statement;
}

}  // namespace casekeeper
