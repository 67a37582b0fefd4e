// SPDX-License-Identifier: MIT
#include "intake/document_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/errors.h"
#include "intake/value_checks.h"

namespace casekeeper {
namespace {

constexpr char not_there[] = "is not in the bundle: put it there, or correct the path";

// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    void exchange(int number) {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

std::vector<std::string> steps_of(const std::string& file) {
    std::vector<std::string> steps;
    for (std::size_t begin = 0; begin <= file.size();) {
        const std::size_t end = std::min(file.find('/', begin), file.size());
        steps.push_back(file.substr(begin, end - begin));
        begin = end + 1;
    }
    return steps;
}

// What is wrong with a path before the disk is asked.
std::string wrong_with_path(const std::string& file, const std::vector<std::string>& steps) {
    if (file.starts_with('/')) return "lies outside the bundle: write a path relative to it";
    for (const std::string& step : steps) {
        if (step == "..") return "lies outside the bundle: write a path without ..";
        if (step.empty() || step == ".") return "is no plain path: write folder/file";
    }
    return "";
}

std::string wrong_with_status(const struct stat& status, bool last) {
    if (S_ISLNK(status.st_mode)) return "is or passes through a symbolic link: put the file itself there";
    if (!last) return S_ISDIR(status.st_mode) ? "" : not_there;
    return S_ISREG(status.st_mode) ? "" : "is no regular file";
}

std::string wrong_with_error(int reason) {
    if (reason == ELOOP) return "is or passes through a symbolic link: put the file itself there";
    if (reason == EACCES || reason == EPERM) return "cannot be read by this account: correct its permissions";
    return not_there;
}

}  // namespace

DocumentFolder::DocumentFolder(std::string path) : path_(std::move(path)) {
    descriptor_ = ::open(path_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0)
        throw InputError("cannot open the folder " + fit_for_message(path_),
                         "look with: ls -ld " + fit_for_message(path_));
}

DocumentFolder::~DocumentFolder() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

DocumentFolder::DocumentFolder(DocumentFolder&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

int DocumentFolder::open(const std::string& file, std::string& mistake) const {
    const std::vector<std::string> steps = steps_of(file);
    mistake = wrong_with_path(file, steps);
    Descriptor at(mistake.empty() ? ::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0) : -1);
    for (std::size_t i = 0; i < steps.size() && mistake.empty(); ++i) {
        const bool last = i + 1 == steps.size();
        const int flags = O_NOFOLLOW | O_CLOEXEC | (last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY);
        struct stat status = {};
        // Asked first for the better message; the opening itself follows no link either.
        if (::fstatat(at.number(), steps[i].c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            mistake = wrong_with_error(errno);
        else
            mistake = wrong_with_status(status, last);
        if (!mistake.empty()) break;
        const int next = ::openat(at.number(), steps[i].c_str(), flags);
        if (next < 0) mistake = wrong_with_error(errno);
        at.exchange(next);
        if (next >= 0 && ::fstat(next, &status) == 0) mistake = wrong_with_status(status, last);
    }
    return mistake.empty() ? at.release() : -1;
}

DocumentFolder::Checked DocumentFolder::look(const std::string& file) const {
    Checked checked;
    const Descriptor opened(open(file, checked.mistake));
    return checked;
}

DocumentFolder::Checked DocumentFolder::digest(const std::string& file) const {
    Checked checked;
    const Descriptor opened(open(file, checked.mistake));
    if (!checked.mistake.empty()) return checked;
    checked.sha256 = sha256_of_descriptor(opened.number());
    if (!checked.sha256) checked.mistake = "cannot be read to its end: is its disk without errors?";
    return checked;
}

}  // namespace casekeeper
