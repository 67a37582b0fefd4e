// SPDX-License-Identifier: MIT
#include "disposal/letter_templates.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "base/errors.h"
#include "base/whole_file.h"
#include "disposal/impact_warning.h"
#include "disposal/request_letter.h"
#include "output/html_page.h"

namespace casekeeper {
namespace {

constexpr const char* kind_names[letter_kinds] = {
    "impact_warning",     "impact_warning_formal",   "deletion_granted",          "deletion_partly",
    "deletion_refused",   "deletion_not_entitled",   "deletion_for_someone_dead", "deletion_recipient",
    "correction_outcome", "correction_recipient",    "objection_outcome",         "request_acknowledgement",
    "request_extension",  "restriction_to_be_lifted"};

const std::set<std::string>& names_of(LetterKind kind) {
    switch (kind) {
        case LetterKind::impact_warning:
        case LetterKind::impact_warning_formal:
            return names_of_warning();
        case LetterKind::deletion_not_entitled:
        case LetterKind::deletion_for_someone_dead:
            return names_without_record();
        case LetterKind::deletion_recipient:
        case LetterKind::correction_recipient:
            return names_to_recipient();
        default:
            return names_of_request_letter();
    }
}

std::string file_of(LetterKind kind) {
    return std::string("letters/") + to_text(kind) + ".txt";
}

std::optional<std::string> text_of(const std::string& path) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? std::optional(text.str()) : std::nullopt;
}

std::string how_to_copy(const std::string& file, const std::string& config_folder) {
    return "copy the default: cp /usr/local/share/casekeeper/config/" + file + " " + config_folder +
           "/letters/";
}

}  // namespace

const char* to_text(LetterKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

LetterTemplates LetterTemplates::read(const std::string& config_folder, std::vector<Finding>& findings) {
    LetterTemplates templates;
    for (int i = 0; i < letter_kinds; ++i) {
        const auto kind = static_cast<LetterKind>(i);
        const std::optional<std::string> text = text_of(config_folder + "/" + file_of(kind));
        if (!text)
            findings.push_back({file_of(kind), 0, 0, Severity::error,
                                "there is no such letter; " + how_to_copy(file_of(kind), config_folder)});
        else
            templates.letters_[kind] = Letter::read(*text, file_of(kind), names_of(kind), findings);
    }
    return templates;
}

LetterTemplates LetterTemplates::ready(const std::string& config_folder) {
    std::vector<Finding> findings;
    LetterTemplates templates = read(config_folder, findings);
    if (findings.empty()) return templates;
    const Finding& first = findings.front();
    const std::string path = config_folder + "/" + first.file;
    if (first.line == 0) throw ConfigError("there is no " + path, how_to_copy(first.file, config_folder));
    throw ConfigError(path + ":" + std::to_string(first.line) + ": " + first.message,
                      "mend the line, then: casekeeper check");
}

void write_letter(const LetterSettings& settings, LetterKind kind, const LetterValues& values,
                  const std::string& path) {
    write_whole_file(path, html_of(settings.templates.of(kind).page(values, settings.trust)));
}

void write_new_letter(const LetterSettings& settings, LetterKind kind, const LetterValues& values,
                      const std::string& path) {
    require_no_file(path);
    write_letter(settings, kind, values, path);
}

void require_no_file(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, failed)))
        throw OutputError(path + " is there already",
                          "name another folder, or move it away: mv " + path + " " + path + ".old");
}

}  // namespace casekeeper
