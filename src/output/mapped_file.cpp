// SPDX-License-Identifier: MIT
#include "output/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/errors.h"

namespace casekeeper {
namespace {

[[noreturn]] void cannot_read(const std::string& path) {
    throw InputError("cannot read " + path, "it must be a file that this account may read");
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (file < 0) cannot_read(path);
    const bool is_file = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = static_cast<std::size_t>(is_file ? status.st_size : 0);
    mapped_ = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
    ::close(file);
    if (!is_file || mapped_ == MAP_FAILED) cannot_read(path);
    if (mapped_ != nullptr) bytes_ = {static_cast<const char*>(mapped_), size};
}

MappedFile::~MappedFile() {
    if (mapped_ != nullptr) ::munmap(mapped_, bytes_.size());
}

}  // namespace casekeeper
