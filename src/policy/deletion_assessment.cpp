// SPDX-License-Identifier: MIT
#include "policy/deletion_assessment.h"

#include <algorithm>
#include <iterator>

namespace casekeeper {
namespace {

using Verdict = DeletionVerdict;

constexpr const char* verdict_names[] = {"free", "person-decides", "claims", "statutory"};
constexpr const char* restriction = "restriction";

std::string since(const DeletionItemFacts& facts) {
    return facts.closed ? "from " + to_words(facts.opened) + " to " + to_words(*facts.closed)
                        : "since " + to_words(facts.opened) + ", still open";
}

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
    return list;
}

class Assessment {
public:
    explicit Assessment(const DeletionItemFacts& facts) : facts_(facts) { item_.id = facts.id; }

    AssessedItem run() {
        item_.verdict = Verdict::free_to_delete;
        holds();
        if (!facts_.mark.empty())
            say(Verdict::person_decides, marked(), law_of_mark());
        else if (facts_.service.service_class == ServiceClass::statutory)
            statutory();
        if (facts_.mark.empty() && facts_.service.service_class != ServiceClass::statutory) not_statutory();
        if (facts_.speaks_of_abuse)
            say(Verdict::person_decides,
                "it speaks of abuse, and what may be needed for a claim about abuse has no end in time",
                "Crime and Policing Act 2026 s96; IICSA recommendation 17");
        if (facts_.service.service_class == ServiceClass::duty)
            say(Verdict::person_decides,
                facts_.service.title + " is a service the authority must offer and people take up by choice",
                facts_.service.authority);
        if (!facts_.looks_like.empty())
            say(Verdict::person_decides,
                "it looks like a " + facts_.looks_like + " record, which may be another service's to keep",
                "UK GDPR Art 17(3)(b)");
        if (facts_.lies_elsewhere)
            say(Verdict::person_decides, "the document lies in another record too, and stays there", "");
        if (item_.reason.empty()) say(Verdict::free_to_delete, nothing_speaks_for_it(), "");
        return item_;
    }

private:
    void holds() {
        std::vector<std::string> kinds = facts_.hold_kinds;
        const bool restricted = std::erase(kinds, restriction) > 0;
        if (!kinds.empty()) {
            say(Verdict::claims,
                "it is held for: " + list_of(kinds) + "; this is looked at again when that ends",
                "UK GDPR Art 17(3)(e)");
            item_.can_be_restricted = true;
        }
        if (restricted)
            say(Verdict::person_decides, "it is restricted: kept, and used for nothing, until that is lifted",
                "UK GDPR Art 18");
    }

    // Is it kept by statute or guidance, and not only by the trust's own period?
    bool is_law() const { return facts_.basis && *facts_.basis != Basis::business; }

    void statutory() {
        const std::string service = facts_.service.title + " is a statutory service, " + since(facts_);
        switch (facts_.outcome) {
            case Outcome::live:
                return keep(service);
            case Outcome::permanent:
                if (!is_law()) break;
                return keep(service + "; its record is kept for ever");
            case Outcome::retain:
                if (!is_law() && !facts_.law_until) break;
                item_.kept_until = is_law() ? facts_.retain_until : facts_.law_until;
                return keep(service + "; its record is kept until " + day_of_law());
            case Outcome::due:
            case Outcome::review:
            case Outcome::held:
                return say(Verdict::person_decides, service + "; the time it must be kept is over",
                           facts_.rule_authority);
            case Outcome::undetermined:
                return say(Verdict::person_decides, service + "; until when it must be kept is not known",
                           facts_.service.authority);
        }
        say(Verdict::person_decides,
            service + "; its record is kept by the trust's own period only: is it still necessary?",
            facts_.rule_authority);
    }

    std::string marked() const {
        const char* what = facts_.mark == "misfiled" ? "it is said to be misfiled"
                                                     : "it is said to have been kept unlawfully";
        return what + (facts_.mark_reason.empty() ? "" : ": " + facts_.mark_reason);
    }
    const char* law_of_mark() const {
        return facts_.mark == "misfiled" ? "UK GDPR Art 5(1)(d), 17(3)(b): is keeping it necessary?"
                                         : "UK GDPR Art 17(1)(d), 17(3)(b): is keeping it necessary?";
    }

    std::string day_of_law() const {
        const std::optional<Date>& day = is_law() ? facts_.retain_until : facts_.law_until;
        return day ? to_words(*day) : "a day not known yet";
    }
    const std::string& authority_of_law() const {
        return is_law() || facts_.law_authority.empty() ? facts_.rule_authority : facts_.law_authority;
    }

    // A service by consent or choice, or one that people take up by choice.
    void not_statutory() {
        const bool by_law = facts_.outcome == Outcome::retain && (is_law() || facts_.law_until);
        if (by_law || (facts_.outcome == Outcome::permanent && is_law()))
            say(Verdict::person_decides,
                facts_.outcome == Outcome::permanent
                    ? "the file it lies in is kept for ever by law: is it part of that record?"
                    : "the file it lies in is kept until " + day_of_law() +
                          " by law: is it part of that record?",
                authority_of_law());
        if (facts_.outcome == Outcome::undetermined)
            say(Verdict::person_decides, "until when it must be kept is not known", facts_.service.authority);
    }

    void keep(const std::string& reason) {
        const std::string rule = authority_of_law().empty() ? "" : "; " + authority_of_law();
        say(Verdict::statutory, reason, "UK GDPR Art 17(3)(b); " + facts_.service.authority + rule);
    }

    std::string nothing_speaks_for_it() const {
        std::string text = facts_.service.title + " was given by consent or choice";
        if (facts_.consented_as_child) text += ", agreed to as a child, which weighs for deleting it";
        return text;
    }

    // The strongest verdict stays, with its law; every reason is told.
    void say(Verdict verdict, const std::string& reason, const std::string& authority) {
        item_.reason += (item_.reason.empty() ? "" : "; ") + reason;
        if (verdict > item_.verdict || item_.authority.empty()) item_.authority = authority;
        item_.verdict = std::max(item_.verdict, verdict);
    }

    const DeletionItemFacts& facts_;
    AssessedItem item_;
};

}  // namespace

const char* to_text(DeletionVerdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<DeletionVerdict> parse_deletion_verdict(std::string_view text) {
    for (std::size_t i = 0; i < std::size(verdict_names); ++i)
        if (text == verdict_names[i]) return static_cast<DeletionVerdict>(i);
    return std::nullopt;
}

AssessedItem assess_for_deletion(const DeletionItemFacts& facts) {
    return Assessment(facts).run();
}

}  // namespace casekeeper
