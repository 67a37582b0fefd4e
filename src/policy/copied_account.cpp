// SPDX-License-Identifier: MIT
#include "policy/copied_account.h"

#include <algorithm>
#include <set>

#include "base/name_words.h"
#include "policy/mention_words.h"

namespace casekeeper {
namespace {

constexpr std::size_t least_letters_of_name = 2;

using Words = std::set<std::string>;

Words names_of(const std::vector<PersonNames>& people) {
    Words words;
    const auto add = [&](const std::string& name) {
        for (std::string& word : name_words(name))
            if (word.size() >= least_letters_of_name) words.insert(std::move(word));
    };
    for (const PersonNames& person : people) {
        add(person.given_names);
        add(person.family_name);
        for (const std::string& name : person.known_as) add(name);
        for (const std::string& name : person.former_names) add(name);
    }
    return words;
}

bool calls_any(const MentionWords& text, const Words& names, const Words& but) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t last = i;
        for (std::string letters = text.letters(i);; letters += text.letters(++last)) {
            if (names.contains(letters) && !but.contains(letters)) return true;
            if (!text[last].is(MentionWord::joined) || last + 1 >= text.size()) break;
        }
    }
    return false;
}

}  // namespace

bool is_of_both(std::string_view account, const std::vector<PersonNames>& one,
                const std::vector<PersonNames>& other) {
    const MentionWords text(account);
    const Words of_one = names_of(one);
    const Words of_other = names_of(other);
    return calls_any(text, of_one, of_other) && calls_any(text, of_other, of_one);
}

bool is_the_first(std::string_view recorded_at, std::string_view other_recorded_at) {
    const std::optional<Date> here = local_day(recorded_at);
    const std::optional<Date> there = local_day(other_recorded_at);
    if (!here || !there) return false;
    if (*here != *there) return *here < *there;
    const std::string at = local_time(recorded_at);
    return !at.empty() && at < local_time(other_recorded_at);
}

}  // namespace casekeeper
