// SPDX-License-Identifier: MIT
//
// A source of records: a bundle, a council's return. One reader a format; all end in the same model. The
// importer asks for one type after another (record_formats() order), so a source is read in several passes
// and is never held in memory whole.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "domain/record_format.h"

namespace casekeeper {

// Where a record or a finding comes from.
struct Place {
    std::string file;  // relative to what was named on the command line
    long line = 0;
};

struct SourcedRecord {
    Record record;
    Place place;
    std::string document_path;  // documents: the checked path of the file to store, inside the source
};

using TakeFinding = std::function<void(const Finding&)>;
using TakeRecord = std::function<void(SourcedRecord&&)>;

class RecordSource {
public:
    virtual ~RecordSource() = default;
    // Reads everything once: bad lines become findings (here and only here), lines of one type and id that
    // differ are set aside, the digest is taken. Throws InputError where the source cannot be read at all;
    // then nothing is loaded.
    virtual void examine(const TakeFinding& take_finding) = 0;
    // Lines seen (blank ones not counted) and lines set aside so far. REQUIRES: examined.
    virtual long lines_read() const = 0;
    virtual long lines_rejected() const = 0;
    // SHA-256 of all that was read, hexadecimal. REQUIRES: examined.
    virtual std::string digest() const = 0;
    // Hands over every good record of the type, in the order of the source; called from a thread of its own,
    // one type at a time. REQUIRES: examined.
    virtual void records(RecordType type, const TakeRecord& take_record) = 0;
};

}  // namespace casekeeper
