// SPDX-License-Identifier: MIT
//
// A file that is to be handed out, read again from its bytes: everything it says to whoever looks, on its
// pages and behind them, so that it can be searched for what must not be in it. PDF, HTML, text, ZIP and what
// is packed or attached in them, locked with a passphrase or not; mails, pictures, Word's and OpenDocument's
// texts as document_text.h reads them.
//
// It is read in a process of its own. What cannot be read to its end is an error, never silence.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/separate_process.h"

namespace casekeeper {

struct FinishedPiece {
    enum class Nature {
        said,   // words: what is shown, kept behind it, or named
        syntax  // how the file is built: names of its format, styles, bytes between its parts
    };
    std::string where;  // "page 3", "object 12, /Title", "report.pdf: page 1"
    std::string text;   // UTF-8
    Nature nature = Nature::said;
};

struct FinishedFile {
    long long pages = 0;
    long long pieces = 0;
    // What is in the file though nothing shows it, and no writer of ours puts it there: "an earlier version".
    // It is among the pieces as well.
    std::vector<std::string> unseen;
    // What has no words to be searched: "a picture of 30 by 40 dots", each with where it is.
    std::vector<std::string> wordless;
};

// How much may be read of a file that is our own.
ProcessLimits finished_file_limits();

// Hands each piece to `hear`, in the order of the file. The passphrase is empty where the file is not locked.
// InputError where it cannot be read to its end, or the passphrase is another.
FinishedFile read_finished_file(const std::string& path, const std::string& passphrase,
                                const std::function<void(const FinishedPiece&)>& hear,
                                const ProcessLimits& limits = finished_file_limits());

}  // namespace casekeeper
