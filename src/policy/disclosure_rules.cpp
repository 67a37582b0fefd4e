// SPDX-License-Identifier: MIT
#include "policy/disclosure_rules.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/among.h"
#include "base/blank_text.h"
#include "base/json_read.h"

namespace casekeeper {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view grounds[] = {"consent", "claims", "rights-of-another", "public-interest"};

constexpr std::string_view restricted = "restricted";
constexpr std::string_view stop_codes[] = {"protected-place",   restricted,          "recipient-unclear",
                                           "recipient-unknown", "service",           "basis",
                                           "consent-refused",   "consent-not-given", "consent-undated",
                                           "consent-later",     "consent-old",       "in-confidence"};

bool is_shared(const Record& disclosure) {
    return disclosure.value("outcome") == "shared";
}

std::string joined(const Words& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

// One disclosure, asked in the order in which a person would ask.
class Stops {
public:
    Stops(const DisclosureFacts& facts, const ReleaseRules& rules, const ServiceCatalogue& catalogue)
        : facts_(facts),
          disclosure_(facts.disclosure),
          rules_(rules),
          catalogue_(catalogue),
          kind_(kind_of_recipient(disclosure_, rules.recipients())),
          basis_(RecipientKinds::basis_in(disclosure_.value("lawful_basis").value_or(""))),
          is_against_harm_(!is_blank(disclosure_.value("override_reason")) &&
                           !is_blank(disclosure_.value("authorised_by"))) {}

    std::vector<DisclosureStop> run() {
        look_for_places();
        look_at_restriction();
        look_at_recipient();
        if (kind_) look_at_service();
        if (kind_) look_at_basis();
        look_at_consent();
        look_at_sources();
        return std::move(stops_);
    }

private:
    void stop(std::string_view code, const std::string& what, const std::string& hint, Words of = {}) {
        stops_.push_back({std::string(code), what, hint, is_against_harm_, std::move(of)});
    }

    // Where nobody said which parts are given, what is in the way may be none of them.
    std::string or_say_what_is_given() const {
        return is_blank(disclosure_.value("items")) ? "; or say what is given: --items entry:E7,document:D2, "
                                                      "or --items none where it is nothing "
                                                      "but what --information says"
                                                    : "";
    }

    void look_for_places() {
        if (facts_.places_in.empty()) return;
        stop("protected-place",
             "a protected place would be given away to whoever may not have it, by: " +
                 joined(facts_.places_in),
             "leave it out of what is shared and of how it is sent; nothing lifts this" +
                 or_say_what_is_given(),
             facts_.places_in);
        stops_.back().is_lifted = false;
    }

    void look_at_restriction() {
        if (facts_.restricted == 0) return;
        stop(restricted,
             std::to_string(facts_.restricted) +
                 (facts_.restricted == 1 ? " part of it is" : " parts of it are") +
                 " restricted (UK GDPR Art 18): kept, and used for nothing",
             "--despite-restriction consent, claims, rights-of-another or public-interest, where Art 18(2) "
             "lets "
             "it be used; casekeeper restrict list --in-force shows what it is");
        stops_.back().is_lifted = !facts_.despite_restriction.empty();
    }

    void look_at_recipient() {
        const std::string& name = disclosure_.value("recipient").value_or("");
        const auto recognised = rules_.recipients().recognised_in(name);
        const auto& said = disclosure_.value("recipient_kind");
        Words kinds;
        for (const RecipientKind* one : recognised) kinds.push_back(one->id);
        const std::string say = "--recipient-kind with one of: " + joined(rules_.recipients().ids());
        if (said && kind_ && !kinds.empty() && !is_among(kinds, *said))
            return stop("recipient-unclear",
                        "the recipient is said to be " + *said + ", and is called like " + joined(kinds),
                        say);
        if (kind_) return;
        if (kinds.size() > 1)
            return stop("recipient-unclear",
                        "the recipient is called like several kinds of recipients: " + joined(kinds),
                        "say which it is: --recipient-kind " + kinds.front());
        stop("recipient-unknown",
             "the recipient is of no kind that information may be shared with (config/release_rules.toml, "
             "[[recipient]])",
             say);
    }

    void look_at_service() {
        if (facts_.services.empty() && !is_among(kind_->services, "*"))
            return stop("service",
                        "nothing is known of which service it is, and recipients of the kind " + kind_->id +
                            " may be told of some alone",
                        "say of which service it is: --involvement ID; to prevent serious harm: "
                        "--serious-harm REASON --authorised-by NAME");
        Words barred;
        for (const std::string& service : facts_.services) {
            const auto index = catalogue_.find(service);
            if (!index || !RecipientKinds::allows_service(*kind_, catalogue_, *index))
                if (!is_among(barred, service)) barred.push_back(service);
        }
        if (barred.empty()) return;
        stop("service",
             "recipients of the kind " + kind_->id + " are not among those who may be told of " +
                 joined(barred),
             facts_.services.size() > barred.size()
                 ? "say of which service it is: --involvement ID"
                 : "ask the data protection officer; to prevent serious harm: --serious-harm REASON "
                   "--authorised-by NAME",
             barred);
    }

    void look_at_basis() {
        if (basis_.empty() || is_among(kind_->lawful_bases, basis_)) return;
        stop("basis",
             "the lawful basis " + basis_ + " is none on which recipients of the kind " + kind_->id +
                 " are told anything",
             "--lawful-basis with one of: " + joined(kind_->lawful_bases));
    }

    void look_at_consent() {
        const SaidConsent said = consent_in(disclosure_.value("consent").value_or(""));
        const bool is_basis = basis_ == "consent";
        if (!is_basis && !(kind_ && kind_->needs_consent)) return;
        const std::string because = is_basis
                                        ? "consent is the lawful basis"
                                        : "recipients of the kind " + kind_->id + " are told with consent";
        const std::string otherwise =
            is_basis ? "ask for it; or name the basis that does not need it: --lawful-basis public-task"
                     : "ask for it, then: --consent given --consent-on DATE";
        if (said.word == SaidConsent::Word::refused)
            return stop("consent-refused", "consent was refused, and " + because, otherwise);
        if (said.word != SaidConsent::Word::given)
            return stop("consent-not-given", "it is not said that consent was given, and " + because,
                        "--consent given --consent-on DATE; or " + otherwise);
        const std::optional<Date> on = parse_date(disclosure_.value("consent_on").value_or(""));
        if (!on)
            return stop("consent-undated", "it is not said on which day consent was given, and " + because,
                        "--consent-on DATE");
        look_at_day_of_consent(*on, because);
    }

    // As it stood on the day of the decision.
    void look_at_day_of_consent(Date on, const std::string& because) {
        const Date decided_on = parse_date(*disclosure_.value("decided_on")).value();
        if (on > decided_on)
            return stop("consent-later",
                        "the consent is of " + to_text(on) + ", after it was decided to share on " +
                            to_text(decided_on) + ", and " + because,
                        "name the basis on which it was shared then: --lawful-basis public-task; what is "
                        "shared now, with consent, is recorded by itself");
        if (is_stale_consent(on, rules_.stale(), decided_on))
            stop("consent-old",
                 "the consent is of " + to_text(on) + ", " + age_in_words(on, decided_on) +
                     " before it was decided to share, and " + because + ": it counts for " +
                     std::to_string(rules_.stale().consent_months) + " months",
                 "ask again, then: --consent given --consent-on DATE");
    }

    // A duty of law or somebody's life goes before what was promised to whoever told it.
    void look_at_sources() {
        if (facts_.in_confidence.empty() || basis_ == "legal-obligation" || basis_ == "vital-interests")
            return;
        stop("in-confidence",
             "it was given in confidence, or whoever gave it refused that it be passed on: " +
                 joined(facts_.in_confidence),
             "ask them, or leave it out; the data protection officer and the Caldicott guardian advise" +
                 or_say_what_is_given(),
             facts_.in_confidence);
    }

    const DisclosureFacts& facts_;
    const Record& disclosure_;
    const ReleaseRules& rules_;
    const ServiceCatalogue& catalogue_;
    const RecipientKind* kind_;
    const std::string basis_;
    const bool is_against_harm_;
    std::vector<DisclosureStop> stops_;
};

}  // namespace

SaidConsent consent_in(std::string_view text) {
    using Word = SaidConsent::Word;
    constexpr std::pair<std::string_view, Word> words[] = {
        {"given", Word::given},
        {"refused", Word::refused},
        {"not-asked", Word::not_asked},
        {"not asked", Word::not_asked},
    };
    if (is_blank(text)) return {};
    SaidConsent said{Word::other, ""};
    for (const auto& [word, meaning] : words) {
        const bool ends =
            text.size() == word.size() ||
            (text.starts_with(word) && !std::isalpha(static_cast<unsigned char>(text[word.size()])));
        if (text.starts_with(word) && ends) said.word = meaning;
    }
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos)
        said.why = without_blanks(text.substr(colon + 1));
    return said;
}

std::vector<std::string> missing_in(const Record& disclosure) {
    Words missing;
    const auto ask = [&](const char* field, const char* option) {
        if (is_blank(disclosure.value(field))) missing.emplace_back(option);
    };
    ask("recipient", "recipient");
    ask("information", "information");
    ask("reasons", "reasons");
    if (is_shared(disclosure)) {
        ask("lawful_basis", "lawful-basis");
        const SaidConsent said = consent_in(disclosure.value("consent").value_or(""));
        if (said.word == SaidConsent::Word::none ||
            (said.word == SaidConsent::Word::not_asked && said.why.empty()))
            missing.emplace_back("consent");
        const std::string basis = RecipientKinds::basis_in(disclosure.value("lawful_basis").value_or(""));
        if (basis == "consent") ask("consent_on", "consent-on");
        ask("risk_assessment", "risk-assessment");
    }
    ask("authorised_by", "authorised-by");
    if (is_shared(disclosure)) ask("method", "method");
    return missing;
}

std::string missing_in_words(const std::string& option) {
    constexpr std::pair<std::string_view, const char*> words[] = {
        {"recipient", "with whom"},
        {"information", "what"},
        {"reasons", "why"},
        {"lawful-basis", "on which lawful basis"},
        {"consent", "whether they agreed, or why they were not asked"},
        {"consent-on", "on which day they agreed"},
        {"risk-assessment", "the evidence of the risk assessment"},
        {"authorised-by", "who authorised it"},
        {"method", "how it was sent"},
    };
    for (const auto& [name, said] : words)
        if (name == option) return said;
    return option;
}

std::span<const std::string_view> grounds_despite_restriction() {
    return grounds;
}

bool is_override(std::string_view code) {
    const auto is_one_of = [](const auto& all, std::string_view one) {
        return std::find(std::begin(all), std::end(all), one) != std::end(all);
    };
    const std::size_t colon = code.find(':');
    if (colon == std::string_view::npos) return is_one_of(stop_codes, code);
    return code.substr(0, colon) == restricted && is_one_of(grounds, code.substr(colon + 1));
}

std::vector<std::string> overrides_of(const Record& disclosure) {
    Words overrides = json_texts(disclosure.value("overrides").value_or("[]"));
    std::erase_if(overrides, [](const std::string& one) { return !is_override(one); });
    return overrides;
}

const RecipientKind* kind_of_recipient(const Record& disclosure, const RecipientKinds& kinds) {
    if (const auto& said = disclosure.value("recipient_kind")) return kinds.find(*said);
    const auto recognised = kinds.recognised_in(disclosure.value("recipient").value_or(""));
    return recognised.size() == 1 ? recognised.front() : nullptr;
}

std::vector<DisclosureStop> stops_of(const DisclosureFacts& facts, const ReleaseRules& rules,
                                     const ServiceCatalogue& catalogue) {
    if (!is_shared(facts.disclosure)) return {};
    return Stops(facts, rules, catalogue).run();
}

}  // namespace casekeeper
