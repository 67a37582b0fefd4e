// SPDX-License-Identifier: MIT
#include "policy/client_names.h"

#include <algorithm>
#include <array>

#include "base/fingerprint.h"
#include "base/folded_letters.h"
#include "base/name_words.h"
#include "policy/full_names.h"
#include "policy/mention_codes.h"
#include "policy/mention_dates.h"
#include "policy/mention_words.h"

namespace casekeeper {
namespace {

constexpr double has_a_year =
    0.9;  // confidence of a day that is called a day of birth, as misfiled_signs.cpp has it
constexpr std::size_t digits_of_ni_number = 6;
constexpr std::size_t digits_of_longer = 10;  // an NHS number has ten, a pupil number no fewer
constexpr std::size_t letters_before_ni_number = 2;

std::uint64_t hash_of(std::string_view what) {
    return fingerprint_of(what).low;
}

bool is_any(std::uint64_t hash, const auto& hashes) {
    return std::find(hashes.begin(), hashes.end(), hash) != hashes.end();
}

// Of the words one of which stands beside whatever is called a day of birth; the last is of "d.o.b." and "(b. 2011)".
bool may_tell_of_birth(std::uint64_t hash) {
    static const std::array<std::uint64_t, 7> told = {
        word_hash("born"),      word_hash("dob"),   word_hash("birthday"), word_hash("birthdate"),
        word_hash("birthdays"), word_hash("birth"), word_hash("b")};
    return is_any(hash, told);
}

}  // namespace

// One text, word by word.
class ClientNames::Glance {
public:
    Glance(const ClientNames& clients, const MentionWords& words) : clients_(clients), words_(words) {}

    bool run() {
        bool has_digits = false;
        bool tells_of_birth = false;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const MentionWord& word = words_[i];
            if (word.is(MentionWord::digits)) {
                has_digits = true;
                if (may_be_number(i)) return true;
            } else if (word.is(MentionWord::capital) && may_begin_name(i)) {
                return true;
            }
            tells_of_birth = tells_of_birth || may_tell_of_birth(word.hash);
        }
        return has_digits && tells_of_birth;
    }

private:
    // The word after what is written as one with word i; size() where there is none.
    std::size_t after(std::size_t i) const {
        while (i + 1 < words_.size() && words_[i].is(MentionWord::joined)) ++i;
        return i + 1;
    }

    bool may_begin_name(std::size_t i) const {
        const std::size_t next = after(i);
        if (next >= words_.size()) return false;
        const bool is_joined = next > i + 1;
        const std::string_view gap = words_.before(next);
        if (gap == ", ")
            return words_[next].is(MentionWord::capital) &&
                   (is_joined || clients_.last_->test(words_[i].hash % marks));
        if (gap.empty() || gap.size() > 3 || gap.find_first_not_of(" \t\n\r") != std::string_view::npos)
            return false;
        if (!is_joined && !clients_.first_->test(words_[i].hash % marks)) return false;
        return words_[next].is(MentionWord::capital) || words_[next].is(MentionWord::joined) ||
               is_name_particle(words_.letters(next));
    }

    // Are there as many figures from here on, in groups, as a number of a person has?
    bool may_be_number(std::size_t i) {
        if (i < looked_upto_) return false;
        std::size_t digits = 0;
        std::size_t at = i;
        for (; at < words_.size() && words_[at].is(MentionWord::digits) &&
               (at == i || words_.before(at).size() <= 2);
             ++at)
            digits += words_[at].end - words_[at].begin;
        looked_upto_ = at;
        if (digits >= digits_of_longer) return true;
        return digits >= digits_of_ni_number && i > 0 && words_.before(i).size() <= 2 &&
               words_[i - 1].end - words_[i - 1].begin == letters_before_ni_number;
    }

    const ClientNames& clients_;
    const MentionWords& words_;
    std::size_t looked_upto_ = 0;
};

void ClientNames::add(const std::string& id, const PersonNames& names) {
    const auto client = static_cast<std::uint32_t>(begins_.size());
    begins_.push_back(ids_.size());
    ids_ += id;
    for (const std::string& name : full_names_of(names)) {
        names_.push_back({hash_of(name), client});
        first_->set(word_hash(name.substr(0, name.find(' '))) % marks);
        last_->set(word_hash(name.substr(name.rfind(' ') + 1)) % marks);
    }
    for (const std::string& number : names.identifiers)
        numbers_.push_back({hash_of(folded_letters(number).letters), client});
}

void ClientNames::add_worker(const std::string& name) {
    std::string letters;
    for (const std::string& word : name_words(name)) letters += (letters.empty() ? "" : " ") + word;
    workers_.insert(hash_of(letters));
}

void ClientNames::finish() {
    for (std::vector<Of>* index : {&names_, &numbers_}) {
        std::sort(index->begin(), index->end());
        index->shrink_to_fit();
    }
}

std::string ClientNames::id_of(std::uint32_t client) const {
    const std::size_t end = client + 1 < begins_.size() ? begins_[client + 1] : ids_.size();
    return ids_.substr(begins_[client], end - begins_[client]);
}

std::vector<std::string> ClientNames::those(const std::vector<Of>& index, std::string_view what) const {
    std::vector<std::string> ids;
    const std::uint64_t hash = hash_of(what);
    for (auto of = std::lower_bound(index.begin(), index.end(), Of{hash, 0});
         of != index.end() && of->hash == hash; ++of)
        ids.push_back(id_of(of->client));
    return ids;
}

AllClients ClientNames::all() const {
    return {[this](const std::string& name) { return those(names_, name); },
            [this](const std::string& letters) { return those(numbers_, letters); },
            [this](const std::string& name) { return workers_.contains(hash_of(name)); }};
}

bool ClientNames::may_be_anothers(std::string_view text, std::string_view own) const {
    const MentionWords words(text);
    return Glance(*this, words).run() && is_sign_for_any(words, own);
}

// As a record would be asked of which nothing is known but its own ids.
bool ClientNames::is_sign_for_any(const MentionWords& words, std::string_view own) const {
    const auto is_of_another = [&](const std::vector<std::string>& ids) {
        return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return id != own; });
    };
    for (const NameInText& name : full_names_in(words))
        if (is_of_another(those(names_, name.name))) return true;
    static const MentionCodes codes({});
    for (const Mention& mention : codes.find(words)) {
        if (mention.kind != MentionKind::nhs_number && mention.kind != MentionKind::upn &&
            mention.kind != MentionKind::ni_number)
            continue;
        const auto whose =
            those(numbers_,
                  folded_letters(words.text().substr(mention.begin, mention.end - mention.begin)).letters);
        if (whose.empty() || is_of_another(whose)) return true;
    }
    static const MentionDates dates({});
    const std::vector<Mention> days = dates.find(words);
    return std::any_of(days.begin(), days.end(),
                       [](const Mention& mention) { return mention.confidence >= has_a_year; });
}

}  // namespace casekeeper
