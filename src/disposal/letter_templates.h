// SPDX-License-Identifier: MIT
//
// The letters the product writes, from the trust's own wording: CONFIG/letters/NAME.txt (output/letter.h has
// their notation), every one of them read and checked before any is used. A file that is missing is replaced
// by nothing: a letter nobody here has worded is not sent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "output/letter.h"

namespace casekeeper {

enum class LetterKind {
    impact_warning,             // before a deletion, in plain words
    impact_warning_formal,      // the same for the case file
    deletion_granted,           // everything asked for was deleted
    deletion_partly,            // some of it
    deletion_refused,           // nothing
    deletion_not_entitled,      // whoever asked may not: tells nothing of any record
    deletion_for_someone_dead,  // no such right: DPA 2018 s3(2)
    deletion_recipient,         // to whoever was given it before: UK GDPR Art 19
    correction_outcome,
    correction_recipient,
    objection_outcome,
    request_acknowledgement,   // what happens next, and by when
    request_extension,         // UK GDPR Art 12A(3), (4): later, and why
    restriction_to_be_lifted,  // UK GDPR Art 18(3)
};
inline constexpr int letter_kinds = 14;

// "deletion_granted": the file without its ending.
const char* to_text(LetterKind kind);

class LetterTemplates {
public:
    // Every template of a configuration; each mistake and each missing file is a finding "letters/NAME.txt".
    static LetterTemplates read(const std::string& config_folder, std::vector<Finding>& findings);
    // The same for whoever writes letters: ConfigError where there is any mistake.
    static LetterTemplates ready(const std::string& config_folder);

    // REQUIRES: read without a finding.
    const Letter& of(LetterKind kind) const { return letters_.at(kind); }

private:
    std::map<LetterKind, Letter> letters_;
};

struct LetterSettings {
    std::string trust;
    std::string contact;
    LetterTemplates templates;
    int backup_months = 12;  // when the last back-up with what is deleted has aged out
};

// Writes one letter into a private file; what lay there is replaced. OutputError where it cannot be written.
void write_letter(const LetterSettings& settings, LetterKind kind, const LetterValues& values,
                  const std::string& path);
// The same into a folder that somebody named: OutputError, with a hint, where something lies there already.
void write_new_letter(const LetterSettings& settings, LetterKind kind, const LetterValues& values,
                      const std::string& path);
void require_no_file(const std::string& path);

}  // namespace casekeeper
