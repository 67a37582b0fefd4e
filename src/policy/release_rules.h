// SPDX-License-Identifier: MIT
//
// What may leave, and to whom. What may be kept back from somebody who asks to see a record, and who decides it:
// the exemptions of the Data Protection Act 2018 and the trust's own rules; who else may be told what, and when
// a fact is old. Read from config/release_rules.toml; immutable once read. Which workers are never hidden only for
// being named, and how long a health professional's opinion counts, stand there too. The law's rules that the
// program relies on cannot be left out of the file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"
#include "policy/recipient_kinds.h"
#include "policy/service_catalogue.h"
#include "policy/stale_facts.h"

namespace casekeeper {

// When a rule is proposed. All that is given must hold, within a list any one; nothing given holds for
// nothing, and the reader refuses it.
struct ReleaseCondition {
    std::string proposal;                      // "withhold", "barred", "weigh", "look"
    std::vector<std::string> flags;            // of the part, as recorded
    std::vector<std::string> classifications;  // "health", "education", "social-work"
    std::vector<std::string> author_kinds;     // professional kinds
    std::vector<std::string> provider_kinds;
    std::vector<std::string> services;  // ids or groups of the catalogue
    // Of entries, or "document", "disclosure", "involvement", "person", "material". A document is of its
    // entry's kind too.
    std::vector<std::string> kinds;
    std::vector<std::string> topics;
    std::vector<std::string> readers;  // capacities
    std::string subject;               // "child": under 18 on the day; empty: of any age
    // "third-party": proposed once for each person it would give away; "source": once for whoever gave it.
    // Empty: for the part as a whole.
    std::string about;
    std::string unless_route;   // not for a reader who comes by this way: "adoption"
    bool unless_known = false;  // not where the person has seen or knows the part
    bool in_confidence = false;
    bool provided_by_subject = false;
    bool subject_words = false;  // the person's own words are written in it
    bool unread = false;         // a document whose text nobody here has
};

struct ReleaseRule {
    std::string id;
    std::string paragraph;                  // "DPA 2018 Sch 2 para 16"
    std::string title;                      // in a few plain words
    std::string lifts;                      // which rights: "UK GDPR Art 15(1)-(3)"
    std::string test;                       // what must be so, in a sentence
    std::string decided_by;                 // in words: "a senior social worker"
    std::string consult;                    // whom to ask first; may be empty
    std::string plain;                      // as the reader is told it, at a reading age of 12
    std::vector<std::string> record;        // keys that a decision to withhold must carry: "harm", "extent"
    bool second_signature = false;          // a second person signs a withholding
    bool second_signature_to_show = false;  // a second person signs a showing
    bool look_again = false;                // a withholding names the day on which it is looked at again
    bool lapses_at_next_request = false;
    // Also for what the person who reads it said or gave themselves.
    bool own_words_too = false;
    std::string proposal;  // the strongest of its conditions; empty: a person may use it, the machine never
    std::vector<ReleaseCondition> when;  // any of them
};

class ReleaseRules {
public:
    ReleaseRules() = default;

    // Reads TOML text. Mistakes (unknown keys and words, a rule twice, a rule of the law missing) go to
    // `findings` with file:line:column; what could be read is in the result. Where `catalogue` is given, the
    // services named are looked up in it.
    static ReleaseRules read(std::string_view toml, const std::string& file, std::vector<Finding>& findings,
                             const ServiceCatalogue* catalogue = nullptr);

    // In the order of the file.
    std::span<const ReleaseRule> rules() const { return rules_; }
    const ReleaseRule* find(std::string_view id) const;

    // Is it deemed reasonable to show who this worker is, whether they agree or not? `on_health_record`: the
    // part was made by or for a health professional. DPA 2018 Sch 2 para 17.
    bool is_deemed_reasonable(std::string_view professional_kind, bool on_health_record) const;
    // How long a health professional's opinion may be relied on: 6, or fewer. DPA 2018 Sch 3 para 5(3), 6(3).
    int opinion_months() const { return opinion_months_; }
    // Does a parent who asks know this relative, because the child does?
    bool is_known_to_parents(std::string_view relation) const;
    // Services (ids or groups) whose parts are health or education data where nothing else says so.
    std::span<const std::string> health_services() const { return health_services_; }
    std::span<const std::string> education_services() const { return education_services_; }

    // Whom information may be shared with; none in a file that names none: then it is shared with nobody.
    const RecipientKinds& recipients() const { return recipients_; }
    const StalePeriods& stale() const { return stale_; }

    // Rules that every file must have, since the law or the program relies on them.
    static std::span<const std::string_view> needed();

private:
    friend class ReleaseRulesReader;

    std::vector<ReleaseRule> rules_;
    std::vector<std::string> reasonable_kinds_;
    std::vector<std::string> reasonable_on_health_records_;
    std::vector<std::string> known_to_parents_;
    std::vector<std::string> health_services_;
    std::vector<std::string> education_services_;
    int opinion_months_ = 6;
    RecipientKinds recipients_;
    StalePeriods stale_;
};

// How strong a proposal is: "look" 1, "weigh" 2, "withhold" 3, "barred" 4; anything else 0.
int strength_of(std::string_view proposal);

}  // namespace casekeeper
