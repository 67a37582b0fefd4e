// SPDX-License-Identifier: MIT
#include "output/letter_templates.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

#include "base/errors.h"
#include "base/whole_file.h"
#include "output/html_page.h"

namespace casekeeper {
namespace {

std::string file_of(const LetterForm& form) {
    return "letters/" + form.name + ".txt";
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

LetterTemplates LetterTemplates::read(const std::string& config_folder, std::span<const LetterForm> forms,
                                      std::vector<Finding>& findings) {
    LetterTemplates templates;
    for (const LetterForm& form : forms) {
        const std::string file = file_of(form);
        const std::optional<std::string> text = text_of(config_folder + "/" + file);
        if (!text)
            findings.push_back({file, 0, 0, Severity::error,
                                "there is no such letter; " + how_to_copy(file, config_folder)});
        else
            templates.letters_[form.name] = Letter::read(*text, file, form.known, findings);
    }
    return templates;
}

LetterTemplates LetterTemplates::ready(const std::string& config_folder, std::span<const LetterForm> forms) {
    std::vector<Finding> findings;
    LetterTemplates templates = read(config_folder, forms, findings);
    if (findings.empty()) return templates;
    const Finding& first = findings.front();
    const std::string path = config_folder + "/" + first.file;
    if (first.line == 0) throw ConfigError("there is no " + path, how_to_copy(first.file, config_folder));
    throw ConfigError(path + ":" + std::to_string(first.line) + ": " + first.message,
                      "mend the line, then: casekeeper check");
}

void write_letter(const LetterSettings& settings, const std::string& form, const LetterValues& values,
                  const std::string& path) {
    write_whole_file(path, html_of(settings.templates.of(form).page(values, settings.trust)));
}

void write_new_letter(const LetterSettings& settings, const std::string& form, const LetterValues& values,
                      const std::string& path) {
    require_no_file(path);
    write_letter(settings, form, values, path);
}

void require_no_file(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, failed)))
        throw OutputError(path + " is there already",
                          "name another folder, or move it away: mv " + path + " " + path + ".old");
}

}  // namespace casekeeper
