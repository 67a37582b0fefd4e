// SPDX-License-Identifier: MIT
#include "output/finished_file.h"

#include <stdexcept>

#include "base/errors.h"
#include "output/charset.h"
#include "output/finished_readers.h"
#include "output/jpeg_file.h"
#include "output/mapped_file.h"
#include "output/message_parts.h"
#include "output/picture_properties.h"

namespace casekeeper {
namespace {

constexpr std::string_view piece_said = "said";
constexpr std::string_view piece_of_syntax = "syntax";
constexpr std::string_view found_unseen = "unseen";
constexpr std::string_view found_wordless = "wordless";
constexpr std::string_view page_count = "pages";
constexpr std::string_view read_to_its_end = "end";
constexpr std::string_view not_read = "not read";
constexpr std::size_t shortest_word = 6;  // among bytes that mean something else

[[noreturn]] void cannot_read(const std::string& path, const std::string& reason) {
    throw InputError(
        "cannot read " + path + " again: " + reason,
        "the file must be whole, of a kind that is read here, and its passphrase the one it has");
}

// What the process apart tells of a file.
class Heard {
public:
    Heard(const std::function<void(const FinishedPiece&)>& hear) : hear_(hear) {}

    void take(std::string_view message) {
        const std::vector<std::string> parts = parts_of(message);
        const std::string& what = parts.at(0);
        if (what == piece_said || what == piece_of_syntax)
            piece({parts.at(1), parts.at(2),
                   what == piece_said ? FinishedPiece::Nature::said : FinishedPiece::Nature::syntax});
        else if (what == found_unseen)
            file_.unseen.push_back(parts.at(1) + parts.at(2));
        else if (what == found_wordless)
            file_.wordless.push_back(parts.at(1) + parts.at(2));
        else if (what == page_count)
            file_.pages += std::stoll(parts.at(2));
        else if (what == read_to_its_end)
            whole_ = true;
        else
            reason_ = parts.at(2);
    }
    bool is_whole() const { return whole_; }
    const std::string& reason() const { return reason_; }
    FinishedFile file() { return std::move(file_); }

private:
    void piece(const FinishedPiece& one) {
        ++file_.pieces;
        hear_(one);
    }

    const std::function<void(const FinishedPiece&)>& hear_;
    FinishedFile file_;
    bool whole_ = false;
    std::string reason_;
};

// What a document says, told as pieces; its attachments are told by whoever told the document.
void tell_document(const DocumentText& document, const FinishedVoice& voice) {
    if (!document.readable) throw Unreadable(document.reason);
    for (const TextPart& one : document.parts) voice.said(one.where, one.text);
    for (const DocumentProperty& one : document.properties) {
        voice.said("property", one.value);
        voice.syntax("property", one.name);
    }
    for (const DocumentText& one : document.attachments) {
        voice.said("name of an attachment", one.name);
        if (one.kind == DocumentKind::picture)
            voice.wordless("a picture");
        else
            tell_document(one, voice.within(one.name));
    }
}

ReadingLimits limits_within(const ProcessLimits& process) {
    ReadingLimits limits;
    limits.process = process;
    limits.file = process.memory;
    limits.unpacked = process.said;
    return limits;
}

}  // namespace

FinishedVoice FinishedVoice::within(const std::string& part) const {
    FinishedVoice voice = *this;
    voice.before_ += part + ": ";
    ++voice.depth_;
    return voice;
}

void FinishedVoice::tell(std::string_view what, const std::string& where, std::string_view text) const {
    say_(message_of({what, before_ + where, text}));
}

void FinishedVoice::said(const std::string& where, std::string_view text) const {
    if (!text.empty()) tell(piece_said, where, text);
}

void FinishedVoice::syntax(const std::string& where, std::string_view text) const {
    if (!text.empty()) tell(piece_of_syntax, where, text);
}

void FinishedVoice::unseen(const std::string& what) const {
    tell(found_unseen, "", what);
}

void FinishedVoice::wordless(const std::string& what) const {
    tell(found_wordless, "", what);
}

void FinishedVoice::pages(long long count) const {
    tell(page_count, "", std::to_string(count));
}

namespace {

// The coded points of a picture are letters by chance alone: among the megabytes of a photograph is every name
// of two or three. All else of it is read, and what stands behind its end.
std::string without_coded_points(std::string_view bytes) {
    std::string rest(bytes);
    if (bytes.starts_with("\xFF\xD8")) {
        try {
            for (const auto& [from, count] : read_jpeg(bytes).coded) rest.replace(from, count, count, '\0');
        } catch (const InputError&) {
            return std::string(bytes);
        }
    }
    constexpr std::string_view png("\x89PNG\r\n\x1a\n");
    if (!bytes.starts_with(png)) return rest;
    // Pieces of a length in four bytes, a name of four, their content and a sum of four.
    for (std::size_t at = png.size(); bytes.size() - at >= 12;) {
        std::size_t length = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            length = length << 8U | static_cast<unsigned char>(bytes[i]);
        if (length > bytes.size() - at - 12) break;
        if (bytes.substr(at + 4, 4) == "IDAT") rest.replace(at + 8, length, length, '\0');
        at += length + 12;
    }
    return rest;
}

}  // namespace

void read_finished_picture(std::string_view bytes, const FinishedVoice& voice) {
    const auto picture = picture_properties(bytes);
    if (!picture) throw Unreadable("a picture in it is damaged");
    for (const auto& [name, value] : picture->said) {
        voice.said("property of a picture", name);
        voice.said("property of a picture", value);
    }
    voice.syntax("bytes of a picture", printable_stretches(without_coded_points(bytes), shortest_word));
    voice.wordless("a picture of " + std::to_string(picture->width) + " by " +
                   std::to_string(picture->height) + " dots");
}

void read_finished(std::string_view bytes, const std::string& name, const FinishedVoice& voice) {
    if (bytes.empty()) throw Unreadable("it is empty");
    if (voice.is_too_deep()) throw Unreadable("it holds files within files within files");
    const DocumentSource source{bytes, name, ""};
    switch (kind_of(source)) {
        case DocumentKind::pdf:
            return read_finished_pdf(bytes, voice);
        case DocumentKind::page:
            return read_finished_page(bytes, voice);
        case DocumentKind::archive:
            return read_finished_archive(bytes, voice);
        case DocumentKind::picture:
            return read_finished_picture(bytes, voice);
        case DocumentKind::plain_text:
            return voice.said("text", utf8_of_text(bytes));
        case DocumentKind::mail:
            voice.syntax("source", utf8_of_text(bytes));
            return tell_document(read_any(source, voice.budget()), voice);
        case DocumentKind::word:
        case DocumentKind::open_document:
            tell_document(read_any(source, voice.budget()), voice);
            return read_finished_archive(bytes, voice);
        case DocumentKind::other:
            throw Unreadable("it is or holds " + other_kind_of(source));
    }
}

std::string printable_stretches(std::string_view bytes, std::size_t at_least) {
    std::string lines;
    std::string stretch;
    for (const char c : bytes) {
        if (c >= 0x20 && c < 0x7F) {
            stretch += c;
            continue;
        }
        if (stretch.size() >= at_least) lines += stretch + '\n';
        stretch.clear();
    }
    return stretch.size() >= at_least ? lines + stretch : lines;
}

ProcessLimits finished_file_limits() {
    return {std::chrono::seconds{3600}, std::size_t{8} << 30U, std::size_t{16} << 30U};
}

FinishedFile read_finished_file(const std::string& path, const std::string& passphrase,
                                const std::function<void(const FinishedPiece&)>& hear,
                                const ProcessLimits& limits) {
    const MappedFile file(path);
    Heard heard(hear);
    const WorkEnded ended = run_apart(
        limits,
        [&](const Say& say) {
            ReadingBudget budget(limits_within(limits));
            try {
                read_finished(file.bytes(), path, FinishedVoice(say, passphrase, budget));
                say(message_of({read_to_its_end}));
            } catch (const Unreadable& reason) {
                say(message_of({not_read, "", reason.what()}));
            }
        },
        [&heard](std::string_view message) { heard.take(message); });
    if (!heard.reason().empty()) cannot_read(path, heard.reason());
    if (ended != WorkEnded::well || !heard.is_whole())
        cannot_read(path, in_words(ended == WorkEnded::well ? WorkEnded::broke_off : ended));
    return heard.file();
}

}  // namespace casekeeper
