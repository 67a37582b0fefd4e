// SPDX-License-Identifier: MIT
#include "intake/exporter.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/errors.h"
#include "custody/restricted_records.h"
#include "domain/bundle_line.h"
#include "store/document_store.h"
#include "store/record_store.h"
#include "store/register_store.h"
#include "store/run_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr int page_size = 2000;

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path, "name a folder that is not there yet, on a disk with room");
}

// Only this account may read what is written, until it is handed on.
class PrivateFiles {
public:
    PrivateFiles() : before_(::umask(077)) {}
    ~PrivateFiles() { ::umask(before_); }
    PrivateFiles(const PrivateFiles&) = delete;
    PrivateFiles& operator=(const PrivateFiles&) = delete;

private:
    mode_t before_;
};

class Export {
public:
    Export(Database& database, const ExportOptions& options)
        : records_(database),
          documents_(options.documents_folder),
          options_(options),
          unfinished_(options.folder + ".unfinished") {}

    ExportResult run() {
        std::error_code failed;
        fs::remove_all(unfinished_, failed);
        if (!fs::create_directories(unfinished_, failed)) cannot_write(unfinished_);
        for (const RecordFormat& format : record_formats()) write_type(format);
        return result_;
    }

    void finish() {
        std::error_code failed;
        fs::remove(options_.folder, failed);  // an empty folder that was there
        fs::rename(unfinished_, options_.folder, failed);
        if (failed) cannot_write(options_.folder);
        finished_ = true;
    }

    // Leaves nothing behind: no register line, no bundle.
    void abandon() {
        std::error_code ignored;
        fs::remove_all(finished_ ? options_.folder : unfinished_, ignored);
    }

private:
    void write_type(const RecordFormat& format) {
        auto page = records_.page(format.type, "", page_size, options_.person);
        if (page.empty()) return;
        const std::string path = unfinished_ + "/" + std::string(format.name) + ".jsonl";
        std::ofstream out(path, std::ios::binary);
        while (!page.empty()) {
            for (auto& [key, record] : page) {
                if (record.type == RecordType::document) write_content(record);
                out << to_bundle_line(record) << '\n';
                ++result_.records;
            }
            page = records_.page(format.type, page.back().first, page_size, options_.person);
        }
        out.close();
        if (!out) cannot_write(path);
    }

    // The content under its digest; the line then names that file.
    void write_content(Record& record) {
        const std::string digest = *record.value("sha256");
        const std::string file = "documents/" + digest;
        record.values[static_cast<std::size_t>(format_of(record.type).position("file"))] = file;
        const std::string to = unfinished_ + "/" + file;
        std::error_code failed;
        fs::create_directories(unfinished_ + "/documents", failed);
        if (fs::exists(to, failed)) return;
        documents_.copy_out(digest, to, record.key());
        ++result_.documents;
    }

    RecordStore records_;
    DocumentStore documents_;
    const ExportOptions& options_;
    const std::string unfinished_;
    ExportResult result_;
    bool finished_ = false;
};

void check_folder(const std::string& folder) {
    std::error_code failed;
    if (fs::exists(folder, failed) && !(fs::is_directory(folder, failed) && fs::is_empty(folder, failed)))
        throw OutputError(folder + " is there already", "name a folder that is not there yet");
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

// How many parts of what is to leave are restricted.
std::size_t check_restricted(Database& database, const ExportOptions& options) {
    const RestrictedRecords found = restricted_records(database, options.day, options.person);
    if (!found.items.empty() && !options.with_restricted)
        throw Refused(
            std::to_string(found.items.size()) +
                (found.items.size() == 1 ? " part of these records is" : " parts of these records are") +
                " restricted (UK GDPR Art 18) by " + joined(found.restrictions) +
                ": kept, and used for nothing",
            "--with-restricted where the person consents, for legal claims or to protect another's "
            "rights (Art 18(2)); casekeeper restrict list --in-force shows what it is");
    return found.items.size();
}

}  // namespace

ExportResult export_bundle(Database& database, const ExportOptions& options) {
    check_folder(options.folder);
    const PrivateFiles private_files;
    UnitOfWork work(database, UnitOfWork::Kind::write);
    if (!options.person.empty() && !RecordStore(database).has_person(options.person))
        throw InputError("there is no person " + options.person + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    const auto restricted = static_cast<long long>(check_restricted(database, options));
    Export bundle(database, options);
    ExportResult result;
    try {
        result = bundle.run();
        result.restricted = restricted;
        std::string facts = "{\"records\":" + std::to_string(result.records) +
                            ",\"documents\":" + std::to_string(result.documents) +
                            (restricted > 0 ? ",\"restricted\":" + std::to_string(restricted) : "") +
                            (options.person.empty() ? ",\"whole\":true}" : ",\"whole\":false}");
        const long long line = RegisterStore(database).append({options.at, "export", options.actor, facts});
        RunStore(database).add_export(line, options.person, options.reason);
        bundle.finish();
        work.commit();
    } catch (...) {
        bundle.abandon();
        throw;
    }
    return result;
}

}  // namespace casekeeper
