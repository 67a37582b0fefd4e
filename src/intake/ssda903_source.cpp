// SPDX-License-Identifier: MIT
#include "intake/ssda903_source.h"

#include <algorithm>

#include "base/digest.h"
#include "intake/ssda903_leaving_care.h"
#include "intake/ssda903_reader.h"

namespace casekeeper {
namespace {

// Every row of the child but those of the header, for what is said of all of them.
template <typename Act>
void for_each_other_row(const ChildRows& rows, const Act& act) {
    const auto each = [&](const auto& some) {
        for (const auto& row : some) act(row.origin);
    };
    each(rows.episodes);
    each(rows.care_leaver);
    each(rows.adoptions);
    each(rows.placed);
    each(rows.unaccompanied);
    each(rows.previous_permanence);
    each(rows.reviews);
    each(rows.missing);
    for (const RowOrigin& origin : rows.health) act(origin);
}

// Two dates of birth or two authorities are two children, or a mistake that only a person can mend.
void set_aside_mixed_headers(const std::string& child, std::vector<HeaderRow>& headers,
                             RowFindings& findings) {
    const bool mixed = std::any_of(headers.begin(), headers.end(), [&](const HeaderRow& row) {
        return row.origin.born != headers.front().origin.born || row.authority != headers.front().authority;
    });
    if (!mixed) return;
    for (const HeaderRow& row : headers)
        findings.reject(row.origin.place,
                        "child " + child + ": header rows differ in DOB or LA; all set aside");
    headers.clear();
}

void settle_all(const std::string& child, ChildRows& rows, const std::vector<YearlyReturn>& returns,
                RowFindings& findings) {
    settle(rows.episodes, child, returns, findings);
    settle(rows.care_leaver, child, returns, findings);
    settle(rows.adoptions, child, returns, findings);
    settle(rows.placed, child, returns, findings);
    settle(rows.unaccompanied, child, returns, findings);
    settle(rows.previous_permanence, child, returns, findings);
    settle(rows.reviews, child, returns, findings);
    settle(rows.missing, child, returns, findings);
}

// The child's one header row; nullopt where there is none, and then its other rows are set aside.
std::optional<HeaderRow> header_of(const std::string& child, ChildRows& rows,
                                   const std::vector<YearlyReturn>& returns, RowFindings& findings) {
    const bool had_header = !rows.headers.empty();
    set_aside_mixed_headers(child, rows.headers, findings);
    settle(rows.headers, child, returns, findings);
    if (!rows.headers.empty()) {
        const std::optional<Date> born = rows.headers.front().origin.born;
        for_each_other_row(rows, [&](const RowOrigin& origin) {
            if (origin.born && origin.born != born)
                findings.warn(origin.place, "child " + child + ": DOB is not that of the header row");
        });
        return rows.headers.front();
    }
    const std::string message =
        "child " + child + (had_header ? ": its header rows were set aside" : " has no header row");
    for_each_other_row(rows, [&](const RowOrigin& origin) { findings.reject(origin.place, message); });
    return std::nullopt;
}

}  // namespace

void Ssda903Source::examine(const TakeFinding& take_finding) {
    RowFindings findings(take_finding);
    Sha256 digest;
    Ssda903Rows load = read_ssda903(paths_, findings, digest);
    for (auto& [child, rows] : load.children) {
        const std::optional<HeaderRow> header = header_of(child, rows, load.returns, findings);
        if (!header) continue;
        settle_all(child, rows, load.returns, findings);
        std::vector<KnownPeriod> known = find_periods_ ? find_periods_(child) : std::vector<KnownPeriod>();
        std::erase_if(known,
                      [&code = child](const KnownPeriod& k) { return !is_period_of(code, k.involvement); });
        const std::vector<LookedAfterPeriod> periods =
            chain_episodes(child, rows.episodes, known, load.returns, findings);
        const EndsOfCare ends = ends_of_care(child, periods, findings);
        const ChildFile file{child, rows, *header, periods, ends, known, load.returns};
        add_person(file, records_);
        add_periods(file, records_, findings);
        add_care_leaver(file, records_, findings);
        add_adoptions(file, records_, findings);
        add_entries(file, records_, findings);
    }
    lines_read_ = load.lines_read;
    lines_rejected_ = findings.rejected();
    digest_ = digest.hex();
}

void Ssda903Source::records(RecordType type, const TakeRecord& take_record) {
    const auto hand_over = [&](const std::vector<SourcedRecord>& records) {
        for (const SourcedRecord& record : records) take_record(SourcedRecord(record));
    };
    if (type == RecordType::person) hand_over(records_.people);
    if (type == RecordType::involvement) hand_over(records_.involvements);
    if (type == RecordType::entry) hand_over(records_.entries);
}

}  // namespace casekeeper
