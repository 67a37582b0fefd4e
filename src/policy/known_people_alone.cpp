// SPDX-License-Identifier: MIT
#include "policy/known_people_parts.h"
#include "policy/mention_context.h"

namespace casekeeper {

float KnownPeople::Alone::of_misspelt(const Spot& spot) const {
    const bool is_capital = words_[spot.first].is(MentionWord::capital);
    if (spot.last > spot.first) return is_capital ? 0.7F : 0.5F;
    // 7 June 2027 is no Jane.
    if ((context_of(words_, spot.first) & Context::calendar) != 0 && is_of_a_date(spot.first)) return 0.2F;
    const std::uint32_t knows = people_.knowledge_.of(words_, spot.first);
    if ((knows & NameKnowledge::word) != 0) {
        if ((context_of(words_, spot.first) & (Context::calendar | Context::body | Context::place)) != 0)
            return 0.3F;
        return begins_sentence(words_, spot.first) || is_among_capitals(words_, spot.first) ? 0.4F : 0.55F;
    }
    // Another name than theirs.
    if ((knows & (NameKnowledge::given | NameKnowledge::surname)) != 0) return 0.5F;
    return is_capital ? 0.75F : 0.6F;
}

float KnownPeople::Alone::confidence(const Spot& spot) const {
    if (spot.is_near) return of_misspelt(spot);
    const Role role = spot.called->plainest();
    static constexpr float by_roles[] = {0.95F, 0.95F, 0.9F, 0.8F, 0.95F, 0.6F, 0};
    const float by_role = by_roles[static_cast<std::size_t>(role)];
    const Called& called = *spot.called;
    const bool is_capital = words_[spot.first].is(MentionWord::capital);
    if (called.letters == 1) return 0;
    if (role == Role::piece) return is_capital && called.letters > 4 ? 0.5F : 0;
    const bool is_english =
        (called.bits & NameKnowledge::word) != 0 || (called.context & Context::function) != 0;
    if (role == Role::account && is_english) return 0;
    if (!is_english) {
        if (called.letters == 2 && !is_capital) return 0;
        return is_capital ? by_role : by_role - 0.1F;
    }
    if (is_capital) return of_capital_word(spot.first, called, by_role);
    if (is_led_to(spot.first) || belongs_to_it(spot.last)) return 0.7F;
    const bool is_seldom_a_word = (called.context & (Context::everyday | Context::function)) == 0 &&
                                  (called.bits & NameKnowledge::given) != 0 && role != Role::family;
    return is_seldom_a_word ? 0.6F : 0;
}

float KnownPeople::Alone::of_capital_word(std::uint32_t i, const Called& called, float by_role) const {
    if (is_led_to(i)) return by_role;
    if ((called.context & Context::calendar) != 0 && is_of_a_date(i)) return 0.2F;
    const std::uint32_t next =
        i + 1 < words_.size() && only_space_before(words_, i + 1) ? context_of(words_, i + 1) : 0;
    const bool begins = begins_sentence(words_, i);
    if ((called.context & Context::function) != 0) return begins || is_among_capitals(words_, i) ? 0 : 0.5F;
    // Will you, May the
    if ((next & (Context::pronoun | Context::function)) != 0 && (next & Context::deed) == 0 && begins)
        return (called.context & Context::deed) != 0 ? 0.2F : 0.5F;
    return begins || is_among_capitals(words_, i) ? 0.6F : by_role - 0.1F;
}

bool KnownPeople::Alone::is_of_a_date(std::uint32_t i) const {
    const auto is_number = [&](std::uint32_t at) { return words_[at].is(MentionWord::digits); };
    if (i + 1 < words_.size() && is_number(i + 1) && only_space_before(words_, i + 1)) return true;
    if (i == 0) return false;
    if (is_number(i - 1) || (i > 1 && is_number(i - 2))) return true;
    if ((context_of(words_, i - 1) & Context::whereabouts) != 0) return true;
    for (const char* word : {"since", "by", "until", "last", "next", "during", "early", "late", "on"})
        if (words_.equals(words_[i - 1], word)) return true;
    return false;
}

bool KnownPeople::Alone::is_led_to(std::uint32_t i) const {
    return i > 0 && only_space_before(words_, i) &&
           (context_of(words_, i - 1) & (Context::title | Context::kin | Context::naming)) != 0;
}

// will's mum
bool KnownPeople::Alone::belongs_to_it(std::uint32_t i) const {
    return words_[i].is(MentionWord::apostrophe) && i + 2 < words_.size() && words_.letters(i + 1) == "s" &&
           (context_of(words_, i + 2) & (Context::kin | Context::role)) != 0;
}

}  // namespace casekeeper
