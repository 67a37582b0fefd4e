// SPDX-License-Identifier: MIT
#include "support/temporary_folder.h"

#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace casekeeper::test {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "casekeeper-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("cannot make a temporary folder");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::string contents_of(const std::string& folder) {
    std::map<std::string, std::string> files;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, none))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = bytes_of(entry.path().string());
    std::string all;
    for (const auto& [name, bytes] : files) all.append(name).append(": ").append(bytes).append("\n");
    return all;
}

std::string mode_of(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) return "none";
    char text[8];
    std::snprintf(text, sizeof text, "%o", status.st_mode & 07777U);
    return text;
}

}  // namespace casekeeper::test
