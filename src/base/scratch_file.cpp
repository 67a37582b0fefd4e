// SPDX-License-Identifier: MIT
#include "base/scratch_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {

ScratchFile::ScratchFile(const std::string& beside) {
    make_private_folders(std::filesystem::absolute(beside).parent_path().string());
    const std::string name = beside + ".scratch.unfinished";
    ::unlink(name.c_str());
    const int descriptor = open_private_file(name, O_EXCL | O_RDWR);
    if (descriptor >= 0) {
        ::unlink(name.c_str());
        file_.reset(::fdopen(descriptor, "w+b"));
        if (!file_) ::close(descriptor);
    }
    if (!file_)
        throw OutputError("cannot write beside " + beside,
                          "df -h; its folder must be writable by this account");
}

bool ScratchFile::write(std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

std::optional<std::string_view> ScratchFile::read_again() {
    if (std::fflush(file_.get()) != 0) return std::nullopt;
    const off_t end = ::lseek(::fileno(file_.get()), 0, SEEK_END);
    if (end <= 0) return std::string_view();
    size_ = static_cast<std::size_t>(end);
    mapped_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, ::fileno(file_.get()), 0);
    if (mapped_ == MAP_FAILED) {
        mapped_ = nullptr;
        return std::nullopt;
    }
    return std::string_view(static_cast<const char*>(mapped_), size_);
}

ScratchFile::~ScratchFile() {
    if (mapped_) ::munmap(mapped_, size_);
}

}  // namespace casekeeper
