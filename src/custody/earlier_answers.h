// SPDX-License-Identifier: MIT
//
// What was sent in answer to earlier access requests about the same human being. A part counts as sent or shown
// only where it reads now as it did then: what has changed since is new.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/case_file.h"
#include "store/access_store.h"
#include "store/record_store.h"

namespace casekeeper {

class EarlierAnswers {
public:
    EarlierAnswers(AccessStore& cases, RecordStore& records, const std::string& request,
                   const CaseFile& file);

    // The request that was answered last; nullopt where none was.
    const std::optional<std::string>& latest() const { return latest_; }
    // Was a part of this content in any of them, whatever became of it? `content`: a digest.
    bool held(const std::string& item, const std::string& content) const;
    // "A1, sent on 2019-03-04": the answer in which the person themselves was shown it whole; empty: none.
    std::string shown_in(const std::string& item, const std::string& content) const;

    // The reasons of withholding as they were decided in answers that were sent.
    struct Withheld {
        std::string request;
        AccessItem item;
    };
    const std::vector<Withheld>& withheld() const { return withheld_; }
    const Withheld* withheld_as(const AccessItem& item) const;

private:
    using Part = std::pair<std::string, std::string>;  // its id in this request, its content
    void read(AccessStore& cases, const AccessCase& one, bool for_oneself);

    std::optional<std::string> latest_;
    std::string latest_sent_on_;
    std::set<Part> held_;
    std::map<Part, std::string> shown_;
    std::vector<Withheld> withheld_;
};

}  // namespace casekeeper
