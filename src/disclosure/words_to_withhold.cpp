// SPDX-License-Identifier: MIT
#include "disclosure/words_to_withhold.h"

#include "base/errors.h"
#include "custody/request_materials.h"
#include "policy/redaction.h"
#include "store/fact_store.h"
#include "store/record_store.h"

namespace casekeeper {

WordsToWithhold::Stored WordsToWithhold::stored(const std::string& item) const {
    const std::string id = item.substr(item.find(':') + 1);
    if (item.starts_with("document:")) {
        const auto document = RecordStore(database_).find(RecordType::document, id);
        if (!document) return {};
        return {document->value("sha256").value_or(""),
                document->value("title").value_or("") + "\n" + document->value("file").value_or("")};
    }
    if (!item.starts_with("material:")) return {};
    std::vector<std::string> records;
    if (const auto file = FactStore(database_).file_of(one_.person))
        for (const PersonFacts& person : file->people) records.push_back(person.id);
    AccessStore cases(database_);
    for (const MaterialPart& part : materials_of(cases, one_.request, records))
        if (part.item == item)
            return {part.material.sha256, part.material.title + "\n" + part.material.place};
    return {};
}

void WordsToWithhold::require(const AccessItem& item, const std::string& passage) const {
    const Stored document = stored(item.item);
    if (document.sha256.empty()) return;
    const DocumentWords words = reviewer_.words_of(document.sha256);
    if (words.is_read || !where_quoted(words.text + "\n" + document.told, passage).empty()) return;
    const std::string why =
        words.text.empty() ? " is a picture or a scan: no program reads words in it, and no part of them "
                             "can be kept back"
                           : " is in part a picture or a scan, and what --part quotes stands nowhere in the "
                             "words that a program reads in it";
    throw Refused(item.item + why,
                  "casekeeper access decide " + one_.request + " " + item.item + " --rule " + item.rule +
                      " --withhold --reason TEXT keeps all of it back; --show --reason TEXT shows it");
}

bool WordsToWithhold::has_pictures(const std::string& item) const {
    const Stored document = stored(item);
    return !document.sha256.empty() && !reviewer_.words_of(document.sha256).is_read;
}

}  // namespace casekeeper
