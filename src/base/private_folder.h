// SPDX-License-Identifier: MIT
//
// A folder for files that must not stay: nobody but this account may look into it, and it is gone with this
// object, whatever happens. What a crash left there goes when it is made the next time.
#pragma once

#include <string>

namespace casekeeper {

class PrivateFolder {
public:
    // Makes it afresh. OutputError with a hint where it cannot be made, or what lies there is no such folder.
    explicit PrivateFolder(std::string path);
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string path(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

}  // namespace casekeeper
