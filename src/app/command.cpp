// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <filesystem>
#include <ostream>

#include "app/application.h"

namespace casekeeper {
namespace {

void refuse_errors(const std::vector<Finding>& findings, const std::string& file) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            throw ConfigError(file + " is in error: " + to_line(finding),
                              "see every mistake with: casekeeper check");
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

StoreUrl Invocation::store_url() {
    return StoreUrl::parse(store_option ? *store_option : settings().store);
}

Database& Invocation::store(Opening opening) {
    if (!database_) database_ = Database::open(store_url(), opening);
    return *database_;
}

std::string Invocation::documents_folder() {
    if (!settings().documents.empty()) return settings().documents;
    const StoreUrl url = store_url();
    if (url.postgresql)
        throw ConfigError("no folder for documents is configured for a store on a server",
                          "say in casekeeper.toml: documents = \"/var/lib/casekeeper/documents\"");
    return std::filesystem::absolute(url.location).parent_path() / "documents";
}

void Invocation::say(const std::string& sentence) {
    if (!quiet) err << sentence << "\n";
}

}  // namespace casekeeper
