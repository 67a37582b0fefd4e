// SPDX-License-Identifier: MIT
#include "disposal/plain_reasons.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/calendar.h"

namespace casekeeper {
namespace {

// Of a rule's authority: stands after the laws, with all that is said of the period.
constexpr std::string_view own_period = "local policy";
constexpr const char* kept_by_law = "The law gives us this work to do, ";

std::string in_words(const std::map<std::string, std::string>& words, const std::string& code,
                     const std::string& otherwise) {
    const auto found = words.find(code);
    return found == words.end() ? otherwise : found->second;
}

std::string statutory(const DeletionItem& item, bool is_open) {
    const std::string law = kept_by_law;
    if (item.kept_until)
        return law + "so we have to keep this until " + to_words(parse_date(*item.kept_until).value()) + ".";
    if (is_open) return law + "and it is still going on. So we have to keep this for now.";
    return law + "so we have to keep this. There is no day yet when that ends.";
}

}  // namespace

std::string plain_reason(const DeletionItem& item, bool is_open) {
    if (item.verdict == "statutory") return statutory(item, is_open);
    if (item.verdict == "claims")
        return "It may be needed for a claim, an inquiry or a complaint. So we keep it until that is over.";
    if (item.decision == "keep") return "A person looked at it and decided that we need to keep it.";
    if (item.verdict == "person-decides") return "A person has to look at it first, and then decides.";
    return {};
}

std::string law_in_words(const std::string& authority) {
    const std::size_t at = authority.find(own_period);
    return at == std::string::npos ? authority : authority.substr(0, at) + "our own rules";
}

bool is_looked_at_again(const DeletionItem& item) {
    return item.verdict == "claims";
}

std::string entry_in_words(const std::string& kind) {
    static const std::map<std::string, std::string> words = {{"meeting", "A note of a meeting"},
                                                             {"telephone-call", "A note of a phone call"},
                                                             {"face-to-face", "A note of a talk"},
                                                             {"letter-sent", "A letter from us"},
                                                             {"letter-received", "A letter to us"},
                                                             {"email-sent", "An email from us"},
                                                             {"email-received", "An email to us"},
                                                             {"decision", "A decision"},
                                                             {"assessment", "An assessment"},
                                                             {"plan", "A plan"},
                                                             {"review", "A review"},
                                                             {"visit", "A note of a visit"}};
    return in_words(words, kind, "A note");
}

std::string keepsake_in_words(const std::string& kind) {
    static const std::map<std::string, std::string> words = {{"photograph", "A photo"},
                                                             {"letter", "A letter or card"},
                                                             {"childs-words", "Your own words, or a drawing"},
                                                             {"certificate", "A certificate"}};
    return in_words(words, kind, "Something of yours");
}

std::string plan_in_words(const std::string& topic) {
    if (topic == "care-plan") return "the care plan";
    for (const char* known : {"health", "education", "placement", "contact"})
        if (topic == known) return "the " + topic + " plan";
    return "the plan";
}

std::string appointment_in_words(const std::string& name) {
    static const std::map<std::string, std::string> words = {
        {"review", "A review"},         {"plan", "A new plan"},     {"meeting", "A meeting"},
        {"visit", "A visit"},           {"face-to-face", "A talk"}, {"telephone-call", "A phone call"},
        {"assessment", "An assessment"}};
    if (const auto found = words.find(name); found != words.end()) return found->second;
    // "next-review", "plan-review-due": the names of events are the trust's own.
    for (const char* word :
         {"review", "appointment", "meeting", "visit", "assessment", "conference", "hearing"})
        if (name.find(word) != std::string::npos)
            return std::string(word == std::string("assessment") || word == std::string("appointment")
                                   ? "An "
                                   : "A ") +
                   word;
    return {};
}

}  // namespace casekeeper
