// SPDX-License-Identifier: MIT
//
// Which parts of somebody's record a disclosure gives away: those that its `items` name, with what lies in them
// or beside them. Where it names none, nobody can say which, and it is all of its involvement, or of everything
// of the person's. "none" alone as an item: no part, but words of somebody's own.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/record_format.h"
#include "store/item_place.h"
#include "store/record_store.h"

namespace casekeeper {

class GivenParts {
public:
    enum class What { is_given, was_given, is_shown };
    // `file`: of the human being whom the disclosure is about; kept by reference, as `records` is. InputError
    // where what is named is not there or is another person's, UsageError where an item is none. Of what was
    // given, items that have ended since, or are none, are passed over; where it is only shown, what is another's by
    // now too.
    GivenParts(RecordStore& records, const Record& disclosure, const CaseFile& file, What what);

    // Of the person's involvements those that it is of.
    const std::set<std::string>& involvements() const { return involvements_; }
    // Neither a part nor an involvement is named, and yet it is said: words alone.
    bool is_words_of_nothing() const { return is_words_alone_ && !is_of_one_involvement_; }

    // Every involvement, entry and document that is given, once each, by typed id.
    using Take = std::function<void(const std::string& item, const Record& part)>;
    void each(const Take& take);
    // Is this given, or something that it lies in, or that lies in it? Of words alone nobody can say what they
    // were taken from. `item`: a typed id; one that is not an involvement, an entry or a document is all of it.
    bool touches(const std::string& item);
    // Whose records hold something that is given: the person's own, and those that its documents lie in.
    std::set<std::string> owners() const;

private:
    void read_involvement(const std::string& id);
    void read_item(const std::string& item);
    // Passed over where it is only shown.
    bool require_own(const std::string& what, bool is_own) const;
    bool is_own(const std::string& person) const;
    std::set<std::string> involvements_of(const ItemPlace& place);
    void take_whole(const std::string& involvement, const Take& take);
    void take_once(const std::string& item, const Record& part, const Take& take);

    RecordStore& records_;
    const CaseFile& file_;
    const What what_;
    bool is_words_alone_ = false;
    bool is_of_one_involvement_ = false;
    bool names_parts_ = false;
    std::set<std::string> involvements_;
    std::map<std::string, ItemPlace> places_;  // of the items
    std::set<std::string> taken_;
};

// The item that says that no part was given.
inline constexpr const char* no_part = "none";

}  // namespace casekeeper
