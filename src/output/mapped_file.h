// SPDX-License-Identifier: MIT
//
// The bytes of a file, mapped into memory for as long as this lives.
#pragma once

#include <string>
#include <string_view>

namespace casekeeper {

class MappedFile {
public:
    // InputError where it is no file that can be read.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    std::string_view bytes() const { return bytes_; }

private:
    void* mapped_ = nullptr;
    std::string_view bytes_;
};

}  // namespace casekeeper
