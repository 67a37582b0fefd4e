// SPDX-License-Identifier: MIT
//
// The letters the product writes, from the trust's own wording: CONFIG/letters/NAME.txt (output/letter.h has
// their notation). Whoever writes letters says which there are, as forms; every one of them is read and checked
// before any is used. A file that is missing is replaced by nothing: a letter nobody here has worded is not sent.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "domain/finding.h"
#include "output/letter.h"

namespace casekeeper {

// A letter there is to be, whatever its words.
struct LetterForm {
    std::string name;             // "deletion_granted": the file without its ending
    std::set<std::string> known;  // the marks it may have
};

class LetterTemplates {
public:
    // The template of each form; each mistake and each missing file is a finding "letters/NAME.txt".
    static LetterTemplates read(const std::string& config_folder, std::span<const LetterForm> forms,
                                std::vector<Finding>& findings);
    // The same for whoever writes letters: ConfigError where there is any mistake.
    static LetterTemplates ready(const std::string& config_folder, std::span<const LetterForm> forms);

    // REQUIRES: the name of one of the forms; read without a finding.
    const Letter& of(const std::string& name) const { return letters_.at(name); }

private:
    std::map<std::string, Letter> letters_;
};

struct LetterSettings {
    std::string trust;
    std::string contact;
    LetterTemplates templates;
    int backup_months = 12;  // when the last back-up with what is deleted has aged out
    int answer_days = 5;     // in which whoever is asked for something owes an answer
};

// Writes the letter of a form into a private file; what lay there is replaced. OutputError where it cannot be
// written.
void write_letter(const LetterSettings& settings, const std::string& form, const LetterValues& values,
                  const std::string& path);
// The same into a folder that somebody named: OutputError, with a hint, where something lies there already.
void write_new_letter(const LetterSettings& settings, const std::string& form, const LetterValues& values,
                      const std::string& path);
void require_no_file(const std::string& path);

}  // namespace casekeeper
