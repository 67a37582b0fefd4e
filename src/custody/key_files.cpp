// SPDX-License-Identifier: MIT
#include "custody/key_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stdexcept>

#include "base/errors.h"
#include "base/keyed_digest.h"
#include "base/private_files.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t key_bytes = 32;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t suffix_bytes = 4;

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
    throw ConfigError("the key file " + path + " " + what,
                      "restore it from where it is kept apart; without it the register names nobody");
}

void flush_folder(const std::string& path) {
    const int folder = ::open(fs::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0 || ::fsync(folder) != 0) refuse(path, "cannot be made");
    ::close(folder);
}

// Whole or not at all, and never over one that is there: another program may have made it meanwhile.
void make(const std::string& path, const std::string& text) {
    const std::string unfinished = path + ".new-" + random_hex(suffix_bytes);
    const int file = open_private_file(unfinished, O_EXCL | O_WRONLY);
    const bool written = file >= 0 &&
                         ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    const bool there = written && (::link(unfinished.c_str(), path.c_str()) == 0 || errno == EEXIST);
    ::unlink(unfinished.c_str());
    if (!there) refuse(path, "cannot be made");
    flush_folder(path);
}

std::string line_of(std::ifstream& in, const std::string& path, std::size_t bytes) {
    std::string line;
    std::getline(in, line);
    const std::optional<std::string> raw = bytes_of_hex(line);
    if (!raw || raw->size() != bytes) refuse(path, "is no key");
    return line;
}

}  // namespace

RegisterKey register_key(const std::string& folder) {
    const std::string path = folder + "/register.key";
    std::error_code failed;
    if (!fs::exists(path, failed)) {
        make_private_folders(folder);
        make(path, random_hex(key_bytes) + "\n" + random_hex(salt_bytes) + "\n");
    }
    std::ifstream in(path);
    if (!in) refuse(path, "cannot be read");
    RegisterKey key;
    key.key = line_of(in, path, key_bytes);
    key.salt = line_of(in, path, salt_bytes);
    return key;
}

SigningKey signing_key(const std::string& folder) {
    const std::string path = folder + "/signing.key";
    std::error_code failed;
    if (!fs::exists(path, failed)) {
        make_private_folders(folder);
        make(path, new_signing_key().seed + "\n");
        fs::remove(folder + "/signing.pub", failed);
    }
    std::ifstream in(path);
    if (!in) refuse(path, "cannot be read");
    SigningKey key = signing_key_of(line_of(in, path, key_bytes));
    if (!fs::exists(folder + "/signing.pub", failed)) make(folder + "/signing.pub", key.public_key + "\n");
    return key;
}

void require_key_file(const std::string& folder, const std::string& name) {
    std::error_code failed;
    if (!fs::exists(folder + "/" + name, failed)) refuse(folder + "/" + name, "is not there");
}

}  // namespace casekeeper
