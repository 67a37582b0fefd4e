// SPDX-License-Identifier: MIT
//
// A ZIP archive as a document: the files in it, each read in turn.
#include <algorithm>

#include "output/charset.h"
#include "output/document_readers.h"
#include "output/zip_archive.h"

namespace casekeeper {
namespace {

constexpr std::size_t ratio_counts_from = std::size_t{1} << 20U;

}  // namespace

std::string unpacked(const ZipArchive& archive, std::size_t at, ReadingBudget& budget) {
    const ZipArchive::Member& member = archive.members().at(at);
    if (member.is_locked) throw Unreadable("it is locked with a password");
    const std::size_t most = std::max(ratio_counts_from, member.packed * budget.limits().ratio);
    std::string bytes;
    const bool whole = archive.read(at, [&](std::string_view block) {
        budget.unpack(block.size());
        bytes += block;
        return bytes.size() <= most;
    });
    if (bytes.size() > most)
        throw Unreadable("it unpacks to far more than it is: a trap for whoever opens it");
    if (!whole) throw Unreadable("it is damaged: a file in it cannot be unpacked");
    return bytes;
}

void read_archive(const DocumentSource& source, ReadingBudget& budget, DocumentText& into) {
    const auto archive = ZipArchive::open(source.bytes);
    if (!archive) throw Unreadable("it is damaged: no table of what is in it");
    note(into, "comment", utf8_of_text(archive->comment()));
    for (std::size_t at = 0; at < archive->members().size(); ++at) {
        const ZipArchive::Member& member = archive->members()[at];
        note(into, "comment on a file", utf8_of_text(member.comment));
        if (member.is_folder) continue;
        try {
            const std::string bytes = unpacked(*archive, at, budget);
            into.attachments.push_back(budget.read_within({bytes, member.name, ""}));
        } catch (const Unreadable& reason) {
            DocumentText locked;
            locked.name = member.name;
            locked.reason = reason.what();
            into.attachments.push_back(std::move(locked));
        }
    }
    into.readable = true;
}

}  // namespace casekeeper
