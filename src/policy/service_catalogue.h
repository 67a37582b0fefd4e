// SPDX-License-Identifier: MIT
//
// The services of the trust: which are statutory and under which section, in which file group their records
// lie, and the group names rules may use. Read from config/service_catalogue.toml; immutable once read. A
// service is known by its index (0 .. services().size() - 1), in the order of the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/finding.h"

namespace casekeeper {

enum class ServiceClass { statutory, duty, voluntary };

struct Service {
    std::string id;
    std::string title;
    ServiceClass service_class = ServiceClass::statutory;
    std::string authority;
    std::string
        file;  // file group: social-care, education, youth-justice, universal, carers, adoption, allegations
    std::vector<std::string> groups;  // further names that rules may use
    std::string purpose;       // "to find out if a child is safe"; may be empty (policy/service_words.h)
    std::string lawful_basis;  // in UK GDPR, where it is another than its class has; may be empty
    bool operator==(const Service&) const = default;
};

class ServiceCatalogue {
public:
    ServiceCatalogue() = default;

    // Reads TOML text. Mistakes (unknown keys, two services of one id, an unknown class or file group, a
    // group named like a service) go to `findings` with file:line:column; what could be read is in the
    // result.
    static ServiceCatalogue read(std::string_view toml, const std::string& file,
                                 std::vector<Finding>& findings);

    const std::vector<Service>& services() const { return services_; }
    // The index of the service of that id.
    std::optional<int> find(std::string_view id) const;
    // The services that an id, a group name or "*" stands for, ascending; empty where nothing is so called.
    std::vector<int> matching(std::string_view id_or_group) const;
    // Every id and group name, for "did you mean".
    std::vector<std::string> names() const;
    // The number of the file group of a service; equal numbers mean one file.
    int file_group(int service) const { return file_groups_[static_cast<std::size_t>(service)]; }

private:
    std::vector<Service> services_;
    std::vector<int> file_groups_;
    std::unordered_map<std::string, int> index_;
};

}  // namespace casekeeper
