// SPDX-License-Identifier: MIT
#include "intake/loading.h"

#include "base/errors.h"
#include "base/json_read.h"
#include "intake/bundle_source.h"
#include "intake/ssda903_source.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

constexpr const char* bundle = "bundle";
constexpr const char* ssda903_csv = "ssda903-csv";
constexpr int most_involvements = 1000;  // of one child

// The involvements already stored of a child, which a later year's return goes on with.
std::vector<KnownPeriod> known_periods(Database& database, const std::string& child) {
    std::vector<KnownPeriod> periods;
    for (const auto& [id, record] :
         RecordStore(database).page(RecordType::involvement, "", most_involvements, child)) {
        KnownPeriod known{
            id, *parse_date(*record.value("opened")), std::nullopt, *record.value("service"), {}, {}};
        if (record.value("closed")) known.closed = parse_date(*record.value("closed"));
        if (record.value("attributes")) known.attributes = json_pairs(*record.value("attributes"));
        if (record.value("events")) known.events = json_pairs(*record.value("events"));
        periods.push_back(std::move(known));
    }
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
