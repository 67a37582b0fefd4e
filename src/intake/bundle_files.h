// SPDX-License-Identifier: MIT
//
// Which files make up a bundle: every *.jsonl directly in a folder, in byte order of name, or one file that
// is named itself. Throws InputError, with a hint, for what is no bundle.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casekeeper {

struct BundleFile {
    std::string path;
    std::string label;  // what a finding calls it: the name within its folder, led by the folder if several
    std::size_t folder = 0;     // the place in BundleFiles::folders of the folder its documents are sought in
    bool named_itself = false;  // on the command line, where a link may be meant
};

struct BundleFiles {
    std::vector<BundleFile> files;
    std::vector<std::string> folders;
};

// Bundle folders and single files, in the order given. REQUIRES: at least one.
BundleFiles find_bundle_files(const std::vector<std::string>& paths);

// Throws InputError where the first bytes of a file show another encoding than UTF-8. `label` names it.
void require_utf8_text(std::string_view head, const std::string& label);

}  // namespace casekeeper
