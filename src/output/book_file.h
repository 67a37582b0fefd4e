// SPDX-License-Identifier: MIT
//
// The file of a book whose front (its contents) is known last: the body is written as it comes into a file that
// has no name (base/scratch_file.h), then front, body and end are joined into the file at its path
// (base/whole_file.h). Until then nothing of it can be found by whoever looks into the folder. OutputError with
// a hint where it cannot be written.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/scratch_file.h"

namespace casekeeper {

class BookFile {
public:
    // Makes the folder where it is not there.
    explicit BookFile(const std::string& path) : path_(path), body_(path) {}

    // Stands in the body for what is known only when all of it is written.
    static std::string mark(const std::string& name);
    void write_body(std::string_view bytes) { body_.write(bytes); }
    // `filled` says what stands for each mark of the body, in their order. REQUIRES: not finished yet.
    using Filled = std::function<std::string(const std::string& name)>;
    void finish(const std::string& front, const std::string& end, const Filled& filled);

private:
    std::string path_;
    ScratchFile body_;
};

}  // namespace casekeeper
