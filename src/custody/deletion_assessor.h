// SPDX-License-Identifier: MIT
//
// The parts of what a request asks to be deleted, each with its verdict (policy/deletion_assessment.h) by the
// facts as they lie in the store at this moment. The night prepares with it, people decide on it, and the
// gate asks it again inside the transaction that deletes.
//
// An involvement is a part, with everything in it that is no part by itself; an entry or a document is one
// where it was asked for by name, where somebody marked it, or where something speaks for keeping it that
// does not speak for keeping the involvement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text_search.h"
#include "custody/present_decision.h"
#include "domain/record_format.h"
#include "policy/deletion_assessment.h"
#include "store/deletion_store.h"

namespace casekeeper {

struct RequestAssessment {
    std::vector<DeletionItem> items;  // by id
    // Over the parts, their verdicts with law and day as if nothing were held, and the ids of everything in
    // them: what else becomes of a part voids what was decided on it. A hold only makes it wait.
    std::string digest;
    // An access request of the same human being waits for its answer: that comes first.
    std::optional<std::string> open_access_request;
    PresentDecisions::Decided decided;
};

class DeletionAssessor {
public:
    DeletionAssessor(Database& database, const ScheduleInForce& in_force,
                     const std::vector<std::string>& abuse_words);

    // `scope`: typed ids; empty: everything. Items of the scope that are not there (any more) are no parts.
    // std::invalid_argument where what is stored of the person cannot be read.
    RequestAssessment assess(const std::string& person, const std::vector<std::string>& scope,
                             const std::vector<DeletionMark>& marks, Date day);
    // As the record of a request says.
    RequestAssessment assess(const Record& request, const std::vector<DeletionMark>& marks, Date day);

private:
    Database& database_;
    const ScheduleInForce& in_force_;
    PresentDecisions present_;
    const WordSearch abuse_words_;
};

}  // namespace casekeeper
