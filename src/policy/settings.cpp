// SPDX-License-Identifier: MIT
#include "policy/settings.h"

#include "policy/toml_reading.h"

namespace casekeeper {
namespace {

void read_text(const TomlTable& table, const char* key, std::string& value) {
    if (const auto text = table.text(key)) value = text->text;
}

void read_limits(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable limits(file, toml, "[limits]");
    if (const auto bytes = limits.integer("line_bytes")) {
        if (*bytes < 1024 || *bytes > 1073741824)
            file.error(limits.place_of_value("line_bytes"),
                       "line_bytes is a number of bytes from 1024 to 1073741824");
        else
            settings.line_bytes = static_cast<long>(*bytes);
    }
    limits.refuse_unknown_keys({"line_bytes"});
}

void read_report(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable report(file, toml, "[report]");
    read_text(report, "folder", settings.report_folder);
    if (const auto months = report.integer("months_ahead")) {
        if (*months < 1 || *months > 60)
            file.error(report.place_of_value("months_ahead"),
                       "months_ahead is a number of months from 1 to 60");
        else
            settings.months_ahead = static_cast<int>(*months);
    }
    report.refuse_unknown_keys({"folder", "months_ahead"});
}

void read_jobs(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable nightly(file, toml, "[nightly]");
    if (nightly.has("jobs")) {
        settings.jobs.clear();
        for (const PlacedText& job : nightly.texts("jobs")) settings.jobs.push_back(job.text);
    }
    nightly.refuse_unknown_keys({"jobs"});
}

void read_trust(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable trust(file, toml, "[trust]");
    read_text(trust, "name", settings.trust_name);
    read_text(trust, "contact", settings.trust_contact);
    trust.refuse_unknown_keys({"name", "contact"});
}

}  // namespace

Settings Settings::read(std::string_view toml, const std::string& file_name, std::vector<Finding>& findings) {
    Settings settings;
    TomlFile file(toml, file_name, findings);
    const std::optional<toml::table> root = file.parse();
    if (!root) return settings;
    const TomlTable top(file, *root, "the settings");
    read_text(top, "store", settings.store);
    read_text(top, "documents", settings.documents);
    using Reader = void (*)(TomlFile&, const toml::table&, Settings&);
    const std::pair<const char*, Reader> sections[] = {
        {"nightly", read_jobs}, {"report", read_report}, {"trust", read_trust}, {"limits", read_limits}};
    for (const auto& [name, read_section] : sections) {
        if (!root->contains(name)) continue;
        if (const toml::table* section = root->get(name)->as_table())
            read_section(file, *section, settings);
        else
            file.error(top.place_of_value(name), std::string(name) + " is a section: write [" + name + "]");
    }
    top.refuse_unknown_keys({"store", "documents", "nightly", "report", "trust", "limits"});
    file.sort_findings();
    return settings;
}

}  // namespace casekeeper
