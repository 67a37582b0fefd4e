// SPDX-License-Identifier: MIT
#include "jobs/report_files.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/whole_file.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

std::string path_of(const std::string& folder, long long run, const char* ending) {
    char name[64];
    std::snprintf(name, sizeof name, "morning-report-%06lld.%s", run, ending);
    return (fs::path(folder) / name).string();
}

}  // namespace

std::string report_folder(Invocation& invocation) {
    const std::string& configured = invocation.settings().report_folder;
    const StoreUrl url = invocation.store_url();
    if ((invocation.store_option || configured.empty()) && !url.postgresql)
        return (fs::absolute(url.location).parent_path() / "reports").lexically_normal().string();
    return configured.empty() ? "reports" : configured;
}

std::string ReportFiles::html_path(long long run) const {
    return path_of(folder_, run, "html");
}
std::string ReportFiles::text_path(long long run) const {
    return path_of(folder_, run, "txt");
}

void ReportFiles::write(long long run, const std::string& html, const std::string& text) const {
    write_whole_file(html_path(run), html);
    write_whole_file(text_path(run), text);
}

std::string ReportFiles::text(long long run) const {
    std::ifstream in(text_path(run), std::ios::binary);
    if (!in)
        throw InputError("the report of run " + std::to_string(run) + " is not at " + text_path(run),
                         "a new one is written by: casekeeper nightly --only report");
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string ReportFiles::summary(long long run) const {
    // Title, blank line, then the paragraph that says what matters.
    std::istringstream in(text(run));
    std::string paragraph;
    int blanks = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) ++blanks;
        if (blanks == 1 && !line.empty()) paragraph += line + "\n";
        if (blanks > 1) break;
    }
    return paragraph;
}

}  // namespace casekeeper
