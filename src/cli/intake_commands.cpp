// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>

#include "base/json_text.h"
#include "cli/commands.h"
#include "cli/ready_store.h"
#include "intake/exporter.h"
#include "intake/loading.h"
#include "store/run_lock.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

std::string to_json(const Finding& finding) {
    return JsonObject()
        .text("file", finding.file)
        .number("line", finding.line)
        .text("severity", to_text(finding.severity))
        .text("message", finding.message)
        .json();
}

void print_result(Invocation& invocation, const ImportResult& result) {
    if (invocation.format == OutputFormat::json) {
        invocation.out << "{\"read\":" << result.read << ",\"stored\":" << result.stored
                       << ",\"unchanged\":" << result.unchanged << ",\"rejected\":" << result.rejected
                       << ",\"findings\":[";
        const char* between = "";
        for (const Finding& finding : result.findings) {
            invocation.out << between << to_json(finding);
            between = ",";
        }
        invocation.out << "]}\n";
        return;
    }
    print_findings(invocation.out, result.findings);
    invocation.out << "read " << result.read << ", stored " << result.stored << ", unchanged "
                   << result.unchanged << ", set aside " << result.rejected << "\n";
}

// What can be seen to be wrong before a store is made for it.
void require_paths(const std::vector<std::string>& paths) {
    std::error_code failed;
    for (const std::string& path : paths)
        if (!fs::exists(path, failed))
            throw InputError("there is no " + path, "name the files or folders to load");
}

// Where there is no store yet, a check is made against an empty one that is gone when the command ends.
class PassingStore {
public:
    explicit PassingStore(Invocation& invocation) {
        if (!invocation.has("check-only") || Database::exists(invocation.store_url())) return;
        folder_ = (fs::temp_directory_path() / "casekeeper-check-XXXXXX").string();
        if (!::mkdtemp(folder_.data()))
            throw OutputError("cannot make a temporary folder", "name one you may write in: TMPDIR=/var/tmp");
        invocation.store_option = "sqlite:" + folder_ + "/check.db";
    }
    ~PassingStore() {
        std::error_code ignored;
        if (!folder_.empty()) fs::remove_all(folder_, ignored);
    }
    PassingStore(const PassingStore&) = delete;
    PassingStore& operator=(const PassingStore&) = delete;
    bool is_there() const { return !folder_.empty(); }

private:
    std::string folder_;
};

int import_source(Invocation& invocation) {
    const std::string format = invocation.operands.front();
    const std::vector<std::string> paths(invocation.operands.begin() + 1, invocation.operands.end());
    const Actor& actor = invocation.require({Role::records_officer}, "import records");
    check_format(format);
    require_paths(paths);
    const long line_bytes = invocation.settings().line_bytes;
    const PassingStore passing(invocation);
    // A check makes nothing, migrates nothing and adopts nothing.
    const bool checks_real_store = invocation.has("check-only") && !passing.is_there();
    Database& database = invocation.store(checks_real_store ? Opening::existing : Opening::create);
    const RunLock lock(database, "import");
    if (lock.was_stale()) invocation.say("a run that died had left its lock; it was taken over");
    if (database.was_created() && !passing.is_there())
        invocation.say("made the store " + database.url().to_text());
    if (!checks_real_store) make_ready(invocation);
    const ScheduleInForce in_force = schedule_in_force(database);
    const std::unique_ptr<RecordSource> source = open_source(format, paths, line_bytes, database);
    ImportOptions options;
    options.format = format;
    options.documents_folder = invocation.documents_folder();
    options.day = invocation.day();
    options.at = invocation.clock.now();
    options.actor = actor.to_text();
    options.key_folder = invocation.register_files().key_folder;
    options.check_only = invocation.has("check-only");
    options.progress = [&](long long records) {
        if (records % 500000 == 0) invocation.say("read " + std::to_string(records) + " records");
    };
    const ImportResult result = import_records(database, *source, in_force.catalogue, options);
    print_result(invocation, result);
    if (options.check_only) invocation.say("checked only: nothing was stored");
    for (const Finding& finding : result.findings)
        if (finding.severity == Severity::error) return static_cast<int>(ExitCode::needs_a_person);
    return 0;
}

int export_records(Invocation& invocation) {
    const Actor& actor = invocation.require({Role::records_officer, Role::dpo}, "export records");
    const ExportOptions options{invocation.operands.front(),
                                invocation.documents_folder(),
                                invocation.value("person"),
                                invocation.value("reason"),
                                actor.to_text(),
                                invocation.clock.now(),
                                invocation.signing_day(),
                                invocation.has("with-restricted")};
    const ExportResult result = export_bundle(invocation.store(), options);
    if (invocation.format == OutputFormat::json) {
        JsonObject json;
        json.number("records", result.records).number("documents", result.documents);
        if (result.restricted > 0) json.number("restricted", result.restricted);
        invocation.out << json.line();
    } else {
        invocation.out << "wrote " << result.records << " records and " << result.documents
                       << " documents to " << options.folder << "\n";
    }
    if (result.restricted > 0)
        invocation.say(std::to_string(result.restricted) +
                       (result.restricted == 1 ? " part of them is" : " parts of them are") +
                       " restricted: to be used for nothing but what they left for (UK GDPR Art 18(2))");
    return 0;
}

}  // namespace

std::vector<CommandRow> intake_commands() {
    return {
        {"import",
         "FORMAT PATH…",
         "loads records: bundle, ssda903-csv",
         {{"check-only", "", "find what is wrong and store nothing"}},
         "casekeeper import bundle extract/",
         2,
         1000,
         import_source,
         true},
        {"export bundle",
         "DIR",
         "writes the records out as a bundle; the reason is recorded",
         {{"person", "ID", "only this person's record"},
          {"reason", "TEXT", "why, for the record of exports", true},
          {"with-restricted", "",
           "what is restricted too: with consent, for claims, to protect another's rights (UK GDPR Art "
           "18(2))"}},
         "casekeeper export bundle /media/handover --reason \"move to the new system\"",
         1,
         1,
         export_records,
         true},
    };
}

}  // namespace casekeeper
