// SPDX-License-Identifier: MIT
//
// Who is spoken of in a text, and where: what policy/mention_finder.h is given and what it answers.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace casekeeper {

// What somebody is to the case. Staff: a worker who acted in their role (DPA 2018 Sch 2 para 17 asks of them).
enum class CasePart { subject, third_party, staff };

// A person of the case, with all that a text may call them by.
struct PersonNames {
    std::string key;  // "person:P2", as the caller likes; comes back in Mention::whom
    CasePart part = CasePart::third_party;
    std::string given_names;  // "Jane Rebecca": each is found by itself
    std::string family_name;
    std::vector<std::string> known_as;
    std::vector<std::string> former_names;  // "Poe", "Jane Poe"
    std::string relation;                   // mother, foster-carer; for whoever reads the mention
    std::optional<Date> dob;
    std::vector<std::string> identifiers;  // NHS number, UPN, a number of a record: found however parted
    std::vector<std::string> phones;
    std::vector<std::string> emails;
};

enum class MentionKind {
    name,
    nhs_number,
    ni_number,
    upn,
    identifier,  // a number of the case's own, of no other kind here
    phone,
    email,
    postcode,
    address,
    date_of_birth,
    number_plate,
};

// "nhs-number".
const char* to_text(MentionKind kind);

// Whose it is. Unclear: of several people of the case, or of nobody known.
enum class MentionOf { subject, third_party, staff, unclear };

struct Mention {
    std::size_t begin = 0;  // bytes of the text, end excluded
    std::size_t end = 0;
    MentionKind kind = MentionKind::name;
    double confidence =
        0;             // 0 to 1. From likely_mention on it counts as found; below it a person should look
    std::string why;   // a few words
    std::string whom;  // key of the case's person; empty: unknown, or several may be meant
    MentionOf of = MentionOf::unclear;

    bool operator==(const Mention&) const = default;
};

inline constexpr double likely_mention = 0.5;

}  // namespace casekeeper
