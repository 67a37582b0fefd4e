// SPDX-License-Identifier: MIT
#include "intake/loading.h"

#include "base/errors.h"
#include "intake/bundle_source.h"
#include "intake/ssda903_source.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

constexpr const char* bundle = "bundle";
constexpr const char* ssda903_csv = "ssda903-csv";

// The looked-after periods already stored of a child, which a later year's return goes on with.
std::vector<KnownPeriod> known_periods(Database& database, const std::string& child) {
    std::vector<std::string> services;
    std::vector<KnownPeriod> periods;
    for (const FamilyInvolvement& involvement : FactStore(database).involvements_of(child, services))
        periods.push_back({involvement.id, involvement.opened, involvement.closed});
    return periods;
}

}  // namespace

void check_format(const std::string& format) {
    if (format != bundle && format != ssda903_csv)
        throw UsageError("there is no reader for \"" + format + "\"",
                         "say import bundle PATH or import ssda903-csv PATH");
}

std::unique_ptr<RecordSource> open_source(const std::string& format, const std::vector<std::string>& paths,
                                          long line_bytes, Database& database) {
    if (format == bundle) return std::make_unique<BundleSource>(paths, static_cast<std::size_t>(line_bytes));
    return std::make_unique<Ssda903Source>(
        paths, [&database](const std::string& child) { return known_periods(database, child); });
}

}  // namespace casekeeper
