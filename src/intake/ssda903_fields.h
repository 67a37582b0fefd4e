// SPDX-License-Identifier: MIT
//
// One row of a return, read column by column. What makes the row useless is noted as its problem, what is
// merely doubtful among its doubts; neither quotes what the row says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "intake/csv_reader.h"
#include "intake/ssda903_codes.h"

namespace casekeeper {

class Ssda903Fields {
public:
    // REQUIRES: both outlive this object; the row is a good one.
    Ssda903Fields(const CsvReader& reader, const CsvRow& row) : reader_(reader), row_(row) {}

    // Empty where the file has no such column.
    const std::string& text(std::string_view column) const;
    // In upper case.
    std::string code(std::string_view column) const;
    // The same; a code that the list does not have is doubtful, and so is none where there must be one.
    std::string code(std::string_view column, Ssda903List list, bool required = true);
    // DD/MM/YYYY or YYYY-MM-DD (a time after it is ignored). What is no date is a problem; so is none where
    // there must be one: then the result is not to be used.
    std::optional<Date> day(std::string_view column);
    Date required_day(std::string_view column);
    // CHILD: letters, digits, and - _ . / within, at most 30; anything else is a problem.
    std::string child();
    // DOB, for the files that repeat it; what is no date is doubtful only.
    std::optional<Date> repeated_birth();

    void add_problem(const std::string& what) { add(problem_, what); }
    void add_doubt(const std::string& what) { add(doubts_, what); }
    const std::string& problem() const { return problem_; }
    const std::string& doubts() const { return doubts_; }

private:
    static void add(std::string& to, const std::string& what) { to += (to.empty() ? "" : ", ") + what; }

    const CsvReader& reader_;
    const CsvRow& row_;
    std::string problem_;
    std::string doubts_;
};

}  // namespace casekeeper
