// SPDX-License-Identifier: MIT
//
// Reads the [[recipient]] tables of config/release_rules.toml. Every mistake is a finding with its place; what
// could be read is in the result. What a table does not say of protected places is that none may be given.
#pragma once

#include <map>
#include <string>

#include "policy/recipient_kinds.h"
#include "policy/toml_reading.h"

namespace casekeeper {

// Keeps `file` by reference; `catalogue` may be null: then no service is looked up.
class RecipientKindReader {
public:
    RecipientKindReader(TomlFile& file, const ServiceCatalogue* catalogue)
        : file_(file), catalogue_(catalogue) {}
    RecipientKinds read(const toml::table& root);

private:
    void read_kind(const toml::table& source);
    void read_words(const TomlTable& table, RecipientKind& kind);
    void read_services(const TomlTable& table, RecipientKind& kind);
    void read_bases(const TomlTable& table, RecipientKind& kind);

    TomlFile& file_;
    const ServiceCatalogue* catalogue_;
    std::map<std::string, TextPlace> places_;
    std::map<std::string, std::string> words_;  // by word, the kind that has it
    RecipientKinds kinds_;
};

}  // namespace casekeeper
