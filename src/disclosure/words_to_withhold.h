// SPDX-License-Identifier: MIT
//
// Whether a part of the words of a document can be kept back: of a picture or a scan no program reads words, so it is
// shown whole or kept back whole. Asked when it is decided, so that nobody learns it when the pack is made.
#pragma once

#include <string>

#include "custody/access_reviewer.h"
#include "store/access_store.h"

namespace casekeeper {

class WordsToWithhold {
public:
    WordsToWithhold(Database& database, AccessReviewer& reviewer, const AccessCase& one)
        : database_(database), reviewer_(reviewer), one_(one) {}

    // Refused, with what can be typed, where a program cannot read a document whole and finds the words quoted
    // nowhere in it. Of anything else: nothing.
    void require(const AccessItem& item, const std::string& passage) const;
    // Is it a document with something that no program reads? Of a scan no page is shown then; a photograph is shown
    // or not as it is decided by itself.
    bool has_pictures(const std::string& item) const;

private:
    struct Stored {
        std::string sha256;  // empty: no document
        std::string told;    // its title and the name of its file
    };
    Stored stored(const std::string& item) const;

    Database& database_;
    AccessReviewer& reviewer_;
    const AccessCase& one_;
};

}  // namespace casekeeper
