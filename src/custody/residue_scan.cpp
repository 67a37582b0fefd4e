// SPDX-License-Identifier: MIT
#include "custody/residue_scan.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t block = 1 << 20;

void to_lower(std::string& text) {
    for (char& character : text)
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
}

std::string lower(std::string text) {
    to_lower(text);
    return text;
}

class Scan {
public:
    Scan(const std::vector<std::string>& strings, std::size_t most) : most_(most) {
        for (const std::string& string : strings) {
            strings_.push_back(lower(string));
            longest_ = std::max(longest_, string.size());
        }
    }

    void look_at(const fs::path& path, bool has_bytes) {
        find_in(lower(path.filename().string()), path, 0, 0, true);
        if (has_bytes) read(path);
    }

    std::vector<Residue> found;

private:
    // Each reading begins with the end of the one before, so that what lies across both is found once.
    void read(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::string part;
        std::uintmax_t start = 0;  // of `part` in the file
        std::size_t seen = 0;      // bytes of `part` that were looked at before
        while (in && found.size() < most_) {
            const std::size_t kept = part.size();
            part.resize(kept + block);
            in.read(part.data() + kept, static_cast<std::streamsize>(block));
            part.resize(kept + static_cast<std::size_t>(in.gcount()));
            to_lower(part);
            find_in(part, path, start, seen, false);
            const std::size_t overlap = std::min(part.size(), longest_ - 1);
            start += part.size() - overlap;
            part.erase(0, part.size() - overlap);
            seen = part.size();
        }
    }

    // A match that ends within the first `seen` bytes was found before.
    void find_in(const std::string& bytes, const fs::path& path, std::uintmax_t start, std::size_t seen,
                 bool in_name) {
        for (std::size_t i = 0; i < strings_.size(); ++i)
            for (std::size_t at = bytes.find(strings_[i]); at != std::string::npos && found.size() < most_;
                 at = bytes.find(strings_[i], at + 1))
                if (at + strings_[i].size() > seen) found.push_back({path.string(), start + at, i, in_name});
    }

    std::vector<std::string> strings_;
    std::size_t longest_ = 1;
    const std::size_t most_;
};

}  // namespace

std::vector<Residue> scan_for(const std::string& folder, const std::vector<std::string>& strings,
                              std::size_t most) {
    std::error_code failed;
    std::vector<fs::path> paths;
    for (fs::recursive_directory_iterator next(folder, failed), end; !failed && next != end;
         next.increment(failed))
        paths.push_back(next->path());
    if (failed) throw OutputError("cannot read the folder " + folder, "it must be readable by this account");
    std::sort(paths.begin(), paths.end());
    Scan scan(strings, most);
    for (const fs::path& path : paths) {
        std::error_code ignored;
        scan.look_at(path, fs::is_regular_file(fs::symlink_status(path, ignored)));
    }
    return scan.found;
}

}  // namespace casekeeper
