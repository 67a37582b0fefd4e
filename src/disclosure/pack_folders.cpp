// SPDX-License-Identifier: MIT
#include "disclosure/pack_folders.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>

#include "base/digest.h"
#include "base/errors.h"
#include "base/private_files.h"
#include "store/pack_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view prefix = "pack-";
constexpr std::string_view unfinished = ".unfinished";
constexpr std::size_t digits = 20;

// A file descriptor that holds the lock; -1 where the folder is not there or somebody has it. The lock goes
// with its holder, however that ends.
int lock_of(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return -1;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        ::close(file);
        return -1;
    }
    return file;
}

bool is_ours(std::string_view name) {
    if (!name.starts_with(prefix)) return false;
    name.remove_prefix(prefix.size());
    if (name.ends_with(unfinished)) name.remove_suffix(unfinished.size());
    return name.size() == digits && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// By their last part: the folder of packs may have been named by another path then.
std::set<std::string> names_in_store(Database& database) {
    std::set<std::string> names;
    for (const std::string& folder : PackStore(database).folders()) names.insert(fs::path(folder).filename());
    return names;
}

}  // namespace

PackFolder::PackFolder(const std::string& packs, const std::string& name)
    : path_(packs + "/" + name + std::string(unfinished)), to_(packs + "/" + name) {
    std::error_code failed;
    if (fs::exists(path_, failed)) {
        lock_ = lock_of(path_);
        if (lock_ < 0) throw BusyError("somebody is making this pack at this moment", "try again in a while");
        fs::remove_all(path_, failed);
        ::close(lock_);
    }
    if (!make_private_folders(path_))
        throw OutputError("the folder of packs " + packs + " cannot be written",
                          "give this account that folder, or another as [packs] folder in casekeeper.toml");
    lock_ = lock_of(path_);
    if (lock_ < 0)
        throw BusyError("what a crash left of packs is being removed at this moment", "try again in a while");
}

PackFolder::~PackFolder() {
    std::error_code failed;
    if (!kept_) fs::remove_all(path_, failed);
    ::close(lock_);
}

void PackFolder::put_in_place() {
    std::error_code failed;
    fs::remove_all(to_, failed);
    fs::rename(path_, to_, failed);
    if (failed)
        throw OutputError("the pack cannot be put in its place at " + to_, "is the folder still there?");
    path_ = to_;
}

std::string pack_folder_name(const std::string& request, long long register_line) {
    return std::string(prefix) +
           sha256_of("pack of access request " + request + " after line " + std::to_string(register_line))
               .substr(0, digits);
}

StrayPacks remove_stray_packs(Database& database, const std::string& packs) {
    StrayPacks strays;
    std::vector<std::string> found;  // before the store is asked: what comes later is none of this one's
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(packs, failed))
        if (is_ours(entry.path().filename().string())) found.push_back(entry.path().filename());
    if (found.empty()) return strays;
    std::sort(found.begin(), found.end());
    const std::set<std::string> named = names_in_store(database);
    for (const std::string& name : found) {
        if (named.contains(name)) continue;
        const std::string path = packs + "/" + name;
        const int lock = lock_of(path);
        if (lock < 0) continue;
        // Its maker may have let go of it a moment ago, because the store names it.
        const bool is_stray = !names_in_store(database).contains(name);
        if (is_stray && (fs::remove_all(path, failed), failed))
            strays.not_removed.push_back(name);
        else if (is_stray)
            ++strays.removed;
        ::close(lock);
    }
    return strays;
}

}  // namespace casekeeper
