// SPDX-License-Identifier: MIT
#include "policy/roles.h"

#include <algorithm>

#include "base/errors.h"
#include "policy/did_you_mean.h"
#include "policy/toml_reading.h"

namespace casekeeper {
namespace {

constexpr std::pair<Role, const char*> role_names[] = {{Role::records_officer, "records-officer"},
                                                       {Role::reviewer, "reviewer"},
                                                       {Role::practitioner, "practitioner"},
                                                       {Role::dpo, "dpo"},
                                                       {Role::auditor, "auditor"}};

using RolesByName = std::map<std::string, std::set<Role>, std::less<>>;

void read_names(TomlFile& file, const toml::table& root, const char* section, RolesByName& into) {
    const toml::node* node = root.get(section);
    if (!node) return;
    const toml::table* toml = node->as_table();
    if (!toml) {
        file.error(file.place_of(*node), std::string(section) + " is a section: write [" + section + "]");
        return;
    }
    const TomlTable table(file, *toml, std::string("[") + section + "]");
    for (const auto& [key, value] : *toml) {
        const std::string name(key.str());
        into[name];
        for (const PlacedText& text : table.texts(name)) {
            if (const std::optional<Role> role = parse_role(text.text))
                into[name].insert(*role);
            else
                file.error(text.place, "unknown role \"" + text.text +
                                           "\": say records-officer, reviewer, practitioner, dpo or auditor");
        }
    }
}

void read_professionals(TomlFile& file, const toml::table& root,
                        std::map<std::string, std::string, std::less<>>& into) {
    const toml::node* node = root.get("professionals");
    if (!node) return;
    const toml::table* toml = node->as_table();
    if (!toml) {
        file.error(file.place_of(*node), "professionals is a section: write [professionals]");
        return;
    }
    const TomlTable table(file, *toml, "[professionals]");
    for (const auto& [key, value] : *toml)
        if (const auto id = table.text(key.str())) into[std::string(key.str())] = id->text;
}

}  // namespace

const char* to_text(Role role) {
    for (const auto& [known, name] : role_names)
        if (known == role) return name;
    return "";
}

std::optional<Role> parse_role(std::string_view text) {
    for (const auto& [role, name] : role_names)
        if (text == name) return role;
    return std::nullopt;
}

bool Actor::has_any(std::initializer_list<Role> wanted) const {
    return std::any_of(wanted.begin(), wanted.end(), [&](Role role) { return roles.contains(role); });
}

std::string Actor::to_text() const {
    return name == account ? name : name + " (account " + account + ")";
}

Roles Roles::read(std::string_view toml, const std::string& file_name, std::vector<Finding>& findings) {
    Roles roles;
    TomlFile file(toml, file_name, findings);
    const std::optional<toml::table> root = file.parse();
    if (!root) return roles;
    const TomlTable top(file, *root, "the roles");
    roles.allow_acting_as_ = top.flag("allow_acting_as").value_or(false);
    read_names(file, *root, "accounts", roles.accounts_);
    read_names(file, *root, "acting", roles.acting_);
    read_professionals(file, *root, roles.professionals_);
    top.refuse_unknown_keys({"allow_acting_as", "accounts", "acting", "professionals"});
    file.sort_findings();
    return roles;
}

Actor Roles::actor(const std::string& account, const std::string& acting_as) const {
    Actor actor{acting_as.empty() ? account : acting_as, account, {}, {}, allow_acting_as_};
    if (const auto found = professionals_.find(actor.name); found != professionals_.end())
        actor.professional = found->second;
    if (acting_as.empty()) {
        if (const auto found = accounts_.find(account); found != accounts_.end()) actor.roles = found->second;
        return actor;
    }
    if (!allow_acting_as_)
        throw Refused("--acting-as is not allowed here",
                      "act under your own account; config/roles.toml decides");
    const auto found = acting_.find(acting_as);
    if (found == acting_.end())
        throw Refused("nobody called \"" + acting_as + "\" may be acted as",
                      "see [acting] in config/roles.toml");
    actor.roles = found->second;
    return actor;
}

void require_role(const Actor& actor, std::span<const Role> roles, const std::string& what) {
    std::string names;
    for (const Role role : roles) {
        if (actor.roles.contains(role)) return;
        names += (names.empty() ? "" : " or ") + std::string(to_text(role));
    }
    throw Refused(actor.name + " may not do this with a request (" + what + ")",
                  "it is for a " + names + ": roles.toml says who that is; see casekeeper check");
}

}  // namespace casekeeper
