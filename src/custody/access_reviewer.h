// SPDX-License-Identifier: MIT
//
// What might be withheld of a person's file from whoever asks to see it, by the facts as they lie in the store
// at this moment: the parts in the scope of the request, the proposals of policy/release_proposals.h, the
// protected places that their words give away, and what was withheld before and is to be judged again. The
// night prepares with it, people decide on it, and it is asked again before anything is signed or sent.
//
// Parts: every involvement of the person's, with its entries and every document that lies in it, every disclosure about them, the
// person's own row, and what came from outside with this request (material:1) and others (material:A1/1). What
// the product wrote itself is none, but for the documents it holds.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "custody/name_search.h"
#include "custody/stored_places.h"
#include "domain/record_format.h"
#include "policy/protected_places.h"
#include "policy/redaction.h"
#include "policy/release_proposals.h"
#include "policy/release_rules.h"
#include "policy/service_catalogue.h"
#include "store/access_store.h"
#include "store/database.h"

namespace casekeeper {

struct AccessReview {
    std::vector<AccessItem> items;                // by item, rule, about; undecided
    std::vector<std::string> parts;               // typed ids, in order: all that is in the scope
    std::map<std::string, std::string> contents;  // a digest of each part as it stands
    std::map<std::string, std::string> consents;  // the last word of each third party, by key
    std::string digest;  // over the parts as they stand, what is proposed of them, and the words of consent
    std::vector<std::string>
        new_parts;  // that no earlier answer held as they are now; of a first request all
    std::optional<std::string> earlier;         // the latest request that was answered before
    std::map<std::string, long long> left_out;  // rows of the file that were not asked for, by type
};

// What a stored document says, as far as a program can read it.
struct DocumentWords {
    bool is_read = false;  // all of it: nothing is left for human eyes alone
    std::string text;
};

// What a review reads with. Both are kept by reference.
struct ReviewTools {
    const NameKnowledge& names;
    // By its content. Without one no document is read: each is for human eyes.
    std::function<DocumentWords(const std::string& sha256)> documents;
};

class AccessReviewer {
public:
    AccessReviewer(Database& database, const ReleaseRules& rules, const ServiceCatalogue& catalogue,
                   ReviewTools tools);
    ~AccessReviewer();

    // std::invalid_argument where what is stored of the person cannot be read; UnreadablePlaces.
    AccessReview review(const Record& request, Date day);

    // The protected places that a text gives away and that whoever asked may not learn: their keys.
    std::vector<std::string> given_away(const Record& request, std::string_view text, Date day);
    // All that a text gives away: nobody it may go to is known to live there.
    std::vector<std::string> given_away(std::string_view text);
    // Where it gives away the places of these keys.
    std::vector<TextSpan> where_given_away(std::string_view text, const std::vector<std::string>& keys);
    // Who is named in the texts of the file that a request is about.
    std::unique_ptr<NamesInFile> names_of(const Record& request, const CaseFile& file);
    // What a document says, as a review reads it; nothing where none is read.
    DocumentWords words_of(const std::string& sha256) const {
        return tools_.documents ? tools_.documents(sha256) : DocumentWords{};
    }
    const NameKnowledge& knowledge() const { return tools_.names; }

private:
    StoredPlaces& places();

    Database& database_;
    const ReleaseRules& rules_;
    const ServiceCatalogue& catalogue_;
    const ReviewTools tools_;
    std::unique_ptr<StoredPlaces> places_;  // read at first need
};

}  // namespace casekeeper
