// SPDX-License-Identifier: MIT
//
// Whether a record that somebody loads has ended here before: by its keyed digest, for the store holds
// nothing else of it. Where no record has ended yet, asking costs nothing and no key is needed.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "custody/pseudonym.h"
#include "store/register_store.h"

namespace casekeeper {

// What names ended records. ConfigError where some have ended and the key that named them is not there, or is
// another: then none of them would be known again.
std::unique_ptr<Pseudonyms> pseudonyms_of(RegisterStore& lines, const std::string& key_folder);
// By which the key is known again; the first record that ends leaves it in the store.
std::string check_of_key(const Pseudonyms& pseudonyms);

class EndedRecords {
public:
    EndedRecords(Database& database, std::string key_folder);

    // "destroyed on 2026-11-23, certificate 7"; nullopt where the record has not ended. ConfigError as
    // pseudonyms_of().
    std::optional<std::string> said_of(const std::string& type, const std::string& id);
    // Has any record ended here yet?
    bool any() const { return any_; }

private:
    RegisterStore lines_;
    std::string key_folder_;
    std::unique_ptr<Pseudonyms> pseudonyms_;
    const bool any_;
};

}  // namespace casekeeper
