// SPDX-License-Identifier: MIT
//
// The register's mirror: a file somewhere else than the store, one line of the register a line, only ever
// appended to, by one program at a time. A last line that a crash cut off is no line; appending takes its
// stump away.
//
//   {"line":<the text that was hashed>,"digest":"<64 hexadecimal digits>"}\n
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "store/register_store.h"

namespace casekeeper {

// A line of the mirror as it is written, without its end.
std::string to_mirror_line(const KeptLine& line);
// nullopt where it is none.
std::optional<KeptLine> parse_mirror_line(const std::string& text);

class RegisterMirror {
public:
    explicit RegisterMirror(std::string path) : path_(std::move(path)) {}

    bool exists() const;
    // The last whole line; nullopt where there is none. ConfigError where the last whole line is no line.
    std::optional<KeptLine> last() const;
    // Appends those that it has not yet (another program may have been faster) and fsyncs. OutputError where
    // it cannot.
    void append(const std::vector<KeptLine>& lines) const;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

// Reads a mirror from its beginning.
class MirrorReader {
public:
    explicit MirrorReader(const std::string& path) : in_(path, std::ios::binary) {}
    // The next whole line; false at the end.
    bool next();
    // What it says; nullopt where it is no line of a register.
    std::optional<KeptLine> line() const { return parse_mirror_line(text_); }
    const std::string& text() const { return text_; }

private:
    std::ifstream in_;
    std::string text_;
};

}  // namespace casekeeper
