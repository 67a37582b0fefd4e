// SPDX-License-Identifier: MIT
//
// The one way a folder of files that must not be there yet is written: whole or not at all. Beside its place
// first (PATH.unfinished, readable as private_files.h says), then renamed to it. What is not kept goes with this
// object; what a crash left is replaced by the next writing. Every failure is an OutputError that names the
// folder, with a hint.
#pragma once

#include <string>

namespace casekeeper {

class WholeFolder {
public:
    // PATH is not there, or is an empty folder; a slash at its end is no matter.
    explicit WholeFolder(const std::string& path);
    ~WholeFolder();
    WholeFolder(const WholeFolder&) = delete;
    WholeFolder& operator=(const WholeFolder&) = delete;

    // Where the files are written until it is finished.
    const std::string& unfinished() const { return unfinished_; }
    // Puts the folder in its place.
    void finish();
    // From now on it stays, whatever happens. REQUIRES: it is finished.
    void keep() { is_kept_ = true; }
    [[noreturn]] static void cannot_write(const std::string& path);

private:
    std::string path_;
    std::string unfinished_;
    bool is_finished_ = false;
    bool is_kept_ = false;
};

}  // namespace casekeeper
