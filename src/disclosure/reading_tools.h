// SPDX-License-Identifier: MIT
//
// What a person's file is read with: the names that are known, and what stored documents say. A document is read
// once by each version of the readers: what was read is looked up in the store first. It is put there by
// keep_words_of alone, ahead of a review; whoever only looks reads and keeps nothing.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "custody/access_reviewer.h"
#include "output/document_text.h"
#include "policy/name_knowledge.h"
#include "store/document_store.h"
#include "store/document_words_store.h"

namespace casekeeper {

// What a stored document says, and what it is.
struct ReadDocument : DocumentWords {
    DocumentKind kind = DocumentKind::other;
};

class ReadingTools {
public:
    using Read = std::function<DocumentText(const StoredDocument& document)>;
    // `words`: the file of English words. ConfigError where names or words cannot be read.
    ReadingTools(
        Database& database, const std::string& config_folder, const std::string& words,
        const std::string& documents_folder,
        Read read = [](const StoredDocument& document) { return read_document(document); },
        int reader = reader_version);
    ReadingTools(const ReadingTools&) = delete;
    ReadingTools& operator=(const ReadingTools&) = delete;

    // They read with this, as long as it is there.
    ReviewTools for_review();
    // A document that cannot be read has no words and is for human eyes.
    ReadDocument words_of(const std::string& sha256);
    // Reads what was not read of a person's file and keeps it, each in a unit of work of its own, so that nobody
    // waits for a reader. REQUIRES: no unit of work is open.
    void keep_words_of(const std::string& person, const std::function<bool()>& is_cancelled = {});

private:
    // Nullopt where it cannot be read today: its file is missing, or the reader broke off.
    std::optional<ReadDocument> read(const std::string& sha256);
    void remember(const std::string& sha256, const ReadDocument& document);

    Database& database_;
    const NameKnowledge& names_;
    const DocumentStore documents_;
    DocumentWordsStore words_;
    const Read read_;
    const int reader_;
    std::map<std::string, ReadDocument> lately_;  // of those that are not in the store, as many as fit
    std::size_t lately_bytes_ = 0;
};

}  // namespace casekeeper
