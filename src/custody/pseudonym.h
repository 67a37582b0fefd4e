// SPDX-License-Identifier: MIT
//
// How the register names people and records: keyed digests (HMAC-SHA-256 over a salt of the register and the
// name), whose key and salt lie in a file apart. Pseudonymous, not anonymous: whoever has the key and a name
// can find its lines; without the key the digests say nothing, and destroying the key makes them anonymous
// for ever.
//
//   of a record    HMAC(key, salt "|record|" type ":" id)
//   of a person    HMAC(key, salt "|person|" words of the name "|" date of birth)
//
// The words of a name are those of base/name_words.h, in byte order. One digest for the first given name with
// the family name, one for all given names with it; the same for every former and other name, of which the
// first and the last word are taken for a given and a family name. 32 hexadecimal digits each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/record_format.h"

namespace casekeeper {

class Pseudonyms {
public:
    // Key and salt are read from FOLDER/register.key, and made there (0600, folder 0700) where there is no
    // such file. ConfigError where it is no key or cannot be read or made.
    explicit Pseudonyms(const std::string& key_folder);

    std::string of_record(const std::string& type, const std::string& id) const;
    // Every digest a person's row can be found by; empty without a birth known to the day.
    std::vector<std::string> of_person(const Record& person) const;
    // Those of a name and a day of birth as somebody gives them.
    std::vector<std::string> of_name(const std::string& given_names, const std::string& family_name,
                                     const std::string& date_of_birth) const;

private:
    std::string digest(const std::string& text) const;
    std::string key_;
    std::string salt_;
};

}  // namespace casekeeper
