// SPDX-License-Identifier: MIT
#include "custody/ended_records.h"

#include "base/json_read.h"
#include "custody/key_files.h"

namespace casekeeper {

EndedRecords::EndedRecords(Database& database, std::string key_folder)
    : lines_(database), key_folder_(std::move(key_folder)), any_(lines_.has_ended()) {}

std::optional<std::string> EndedRecords::said_of(const std::string& type, const std::string& id) {
    if (!any_) return std::nullopt;
    if (!pseudonyms_) require_key_file(key_folder_, "register.key");
    if (!pseudonyms_) pseudonyms_ = std::make_unique<Pseudonyms>(key_folder_);
    const long long number = lines_.line_that_ended(pseudonyms_->of_record(type, id));
    const std::optional<KeptLine> line = number > 0 ? lines_.line(number) : std::nullopt;
    if (!line) return std::nullopt;
    return json_text_at(line->line, "kind") + " on " + json_text_at(line->line, "at").substr(0, 10) +
           ", certificate " + std::to_string(number);
}

}  // namespace casekeeper
