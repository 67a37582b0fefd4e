// SPDX-License-Identifier: MIT
#include "store/document_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <set>

#include "base/digest.h"
#include "base/errors.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t block = 1 << 16;
constexpr std::size_t digest_length = 64;

// A file descriptor that closes itself.
class File {
public:
    explicit File(int number) : number_(number) {}
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

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write the document store at " + path,
                      "df -h; the folder must be writable by this account");
}

void write_all(int file, const char* data, std::size_t size, const std::string& path) {
    while (size > 0) {
        const ssize_t written = ::write(file, data, size);
        if (written <= 0) cannot_write(path);
        data += written;
        size -= static_cast<std::size_t>(written);
    }
}

// Copies and digests in one reading; fsynced.
std::string copy(const std::string& from, const std::string& to) {
    const File in(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!in.ok())
        throw InputError("cannot read the document " + from, "ls -l it: it must be readable by this account");
    const File out(open_private_file(to, O_TRUNC | O_WRONLY | O_NOFOLLOW));
    if (!out.ok()) cannot_write(to);
    Sha256 digest;
    std::vector<char> buffer(block);
    for (;;) {
        const ssize_t length = ::read(in.number(), buffer.data(), buffer.size());
        if (length < 0)
            throw InputError("cannot read the document " + from,
                             "is it a regular file on a disk without errors?");
        if (length == 0) break;
        digest.update(std::string_view(buffer.data(), static_cast<std::size_t>(length)));
        write_all(out.number(), buffer.data(), static_cast<std::size_t>(length), to);
    }
    if (::fsync(out.number()) != 0) cannot_write(to);
    return digest.hex();
}

void sync_folder(const std::string& folder) {
    const File file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file.ok() || ::fsync(file.number()) != 0) cannot_write(folder);
}

}  // namespace

void DocumentStore::make_folders(const std::string& folder) const {
    if (!make_private_folders(folder)) cannot_write(folder);
}

std::string DocumentStore::path_of(const std::string& sha256) const {
    return folder_ + "/" + sha256.substr(0, 2) + "/" + sha256;
}

std::string DocumentStore::keep(const std::string& path) {
    const std::string incoming = folder_ + "/incoming";
    make_folders(incoming);
    const std::string unfinished = incoming + "/" + std::to_string(::getpid());
    std::string digest = copy(path, unfinished);
    const std::string final_path = path_of(digest);
    std::error_code failed;
    if (fs::exists(final_path, failed)) {
        fs::remove(unfinished, failed);
        return digest;
    }
    const std::string folder = fs::path(final_path).parent_path().string();
    make_folders(folder);
    const std::string brought = incoming + "/" + digest;
    fs::rename(unfinished, brought, failed);
    if (failed) cannot_write(brought);
    fs::create_hard_link(brought, final_path, failed);
    if (failed) cannot_write(final_path);
    sync_folder(folder);
    return digest;
}

void DocumentStore::copy_out(const std::string& sha256, const std::string& to,
                             const std::string& named) const {
    std::error_code failed;
    if (!fs::exists(path_of(sha256), failed))
        throw UnavailableError("the content of document " + named + " is not in the document store",
                               "restore the documents folder from a back-up");
    if (!fs::copy_file(path_of(sha256), to, failed)) cannot_write(to);
    if (sha256_of_file(to) != sha256)
        throw UnavailableError("the content of document " + named + " has changed in the document store",
                               "restore the documents folder from a back-up");
}

void DocumentStore::settle(const std::function<bool(const std::string&)>& is_named) {
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_ + "/incoming", failed)) {
        const std::string name = entry.path().filename().string();
        if (name.size() == digest_length && !is_named(name)) fs::remove(path_of(name), failed);
        fs::remove(entry.path(), failed);
    }
}

DocumentStore::Removal DocumentStore::remove(const std::vector<std::string>& digests) {
    Removal removal;
    std::set<std::string> folders;
    for (const std::string& digest : digests) {
        const std::string path = path_of(digest);
        std::error_code failed;
        removal.removed += fs::remove(path, failed) ? 1 : 0;
        if (failed) removal.refused.insert(digest);
        const std::string folder = fs::path(path).parent_path().string();
        if (fs::is_directory(folder, failed)) folders.insert(folder);
    }
    for (const std::string& folder : folders) sync_folder(folder);
    return removal;
}

}  // namespace casekeeper
