// SPDX-License-Identifier: MIT
//
// The file of a book whose front (its contents) is known last: the body is written as it comes into a file that
// has no name, then front, body and end are joined beside the path, fsynced and renamed to it. Whole or not
// there; until then nothing of it can be found by whoever looks into the folder. Who may read it:
// private_files.h. OutputError with a hint where it cannot be written.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace casekeeper {

// Bytes on their way to a file that is open. Not its owner.
class ByteSink {
public:
    // `path` is what messages name.
    ByteSink(int file, std::string path) : file_(file), path_(std::move(path)) {}
    void write(std::string_view bytes);
    void flush();

private:
    int file_;
    std::string path_;
    std::string waiting_;
};

class BookFile {
public:
    // Makes the folder where it is not there.
    explicit BookFile(const std::string& path);
    ~BookFile();
    BookFile(const BookFile&) = delete;
    BookFile& operator=(const BookFile&) = delete;

    // Stands in the body for what is known only when all of it is written. Of a name of at most 250 printable
    // bytes.
    static std::string mark(const std::string& name);
    void write_body(std::string_view bytes) { body_.write(bytes); }
    // `filled` says what stands for each mark of the body, in their order. REQUIRES: not finished yet.
    using Filled = std::function<std::string(const std::string& name)>;
    void finish(const std::string& front, const std::string& end, const Filled& filled);

private:
    void join(ByteSink& out, const Filled& filled);

    std::string path_;
    int body_file_;
    ByteSink body_;
};

}  // namespace casekeeper
