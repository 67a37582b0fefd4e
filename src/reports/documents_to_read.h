// SPDX-License-Identifier: MIT
//
// Has the documents read of whoever is looked at, before they are: so many a night, for each takes a program some
// time. Those of the people whose records have changed come first; who is left stays to be looked at. What was stored
// before is read person after person, each night from where the last stopped, and they are looked at again.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "store/document_words_store.h"
#include "store/recording_store.h"

namespace casekeeper {

inline constexpr long long most_documents_a_night = 2000;

// Reads what was not read of a person's documents and keeps the words, each in a unit of work of its own; asks before
// each whether it is to stop.
using ReadDocumentsOf =
    std::function<void(const std::string& person, const std::function<bool()>& is_to_stop)>;

class DocumentsToRead {
public:
    // `reader`: the version of the readers; by another everything is read again. Keeps `read` by reference.
    DocumentsToRead(Database& database, const ReadDocumentsOf& read, int reader,
                    std::function<bool()> is_cancelled, long long most = most_documents_a_night);

    // REQUIRES: no unit of work is open.
    void read();
    // Whom to look at again, for not all of theirs was read. They are marked where they have been looked at.
    const std::set<std::string>& left() const { return left_; }

private:
    void read_of_due();
    void read_of_others();
    bool read_for_good(const std::string& person, const std::string& reader);
    // Was all of it read?
    bool read_of(const std::string& person);
    bool is_to_stop();

    Database& database_;
    RecordingStore store_;
    DocumentWordsStore words_;
    const ReadDocumentsOf& read_;
    const int reader_;
    const std::function<bool()> is_cancelled_;
    long long may_read_;
    std::set<std::string> left_;
};

}  // namespace casekeeper
