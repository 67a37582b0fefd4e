// SPDX-License-Identifier: MIT
//
// The SSDA903 return (children looked after) as a source of records, from its CSV files. Several folders are
// several years in one load. The return holds no names: a person is called by the child's code. One load is
// held in memory, a few MB for a thousand children.
//
// Set aside with a finding: bad rows; rows whose child has no header row; children whose header rows give two
// dates of birth or two authorities; rows of one return that contradict each other; reviews and missing
// periods outside any looked-after period. How rows become records: ssda903_periods.h, ssda903_records.h,
// ssda903_leaving_care.h.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "intake/record_source.h"
#include "intake/ssda903_periods.h"
#include "intake/ssda903_records.h"

namespace casekeeper {

class Ssda903Source final : public RecordSource {
public:
    // The looked-after periods that the store has of a child (involvements with other ids are passed over).
    using FindPeriods = std::function<std::vector<KnownPeriod>(const std::string& child)>;

    explicit Ssda903Source(std::vector<std::string> paths, FindPeriods find_periods = {})
        : paths_(std::move(paths)), find_periods_(std::move(find_periods)) {}

    void examine(const TakeFinding& take_finding) override;
    long lines_read() const override { return lines_read_; }
    long lines_rejected() const override { return lines_rejected_; }
    std::string digest() const override { return digest_; }
    void records(RecordType type, const TakeRecord& take_record) override;

private:
    std::vector<std::string> paths_;
    FindPeriods find_periods_;
    Ssda903Records records_;
    long lines_read_ = 0;
    long lines_rejected_ = 0;
    std::string digest_;
};

}  // namespace casekeeper
