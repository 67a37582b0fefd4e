// SPDX-License-Identifier: MIT
#include "disclosure/reading_tools.h"

#include <algorithm>
#include <mutex>

#include "base/errors.h"
#include "output/charset.h"
#include "store/fact_store.h"

namespace casekeeper {
namespace {

constexpr std::size_t most_lately = 32U << 20U;  // bytes

// As both engines keep it: what was read anew and what was looked up are the same.
std::string storable(const std::string& text) {
    std::string words = utf8_of_text(text);
    for (std::size_t at = words.find('\0'); at != std::string::npos; at = words.find('\0', at))
        words.replace(at, 1, "\xEF\xBF\xBD");
    return words;
}

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

ReadingTools::ReadingTools(Database& database, const std::string& config_folder, const std::string& words,
                           const std::string& documents_folder, Read read, int reader)
    : database_(database),
      names_(names_in(config_folder + "/names", words)),
      documents_(documents_folder),
      words_(database),
      read_(std::move(read)),
      reader_(reader) {}

ReviewTools ReadingTools::for_review() {
    return {names_, [this](const std::string& sha256) { return words_of(sha256); }};
}

ReadDocument ReadingTools::words_of(const std::string& sha256) {
    if (auto kept = words_.find(sha256, reader_))
        return {{kept->is_read, std::move(kept->words)}, kind_of_code(kept->kind)};
    if (const auto known = lately_.find(sha256); known != lately_.end()) return known->second;
    ReadDocument document = read(sha256).value_or(ReadDocument{});
    remember(sha256, document);
    return document;
}

std::optional<ReadDocument> ReadingTools::read(const std::string& sha256) {
    try {
        const DocumentText text = read_({documents_.path_of(sha256), "", ""});
        if (text.broke_off) return std::nullopt;
        ReadDocument document{{true, ""}, text.kind};
        add_words(text, document);
        document.text = storable(document.text);
        return document;
    } catch (const InputError&) {
        return std::nullopt;
    }
}

void ReadingTools::remember(const std::string& sha256, const ReadDocument& document) {
    if (lately_bytes_ + document.text.size() > most_lately) {
        lately_.clear();
        lately_bytes_ = 0;
    }
    lately_bytes_ += document.text.size();
    lately_.emplace(sha256, document);
}

void ReadingTools::keep_words_of(const std::string& person, const std::function<bool()>& is_cancelled) {
    const auto file = FactStore(database_).file_of(person);
    if (!file) return;
    for (const PersonFacts& one : file->people)
        for (const std::string& sha256 : words_.unread_of(one.id, reader_)) {
            if (is_cancelled && is_cancelled()) return;
            const std::optional<ReadDocument> document = read(sha256);
            if (!document) {  // not once more by the review that follows
                remember(sha256, {});
                continue;
            }
            UnitOfWork work(database_, UnitOfWork::Kind::write);
            words_.keep(sha256, reader_, {document->is_read, code_of(document->kind), document->text});
            work.commit();
        }
}

}  // namespace casekeeper
