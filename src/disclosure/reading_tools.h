// SPDX-License-Identifier: MIT
//
// What a person's file is read with: the names that are known, and what stored documents say, each read once.
#pragma once

#include <map>
#include <string>

#include "custody/access_reviewer.h"
#include "policy/name_knowledge.h"
#include "store/document_store.h"

namespace casekeeper {

class ReadingTools {
public:
    // `words`: the file of English words. ConfigError where names or words cannot be read.
    ReadingTools(const std::string& config_folder, const std::string& words,
                 const std::string& documents_folder);
    ReadingTools(const ReadingTools&) = delete;
    ReadingTools& operator=(const ReadingTools&) = delete;

    // They read with this, as long as it is there.
    ReviewTools for_review();
    // A document that cannot be read has no words and is for human eyes.
    const DocumentWords& words_of(const std::string& sha256);

private:
    const NameKnowledge& names_;
    const DocumentStore documents_;
    std::map<std::string, DocumentWords> words_;
};

}  // namespace casekeeper
