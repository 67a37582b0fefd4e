// SPDX-License-Identifier: MIT
#include "custody/register_mirror.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>

#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view opening = "{\"line\":";
constexpr std::string_view middle = ",\"digest\":\"";
constexpr std::string_view closing = "\"}";
constexpr std::size_t digest_size = 64;
constexpr std::string_view numbering = "{\"number\":";
constexpr off_t block = 65536;

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError(
        "cannot write the register's mirror " + path,
        "df -h; its folder must be writable by this account: see [register] in casekeeper.toml");
}

class File {
public:
    File(const std::string& path, int flags)
        : number_((flags & O_CREAT) != 0 ? open_private_file(path, flags & ~O_CREAT)
                                         : ::open(path.c_str(), flags | O_CLOEXEC)) {}
    ~File() {
        if (number_ >= 0) ::close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    bool ok() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

// How many bytes of the file are whole lines; -1 where it cannot be read.
off_t whole_lines(int file) {
    std::string bytes(static_cast<std::size_t>(block), '\0');
    for (off_t end = ::lseek(file, 0, SEEK_END); end > 0;) {
        const off_t start = std::max<off_t>(0, end - block);
        const ssize_t length = ::pread(file, bytes.data(), static_cast<std::size_t>(end - start), start);
        if (length != end - start) return -1;
        const std::size_t found = bytes.rfind('\n', static_cast<std::size_t>(length) - 1);
        if (found != std::string::npos) return start + static_cast<off_t>(found) + 1;
        end = start;
    }
    return 0;
}

std::string last_whole_line(int file) {
    const off_t end = whole_lines(file);
    std::string text;
    for (off_t at = end - 1; at > 0;) {
        const off_t start = std::max<off_t>(0, at - block);
        std::string bytes(static_cast<std::size_t>(at - start), '\0');
        if (::pread(file, bytes.data(), bytes.size(), start) != static_cast<ssize_t>(bytes.size())) return "";
        const std::size_t found = bytes.rfind('\n');
        if (found != std::string::npos) return bytes.substr(found + 1) + text;
        text.insert(0, bytes);
        at = start;
    }
    return text;
}

void make_folder(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !make_private_folders(folder)) cannot_write(path);
}

void write_all(int file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) cannot_write(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

// Waits for whoever appends at this moment; closing the file lets go.
void lock(int file, const std::string& path) {
    while (::flock(file, LOCK_EX) != 0)
        if (errno != EINTR) cannot_write(path);
}

long long number_of_last(int file) {
    const std::optional<KeptLine> line = parse_mirror_line(last_whole_line(file));
    return line ? line->number : 0;
}

}  // namespace

std::string to_mirror_line(const KeptLine& line) {
    return std::string(opening) + line.line + std::string(middle) + line.digest + std::string(closing);
}

std::optional<KeptLine> parse_mirror_line(const std::string& text) {
    const std::size_t tail = middle.size() + digest_size + closing.size();
    if (text.size() < opening.size() + tail || !text.starts_with(opening) || !text.ends_with(closing) ||
        text.compare(text.size() - tail, middle.size(), middle) != 0)
        return std::nullopt;
    KeptLine line;
    line.line = text.substr(opening.size(), text.size() - opening.size() - tail);
    line.digest = text.substr(text.size() - closing.size() - digest_size, digest_size);
    if (!line.line.starts_with(numbering)) return std::nullopt;
    const char* first = line.line.data() + numbering.size();
    const auto [end, failed] = std::from_chars(first, line.line.data() + line.line.size(), line.number);
    if (failed != std::errc() || end == first || *end != ',') return std::nullopt;
    return line;
}

bool RegisterMirror::exists() const {
    std::error_code failed;
    return fs::exists(path_, failed);
}

std::optional<KeptLine> RegisterMirror::last() const {
    const File file(path_, O_RDONLY);
    if (!file.ok()) return std::nullopt;
    const std::string text = last_whole_line(file.number());
    if (text.empty()) return std::nullopt;
    std::optional<KeptLine> line = parse_mirror_line(text);
    if (!line)
        throw ConfigError("the last line of " + path_ + " is no line of a register",
                          "see where it breaks with: casekeeper register verify");
    return line;
}

void RegisterMirror::append(const std::vector<KeptLine>& lines) const {
    const bool is_new = !exists();
    make_folder(path_);
    const File file(path_, O_CREAT | O_RDWR);
    if (!file.ok()) cannot_write(path_);
    lock(file.number(), path_);
    const long long last = number_of_last(file.number());
    const off_t end = whole_lines(file.number());
    if (end < 0 || ::ftruncate(file.number(), end) != 0 || ::lseek(file.number(), end, SEEK_SET) != end)
        cannot_write(path_);
    std::string text;
    for (const KeptLine& line : lines)
        if (line.number > last) text += to_mirror_line(line) + "\n";
    write_all(file.number(), text, path_);
    if (::fsync(file.number()) != 0) cannot_write(path_);
    if (!is_new) return;
    const File folder(fs::absolute(path_).parent_path().string(), O_RDONLY | O_DIRECTORY);
    if (!folder.ok() || ::fsync(folder.number()) != 0) cannot_write(path_);
}

bool MirrorReader::next() {
    // A last line without its end was cut off by a crash, and is none.
    return static_cast<bool>(std::getline(in_, text_)) && !in_.eof();
}

}  // namespace casekeeper
