// SPDX-License-Identifier: MIT
#include "policy/release_proposals.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace casekeeper {
namespace {

// An answer with its reason in a few words.
struct Because {
    std::string answer;
    std::string why;
};

bool is_in(std::span<const std::string> list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_of(const ServiceCatalogue& catalogue, std::span<const std::string> names,
           const std::string& service) {
    if (service.empty()) return false;
    const auto index = catalogue.find(service);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        if (name == service) return true;
        const std::vector<int> members = catalogue.matching(name);
        return index && std::find(members.begin(), members.end(), *index) != members.end();
    });
}

// The first of the services it lies in that is one of those named; empty: none is.
std::string service_among(const ServiceCatalogue& catalogue, std::span<const std::string> names,
                          const PartFacts& part) {
    if (is_of(catalogue, names, part.service)) return part.service;
    const auto further =
        std::find_if(part.further_services.begin(), part.further_services.end(),
                     [&](const std::string& service) { return is_of(catalogue, names, service); });
    return further == part.further_services.end() ? std::string() : *further;
}

// "a health professional", "the police".
std::string professional_in_words(const std::string& kind) {
    if (kind == "police") return "the police";
    if (kind == "legal") return "a lawyer";
    if (kind == "court") return "an officer of a court";
    if (kind == "social-work") return "a social worker";
    if (kind == "education") return "somebody who works in education";
    if (kind == "youth-justice") return "somebody who works in youth justice";
    if (kind == "health") return "a health professional";
    return "somebody in their work";
}

// What author, provider and topic say of a label, "health" or "education"; empty where they do not.
std::string signs_of(const std::string& label, const PartFacts& part) {
    const std::string professional = professional_in_words(label);
    if (part.author_kind == label) return label + " data, written by " + professional;
    if (part.provider_kind == label) return label + " data, given by " + professional;
    if (part.topic == label) return label + " data, by its topic";
    return "";
}

Because classify(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const PartFacts& part) {
    const std::string& recorded = part.classification;
    if (recorded == "health") return {"health", "recorded as health data"};
    if (const std::string why = signs_of("health", part); !why.empty()) return {"health", why};
    if (!recorded.empty()) return {recorded, "recorded as " + recorded + " data"};
    if (const std::string service = service_among(catalogue, rules.health_services(), part); !service.empty())
        return {"health", "health data, by its service " + service};
    if (const std::string why = signs_of("education", part); !why.empty()) return {"education", why};
    if (const std::string service = service_among(catalogue, rules.education_services(), part);
        !service.empty())
        return {"education", "education data, by its service " + service};
    return {"social-work", "social-work data, as nothing says otherwise"};
}

// Made by or for a health professional (DPA 2018 s205 "health record"): what they wrote, a letter of theirs; not
// what somebody else wrote down of what one said.
bool is_health_record(const PartFacts& part) {
    const std::string& kind = part.kind_of_entry.empty() ? part.kind : part.kind_of_entry;
    const bool is_letter = kind == "letter-received" || kind == "email-received";
    if (part.author_kind == "health" || (is_letter && part.provider_kind == "health")) return true;
    if (!part.author_kind.empty()) return false;
    return part.classification == "health" || (part.provider_kind == "health" && part.classification.empty());
}

// Does whoever reads it stand where the person stands?
bool is_the_person(const Reader& reader) {
    return reader.capacity == Capacity::self || reader.capacity == Capacity::representative;
}

const char* name_of(Capacity capacity) {
    constexpr const char* names[] = {"self", "parent", "representative", "attorney", "other"};
    return names[static_cast<std::size_t>(capacity)];
}

std::string consent_in_words(const std::string& consent) {
    if (consent == "refused") return "they refused consent";
    if (consent == "not-asked") return "they have not been asked for consent";
    if (consent == "impossible") return "they cannot be asked for consent";
    return "whether they consent is not recorded";
}

class Proposing {
public:
    Proposing(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const PartFacts& part,
              const Reader& reader)
        : rules_(rules),
          catalogue_(catalogue),
          part_(part),
          reader_(reader),
          label_(classify(rules, catalogue, part)) {}

    std::vector<ReleaseProposal> run() {
        for (const ReleaseRule& rule : rules_.rules()) {
            if (is_own_words() && !rule.own_words_too) continue;
            for (const ReleaseCondition& condition : rule.when) propose(rule, condition);
        }
        std::vector<ReleaseProposal> all;
        for (auto& [key, proposal] : found_) all.push_back(std::move(proposal));
        return all;
    }

private:
    bool is_own_words() const { return part_.provided_by_subject && is_the_person(reader_); }

    void propose(const ReleaseRule& rule, const ReleaseCondition& condition) {
        if (!holds_for_reader(condition)) return;
        std::vector<std::string> reasons;
        if (!holds_for_part(condition, reasons)) return;
        if (condition.about.empty()) return add(rule, condition, "", listed(reasons));
        propose_for_people(rule, condition, listed(reasons));
    }

    bool holds_for_reader(const ReleaseCondition& condition) const {
        if (!condition.readers.empty() && !is_in(condition.readers, name_of(reader_.capacity))) return false;
        if (condition.subject == "child" && !reader_.subject_is_child) return false;
        return condition.unless_route.empty() || condition.unless_route != reader_.route;
    }

    // Each thing that holds adds its reason.
    bool holds_for_part(const ReleaseCondition& condition, std::vector<std::string>& reasons) const {
        if (condition.unless_known && part_.known_to_subject) return false;
        if (condition.unread && part_.has_text) return false;
        if (condition.in_confidence && !part_.in_confidence) return false;
        if (condition.provided_by_subject && !part_.provided_by_subject) return false;
        if (condition.subject_words && !part_.has_subject_words) return false;
        if (condition.unread) reasons.push_back("nobody here can read its text");
        if (!has_flag(condition.flags, reasons)) return false;
        const bool is_of_entry = is_in(condition.kinds, part_.kind_of_entry);
        const std::string& kind = is_of_entry ? part_.kind_of_entry : part_.kind;
        const auto among = [&](const std::vector<std::string>& list, const std::string& value,
                               const std::string& reason) {
            if (list.empty()) return true;
            if (!is_in(list, value)) return false;
            reasons.push_back(reason);
            return true;
        };
        if (!among(condition.classifications, label_.answer, label_.why) ||
            !among(condition.author_kinds, part_.author_kind,
                   "written by " + professional_in_words(part_.author_kind)) ||
            !among(condition.provider_kinds, part_.provider_kind,
                   "given by " + professional_in_words(part_.provider_kind)) ||
            !among(condition.kinds, kind, "of the kind " + kind) ||
            !among(condition.topics, part_.topic, "about " + part_.topic))
            return false;
        if (!condition.services.empty()) {
            const std::string service = service_among(catalogue_, condition.services, part_);
            if (service.empty()) return false;
            reasons.push_back("part of " + service);
        }
        if (condition.provided_by_subject) reasons.push_back("given by the person");
        if (condition.subject_words) reasons.push_back("the person's own words are in it");
        if (condition.in_confidence) reasons.push_back("given in confidence");
        if (condition.subject == "child") reasons.push_back("the person is under 18");
        return true;
    }

    bool has_flag(const std::vector<std::string>& flags, std::vector<std::string>& reasons) const {
        if (flags.empty()) return true;
        for (const std::string& flag : flags) {
            if (!is_in(part_.flags, flag)) continue;
            reasons.push_back("flagged " + flag);
            return true;
        }
        return false;
    }

    void propose_for_people(const ReleaseRule& rule, const ReleaseCondition& condition,
                            const std::string& reasons) {
        const bool as_source = condition.about == "source";
        bool source_is_named = false;
        for (const ThirdParty& party : part_.third_parties) {
            source_is_named = source_is_named || party.is_source;
            if (as_source && !party.is_source) continue;
            if (is_to_be_weighed(party)) add(rule, condition, party.key, why_of(party, reasons));
        }
        if (as_source && !source_is_named && !part_.provided_by_subject &&
            !rules_.is_deemed_reasonable(part_.provider_kind, is_health_record(part_)))
            add(rule, condition, "", listed({"whoever gave it could be known", reasons}));
    }

    // DPA 2018 Sch 2 para 16(2), 17. To know somebody is not to know that they told, in confidence, what is
    // written here.
    bool is_to_be_weighed(const ThirdParty& party) const {
        if (party.is_subject || party.consent == "given") return false;
        if (!party.professional_kind.empty() &&
            rules_.is_deemed_reasonable(party.professional_kind, is_health_record(part_)))
            return false;
        if (party.is_source && part_.in_confidence) return true;
        return !party.known_to_subject || party.consent == "refused" || !is_known_to_reader(party);
    }

    // REQUIRES: known to the person.
    bool is_known_to_reader(const ThirdParty& party) const {
        return is_the_person(reader_) || rules_.is_known_to_parents(party.relation);
    }

    std::string why_of(const ThirdParty& party, const std::string& reasons) const {
        std::string who = party.relation;
        if (!party.professional_kind.empty()) {
            who = professional_in_words(party.professional_kind);
            if (party.professional_kind == "health") who += " outside a health record";
        }
        if (who.empty()) who = "somebody else";
        who += party.is_source ? " could be known as who gave it" : " could be known from it";
        const bool only_to_the_person = party.known_to_subject && !is_known_to_reader(party);
        return listed({who, reasons,
                       only_to_the_person ? "the person knows them, the reader perhaps not" : "",
                       consent_in_words(party.consent)});
    }

    static std::string listed(const std::vector<std::string>& reasons) {
        std::string list;
        for (const std::string& reason : reasons)
            if (!reason.empty()) list += (list.empty() ? "" : "; ") + reason;
        return list;
    }

    // The strongest proposal stays; every reason is told, once.
    void add(const ReleaseRule& rule, const ReleaseCondition& condition, const std::string& about,
             const std::string& why) {
        ReleaseProposal& proposal = found_[{rule.id, about}];
        if (proposal.rule.empty()) {
            proposal = {part_.item, rule.id, about, condition.proposal, why};
            return;
        }
        if (strength_of(condition.proposal) > strength_of(proposal.proposal))
            proposal.proposal = condition.proposal;
        if (proposal.why.find(why) != std::string::npos) return;
        if (why.find(proposal.why) != std::string::npos)
            proposal.why = why;
        else
            proposal.why = listed({proposal.why, why});
    }

    const ReleaseRules& rules_;
    const ServiceCatalogue& catalogue_;
    const PartFacts& part_;
    const Reader& reader_;
    Because label_;
    std::map<std::pair<std::string, std::string>, ReleaseProposal> found_;  // by rule, about
};

}  // namespace

std::string classified(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const PartFacts& part) {
    return classify(rules, catalogue, part).answer;
}

std::vector<ReleaseProposal> proposals_for(const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                                           const PartFacts& part, const Reader& reader) {
    return Proposing(rules, catalogue, part, reader).run();
}

bool may_be_named(const ReleaseRules& rules, const ServiceCatalogue& catalogue, const std::string& service,
                  const Reader& reader) {
    const std::optional<int> known = catalogue.find(service);
    if (!known) return false;
    PartFacts part;
    part.kind = "involvement";
    part.service = service;
    part.known_to_subject =
        is_the_person(reader) &&
        catalogue.services()[static_cast<std::size_t>(*known)].service_class != ServiceClass::statutory;
    return proposals_for(rules, catalogue, part, reader).empty();
}

}  // namespace casekeeper
