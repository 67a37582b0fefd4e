// SPDX-License-Identifier: MIT
#include "custody/erasure_sweeper.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <vector>

#include "store/document_store.h"
#include "store/engine_residue.h"
#include "store/erasure_store.h"
#include "store/record_store.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr int intentions_at_once = 500;
constexpr std::string_view file_prefix = "file:";
constexpr std::string_view folder_prefix = "folder:";

void sync_folder(const std::string& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;  // gone as a whole
    ::fsync(file);
    ::close(file);
}

class Sweep {
public:
    Sweep(Database& database, const std::string& documents_folder)
        : database_(database), erasure_(database), records_(database), documents_(documents_folder) {}

    SweepResult run() {
        std::vector<std::string> waiting = erasure_.intended("", intentions_at_once);
        if (waiting.empty()) return result_;
        // What a load that was cut off has left is a second name of what is to be removed.
        documents_.settle([this](const std::string& sha256) { return records_.names_content(sha256); });
        for (; !waiting.empty(); waiting = erasure_.intended(waiting.back(), intentions_at_once))
            sweep(waiting);
        if (engine_) empty_engine();
        return result_;
    }

private:
    void sweep(const std::vector<std::string>& waiting) {
        std::vector<std::string> contents;
        std::vector<std::string> finished;
        for (const std::string& what : waiting) {
            if (what == ErasureStore::engine) {
                engine_ = true;
                continue;
            }
            const bool is_path = what.starts_with(file_prefix) || what.starts_with(folder_prefix);
            if (is_path && !remove_path(what.substr(what.find(':') + 1))) continue;  // its intention stays
            finished.push_back(what);
            if (is_path) continue;
            if (records_.names_content(what))
                ++result_.still_named;
            else
                contents.push_back(what);
        }
        const DocumentStore::Removal removal = documents_.remove(contents);
        result_.unlinked += removal.removed;
        result_.missing += static_cast<long long>(contents.size() - removal.refused.size()) - removal.removed;
        for (const std::string& content : removal.refused) {
            result_.not_removed.push_back("the document " + content);
            std::erase(finished, content);
        }
        clear(finished);
    }

    bool remove_path(const std::string& path) {
        std::error_code failed;
        const bool there = fs::remove_all(path, failed) > 0;
        if (failed) {
            result_.not_removed.push_back(path);
            return false;
        }
        ++(there ? result_.unlinked : result_.missing);
        sync_folder(fs::path(path).parent_path().string());
        return true;
    }

    void clear(const std::vector<std::string>& finished) {
        if (finished.empty()) return;
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        for (const std::string& what : finished) erasure_.done(what);
        work.commit();
    }

    void empty_engine() {
        const EngineResidue residue = empty_engine_residue(database_);
        result_.engine_emptied = residue.emptied;
        result_.engine_left = residue.left;
        if (residue.emptied) clear({ErasureStore::engine});
    }

    Database& database_;
    ErasureStore erasure_;
    RecordStore records_;
    DocumentStore documents_;
    SweepResult result_;
    bool engine_ = false;
};

}  // namespace

SweepResult sweep_erasures(Database& database, const std::string& documents_folder) {
    return Sweep(database, documents_folder).run();
}

void intend_to_remove_folder(Database& database, const std::string& folder, const std::string& at) {
    ErasureStore(database).intend(std::string(folder_prefix) + folder, RegisterStore(database).head().number,
                                  at);
}

void remove_intended_folder(Database& database, const std::string& folder) {
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed) return;
    sync_folder(fs::path(folder).parent_path().string());
    UnitOfWork work(database, UnitOfWork::Kind::write);
    ErasureStore(database).done(std::string(folder_prefix) + folder);
    work.commit();
}

}  // namespace casekeeper
