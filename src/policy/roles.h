// SPDX-License-Identifier: MIT
//
// Who may do what: config/roles.toml maps operating-system accounts (and, where allowed, the names of
// --acting-as) to roles. The one place for roles.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/finding.h"

namespace casekeeper {

enum class Role { records_officer, reviewer, practitioner, dpo, auditor };
const char* to_text(Role role);
std::optional<Role> parse_role(std::string_view text);

struct Actor {
    std::string name;     // the account, or the name acted as
    std::string account;  // always the operating system's
    std::set<Role> roles;
    std::string professional;  // the id under which records name them; empty: none
    // Where people may act under any name, as in a trial, they may act on any day too.
    bool on_any_day = false;

    bool has_any(std::initializer_list<Role> wanted) const;
    // "ruth", or "Ruth Records (account root)" where somebody acts under a name.
    std::string to_text() const;
};

// Refused (77) where the actor has none of the roles. `what` is done with a request.
void require_role(const Actor& actor, std::span<const Role> roles, const std::string& what);

class Roles {
public:
    static Roles read(std::string_view toml, const std::string& file, std::vector<Finding>& findings);
    // The actor for an account and the value of --acting-as (empty: none). Refused where acting under a name
    // is not allowed or the name is unknown. An account without an entry has no roles.
    Actor actor(const std::string& account, const std::string& acting_as) const;

private:
    bool allow_acting_as_ = false;
    std::map<std::string, std::set<Role>, std::less<>> accounts_;
    std::map<std::string, std::set<Role>, std::less<>> acting_;
    std::map<std::string, std::string, std::less<>> professionals_;
};

}  // namespace casekeeper
