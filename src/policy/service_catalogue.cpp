// SPDX-License-Identifier: MIT
#include "policy/service_catalogue.h"

#include <algorithm>
#include <map>

#include "policy/did_you_mean.h"
#include "policy/toml_reading.h"

namespace casekeeper {

namespace {

constexpr std::size_t longest_id = 64;

const std::vector<std::string> service_keys() {
    return {"id", "title", "class", "authority", "file", "groups", "purpose", "lawful_basis"};
}

const std::vector<std::string>& file_groups() {
    static const std::vector<std::string> names = {"social-care", "education", "youth-justice", "universal",
                                                   "carers",      "adoption",  "allegations"};
    return names;
}

// As rules must be able to write it: a letter or digit, then letters, digits, '-' and '_'.
bool is_name(std::string_view text) {
    const auto letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    if (text.empty() || text.size() > longest_id || !letter_or_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return letter_or_digit(c) || c == '-' || c == '_'; });
}

struct ReadService {
    Service service;
    int file_group = 0;
    std::vector<PlacedText> groups;
    TextPlace id_place;
};

std::optional<ServiceClass> parse_class(std::string_view text) {
    if (text == "statutory") return ServiceClass::statutory;
    if (text == "duty") return ServiceClass::duty;
    if (text == "voluntary") return ServiceClass::voluntary;
    return std::nullopt;
}

void refuse_name(TomlFile& file, const PlacedText& name, const std::string& what) {
    file.error(name.place, what + " " + in_quotes(name.text) + " must be 1 to " + std::to_string(longest_id) +
                               " letters, digits, \"-\" and \"_\", beginning with a letter or digit");
}

// A text that may be left out, but that says something where it stands.
void read_words(TomlFile& file, const TomlTable& table, const char* key, const std::string& example,
                std::string& words) {
    const auto written = table.text(key);
    if (!written) return;
    words = written->text;
    if (words.find_first_not_of(" \t\n") == std::string::npos)
        file.error(written->place, std::string(key) + " is empty: say e.g. " + example + ", or leave it out");
    if (words.ends_with('.')) words.pop_back();
}

void read_class(TomlFile& file, const TomlTable& table, Service& service) {
    const auto written = table.required_text("class", "class = \"statutory\"");
    if (!written) return;
    if (const auto found = parse_class(written->text)) {
        service.service_class = *found;
    } else {
        file.error(written->place, "unknown class " + in_quotes(written->text) +
                                       one_of(written->text, {"statutory", "duty", "voluntary"}));
    }
}

int read_file_group(TomlFile& file, const TomlTable& table, Service& service) {
    const auto written = table.required_text("file", "file = \"social-care\"");
    if (!written) return 0;
    const auto found = std::find(file_groups().begin(), file_groups().end(), written->text);
    if (found == file_groups().end()) {
        file.error(written->place,
                   "unknown file group " + in_quotes(written->text) + one_of(written->text, file_groups()));
        return 0;
    }
    service.file = written->text;
    return static_cast<int>(found - file_groups().begin());
}

std::optional<ReadService> read_service(TomlFile& file, const toml::table& source) {
    TomlTable table(file, source, "this service");
    ReadService read;
    const auto id = table.required_text("id", "id = \"child-protection-plan\"");
    if (id) {
        table.call("service " + in_quotes(id->text));
        if (!is_name(id->text)) refuse_name(file, *id, "service id");
        read.service.id = id->text;
        read.id_place = id->place;
    }
    table.refuse_unknown_keys(service_keys());
    if (const auto title = table.required_text("title", "title = \"Conference and child protection plan\"")) {
        read.service.title = title->text;
    }
    read_class(file, table, read.service);
    if (const auto authority = table.required_text("authority", "authority = \"Children Act 1989 s47\"")) {
        read.service.authority = authority->text;
    }
    read_words(file, table, "purpose", "purpose = \"to find out if a child is safe\"", read.service.purpose);
    read_words(file, table, "lawful_basis", "lawful_basis = \"A public task; UK GDPR Article 6(1)(e)\"",
               read.service.lawful_basis);
    read.file_group = read_file_group(file, table, read.service);
    read.groups = table.texts("groups");
    for (const PlacedText& group : read.groups) {
        if (!is_name(group.text)) refuse_name(file, group, "group");
        read.service.groups.push_back(group.text);
    }
    if (!id) return std::nullopt;
    return read;
}

}  // namespace

ServiceCatalogue ServiceCatalogue::read(std::string_view toml, const std::string& file_name,
                                        std::vector<Finding>& findings) {
    ServiceCatalogue catalogue;
    TomlFile file(toml, file_name, findings);
    const auto root = file.parse();
    if (!root) return catalogue;
    TomlTable(file, *root, "the catalogue").refuse_unknown_keys({"service"});
    std::map<std::string, TextPlace, std::less<>> ids;
    std::vector<PlacedText> groups;
    for (const toml::table* source : tables_of(file, *root, "service")) {
        auto read = read_service(file, *source);
        if (!read) continue;
        groups.insert(groups.end(), read->groups.begin(), read->groups.end());
        const auto [first, is_new] = ids.emplace(read->service.id, read->id_place);
        if (!is_new) {
            file.error(read->id_place, "service " + in_quotes(read->service.id) +
                                           " stands twice, first in line " +
                                           std::to_string(first->second.line));
            continue;
        }
        catalogue.index_.emplace(read->service.id, static_cast<int>(catalogue.services_.size()));
        catalogue.services_.push_back(std::move(read->service));
        catalogue.file_groups_.push_back(read->file_group);
    }
    for (const PlacedText& group : groups) {
        if (catalogue.find(group.text)) {
            file.error(group.place,
                       "group " + in_quotes(group.text) + " has the name of a service: call it otherwise");
        }
    }
    file.sort_findings();
    return catalogue;
}

std::optional<int> ServiceCatalogue::find(std::string_view id) const {
    const auto found = index_.find(std::string(id));
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

std::vector<int> ServiceCatalogue::matching(std::string_view id_or_group) const {
    if (const auto service = find(id_or_group)) return {*service};
    std::vector<int> found;
    for (std::size_t index = 0; index < services_.size(); ++index) {
        const auto& groups = services_[index].groups;
        const bool belongs =
            id_or_group == "*" || std::find(groups.begin(), groups.end(), id_or_group) != groups.end();
        if (belongs) found.push_back(static_cast<int>(index));
    }
    return found;
}

std::vector<std::string> ServiceCatalogue::names() const {
    std::vector<std::string> names;
    for (const Service& service : services_) names.push_back(service.id);
    for (const Service& service : services_) {
        for (const std::string& group : service.groups) {
            if (std::find(names.begin(), names.end(), group) == names.end()) names.push_back(group);
        }
    }
    return names;
}

}  // namespace casekeeper
