// SPDX-License-Identifier: MIT
//
// A file for what is made on the way to another, in that one's folder, without a name: nobody else can open it,
// and it is gone with the program, however that ends. OutputError, naming that other file, where there is no
// room or its folder cannot be written to.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace casekeeper {

class ScratchFile {
public:
    // `beside`: the file that is to be made. Makes its folder (0700) where it is not there.
    explicit ScratchFile(std::string beside);
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    // Adds to its end.
    void write(std::string_view bytes);
    // All of it, for reading, as long as this object lives. REQUIRES: nothing is written afterwards.
    std::string_view read_again();
    [[noreturn]] void cannot_write() const;

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string beside_;
    std::unique_ptr<std::FILE, Close> file_;
    void* mapped_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace casekeeper
