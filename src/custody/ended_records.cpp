// SPDX-License-Identifier: MIT
#include "custody/ended_records.h"

#include "base/errors.h"
#include "base/json_read.h"
#include "custody/key_files.h"

namespace casekeeper {

std::string check_of_key(const Pseudonyms& pseudonyms) {
    return pseudonyms.of_record("key", "check");
}

std::unique_ptr<Pseudonyms> pseudonyms_of(RegisterStore& lines, const std::string& key_folder) {
    if (lines.has_ended()) require_key_file(key_folder, "register.key");
    auto pseudonyms = std::make_unique<Pseudonyms>(key_folder);
    const std::string known = lines.state().key_check;
    if (!known.empty() && known != check_of_key(*pseudonyms))
        throw ConfigError("the key in " + key_folder + " is not the one that named the ended records",
                          "restore register.key from where it is kept apart; see [register] keys");
    return pseudonyms;
}

EndedRecords::EndedRecords(Database& database, std::string key_folder)
    : lines_(database), key_folder_(std::move(key_folder)), any_(lines_.has_ended()) {}

std::optional<std::string> EndedRecords::said_of(const std::string& type, const std::string& id) {
    if (!any_) return std::nullopt;
    if (!pseudonyms_) pseudonyms_ = pseudonyms_of(lines_, key_folder_);
    const long long number = lines_.line_that_ended(pseudonyms_->of_record(type, id));
    const std::optional<KeptLine> line = number > 0 ? lines_.line(number) : std::nullopt;
    if (!line) return std::nullopt;
    return json_text_at(line->line, "kind") + " on " + json_text_at(line->line, "at").substr(0, 10) +
           ", certificate " + std::to_string(number);
}

}  // namespace casekeeper
