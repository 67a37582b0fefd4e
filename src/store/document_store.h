// SPDX-License-Identifier: MIT
//
// The stored documents: files under their SHA-256 in a folder beside the store (ab/abcdef…), for the
// same accounts as the store (base/private_files.h). A file is written and fsynced before the row that names
// it; a file no row names is swept by whoever destroys, never here.
//
//   documents/
//     incoming/           files being written, and by its digest each that a load has brought (a second link)
//                         until the load is settled
//     ab/ab34…            content, by digest
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace casekeeper {

class DocumentStore {
public:
    explicit DocumentStore(std::string folder) : folder_(std::move(folder)) {}

    // Copies a file in; its digest, hexadecimal. InputError where it cannot be read, OutputError where the
    // copy cannot be written. Keeping what is there already writes nothing.
    std::string keep(const std::string& path);
    // Where the content of a digest lies.
    std::string path_of(const std::string& sha256) const;
    // Copies a content out, to a file in a folder that is there. UnavailableError, naming the document by
    // `named`, where it is missing or has changed; OutputError where the copy cannot be written.
    void copy_out(const std::string& sha256, const std::string& to, const std::string& named) const;
    // Ends a load, this one or one that was cut off: content it brought that no row came to name goes again,
    // and so does what was left half-written. REQUIRES: no load is running.
    void settle(const std::function<bool(const std::string& sha256)>& is_named);
    struct Removal {
        long long removed = 0;          // of those that were there
        std::set<std::string> refused;  // those that cannot be removed
    };
    // Removes contents for good, their folders fsynced. REQUIRES: no row names them, and no load is running.
    Removal remove(const std::vector<std::string>& digests);

private:
    void make_folders(const std::string& folder) const;
    std::string folder_;
};

}  // namespace casekeeper
