// SPDX-License-Identifier: MIT
//
// Reads one JSON line into a record, by the table of record_format.h. A bad line is no exception: it comes
// back with what is wrong with it, in words that hold names of fields and ids but nothing personal. Keeps its
// parser's memory between lines; one thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/record_format.h"

namespace casekeeper {

struct ReadLine {
    std::optional<Record> record;  // absent: the line is bad
    std::string mistake;           // what is wrong with a bad line
    std::string warning;           // keys of a good line that no field has; empty where there are none
    bool is_utf8 = true;
};

class RecordReader {
public:
    RecordReader();
    ~RecordReader();
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    ReadLine read(std::string_view line);
    // The same for lines that were read before, where only one type is wanted: nullopt for others and for bad
    // lines.
    std::optional<Record> read_if(RecordType type, std::string_view line);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

// "entry E7", "relationship of person P1": how a message names a record.
std::string name_for_message(const Record& record);

}  // namespace casekeeper
