// SPDX-License-Identifier: MIT
#include "jobs/demo.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "app/application.h"
#include "intake/loading.h"
#include "jobs/nightly.h"
#include "jobs/report_files.h"
#include "retention/schedule_adoption.h"
#include "store/record_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr const char* mark = "casekeeper-demo";  // a file that says a folder is a demo's

void make_folder(const std::string& folder) {
    std::error_code failed;
    if (fs::exists(folder, failed) && !fs::is_empty(folder, failed)) {
        if (!fs::exists(folder + "/" + mark, failed))
            throw OutputError(folder + " is there already and is no demo",
                              "name a folder that is not there yet");
        fs::remove_all(folder, failed);
    }
    fs::create_directories(folder, failed);
    std::ofstream out(folder + "/" + mark);
    out << "Made by: casekeeper demo. Invented records; made anew by the same command.\n";
    out.close();
    if (!out) throw OutputError("cannot write " + folder, "name a folder you may write in");
}

void write(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) throw OutputError("cannot write " + path, "df -h: is the disk full?");
}

// The shipped schedule, catalogue, rules, words and letters, the demo's roles, and settings that keep
// everything in DIR.
void make_config(const std::string& from, const std::string& folder) {
    const std::string config = folder + "/config";
    std::error_code failed;
    fs::create_directories(config, failed);
    for (const char* name :
         {"retention_schedule.toml", "service_catalogue.toml", "bank_holidays.toml", "release_rules.toml",
          "recording_rules.toml", "glossary.toml", "passphrase_words.txt"})
        write(config + "/" + name, read_config_file(from, name));
    write(config + "/roles.toml", read_config_file(from + "/demo", "roles.toml"));
    for (const char* name : {"/letters", "/names"}) {
        fs::copy(from + name, config + name,
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing, failed);
        if (failed)
            throw OutputError("cannot copy " + from + name + " to " + config, "df -h: is the disk full?");
    }
    write(config + "/casekeeper.toml", "store = \"sqlite:" + folder +
                                           "/casekeeper.db\"\n\n[trust]\nname = \"Demo Children's Trust\"\n"
                                           "contact = \"The records team, telephone 01632 960 999\"\n"
                                           "\n[report]\nfolder = \"" +
                                           folder + "/reports\"\n");
}

// What to type for this program: its name where the shell finds it by that, else where it lies.
std::string name_to_type() {
    std::error_code failed;
    const fs::path here = fs::read_symlink("/proc/self/exe", failed);
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const fs::path found = fs::canonical(folder + "/casekeeper", failed);
        if (!failed) return found == here || here.empty() ? "casekeeper" : here.string();
    }
    return here.empty() ? "casekeeper" : here.string();
}

ImportResult load(Invocation& invocation, const std::string& bundle) {
    Database& database = invocation.store(Opening::create);
    const std::string folder = invocation.config_folder;
    adopt_first_schedule(
        database,
        read_schedule(read_config_file(folder, "retention_schedule.toml"),
                      read_config_file(folder, "service_catalogue.toml"), "retention_schedule.toml",
                      "service_catalogue.toml", invocation.day(), {}),
        invocation.actor().to_text(), invocation.clock.now());
    const ScheduleInForce in_force = schedule_in_force(database);
    const std::unique_ptr<RecordSource> source =
        open_source("bundle", {bundle}, invocation.settings().line_bytes, database);
    ImportOptions options;
    options.format = "bundle";
    options.documents_folder = invocation.documents_folder();
    options.day = invocation.day();
    options.at = invocation.clock.now();
    options.actor = invocation.actor().to_text();
    return import_records(database, *source, in_force.catalogue, options);
}

}  // namespace

int run_demo(Invocation& invocation) {
    const std::string folder = fs::absolute(invocation.operands.front()).lexically_normal().string();
    const std::string shipped = invocation.config_folder;
    make_folder(folder);
    make_config(shipped, folder);
    Invocation demo(invocation.out, invocation.err, invocation.clock);
    demo.command = "demo";
    demo.config_folder = folder + "/config";
    demo.as_of_option = invocation.as_of_option;
    demo.quiet = invocation.quiet;
    demo.account = invocation.account;
    demo.acting_as = "Ruth Records";
    const ImportResult loaded = load(demo, shipped + "/demo/bundle");
    const NightResult night = run_night(demo, {});
    const ReportFiles files(report_folder(demo));
    const std::string program = name_to_type();
    invocation.out << "loaded " << loaded.stored << " invented records, with " << loaded.findings.size()
                   << " findings\n\n"
                   << files.summary(night.run.number)
                   << "\nthe morning report: " << files.html_path(night.run.number)
                   << "\n\nto look round:\n  " << program << " --config " << folder
                   << "/config --acting-as \"Ada Auditor\" retention list\n  " << program << " --config "
                   << folder << "/config --acting-as \"Ada Auditor\" explain P01\n  " << program
                   << " --config " << folder << "/config --acting-as \"Ada Auditor\" notice --person P01\n";
    return night.exit_code;
}

}  // namespace casekeeper
