// SPDX-License-Identifier: MIT
//
// Who may read what the product makes: its own account alone (files 0600, folders 0700). Where the folder it
// is made in lets its group write, that group may too (0660, 0770), so that people with accounts of their own
// can work on one store: whoever sets up that folder decides.
#pragma once

#include <fcntl.h>
#include <sys/types.h>

#include <string>

namespace casekeeper {

// Makes a folder and those above it that are not there. False where it cannot; true where it was there.
bool make_private_folders(const std::string& folder);

// As open(2) with O_CREAT | O_CLOEXEC: a new file has the mode said above. -1 with errno where it cannot.
int open_private_file(const std::string& path, int flags);

}  // namespace casekeeper
