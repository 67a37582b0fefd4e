// SPDX-License-Identifier: MIT
//
// The letters that a night drafts, in the folder of letters of each request, for a person to read and send.
#pragma once

#include <string>

#include "disclosure/access_letters.h"
#include "disclosure/access_night.h"

namespace casekeeper {

class AccessDrafts {
public:
    AccessDrafts(Database& database, AccessLetters& letters, std::string letters_folder)
        : database_(database), letters_(letters), letters_folder_(std::move(letters_folder)) {}

    void reminder(const AccessCase& one, const DueReminder& due);
    // A notice of extension while it is in time, else a word of where it stands. False where one lies there.
    bool lateness(const OpenRequest& open);

private:
    std::string folder_of(const AccessCase& one);

    Database& database_;
    AccessLetters& letters_;
    const std::string letters_folder_;
};

}  // namespace casekeeper
