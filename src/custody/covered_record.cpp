// SPDX-License-Identifier: MIT
#include "custody/covered_record.h"

#include "base/digest.h"
#include "domain/bundle_line.h"
#include "store/record_store.h"

namespace casekeeper {

std::string CoveredRecord::fingerprint() const {
    Sha256 digest;
    const auto take = [&](const Record& record) {
        digest.update(to_bundle_line(record));
        digest.update("\n");
    };
    take(person);
    take(involvement);
    for (const std::vector<Record>* records : {&entries, &documents, &disclosures})
        for (const Record& record : *records) take(record);
    return digest.hex();
}

std::optional<CoveredRecord> covered_record(Database& database, const std::string& involvement) {
    RecordStore records(database);
    std::optional<Record> found = records.find(RecordType::involvement, involvement);
    if (!found) return std::nullopt;
    CoveredRecord covered;
    covered.person = *records.find(RecordType::person, *found->value("person"));
    covered.involvement = std::move(*found);
    covered.entries = records.of_involvement(RecordType::entry, involvement);
    covered.documents = records.of_involvement(RecordType::document, involvement);
    covered.disclosures = records.of_involvement(RecordType::disclosure, involvement);
    return covered;
}

std::string fingerprint_of(Database& database, const std::string& involvement) {
    const std::optional<CoveredRecord> covered = covered_record(database, involvement);
    return covered ? covered->fingerprint() : std::string();
}

}  // namespace casekeeper
