// SPDX-License-Identifier: MIT
//
// A ZIP archive in memory, read by libzip: its members, and what stands beside them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace casekeeper {

class ZipArchive {
public:
    struct Member {
        std::string name;  // UTF-8
        std::string comment;
        std::vector<std::string> extra_fields;
        std::size_t packed = 0;
        bool is_folder = false;
        bool is_locked = false;  // encrypted
        bool is_strong = false;  // by AES-256
    };

    // Nullopt where the bytes are no archive. REQUIRES: the bytes outlive it.
    static std::optional<ZipArchive> open(std::string_view bytes, const std::string& passphrase = "");

    const std::vector<Member>& members() const { return members_; }
    const std::string& comment() const { return comment_; }
    // Hands a member over block by block, its checksum verified; false where it is damaged, locked or packed
    // in a way not known here, or where `take` says to stop. REQUIRES: at < members().size().
    bool read(std::size_t at, const std::function<bool(std::string_view block)>& take) const;

private:
    struct Closed {
        void operator()(zip* archive) const;
    };
    explicit ZipArchive(zip* archive);

    std::unique_ptr<zip, Closed> archive_;
    std::vector<Member> members_;
    std::string comment_;
};

}  // namespace casekeeper
