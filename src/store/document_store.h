// SPDX-License-Identifier: MIT
//
// The stored documents: files under their SHA-256 in a folder beside the store (ab/abcdef…), mode 0600 in
// folders of mode 0700. A file is written and fsynced before the row that names it; a file no row names is
// swept by whoever destroys, never here.
//
//   documents/
//     incoming/           files being written, and by its digest each that a load has brought (a second link)
//                         until the load is settled
//     ab/ab34…            content, by digest
#pragma once

#include <functional>
#include <string>

namespace casekeeper {

class DocumentStore {
public:
    explicit DocumentStore(std::string folder) : folder_(std::move(folder)) {}

    // Copies a file in; its digest, hexadecimal. InputError where it cannot be read, OutputError where the
    // copy cannot be written. Keeping what is there already writes nothing.
    std::string keep(const std::string& path);
    // Where the content of a digest lies.
    std::string path_of(const std::string& sha256) const;
    // Ends a load, this one or one that was cut off: content it brought that no row came to name goes again,
    // and so does what was left half-written. REQUIRES: no load is running.
    void settle(const std::function<bool(const std::string& sha256)>& is_named);

private:
    void make_folders(const std::string& folder) const;
    std::string folder_;
};

}  // namespace casekeeper
