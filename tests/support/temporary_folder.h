// SPDX-License-Identifier: MIT
//
// A fresh folder for one test, gone with it.
#pragma once

#include <string>

namespace casekeeper::test {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string path(const std::string& name) const { return path_ + "/" + name; }
    // Writes a file, its folders included; its path.
    std::string write(const std::string& name, const std::string& bytes) const;

private:
    std::string path_;
};

// The bytes of a file; empty where there is none.
std::string bytes_of(const std::string& path);
// Every file beneath a folder with its bytes: "name: bytes\n" in the order of names.
std::string contents_of(const std::string& folder);
// Access bits as ls shows them in digits: "600".
std::string mode_of(const std::string& path);

}  // namespace casekeeper::test
