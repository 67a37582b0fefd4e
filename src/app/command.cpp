// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <filesystem>
#include <ostream>

#include "app/application.h"
#include "base/digest.h"

namespace casekeeper {
namespace {

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
    return line + (finding.severity == Severity::error ? "error: " : "warning: ") + finding.message;
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

StoreUrl Invocation::store_url() {
    return StoreUrl::parse(store_option ? *store_option : settings().store);
}

Database& Invocation::store(Opening opening) {
    if (!database_) database_ = Database::open(store_url(), opening);
    return *database_;
}

// Content no row of one store names may be another store's: each has a folder of its own.
std::string Invocation::folder_of(const std::string& configured, const char* name) {
    const StoreUrl url = store_url();
    const bool is_configured_store = !store_option || *store_option == settings().store;
    if (!configured.empty() && is_configured_store) return configured;
    if (!url.postgresql) return std::filesystem::absolute(url.location).parent_path() / name;
    const std::filesystem::path beside = std::filesystem::path(settings().report_folder).parent_path();
    return (beside / (name + ("-" + name_of_server_store(url)))).string();
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

Invocation::RegisterFiles Invocation::register_files() {
    const Settings& set = settings();
    const StoreUrl url = store_url();
    const bool configured = !store_option || *store_option == set.store;
    if (configured && !set.register_mirror.empty() && !set.register_keys.empty())
        return {set.register_mirror, set.register_keys, true};
    if (!url.postgresql) {
        const std::string store = std::filesystem::absolute(url.location).lexically_normal().string();
        return {store + ".register.jsonl", store + ".keys", false};
    }
    const std::filesystem::path beside = std::filesystem::path(set.report_folder).parent_path();
    const std::filesystem::path folder =
        set.register_mirror.empty() ? beside : std::filesystem::path(set.register_mirror).parent_path();
    const std::string name = "register-" + name_of_server_store(url) + ".jsonl";
    return {(folder / name).string(),
            set.register_keys.empty() ? (beside / "keys").string() : set.register_keys, false};
}

void Invocation::say(const std::string& sentence) {
    if (!quiet) err << sentence << "\n";
}

}  // namespace casekeeper
