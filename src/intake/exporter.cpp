// SPDX-License-Identifier: MIT
#include "intake/exporter.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/errors.h"
#include "base/whole_folder.h"
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
          folder_(options.folder) {}

    ExportResult run() {
        for (const RecordFormat& format : record_formats()) write_type(format);
        return result_;
    }

    void finish() { folder_.finish(); }
    void keep() { folder_.keep(); }

private:
    void write_type(const RecordFormat& format) {
        auto page = records_.page(format.type, "", page_size, options_.person);
        if (page.empty()) return;
        const std::string path = folder_.unfinished() + "/" + std::string(format.name) + ".jsonl";
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
        if (!out) WholeFolder::cannot_write(path);
    }

    // The content under its digest; the line then names that file.
    void write_content(Record& record) {
        const std::string digest = *record.value("sha256");
        const std::string file = "documents/" + digest;
        record.values[static_cast<std::size_t>(format_of(record.type).position("file"))] = file;
        const std::string to = folder_.unfinished() + "/" + file;
        std::error_code failed;
        fs::create_directories(folder_.unfinished() + "/documents", failed);
        if (fs::exists(to, failed)) return;
        documents_.copy_out(digest, to, record.key());
        ++result_.documents;
    }

    RecordStore records_;
    DocumentStore documents_;
    const ExportOptions& options_;
    WholeFolder folder_;
    ExportResult result_;
};

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
    const PrivateFiles private_files;
    UnitOfWork work(database, UnitOfWork::Kind::write);
    if (!options.person.empty() && !RecordStore(database).has_person(options.person))
        throw InputError("there is no person " + options.person + " in the store",
                         "casekeeper retention list --format json shows everybody's id");
    const auto restricted = static_cast<long long>(check_restricted(database, options));
    Export bundle(database, options);
    ExportResult result = bundle.run();
    result.restricted = restricted;
    const std::string facts = "{\"records\":" + std::to_string(result.records) +
                              ",\"documents\":" + std::to_string(result.documents) +
                              (restricted > 0 ? ",\"restricted\":" + std::to_string(restricted) : "") +
                              (options.person.empty() ? ",\"whole\":true}" : ",\"whole\":false}");
    const long long line = RegisterStore(database).append({options.at, "export", options.actor, facts});
    RunStore(database).add_export(line, options.person, options.reason);
    bundle.finish();
    work.commit();
    bundle.keep();
    return result;
}

}  // namespace casekeeper
