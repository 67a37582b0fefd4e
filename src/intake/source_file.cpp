// SPDX-License-Identifier: MIT
#include "intake/source_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/errors.h"
#include "intake/value_checks.h"

namespace casekeeper {
namespace {

[[noreturn]] void cannot_open(const std::string& path, int reason) {
    const std::string shown = fit_for_message(path);
    switch (reason) {
        case ENOENT:
        case ENOTDIR:
            throw InputError("there is no " + shown, "look with: ls -l " + shown);
        case EACCES:
        case EPERM:
            throw InputError("no permission to read " + shown,
                             "give this account the right to read it: ls -l " + shown);
        case ELOOP:
            throw InputError(shown + " is a symbolic link", "put the file itself into the folder");
        default:
            throw InputError("cannot open " + shown, "look with: ls -l " + shown);
    }
}

}  // namespace

FileState state_of(const struct stat& status) {
    return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

SourceFile::SourceFile(std::string path, Links links) : path_(std::move(path)) {
    // Without O_NONBLOCK a pipe would wait here for a writer.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::refuse ? O_NOFOLLOW : 0);
    descriptor_ = ::open(path_.c_str(), flags);
    if (descriptor_ < 0) cannot_open(path_, errno);
    struct stat status = {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        throw InputError(fit_for_message(path_) + " is no regular file",
                         "name a file of lines, or a folder that holds some");
    }
    state_ = state_of(status);
}

SourceFile::~SourceFile() {
    ::close(descriptor_);
}

std::size_t SourceFile::read(char* to, std::size_t size) {
    for (;;) {
        const ssize_t length = ::read(descriptor_, to, size);
        if (length >= 0) return static_cast<std::size_t>(length);
        if (errno != EINTR)
            throw InputError("cannot read " + fit_for_message(path_) + " to its end",
                             "is its disk without errors? copy it elsewhere and load the copy");
    }
}

}  // namespace casekeeper
