// SPDX-License-Identifier: MIT
#include "policy/recipient_kind_reader.h"

#include <algorithm>

#include "base/name_words.h"
#include "policy/did_you_mean.h"

namespace casekeeper {
namespace {

std::string key_of_words(const std::string& text) {
    std::string key;
    for (const std::string& word : name_words(text)) key += (key.empty() ? "" : " ") + word;
    return key;
}

}  // namespace

RecipientKinds RecipientKindReader::read(const toml::table& root) {
    for (const toml::table* source : tables_of(file_, root, "recipient")) read_kind(*source);
    return std::move(kinds_);
}

void RecipientKindReader::read_kind(const toml::table& source) {
    TomlTable table(file_, source, "this recipient");
    RecipientKind kind;
    const auto id = table.required_id("recipient", "school");
    if (id) kind.id = id->text;
    table.refuse_unknown_keys(
        {"id", "title", "words", "services", "lawful_bases", "gateway", "needs_consent", "protected_places"});
    if (const auto title = table.required_text("title", "title = \"A school or college\""))
        kind.title = title->text;
    if (const auto gateway = table.required_text("gateway", "gateway = \"Children Act 2004 s10, s11\""))
        kind.gateway = gateway->text;
    read_words(table, kind);
    read_services(table, kind);
    read_bases(table, kind);
    kind.needs_consent = table.flag("needs_consent").value_or(false);
    // Left out, nothing is given away.
    kind.may_have_protected_places = table.flag("protected_places").value_or(false);
    if (kind.id.empty()) return;
    const auto [first, is_new] = places_.emplace(kind.id, id->place);
    if (!is_new)
        return file_.error(id->place, "recipient " + in_quotes(kind.id) + " stands twice, first in line " +
                                          std::to_string(first->second.line));
    kinds_.kinds_.push_back(std::move(kind));
}

void RecipientKindReader::read_words(const TomlTable& table, RecipientKind& kind) {
    if (!table.has("words"))
        table.report_missing("words",
                             "words = [\"school\"], or [] where it is always said by --recipient-kind");
    for (const PlacedText& text : table.texts("words")) {
        const std::string key = key_of_words(text.text);
        if (key.empty()) {
            file_.error(text.place, "words has " + in_quotes(text.text) + ", in which there is no word");
            continue;
        }
        const auto [first, is_new] = words_.emplace(key, kind.id);
        if (!is_new)
            file_.error(text.place, in_quotes(text.text) + " stands for " +
                                        (first->second == kind.id ? "it" : in_quotes(first->second)) +
                                        " already: nobody would be recognised by it");
        else
            kind.words.push_back(text.text);
    }
}

void RecipientKindReader::read_services(const TomlTable& table, RecipientKind& kind) {
    if (!table.has("services"))
        table.report_missing("services", "services = [\"child-protection\"], or [\"*\"]");
    for (const PlacedText& name : table.texts("services")) {
        kind.services.push_back(name.text);
        if (catalogue_ && catalogue_->matching(name.text).empty())
            file_.error(name.place, "unknown service or group " + in_quotes(name.text) +
                                        did_you_mean(name.text, catalogue_->names()));
    }
}

void RecipientKindReader::read_bases(const TomlTable& table, RecipientKind& kind) {
    if (!table.has("lawful_bases")) table.report_missing("lawful_bases", "lawful_bases = [\"public-task\"]");
    const std::vector<std::string>& known = RecipientKinds::lawful_bases();
    for (const PlacedText& basis : table.texts("lawful_bases")) {
        kind.lawful_bases.push_back(basis.text);
        if (std::find(known.begin(), known.end(), basis.text) == known.end())
            file_.error(basis.place,
                        "unknown lawful basis " + in_quotes(basis.text) + one_of(basis.text, known));
    }
}

}  // namespace casekeeper
