// SPDX-License-Identifier: MIT
#include "policy/mention_finder.h"

#include <algorithm>
#include <utility>

#include "policy/mention_addresses.h"
#include "policy/mention_names.h"

namespace casekeeper {
namespace {

constexpr double whole_name = 0.97;  // confidence in more than one name of one person

bool is_likely(const Mention& mention) {
    return mention.confidence >= likely_mention;
}

// Of mentions in the same place the likely one, the longer one, the surer one, whose owner is known.
bool is_stronger(const Mention& one, const Mention& other) {
    if (is_likely(one) != is_likely(other)) return is_likely(one);
    const std::size_t size = one.end - one.begin;
    const std::size_t other_size = other.end - other.begin;
    if (size != other_size) return size > other_size;
    if (one.whom.empty() != other.whom.empty()) return other.whom.empty();
    return one.confidence > other.confidence;
}

// The weaker of two that overlap is nothing by itself, but what it alone covered stays covered.
void merge_into(Mention& stronger, const Mention& weaker) {
    const bool is_within = weaker.begin >= stronger.begin && weaker.end <= stronger.end;
    if (!is_within && is_likely(weaker)) {
        stronger.begin = std::min(stronger.begin, weaker.begin);
        stronger.end = std::max(stronger.end, weaker.end);
    }
    // Jane Poe, of whose words only Jane is a name of the case: perhaps hers, perhaps another's.
    const bool are_names = stronger.kind == MentionKind::name && weaker.kind == MentionKind::name;
    if (!are_names || !stronger.whom.empty() || !is_likely(weaker)) return;
    if (weaker.confidence >= whole_name) {
        stronger.whom = weaker.whom;
        stronger.of = weaker.of;
    } else if (weaker.of != stronger.of || !weaker.whom.empty()) {
        stronger.of = MentionOf::unclear;
    }
}

std::vector<Mention> resolved(std::vector<Mention> all) {
    std::sort(all.begin(), all.end(), [](const Mention& one, const Mention& other) {
        return one.begin != other.begin ? one.begin < other.begin : is_stronger(one, other);
    });
    std::vector<Mention> kept;
    for (Mention& mention : all) {
        if (kept.empty() || mention.begin >= kept.back().end) {
            kept.push_back(std::move(mention));
        } else if (is_stronger(kept.back(), mention)) {
            merge_into(kept.back(), mention);
        } else {
            merge_into(mention, kept.back());
            kept.back() = std::move(mention);
        }
    }
    return kept;
}

}  // namespace

MentionFinder::MentionFinder(std::vector<PersonNames> people, const NameKnowledge& knowledge)
    : people_(std::move(people)),
      knowledge_(knowledge),
      known_(people_, knowledge),
      codes_(people_),
      contacts_(people_),
      dates_(people_) {}

std::vector<Mention> MentionFinder::find(std::string_view text) const {
    const MentionWords words(text);
    std::vector<Mention> all;
    const auto add = [&](std::vector<Mention> more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    for (const KnownPeople::Spoken& one : known_.find(words, KnownPeople::Spelling::misspelt_too))
        all.push_back({words[one.first].begin, words[one.last].end, MentionKind::name, one.confidence,
                       one.why, one.person == KnownPeople::several ? std::string() : people_[one.person].key,
                       one.of});
    for (const UnknownName& one : unknown_names(words, knowledge_))
        all.push_back({words[one.first].begin,
                       words[one.last].end,
                       MentionKind::name,
                       one.confidence,
                       one.why,
                       {},
                       MentionOf::third_party});
    add(codes_.find(words));
    add(contacts_.find(words));
    add(dates_.find(words));
    add(addresses_in(words));
    return resolved(std::move(all));
}

}  // namespace casekeeper
