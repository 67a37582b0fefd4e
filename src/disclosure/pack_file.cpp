// SPDX-License-Identifier: MIT
#include "disclosure/pack_file.h"

#include "base/json_read.h"
#include "base/json_text.h"

namespace casekeeper {

std::string to_json(const PackFile& file) {
    return JsonObject()
        .text("name", file.name)
        .text("sha256", file.sha256)
        .number("bytes", file.bytes)
        .number("pages", file.pages)
        .flag("persons", file.is_persons)
        .json();
}

std::vector<PackFile> files_of(const StoredPack& pack) {
    std::vector<PackFile> files;
    for (const std::string& file : json_items_at(pack.facts, "files"))
        files.push_back({json_text_at(file, "name"), json_text_at(file, "sha256"),
                         json_number_at(file, "bytes"), json_number_at(file, "pages"),
                         json_value_at(file, "persons") == "true"});
    return files;
}

std::string ending_of(const std::string& format) {
    if (format == "text") return "txt";
    return format == "html" ? "html" : "pdf";
}

}  // namespace casekeeper
