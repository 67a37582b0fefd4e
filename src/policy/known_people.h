// SPDX-License-Identifier: MIT
//
// The case's own people in a text, by whatever they may be called: whole names in either order, each name by itself,
// nicknames, initials, former names, glued ones (janeroe, jroe), over the ends of lines, with accents or without, and
// misspelt by one letter. One look-up a word, however many people.
//
// A name that is also an English word (Will, Brown) counts written with a capital; in small letters only beside
// another name of the same person, behind a title or a word of kin, or where hardly anybody means the word (tom).
// Misspelt are words of four letters and more; an English one only with a capital.
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "policy/mention.h"
#include "policy/name_knowledge.h"
#include "policy/near_words.h"
#include "policy/word_table.h"

namespace casekeeper {

class KnownPeople {
public:
    // `knowledge` is kept by reference.
    KnownPeople(const std::vector<PersonNames>& people, const NameKnowledge& knowledge);
    KnownPeople(KnownPeople&&) = default;
    KnownPeople(const KnownPeople&) = delete;
    KnownPeople& operator=(KnownPeople&&) = delete;
    KnownPeople& operator=(const KnownPeople&) = delete;

    static constexpr std::uint32_t several = 0xFFFFFFFF;
    struct Spoken {
        std::uint32_t first = 0;  // words
        std::uint32_t last = 0;
        std::uint32_t person = several;  // place among the people given
        MentionOf of = MentionOf::unclear;
        float confidence = 0;
        const char* why = "";
    };
    // Exact: names as they are listed, in any case and order; no glued ones.
    enum class Spelling { exact, misspelt_too };
    // In their order; those of initials may lie within others.
    std::vector<Spoken> find(const MentionWords& words, Spelling spelling) const;

private:
    enum class Role : std::uint8_t { given, family, other, nickname, whole, account, piece };
    struct Bearer {
        std::uint32_t person = 0;
        Role role = Role::given;
    };
    using Bearers = std::span<const Bearer>;  // ascending by person
    struct Called {
        Bearers bearers;
        std::uint8_t roles = 0;             // one bit each
        MentionOf of = MentionOf::unclear;  // what all who may be meant are alike
        std::uint32_t person = several;     // who is meant, where it is only one
        std::uint32_t bits = 0;             // of NameKnowledge
        std::uint32_t context = 0;          // of Context
        std::size_t letters = 0;

        bool is(Role role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
        // The first of the roles above that it has.
        Role plainest() const { return static_cast<Role>(std::countr_zero(static_cast<unsigned>(roles))); }
        bool is_only(Role role) const { return roles == 1U << static_cast<unsigned>(role); }
    };
    // The number in a table: 1 + place in called_, and whether it is a little word (he, so).
    static constexpr std::uint32_t little = 0x80000000;
    const Called& called(std::uint32_t number) const { return called_[(number & ~little) - 1]; }
    // Who is meant by a name that these bear.
    static void set_meant(Bearers bearers, const std::vector<CasePart>& parts, std::uint32_t& person,
                          MentionOf& of);
    struct Spot;
    struct Initials;
    class Spots;
    class Alone;
    class Naming;
    class Reading;

    const NameKnowledge& knowledge_;
    std::vector<CasePart> parts_;
    std::vector<std::string> first_letters_;        // of all names of each person
    std::vector<std::vector<std::string>> family_;  // folded words of the family names
    WordTable table_;                               // of the names as they are
    WordTable glued_;                               // the same of whole names and accounts: janeroe, jroe
    std::vector<Called> called_;
    std::size_t longest_ = 0;  // letters of what is in the table
    NearWords near_;
    std::map<std::string, std::vector<Bearer>, std::less<>> initials_;
    std::vector<Bearer> bearers_;  // of all in called_, side by side
};

}  // namespace casekeeper
