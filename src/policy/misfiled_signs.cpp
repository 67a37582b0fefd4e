// SPDX-License-Identifier: MIT
#include "policy/misfiled_signs.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/folded_letters.h"
#include "base/name_words.h"
#include "policy/full_names.h"
#include "policy/mention_checks.h"
#include "policy/mention_context.h"
#include "policy/mention_runs.h"

namespace casekeeper {
namespace {

constexpr std::size_t least_letters = 2;
constexpr std::size_t told_within = 40;  // bytes before a number in which it is said what it is
constexpr double has_a_year = 0.9;       // confidence of a date of birth that has one

using Texts = std::vector<std::string>;

Texts words_of_names(const PersonNames& person) {
    Texts words;
    const auto add = [&](const std::string& name) {
        for (std::string& word : name_words(name))
            if (word.size() >= least_letters) words.push_back(std::move(word));
    };
    add(person.given_names);
    add(person.family_name);
    for (const std::string& name : person.known_as) add(name);
    for (const std::string& name : person.former_names) add(name);
    return words;
}

// "ao" and "ajo" of Ada Jane Okoro.
Texts initials_of(const PersonNames& person) {
    const Texts given = name_words(person.given_names);
    const Texts family = name_words(person.family_name);
    if (given.empty() || family.empty()) return {};
    const std::string last = family.front().substr(0, 1);
    std::string all;
    for (const std::string& name : given) all += name.substr(0, 1);
    return {given.front().substr(0, 1) + last, all + last};
}

std::vector<PersonNames> everybody(const RecordPeople& people) {
    std::vector<PersonNames> all = people.own;
    all.insert(all.end(), people.known.begin(), people.known.end());
    return all;
}

enum class Code { nhs_number, upn, ni_number };

std::optional<Code> code_of(MentionKind kind) {
    if (kind == MentionKind::nhs_number) return Code::nhs_number;
    if (kind == MentionKind::upn) return Code::upn;
    if (kind == MentionKind::ni_number) return Code::ni_number;
    return std::nullopt;
}

bool has_shape(Code code, const std::string& letters) {
    if (code == Code::nhs_number) return is_nhs_number(letters);
    return code == Code::upn ? is_upn(letters) : is_ni_number(letters);
}

// Do the words before it say what it is?
bool is_told(Code code, const MentionWords& words, std::size_t first) {
    if (code == Code::nhs_number) return is_said_before(words, first, told_within, {"nhs"});
    if (code == Code::upn) return is_said_before(words, first, told_within, {"upn", "pupil"});
    return is_said_before(words, first, told_within, {"nino", "ni", "insurance"});
}

// Of the words that say what somebody is to somebody, those by which a record calls whom it is about.
bool may_be_own(const std::string& letters) {
    constexpr std::string_view own[] = {"child", "pupil", "student", "teenager"};
    return std::find(std::begin(own), std::end(own), letters) != std::end(own);
}

// "The child", "A parent and the school": of what is written for somebody, the words that tell of nobody else.
bool tells_of_nobody(const std::string& letters) {
    constexpr std::string_view small[] = {"the", "an", "and", "of", "with"};
    return letters.size() < least_letters || may_be_own(letters) ||
           std::find(std::begin(small), std::end(small), letters) != std::end(small);
}

std::size_t word_at(const MentionWords& words, std::size_t byte) {
    const auto all = words.all();
    const auto found = std::partition_point(all.begin(), all.end(),
                                            [&](const MentionWord& word) { return word.begin < byte; });
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

const char* to_text(MisfiledSignKind kind) {
    switch (kind) {
        case MisfiledSignKind::another_client:
            return "another-clients-record";
        case MisfiledSignKind::date_of_birth:
            return "anothers-date-of-birth";
        case MisfiledSignKind::identifier:
            return "anothers-identifier";
    }
    return "";
}

// One text.
class MisfiledSigns::Reading {
public:
    Reading(const MisfiledSigns& signs, std::string_view text) : signs_(signs), words_(text) {}

    std::vector<MisfiledSign> all() && {
        std::vector<MisfiledSign> found;
        for (const std::optional<MisfiledSign>& sign : {another_client(), date_of_birth(), identifier()})
            if (sign) found.push_back(*sign);
        return found;
    }

private:
    MisfiledSign sign(MisfiledSignKind kind, std::string whose, std::size_t first, std::size_t last) const {
        return {kind, std::move(whose), words_[first].begin, words_[last].end};
    }

    std::optional<MisfiledSign> another_client() const {
        const std::vector<NameInText> names = full_names_in(words_);
        if (names.empty() || signs_.calls_own(words_)) return std::nullopt;
        std::optional<MisfiledSign> found;
        std::size_t told = 0;  // words that a name is made of: none of them begins another
        for (const NameInText& name : names) {
            if (name.first < told) continue;
            if (signs_.known_full_.contains(name.name)) {
                told = name.last + 1;
                continue;
            }
            Texts whose = signs_.clients_.called(name.name);
            std::sort(whose.begin(), whose.end());
            whose.erase(std::unique(whose.begin(), whose.end()), whose.end());
            const bool is_worker = signs_.clients_.is_worker(name.name);
            if (whose.empty() && !is_worker) continue;
            told = name.last + 1;
            if (is_worker) continue;
            // Two of one name, or two who are named: whose record it is cannot be told.
            if (whose.size() > 1) return std::nullopt;
            if (signs_.is_known(whose.front())) continue;
            if (found && found->whose != whose.front()) return std::nullopt;
            if (!found) found = sign(MisfiledSignKind::another_client, whose.front(), name.first, name.last);
        }
        return found;
    }

    // Is somebody in the sentence of whom it may be said: kin, or anybody's name but the own person's?
    bool is_of_somebody_else(std::size_t first, std::size_t last) const {
        std::size_t from = first;
        while (from > 0 && !begins_sentence(words_, from)) --from;
        std::size_t upto = last;
        while (upto + 1 < words_.size() && !begins_sentence(words_, upto + 1)) ++upto;
        for (std::size_t i = from; i <= upto; ++i) {
            if (i >= first && i <= last) continue;
            const std::string letters = words_.letters(i);
            if ((context_of(words_, i) & Context::kin) != 0 && !may_be_own(letters)) return true;
            if (signs_.own_words_.contains(letters)) continue;
            if (signs_.known_words_.contains(letters)) return true;
        }
        const std::vector<NameInText> names = full_names_in(words_);
        return std::any_of(names.begin(), names.end(), [&](const NameInText& name) {
            return name.first >= from && name.last <= upto && !is_own_name(name) &&
                   !signs_.clients_.called(name.name).empty();
        });
    }

    bool is_own_name(const NameInText& name) const {
        for (std::size_t i = name.first; i <= name.last; ++i)
            if (!signs_.own_words_.contains(words_.letters(i))) return false;
        return true;
    }

    std::optional<MisfiledSign> date_of_birth() const {
        if (!signs_.is_born_) return std::nullopt;
        for (const Mention& mention : signs_.dates_.find(words_)) {
            const bool is_of_nobody_known = mention.whom.empty() && mention.of == MentionOf::unclear;
            if (!is_of_nobody_known || mention.confidence < has_a_year) continue;
            const std::size_t first = word_at(words_, mention.begin);
            const std::size_t last = word_at(words_, mention.end) - 1;
            if (!is_of_somebody_else(first, last))
                return sign(MisfiledSignKind::date_of_birth, "", first, last);
        }
        return std::nullopt;
    }

    std::optional<MisfiledSign> identifier() const {
        for (const Mention& mention : signs_.codes_.find(words_)) {
            const std::optional<Code> code = code_of(mention.kind);
            if (!code) continue;
            const std::size_t first = word_at(words_, mention.begin);
            const std::size_t last = word_at(words_, mention.end) - 1;
            const std::string letters = words_.letters(first, last);
            if (!has_shape(*code, letters) || signs_.own_numbers_.contains(letters) ||
                signs_.known_numbers_.contains(letters))
                continue;
            const Texts whose = signs_.clients_.numbered(letters);
            if (std::any_of(whose.begin(), whose.end(),
                            [&](const std::string& id) { return signs_.is_known(id); }))
                continue;
            if (whose.size() == 1) return sign(MisfiledSignKind::identifier, whose.front(), first, last);
            if (whose.empty() && is_own_another(*code) && is_told(*code, words_, first) &&
                !is_of_somebody_else(first, last))
                return sign(MisfiledSignKind::identifier, "", first, last);
        }
        return std::nullopt;
    }

    // One of that kind is recorded of the own person, and it is not this.
    bool is_own_another(Code code) const {
        return std::any_of(signs_.own_numbers_.begin(), signs_.own_numbers_.end(),
                           [&](const std::string& own) { return has_shape(code, own); });
    }

    const MisfiledSigns& signs_;
    const MentionWords words_;
};

MisfiledSigns::MisfiledSigns(RecordPeople people, const AllClients& clients)
    : people_(std::move(people)), clients_(clients), codes_(everybody(people_)), dates_(everybody(people_)) {
    const auto add_numbers = [](const PersonNames& person, std::unordered_set<std::string>& into) {
        for (const std::string& number : person.identifiers) into.insert(folded_letters(number).letters);
    };
    for (const PersonNames& person : people_.own) {
        for (std::string& word : words_of_names(person)) own_words_.insert(std::move(word));
        for (std::string& initials : initials_of(person)) own_initials_.insert(std::move(initials));
        for (std::string& name : full_names_of(person)) known_full_.insert(std::move(name));
        add_numbers(person, own_numbers_);
        is_born_ = is_born_ || person.dob.has_value();
    }
    for (const PersonNames& person : people_.known) {
        for (std::string& word : words_of_names(person)) known_words_.insert(std::move(word));
        for (std::string& name : full_names_of(person)) known_full_.insert(std::move(name));
        add_numbers(person, known_numbers_);
    }
    for (const std::string& written : people_.known_names) {
        std::string name;
        for (const std::string& word : name_words(written)) {
            name += (name.empty() ? "" : " ") + word;
            if (!tells_of_nobody(word)) known_words_.insert(word);
        }
        known_full_.insert(std::move(name));
    }
}

bool MisfiledSigns::is_known(const std::string& id) const {
    return people_.known_ids.contains(id) ||
           std::find(people_.own_ids.begin(), people_.own_ids.end(), id) != people_.own_ids.end();
}

// A word that is a name of theirs, in whatever letters; or their initials in capitals.
bool MisfiledSigns::calls_own(const MentionWords& words) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t last = i;
        std::string letters = words.letters(i);
        for (;; letters += words.letters(last)) {
            if (own_words_.contains(letters)) return true;
            if (!words[last].is(MentionWord::joined) || last + 1 >= words.size()) break;
            ++last;
        }
        if (words[i].is(MentionWord::capitals) && own_initials_.contains(words.letters(i))) return true;
    }
    return false;
}

std::vector<MisfiledSign> MisfiledSigns::in(std::string_view text) const {
    return Reading(*this, text).all();
}

}  // namespace casekeeper
