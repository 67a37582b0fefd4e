// SPDX-License-Identifier: MIT
//
// What a pack is written with and read again: books by the format that was asked for, the trust's own words,
// what stored documents say or show, and everything that a finished file tells.
#pragma once

#include <string>

#include "disclosure/pack_assembler.h"
#include "disclosure/reading_tools.h"
#include "output/letter_templates.h"
#include "policy/glossary.h"
#include "policy/settings.h"

namespace casekeeper {

// As they are configured; `folder`: of packs.
PackSettings pack_settings(const Settings& settings, std::string folder);

class PackWorkshop {
public:
    // ConfigError where the pack's own words (config/letters/pack_*.txt) are in error.
    PackWorkshop(const std::string& config_folder, ReadingTools& reading, Glossary glossary,
                 const std::string& documents_folder);
    PackWorkshop(const PackWorkshop&) = delete;
    PackWorkshop& operator=(const PackWorkshop&) = delete;

    // They work as long as this is there.
    PackTools tools();

private:
    const LetterTemplates forms_;
    const Glossary glossary_;
    const DocumentStore documents_;
    ShownDocuments shown_;
};

}  // namespace casekeeper
