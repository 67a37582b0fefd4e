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

class EndedRecords {
public:
    EndedRecords(Database& database, std::string key_folder);

    // "destroyed on 2026-11-23, certificate 7"; nullopt where the record has not ended. ConfigError where
    // some have, and the key that names them is not there.
    std::optional<std::string> said_of(const std::string& type, const std::string& id);

private:
    RegisterStore lines_;
    std::string key_folder_;
    std::unique_ptr<Pseudonyms> pseudonyms_;
    const bool any_;
};

}  // namespace casekeeper
