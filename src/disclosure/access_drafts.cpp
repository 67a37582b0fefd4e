// SPDX-License-Identifier: MIT
#include "disclosure/access_drafts.h"

#include <filesystem>

#include "disclosure/access_outcome.h"

namespace casekeeper {
namespace {

constexpr const char* too_much_in_time =
    "There is a lot to read, and each part has to be read with care before we may send it.";

}  // namespace

std::string AccessDrafts::folder_of(const AccessCase& one) {
    const std::string name = access_letters_folder_of(one.request);
    if (one.letters == name) return letters_folder_ + "/" + name;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    AccessStore cases(database_);
    AccessCase now = cases.find(one.request).value();
    now.letters = name;
    cases.update(now);
    work.commit();
    return letters_folder_ + "/" + name;
}

void AccessDrafts::reminder(const AccessCase& one, const DueReminder& due) {
    const std::string folder = folder_of(one);
    // One that a night which was cut off had written already is written again.
    std::filesystem::remove(folder + "/reminder-" + std::to_string(due.ask.number) + "-" +
                            std::to_string(due.reminder.number) + ".html");
    letters_.reminder(one, due, folder);
}

bool AccessDrafts::lateness(const OpenRequest& open) {
    const std::string folder = folder_of(open.one);
    const bool extends = letters_.can_extend(open.one);
    std::error_code failed;
    if (std::filesystem::exists(folder + (extends ? "/extension.html" : "/progress.html"), failed))
        return false;
    if (extends)
        letters_.extension(open.one, too_much_in_time, std::nullopt, folder);
    else
        letters_.progress(open.one, open.forecast.expected_on, folder);
    return true;
}

}  // namespace casekeeper
