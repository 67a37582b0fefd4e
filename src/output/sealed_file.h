// SPDX-License-Identifier: MIT
//
// Files locked with a passphrase, so that a pack may be sent: AES-256 both times.
//
//   PDF   the standard's own lock, revision 6 (PDF 2.0): every reader of PDF of the last ten years opens it.
//         Whoever has the passphrase may print, copy and have it read aloud.
//   ZIP   WinZip's AES lock: 7-Zip, WinZip and macOS's Keka open it; the Explorer of Windows up to 10 does not.
//         The names of the files in it, their sizes and times are not locked: they must tell nothing.
//
// What is locked is never written readable: the files come in readable and are read where they lie, the sealed
// one is written whole or not at all (base/whole_file.h). No lock is the same twice, so neither are the
// bytes.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace casekeeper {

// A readable PDF, locked, at another place. InputError where it is no whole PDF or is locked already;
// OutputError where it cannot be written. REQUIRES: a PDF of our own, and a passphrase that is not empty.
void seal_pdf(const std::string& from, const std::string& to, const std::string& passphrase);

struct FileToSeal {
    std::string path;  // where it lies
    std::string name;  // in the archive
};

// Files in their order, locked. Each gets the time given, in UTC, by the caller's clock. InputError where one
// cannot be read, or two have one name; OutputError where it cannot be written. REQUIRES: as above.
void seal_zip(const std::vector<FileToSeal>& files, const std::string& to, const std::string& passphrase,
              std::chrono::sys_seconds made_at);

}  // namespace casekeeper
