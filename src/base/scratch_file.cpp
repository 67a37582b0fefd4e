// SPDX-License-Identifier: MIT
#include "base/scratch_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {

ScratchFile::ScratchFile(std::string beside) : beside_(std::move(beside)) {
    make_private_folders(std::filesystem::absolute(beside_).parent_path().string());
    const std::string name = beside_ + ".scratch.unfinished";
    ::unlink(name.c_str());
    const int descriptor = open_private_file(name, O_EXCL | O_RDWR);
    if (descriptor < 0) cannot_write();
    ::unlink(name.c_str());
    file_.reset(::fdopen(descriptor, "w+b"));
    if (file_) return;
    ::close(descriptor);
    cannot_write();
}

void ScratchFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) cannot_write();
}

std::string_view ScratchFile::read_again() {
    if (std::fflush(file_.get()) != 0) cannot_write();
    const off_t end = ::lseek(::fileno(file_.get()), 0, SEEK_END);
    if (end <= 0) return {};
    size_ = static_cast<std::size_t>(end);
    mapped_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, ::fileno(file_.get()), 0);
    if (mapped_ == MAP_FAILED) {
        mapped_ = nullptr;
        cannot_write();
    }
    return {static_cast<const char*>(mapped_), size_};
}

void ScratchFile::cannot_write() const {
    throw OutputError("cannot write " + beside_, "df -h; its folder must be writable by this account");
}

ScratchFile::~ScratchFile() {
    if (mapped_) ::munmap(mapped_, size_);
}

}  // namespace casekeeper
