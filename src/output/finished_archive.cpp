// SPDX-License-Identifier: MIT
//
// A finished ZIP archive: names and comments, the fields beside them, each file in turn, and the bytes that
// belong to no file.
#include "output/charset.h"
#include "output/finished_readers.h"
#include "output/zip_archive.h"
#include "output/zip_layout.h"

namespace casekeeper {
namespace {

constexpr std::size_t shortest_word = 4;

void read_member(const ZipArchive& archive, std::size_t at, const FinishedVoice& voice) {
    const ZipArchive::Member& member = archive.members()[at];
    std::string bytes;
    const bool whole = archive.read(at, [&](std::string_view block) {
        voice.budget().unpack(block.size());
        bytes += block;
        return true;
    });
    if (!whole)
        throw Unreadable(member.is_locked ? "its passphrase is another" : "a file in it cannot be unpacked");
    if (bytes.empty()) return;
    // Word's and OpenDocument's parts.
    const bool is_part = member.name.ends_with(".xml") || member.name.ends_with(".rels");
    if (is_part)
        read_finished_xml(bytes, voice.within(member.name));
    else
        read_finished(bytes, member.name, voice.within(member.name));
}

}  // namespace

void read_finished_archive(std::string_view bytes, const FinishedVoice& voice) {
    const auto archive = ZipArchive::open(bytes, voice.passphrase());
    if (!archive) throw Unreadable("it is damaged: no table of what is in it");
    voice.said("comment", utf8_of_text(archive->comment()));
    for (std::size_t at = 0; at < archive->members().size(); ++at) {
        const ZipArchive::Member& member = archive->members()[at];
        voice.said("name of a file", member.name);
        voice.said("comment on a file", utf8_of_text(member.comment));
        for (const std::string& field : member.extra_fields)
            voice.syntax("field beside a file", printable_stretches(field, shortest_word));
        if (!member.is_folder) read_member(*archive, at, voice);
    }
    const auto layout = zip_layout(bytes);
    if (!layout) throw Unreadable("it is built in a way that is not known here");
    for (const std::string& name : layout->local_names) voice.said("name of a file, before it", name);
    for (const std::string& field : layout->local_fields)
        voice.syntax("field before a file", printable_stretches(field, shortest_word));
    for (const std::string& gap : layout->gaps) {
        voice.unseen("bytes that belong to no file in it");
        voice.said("bytes that belong to no file", printable_stretches(gap, shortest_word));
    }
}

}  // namespace casekeeper
