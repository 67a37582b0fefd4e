// SPDX-License-Identifier: MIT
#include "policy/settings.h"

#include <algorithm>

#include "policy/toml_reading.h"

namespace casekeeper {
namespace {

void read_text(const TomlTable& table, const char* key, std::string& value) {
    if (const auto text = table.text(key)) value = text->text;
}

// A whole number within bounds; `what` says what it is: "a number of days".
template <typename Number>
void read_number(TomlFile& file, const TomlTable& table, const char* key, const std::string& what,
                 long long least, long long most, Number& value) {
    const auto number = table.integer(key);
    if (!number) return;
    if (*number < least || *number > most)
        file.error(table.place_of_value(key), std::string(key) + " is " + what + " from " +
                                                  std::to_string(least) + " to " + std::to_string(most));
    else
        value = static_cast<Number>(*number);
}

void read_share(TomlFile& file, const TomlTable& table, const char* key, const std::string& example,
                double& value) {
    const auto share = table.number(key);
    if (!share) return;
    if (!(*share >= 0 && *share <= 1))
        file.error(table.place_of_value(key), std::string(key) + " is a share from 0 to 1, e.g. " + example);
    else
        value = *share;
}

void read_limits(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable limits(file, toml, "[limits]");
    read_number(file, limits, "line_bytes", "a number of bytes", 1024, 1073741824, settings.line_bytes);
    limits.refuse_unknown_keys({"line_bytes"});
}

void read_report(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable report(file, toml, "[report]");
    read_text(report, "folder", settings.report_folder);
    read_number(file, report, "months_ahead", "a number of months", 1, 60, settings.months_ahead);
    report.refuse_unknown_keys({"folder", "months_ahead"});
}

void read_jobs(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable nightly(file, toml, "[nightly]");
    if (nightly.has("jobs")) {
        settings.jobs.clear();
        for (const PlacedText& job : nightly.texts("jobs")) settings.jobs.push_back(job.text);
    }
    nightly.refuse_unknown_keys({"jobs"});
}

void read_trust(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable trust(file, toml, "[trust]");
    read_text(trust, "name", settings.trust_name);
    read_text(trust, "contact", settings.trust_contact);
    trust.refuse_unknown_keys({"name", "contact"});
}

void read_register(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable reg(file, toml, "[register]");
    read_text(reg, "mirror", settings.register_mirror);
    read_text(reg, "keys", settings.register_keys);
    reg.refuse_unknown_keys({"mirror", "keys"});
}

void read_schedules(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable schedules(file, toml, "[schedules]");
    read_number(file, schedules, "cooling_off_days", "a number of days", 0, 3650, settings.cooling_off_days);
    read_share(file, schedules, "stop_share", "0.05 for one record in twenty", settings.stop_share);
    schedules.refuse_unknown_keys({"cooling_off_days", "stop_share"});
}

void read_disposal(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable table(file, toml, "[disposal]");
    DisposalSettings& disposal = settings.disposal;
    disposal.enabled = table.flag("enabled").value_or(disposal.enabled);
    read_number(file, table, "cooling_off_days", "a number of days", 0, 365, disposal.cooling_off_days);
    read_number(file, table, "approvals_lapse_days", "a number of days", 1, 3650,
                disposal.approvals_lapse_days);
    read_number(file, table, "most_a_night", "a number of records", 0, 1000000000, disposal.most_a_night);
    read_share(file, table, "share_a_night", "0.01 for one record in a hundred", disposal.share_a_night);
    read_number(file, table, "backup_months", "a number of months", 0, 1200, disposal.backup_months);
    read_text(table, "media", disposal.media);
    read_text(table, "notices", disposal.notices);
    read_text(table, "bundles", disposal.bundles);
    table.refuse_unknown_keys({"enabled", "cooling_off_days", "approvals_lapse_days", "most_a_night",
                               "share_a_night", "backup_months", "media", "notices", "bundles"});
    if (disposal.approvals_lapse_days <= disposal.cooling_off_days)
        file.error(
            table.place_of_value("approvals_lapse_days"),
            "approvals_lapse_days must be more than cooling_off_days: else every approval lapses before "
            "it can be carried out");
}

void read_requests(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable table(file, toml, "[requests]");
    RequestSettings& requests = settings.requests;
    read_number(file, table, "cooling_off_days", "a number of days", 0, 365, requests.cooling_off_days);
    read_number(file, table, "near_days", "a number of days", 0, 28, requests.near_days);
    read_text(table, "letters", requests.letters);
    read_number(file, table, "answer_days", "a number of days", 1, 365, requests.answer_days);
    read_number(file, table, "remind_every_days", "a number of days", 1, 365, requests.remind_every_days);
    read_number(file, table, "escalate_after", "a number of reminders", 1, 100, requests.escalate_after);
    read_number(file, table, "opinion_warning_days", "a number of days", 0, 180,
                requests.opinion_warning_days);
    if (table.has("abuse_words")) {
        requests.abuse_words.clear();
        for (const PlacedText& word : table.texts("abuse_words")) requests.abuse_words.push_back(word.text);
    }
    table.refuse_unknown_keys({"cooling_off_days", "near_days", "letters", "abuse_words", "answer_days",
                               "remind_every_days", "escalate_after", "opinion_warning_days"});
}

void read_packs(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable table(file, toml, "[packs]");
    PackOptions& packs = settings.packs;
    read_text(table, "folder", packs.folder);
    read_number(file, table, "volume_pages", "a number of pages", 10, 100000, packs.volume_pages);
    read_number(file, table, "keep_days", "a number of days", 1, 3650, packs.keep_days);
    read_text(table, "words", packs.words);
    for (const PlacedText& sentence : table.texts("support")) packs.support.push_back(sentence.text);
    table.refuse_unknown_keys({"folder", "volume_pages", "keep_days", "words", "support"});
}

void read_statement(TomlFile& file, const toml::table& toml, Settings& settings) {
    const TomlTable table(file, toml, "[notice]");
    StatementSettings& statement = settings.statement;
    read_text(table, "officer", statement.officer);
    read_text(table, "where", statement.where);
    read_text(table, "abroad", statement.abroad);
    for (const PlacedText& sentence : table.texts("talk_to")) statement.talk_to.push_back(sentence.text);
    table.refuse_unknown_keys({"officer", "where", "abroad", "talk_to"});
    if (statement.where.empty())
        file.error(table.place_of_value("where"),
                   "where is empty: say where records lie, as it stands after "
                   "\"we keep it\", e.g. \"on our own computers\"");
}

}  // namespace

long long DisposalSettings::cap(long long involvements) const {
    const auto share = static_cast<long long>(share_a_night * static_cast<double>(involvements));
    return std::min(most_a_night, std::max(share, a_night_at_least));
}

Settings Settings::read(std::string_view toml, const std::string& file_name, std::vector<Finding>& findings) {
    Settings settings;
    TomlFile file(toml, file_name, findings);
    const std::optional<toml::table> root = file.parse();
    if (!root) return settings;
    const TomlTable top(file, *root, "the settings");
    read_text(top, "store", settings.store);
    read_text(top, "documents", settings.documents);
    using Reader = void (*)(TomlFile&, const toml::table&, Settings&);
    const std::pair<const char*, Reader> sections[] = {
        {"nightly", read_jobs},      {"report", read_report},       {"trust", read_trust},
        {"limits", read_limits},     {"schedules", read_schedules}, {"disposal", read_disposal},
        {"register", read_register}, {"requests", read_requests},   {"packs", read_packs},
        {"notice", read_statement}};
    for (const auto& [name, read_section] : sections) {
        if (!root->contains(name)) continue;
        if (const toml::table* section = root->get(name)->as_table())
            read_section(file, *section, settings);
        else
            file.error(top.place_of_value(name), std::string(name) + " is a section: write [" + name + "]");
    }
    top.refuse_unknown_keys({"store", "documents", "nightly", "report", "trust", "limits", "schedules",
                             "disposal", "register", "requests", "packs", "notice"});
    file.sort_findings();
    return settings;
}

}  // namespace casekeeper
