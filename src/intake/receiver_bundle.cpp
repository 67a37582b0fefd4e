// SPDX-License-Identifier: MIT
#include "intake/receiver_bundle.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/errors.h"
#include "base/json_text.h"
#include "base/private_files.h"
#include "base/whole_file.h"
#include "custody/covered_record.h"
#include "domain/bundle_line.h"
#include "intake/reference_check.h"
#include "store/document_store.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

void make_folder(const std::string& folder) {
    if (!make_private_folders(folder))
        throw OutputError("cannot write " + folder, "df -h; its folder must be writable by this account");
}

class Packing {
public:
    Packing(Database& database, const ReceiverBundleOrder& order)
        : records_(database), documents_(order.documents_folder), order_(order) {}

    std::string run(const CoveredRecord& covered, const std::string& folder) {
        folder_ = folder;
        write("person", people_of(covered));
        write("involvement", {covered.involvement});
        write("entry", covered.entries);
        write("document", with_content(covered.documents));
        write("disclosure", covered.disclosures);
        write("professional", professionals_of(covered));
        return write_manifest();
    }

private:
    void write(const std::string& type, const std::vector<Record>& records) {
        if (records.empty()) return;
        std::string lines;
        for (const Record& record : records) lines += to_bundle_line(record) + "\n";
        keep(type + ".jsonl", lines);
    }

    void keep(const std::string& file, const std::string& text) {
        write_whole_file(folder_ + "/" + file, text);
        note(file);
    }

    void note(const std::string& file) {
        const std::string path = folder_ + "/" + file;
        files_[file] = JsonObject()
                           .text("file", file)
                           .number("bytes", fs::file_size(path))
                           .text("sha256", sha256_of_file(path))
                           .json();
    }

    // The person, and of everybody whom the record names the name alone, so that it can be loaded whole.
    // Whose child an adopted person was is not handed on with another record.
    std::vector<Record> people_of(const CoveredRecord& covered) {
        Record person = covered.person;
        person.set("adopted_from", std::nullopt);
        std::set<std::string> named;
        const auto look_at = [&](const Record& record) {
            for (std::string& id : people_named_within(record)) named.insert(std::move(id));
        };
        look_at(person);
        look_at(covered.involvement);
        for (const std::vector<Record>* records : {&covered.entries, &covered.disclosures})
            for (const Record& record : *records) look_at(record);
        named.erase(person.key());
        std::vector<Record> people{std::move(person)};
        for (const std::string& id : named)
            if (const std::optional<Record> found = records_.find(RecordType::person, id))
                people.push_back(name_of(*found));
        return people;
    }

    static Record name_of(const Record& person) {
        Record name{RecordType::person, {}};
        name.values.resize(person.values.size());
        for (const char* field : {"id", "family_name", "given_names"}) name.set(field, person.value(field));
        return name;
    }

    std::vector<Record> with_content(std::vector<Record> documents) {
        if (!documents.empty()) make_folder(folder_ + "/documents");
        for (Record& document : documents) {
            const std::string digest = *document.value("sha256");
            const std::string file = "documents/" + digest;
            document.set("file", file);
            document.set("also_in", std::nullopt);  // the receiver has no other record
            if (files_.contains(file)) continue;
            documents_.copy_out(digest, folder_ + "/" + file, document.key());
            note(file);
        }
        return documents;
    }

    std::vector<Record> professionals_of(const CoveredRecord& covered) {
        std::set<std::string> ids;
        if (const auto worker = covered.involvement.value("worker")) ids.insert(*worker);
        for (const Record& entry : covered.entries)
            if (const auto author = entry.value("author")) ids.insert(*author);
        std::vector<Record> professionals;
        for (const std::string& id : ids)
            if (std::optional<Record> found = records_.find(RecordType::professional, id))
                professionals.push_back(std::move(*found));
        return professionals;
    }

    std::string write_manifest() {
        std::vector<std::string> files;
        for (const auto& [file, json] : files_) files.push_back(json);
        const std::string manifest = JsonObject()
                                         .text("receiver", order_.receiver)
                                         .text("record", order_.involvement)
                                         .raw("files", json_list_of(files))
                                         .line();
        write_whole_file(folder_ + "/manifest.json", manifest);
        return sha256_of(manifest);
    }

    RecordStore records_;
    DocumentStore documents_;
    const ReceiverBundleOrder& order_;
    std::string folder_;
    std::map<std::string, std::string> files_;
};

}  // namespace

std::string pack_for_receiver(Database& database, const ReceiverBundleOrder& order) {
    const std::optional<CoveredRecord> covered = covered_record(database, order.involvement);
    if (!covered)
        throw InputError("there is no involvement " + order.involvement, "casekeeper disposal list");
    const std::string unfinished = order.folder + ".unfinished";
    std::error_code failed;
    fs::remove_all(unfinished, failed);
    make_folder(unfinished);
    try {
        const std::string manifest = Packing(database, order).run(*covered, unfinished);
        fs::remove_all(order.folder, failed);
        fs::rename(unfinished, order.folder, failed);
        if (failed)
            throw OutputError("cannot write " + order.folder,
                              "df -h; its folder must be writable by this account");
        return manifest;
    } catch (...) {
        fs::remove_all(unfinished, failed);
        throw;
    }
}

}  // namespace casekeeper
