// SPDX-License-Identifier: MIT
//
// The folder in which a bundle's documents lie. Opens a document only where it is a regular file inside the
// folder, reached through no symbolic link: each step of the path is opened beneath the one before it, so
// that nothing can be exchanged in between.
#pragma once

#include <optional>
#include <string>

namespace casekeeper {

class DocumentFolder {
public:
    // Throws InputError where the folder cannot be opened.
    explicit DocumentFolder(std::string path);
    ~DocumentFolder();
    DocumentFolder(DocumentFolder&& other) noexcept;
    DocumentFolder(const DocumentFolder&) = delete;
    DocumentFolder& operator=(const DocumentFolder&) = delete;
    DocumentFolder& operator=(DocumentFolder&&) = delete;

    // Of a document: its digest (absent where it was not asked for), or what is wrong with it ("is not
    // there").
    struct Checked {
        std::optional<std::string> sha256;
        std::string mistake;
    };
    Checked look(const std::string& file) const;
    Checked digest(const std::string& file) const;
    // Where the file lies, for one that was found good.
    std::string path_of(const std::string& file) const { return path_ + "/" + file; }

private:
    // An open descriptor, or what is wrong.
    int open(const std::string& file, std::string& mistake) const;

    std::string path_;
    int descriptor_ = -1;
};

}  // namespace casekeeper
