// SPDX-License-Identifier: MIT
#include "intake/bundle_files.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "intake/value_checks.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

// As a shell's *.jsonl: hidden files, which other systems leave behind, are not part of a bundle.
bool is_line_file(const std::string& name) {
    return name.ends_with(".jsonl") && !name.starts_with('.');
}

std::vector<std::string> line_files_in(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (std::string name = entry->path().filename().string(); is_line_file(name))
            names.push_back(std::move(name));
    const std::string shown = fit_for_message(folder);
    if (error) throw InputError("no permission to read the folder " + shown, "look with: ls -ld " + shown);
    if (names.empty())
        throw InputError("there is no *.jsonl file in the folder " + shown,
                         "name the folder in which the *.jsonl files lie: ls " + shown);
    std::sort(names.begin(), names.end());
    return names;
}

fs::file_type type_of(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const std::string shown = fit_for_message(path);
    if (status.type() == fs::file_type::not_found)
        throw InputError("there is no " + shown, "name a bundle's folder or a *.jsonl file");
    if (error) throw InputError("no permission to look at " + shown, "look with: ls -ld " + shown);
    return status.type();
}

std::string folder_of(const std::string& file) {
    const fs::path parent = fs::path(file).parent_path();
    return parent.empty() ? "." : parent.string();
}

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
}

}  // namespace

BundleFiles find_bundle_files(const std::vector<std::string>& paths) {
    BundleFiles bundle;
    const bool several = paths.size() > 1;
    for (const std::string& path : paths) {
        const std::size_t folder = bundle.folders.size();
        if (type_of(path) != fs::file_type::directory) {
            const std::string name = several ? path : fs::path(path).filename().string();
            bundle.files.push_back({path, fit_for_message(name), folder, true});
            bundle.folders.push_back(folder_of(path));
            continue;
        }
        const std::string shown = without_slash(path);
        for (const std::string& name : line_files_in(path)) {
            const std::string inside = (fs::path(shown) / name).string();
            bundle.files.push_back({inside, fit_for_message(several ? inside : name), folder, false});
        }
        bundle.folders.push_back(shown);
    }
    return bundle;
}

void require_utf8_text(std::string_view head, const std::string& label) {
    const bool marked = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    if (!marked && head.find('\0') == std::string_view::npos) return;
    throw InputError(label + (marked ? " is UTF-16 or UTF-32, not UTF-8" : " is no text in UTF-8"),
                     "save it as UTF-8, e.g. with: iconv -f UTF-16 -t UTF-8");
}

}  // namespace casekeeper
