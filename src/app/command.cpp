// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/application.h"
#include "base/digest.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

void refuse_errors(const std::vector<Finding>& findings, const std::string& file) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            throw ConfigError(file + " is in error: " + to_line(finding),
                              "see every mistake with: casekeeper check");
}

// A few digits of the URL, for the files of a store that is no file itself.
std::string name_of_server_store(const StoreUrl& url) {
    return sha256_of(url.to_text()).substr(0, 12);
}

}  // namespace

std::string to_line(const Finding& finding) {
    std::string line = finding.file;
    if (finding.line > 0) line += ":" + std::to_string(finding.line);
    if (finding.column > 0) line += ":" + std::to_string(finding.column);
    if (!line.empty()) line += ": ";
    return line + to_text(finding.severity) + ": " + finding.message;
}

void print_findings(std::ostream& out, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) out << to_line(finding) << "\n";
}

std::string Invocation::value(const std::string& option) const {
    const auto found = given.find(option);
    return found == given.end() ? std::string() : found->second.back();
}

std::vector<std::string> Invocation::values(const std::string& option) const {
    const auto found = given.find(option);
    return found == given.end() ? std::vector<std::string>() : found->second;
}

const Settings& Invocation::settings() {
    if (settings_) return *settings_;
    std::vector<Finding> findings;
    settings_ =
        Settings::read(read_config_file(config_folder, "casekeeper.toml"), "casekeeper.toml", findings);
    refuse_errors(findings, "casekeeper.toml");
    return *settings_;
}

const Actor& Invocation::actor() {
    if (actor_) return *actor_;
    std::vector<Finding> findings;
    const Roles roles = Roles::read(read_config_file(config_folder, "roles.toml"), "roles.toml", findings);
    refuse_errors(findings, "roles.toml");
    actor_ = roles.actor(account, acting_as);
    return *actor_;
}

const Actor& Invocation::require(std::initializer_list<Role> roles, const std::string& what) {
    if (actor().has_any(roles)) return actor();
    std::string names;
    for (const Role role : roles) names += (names.empty() ? "" : " or ") + std::string(to_text(role));
    throw Refused(actor().to_text() + " may not " + what,
                  "it takes the role " + names + ": see config/roles.toml");
}

const Actor& Invocation::require_reader(const std::string& what) {
    return require({Role::records_officer, Role::reviewer, Role::practitioner, Role::dpo, Role::auditor},
                   what);
}

bool Invocation::ActClock::is_moved() const {
    return invocation_.as_of_option && invocation_.actor().on_any_day;
}

Date Invocation::ActClock::today() const {
    return is_moved() ? *invocation_.as_of_option : system_.today();
}

std::string Invocation::ActClock::now() const {
    const std::string now = system_.now();
    return is_moved() ? to_text(*invocation_.as_of_option) + now.substr(now.find('T')) : now;
}

Date Invocation::signing_day() {
    return actor().on_any_day ? day() : std::max(day(), clock.today());
}

Date Invocation::ending_day() {
    return actor().on_any_day ? day() : std::min(day(), clock.today());
}

StoreUrl Invocation::store_url() {
    return StoreUrl::parse(store_option ? *store_option : settings().store);
}

Database& Invocation::store(Opening opening) {
    if (!database_) database_ = Database::open(store_url(), opening);
    return *database_;
}

// Beside an SQLite store; for a store on a server, where the configuration has its other files, under a name
// of its own: content no row of one store names may be another store's.
std::string Invocation::beside_store(const std::string& name) {
    const StoreUrl url = store_url();
    if (!url.postgresql) return (fs::absolute(url.location).parent_path() / name).lexically_normal().string();
    for (const std::string& known : {settings().register_mirror, settings().report_folder})
        if (!known.empty())
            return (fs::path(known).parent_path() / (name + "-" + name_of_server_store(url))).string();
    throw ConfigError("no folder for the files of a store on a server is configured",
                      "say in casekeeper.toml, under [report]: folder = \"/var/lib/casekeeper/reports\"");
}

std::string Invocation::folder_of(const std::string& configured, const char* name) {
    const bool is_configured_store = !store_option || *store_option == settings().store;
    if (configured.empty() || !is_configured_store) return beside_store(name);
    return configured.ends_with('/') ? configured.substr(0, configured.size() - 1) : configured;
}

std::string Invocation::documents_folder() {
    return folder_of(settings().documents, "documents");
}

std::string Invocation::notices_folder() {
    return folder_of(settings().disposal.notices, "notices");
}

std::string Invocation::bundles_folder() {
    return folder_of(settings().disposal.bundles, "bundles");
}

std::string Invocation::letters_folder() {
    return folder_of(settings().requests.letters, "letters");
}

std::string Invocation::packs_folder() {
    return folder_of(settings().packs.folder, "packs");
}

Invocation::RegisterFiles Invocation::register_files() {
    const Settings& set = settings();
    const StoreUrl url = store_url();
    const bool is_configured_store = !store_option || *store_option == set.store;
    RegisterFiles files;
    if (is_configured_store) files = {set.register_mirror, set.register_keys, !set.register_mirror.empty()};
    if (!files.mirror.empty() && !files.key_folder.empty()) return files;
    // Never where the command happens to be run: the next one would not find them there.
    const std::string store =
        url.postgresql ? beside_store("store") : fs::absolute(url.location).lexically_normal().string();
    if (files.mirror.empty()) files.mirror = store + ".register.jsonl";
    if (files.key_folder.empty()) files.key_folder = store + ".keys";
    return files;
}

void Invocation::say(const std::string& sentence) {
    if (!quiet) err << sentence << "\n";
}

}  // namespace casekeeper
