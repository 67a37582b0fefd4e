// SPDX-License-Identifier: MIT
//
// What must be so before information about somebody is shared, and what must be written down of it. A stop
// keeps a sharing from being recorded as done. To prevent serious harm all but two are lifted, with a reason
// and whoever authorised it: a protected place is never given to whoever may not have it, and what is
// restricted leaves on a ground of its own. A decision not to share meets no stop. Pure.
//
// sources: the trust's "Key points when sharing information"; the seven golden rules (DfE 2024); UK GDPR
// Art 5(1)(d), 6(1), 7, 18(2)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/record_format.h"
#include "policy/release_rules.h"

namespace casekeeper {

// What was said of consent: "given", "refused", "not-asked: they must not know"; or in other words.
struct SaidConsent {
    enum class Word { none, given, refused, not_asked, other };
    Word word = Word::none;
    std::string why;  // behind the colon, trimmed
};
SaidConsent consent_in(std::string_view text);

// What a complete disclosure says and this one does not, as the option that says it: "reasons",
// "lawful-basis". In the order in which they are asked. REQUIRES: a disclosure.
std::vector<std::string> missing_in(const Record& disclosure);
// "why", "who authorised it": of an option, for people.
std::string missing_in_words(const std::string& option);

// UK GDPR Art 18(2): on what ground restricted records may be used after all.
std::span<const std::string_view> grounds_despite_restriction();

struct DisclosureFacts {
    const Record& disclosure;
    // Of the record that is shared; every one of the person's where it is not said which. None: nothing is known
    // of which service it is, and only whoever may be told of every one is told.
    std::vector<std::string> services;
    // What of it is restricted (Art 18), and on which ground it may be used after all; empty: none.
    std::size_t restricted = 0;
    std::string despite_restriction;
    // Fields of the disclosure, and typed ids of what is given, that give away a protected place which whoever
    // receives it does not have.
    std::vector<std::string> places_in;
    // Typed ids of what was given in confidence, or by somebody who refused that it be passed on.
    std::vector<std::string> in_confidence;
};

struct DisclosureStop {
    std::string code;  // "service", "consent-refused", "protected-place"
    std::string what;  // without personal data
    std::string hint;
    bool is_lifted = false;  // to prevent serious harm, or by a ground
    // What of it, where that is said: fields and typed ids, or services.
    std::vector<std::string> of = {};
    bool operator==(const DisclosureStop&) const = default;
};

// Is it what a disclosure can be made against: the code of a stop, with its ground ("restricted:claims") where
// that is what lifts it? Anything else is somebody's words, and enters no register and no report.
bool is_override(std::string_view code);
// Those of a disclosure; words that are none are left out.
std::vector<std::string> overrides_of(const Record& disclosure);

// The kind of recipient it is recorded as; nullptr where none is known.
const RecipientKind* kind_of_recipient(const Record& disclosure, const RecipientKinds& kinds);

// Consent counts as it stood when it was decided to share. In a fixed order; those that are lifted too. None of a decision not to share. REQUIRES: a disclosure.
std::vector<DisclosureStop> stops_of(const DisclosureFacts& facts, const ReleaseRules& rules,
                                     const ServiceCatalogue& catalogue);

}  // namespace casekeeper
