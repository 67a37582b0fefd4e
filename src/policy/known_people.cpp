// SPDX-License-Identifier: MIT
#include "policy/known_people.h"

#include <algorithm>

#include "policy/mention_context.h"

namespace casekeeper {
namespace {

// A name as its tokens: O'Brien is one, of two pieces; Smith-Jones as well.
struct Token {
    std::string letters;
    std::vector<std::string> pieces;  // more than one, or none
    bool is_double = false;           // pieces joined by hyphens, each a name by itself
};

std::vector<Token> tokens_of(const std::string& name) {
    const MentionWords words(name);
    std::vector<Token> tokens;
    bool goes_on = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!goes_on) tokens.emplace_back();
        Token& token = tokens.back();
        token.letters += words.letters(i);
        token.pieces.push_back(words.letters(i));
        goes_on = words[i].is(MentionWord::joined);
        if (goes_on) token.is_double = words.after(i) == "-";
    }
    for (Token& token : tokens)
        if (token.pieces.size() == 1) token.pieces.clear();
    return tokens;
}

std::vector<std::string> words_within(const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (const std::string& name : names)
        for (const Token& token : tokens_of(name)) all.push_back(token.letters);
    return all;
}

std::string joined(const std::vector<Token>& tokens) {
    std::string all;
    for (const Token& token : tokens) all += token.letters;
    return all;
}

// The first character, which may be of several bytes.
std::string first_of(const std::string& letters) {
    std::size_t size = 1;
    while (size < letters.size() && (static_cast<unsigned char>(letters[size]) & 0xC0U) == 0x80) ++size;
    return letters.substr(0, size);
}

constexpr std::size_t short_name = 3;        // letters: too few to be found misspelt
constexpr std::size_t shortest_account = 4;  // letters: jroe
constexpr std::size_t shortest_piece = 3;    // of a double name, found by itself

}  // namespace

// All a person may be called, put into the tables.
class KnownPeople::Naming {
public:
    explicit Naming(KnownPeople& people) : people_(people) {}

    void add(std::uint32_t person, const PersonNames& names) {
        person_ = person;
        const std::vector<Token> given = tokens_of(names.given_names);
        const std::vector<Token> family = tokens_of(names.family_name);
        for (const Token& token : given) {
            add_name(token, Role::given);
            add_nicknames(token.letters);
        }
        if (given.size() > 1) add_word(given[0].letters + given[1].letters, Role::given);
        add_family(family);
        for (const std::string& name : names.known_as) add_other(name);
        for (const std::string& name : names.former_names) add_other(name);
        for (const std::string& word : words_within(names.known_as)) add_nicknames(word);
        add_whole(names, given, family);
        add_initials(names, given, family);
    }

    // Once all people are added.
    void finish() {
        std::size_t all = 0;
        for (const std::vector<Bearer>& bearers : bearers_) all += bearers.size();
        people_.bearers_.reserve(all);
        for (std::size_t i = 0; i < bearers_.size(); ++i) {
            const std::size_t begin = people_.bearers_.size();
            people_.bearers_.insert(people_.bearers_.end(), bearers_[i].begin(), bearers_[i].end());
            Called& called = people_.called_[i];
            called.bearers = Bearers(people_.bearers_.data() + begin, bearers_[i].size());
            set_meant(called.bearers, people_.parts_, called.person, called.of);
        }
    }

private:
    void add_name(const Token& token, Role role) {
        add_word(token.letters, role);
        for (const std::string& piece : token.pieces)
            add_word(piece, token.is_double && piece.size() >= shortest_piece ? role : Role::piece);
    }

    // Of several words the small ones, de and van, are none by themselves.
    void add_family(const std::vector<Token>& family) {
        for (const Token& token : family) {
            const MentionWords word(token.letters);
            const bool is_particle = family.size() > 1 && (context_of(word, 0) & Context::particle) != 0;
            add_name(token, is_particle ? Role::piece : Role::family);
            people_.family_[person_].push_back(token.letters);
        }
        if (family.size() > 1) add_word(joined(family), Role::family);
    }

    void add_other(const std::string& name) {
        for (const Token& token : tokens_of(name)) {
            add_name(token, Role::other);
            people_.first_letters_[person_] += first_of(token.letters);
        }
    }

    void add_nicknames(const std::string& name) {
        for (const std::string& nickname : people_.knowledge_.nicknames_of(name))
            add_word(nickname, Role::nickname);
    }

    // janeroe, roejane; jroe, janer, roej.
    void add_whole(const PersonNames& names, const std::vector<Token>& given,
                   const std::vector<Token>& family) {
        std::vector<std::string> first = words_within(names.known_as);
        if (!given.empty()) first.push_back(given.front().letters);
        std::vector<std::string> last = words_within(names.former_names);
        if (!family.empty()) last.push_back(joined(family));
        for (const std::string& one : first)
            for (const std::string& other : last) {
                add_word(one + other, Role::whole);
                add_word(other + one, Role::whole);
                for (const std::string& account :
                     {first_of(one) + other, one + first_of(other), other + first_of(one)})
                    if (account.size() >= shortest_account) add_word(account, Role::account);
            }
    }

    void add_initials(const PersonNames& names, const std::vector<Token>& given,
                      const std::vector<Token>& family) {
        std::string all_given;
        for (const Token& token : given) all_given += first_of(token.letters);
        std::string all_family;
        for (const Token& token : family) {
            if (token.pieces.empty() || !token.is_double) all_family += first_of(token.letters);
            if (token.is_double)
                for (const std::string& piece : token.pieces) all_family += first_of(piece);
        }
        people_.first_letters_[person_] += all_given + all_family;
        if (all_family.empty()) return;
        std::vector<std::string> firsts = {all_given};
        if (!given.empty()) firsts.push_back(first_of(given.front().letters));
        for (const std::string& word : words_within(names.known_as)) firsts.push_back(first_of(word));
        for (const std::string& first : firsts)
            for (const std::string& last : {all_family, first_of(all_family)})
                if (!first.empty()) put(people_.initials_[first + last], Role::given);
    }

    void add_word(const std::string& letters, Role role) {
        if (letters.empty()) return;
        add_exact(letters, role);
        const bool is_name = role == Role::given || role == Role::family || role == Role::other;
        // Several of a short name, or its possessive without the apostrophe; of a longer one that is one letter off.
        if (is_name && letters.size() <= short_name && letters.size() > 1) add_exact(letters + "s", role);
    }

    void add_exact(const std::string& letters, Role role) {
        const bool is_glued = role == Role::whole || role == Role::account;
        std::uint32_t& number = is_glued ? people_.glued_[letters] : people_.table_[letters];
        if (number == 0) {
            const MentionWords word(letters);
            Called called;
            called.bits = people_.knowledge_.of(letters);
            called.context = word.size() == 1 ? context_of(word, 0) : 0;
            called.letters = letters.size();
            people_.called_.push_back(called);
            bearers_.emplace_back();
            number = static_cast<std::uint32_t>(people_.called_.size());
            if ((called.context & Context::function) != 0) number |= little;
            people_.longest_ = std::max(people_.longest_, letters.size());
        }
        const std::size_t place = (number & ~little) - 1;
        Called& called = people_.called_[place];
        const bool was_name = called.is(Role::given) || called.is(Role::family) || called.is(Role::other);
        put(bearers_[place], role);
        called.roles = static_cast<std::uint8_t>(called.roles | 1U << static_cast<unsigned>(role));
        const bool is_name = role == Role::given || role == Role::family || role == Role::other;
        if (!is_name || was_name) return;
        if (letters.size() < NearWords::fewest_letters || letters.size() > NearWords::most_letters) return;
        people_.near_.add(letters, number);
    }

    // People come in their order; of what one of them is called by the same word the plainest counts.
    void put(std::vector<Bearer>& bearers, Role role) const {
        if (bearers.empty() || bearers.back().person != person_)
            bearers.push_back({person_, role});
        else
            bearers.back().role = std::min(bearers.back().role, role);
    }

    KnownPeople& people_;
    std::vector<std::vector<Bearer>> bearers_;  // of each in called_
    std::uint32_t person_ = 0;
};

KnownPeople::KnownPeople(const std::vector<PersonNames>& people, const NameKnowledge& knowledge)
    : knowledge_(knowledge), first_letters_(people.size()), family_(people.size()) {
    Naming naming(*this);
    for (std::uint32_t i = 0; i < people.size(); ++i) {
        parts_.push_back(people[i].part);
        naming.add(i, people[i]);
    }
    naming.finish();
}

void KnownPeople::set_meant(Bearers bearers, const std::vector<CasePart>& parts, std::uint32_t& person,
                            MentionOf& of) {
    const auto is_outright = [](const Bearer& bearer) {
        return bearer.role == Role::given || bearer.role == Role::family || bearer.role == Role::other ||
               bearer.role == Role::whole;
    };
    // A nickname of one is nobody's name while somebody else bears it outright.
    const bool any_outright = std::any_of(bearers.begin(), bearers.end(), is_outright);
    std::size_t meant = 0;
    bool alike = true;
    for (const Bearer& bearer : bearers) {
        if (any_outright && !is_outright(bearer)) continue;
        const auto part = static_cast<MentionOf>(parts[bearer.person]);
        alike = alike && (meant == 0 || part == of);
        person = meant == 0 ? bearer.person : several;
        of = part;
        ++meant;
    }
    if (!alike) of = MentionOf::unclear;
}

}  // namespace casekeeper
