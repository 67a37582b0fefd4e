// SPDX-License-Identifier: MIT
#include "reports/restricted_findings.h"

#include "custody/restricted_records.h"
#include "policy/recording_own_rules.h"

namespace casekeeper {

RestrictedFindings::RestrictedFindings(Database& database, Date day) : records_(database) {
    const RestrictedRecords restricted = restricted_records(database, day);
    items_.insert(restricted.items.begin(), restricted.items.end());
}

bool RestrictedFindings::has(const RecordingFinding& finding) {
    if (items_.empty() || finding.rule == handed_out_rule) return false;
    if (items_.contains(finding.thing) || items_.contains("involvement:" + finding.involvement)) return true;
    constexpr std::string_view document = "document:";
    if (!finding.thing.starts_with(document)) return false;
    const auto entry = records_.entry_of_document(finding.thing.substr(document.size()));
    return entry && items_.contains("entry:" + *entry);
}

long long RestrictedFindings::leave_out(std::vector<RecordingFinding>& findings) {
    return static_cast<long long>(
        std::erase_if(findings, [&](const RecordingFinding& finding) { return has(finding); }));
}

}  // namespace casekeeper
