// SPDX-License-Identifier: MIT
#include "disclosure/reading_tools.h"

#include <mutex>

#include "base/errors.h"
#include "output/document_text.h"

namespace casekeeper {
namespace {

// All that it and what it carries says, and what it says of itself.
void add_words(const DocumentText& document, DocumentWords& words) {
    words.is_read = words.is_read && document.readable && document.for_human_eyes.empty();
    const std::string text = whole_text(document);
    if (!text.empty()) words.text += (words.text.empty() ? "" : "\n\n") + text;
    for (const DocumentText& attachment : document.attachments) add_words(attachment, words);
}

// Read once in the life of a program: a tenth of a second, of which a night needs one and not one a command.
const NameKnowledge& names_in(const std::string& folder, const std::string& words) {
    static std::mutex one_at_a_time;
    static std::map<std::pair<std::string, std::string>, NameKnowledge> read;
    const std::lock_guard<std::mutex> lock(one_at_a_time);
    const auto known = read.find({folder, words});
    if (known != read.end()) return known->second;
    return read.emplace(std::pair(folder, words), NameKnowledge::read(folder, words)).first->second;
}

}  // namespace

ReadingTools::ReadingTools(const std::string& config_folder, const std::string& words,
                           const std::string& documents_folder)
    : names_(names_in(config_folder + "/names", words)), documents_(documents_folder) {}

ReviewTools ReadingTools::for_review() {
    return {names_, [this](const std::string& sha256) { return words_of(sha256); }};
}

const DocumentWords& ReadingTools::words_of(const std::string& sha256) {
    if (const auto known = words_.find(sha256); known != words_.end()) return known->second;
    DocumentWords words;
    try {
        const DocumentText document = read_document({documents_.path_of(sha256), "", ""});
        words.is_read = true;
        add_words(document, words);
    } catch (const InputError&) {
        words = {};
    }
    return words_.emplace(sha256, std::move(words)).first->second;
}

}  // namespace casekeeper
