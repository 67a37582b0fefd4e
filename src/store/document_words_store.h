// SPDX-License-Identifier: MIT
//
// What a program read of stored documents, by content: each is read once, and once more by a later version of the
// readers. The words are somebody's: they end with the last document or material that has the content
// (whoever ends it sees to that), are in no export and no log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.h"

namespace casekeeper {

struct StoredWords {
    bool is_read = false;  // all of it is among the words
    std::string kind;      // of document
    std::string words;     // UTF-8 without zero bytes
};

class DocumentWordsStore {
public:
    explicit DocumentWordsStore(Database& database) : database_(database) {}

    // `reader`: a version of the readers; what an earlier one read is not found.
    std::optional<StoredWords> find(const std::string& sha256, int reader);
    // Those of a person's documents, and of what came with their requests, that are to be read.
    std::vector<std::string> unread_of(const std::string& person, int reader);
    // The next people after one who have a document that is to be read.
    std::vector<std::string> people_with_unread(const std::string& after, int reader, int size);
    // Whoever has a document of the same content as one of a person's is held against the recording rules again; nobody
    // where more than twenty have it. REQUIRES: a unit of work of kind write.
    void mark_sharers_of(const std::string& person);
    // Nothing is kept of a content that no document or material has. REQUIRES: a unit of work of kind write.
    void keep(const std::string& sha256, int reader, const StoredWords& words);
    // Where no document or material has it any more. REQUIRES: the same.
    void forget(const std::string& sha256);

private:
    Database& database_;
};

}  // namespace casekeeper
