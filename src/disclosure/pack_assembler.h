// SPDX-License-Identifier: MIT
//
// Assembles the pack of an access request from its decisions: the copy for whoever asked and the office's, in
// volumes, proved before they are kept. The pack is whole or not there: everything is written into a folder
// beside the others (pack_folders.h), read again, counted, and only then named by the store; the folder of an
// earlier one goes then.
//
//   PACKS/<name>/persons-copy-1.pdf, persons-copy-2.pdf, …   by the format that was asked for
//               office-copy-1.pdf, …
//
// Refused, with what is in the way, where the decisions are not complete, a passage that was to be kept back
// stands nowhere, the proof finds anything, or the sums are not those of the store. Whatever a search or a
// reader throws, nothing is kept.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/errors.h"
#include "custody/access_release.h"
#include "custody/access_reviewer.h"
#include "custody/register.h"
#include "custody/schedule_in_force.h"
#include "custody/signed_act.h"
#include "disclosure/access_moves.h"
#include "disclosure/pack_compare.h"
#include "disclosure/pack_meter.h"
#include "disclosure/pack_pages.h"
#include "disclosure/pack_proof.h"
#include "store/pack_store.h"

namespace casekeeper {

// Something stands in the way of what was decided: for a person to mend, and no fault of the pack's.
struct PackHindered : Refused {
    using Refused::Refused;
};

struct PackSettings {
    std::string folder;             // of all packs
    long long volume_pages = 1000;  // after which a volume ends
    int keep_days = 90;             // from the day it is made to the day its files go
    std::string trust;
    std::string contact;
    std::vector<std::string> support;  // who helps while it is read, in a sentence each
};

// What writes a pack and reads it again.
struct PackTools {
    // `format`: pdf, large-print, text or html.
    std::function<std::unique_ptr<Book>(const std::string& format, const std::string& path,
                                        const BookFace& face)>
        open_book;
    DocumentReader documents;
    std::function<bool(const std::string& sha256)> has_document;  // absent: it is not asked
    // Everything that a finished file says to whoever looks, by place.
    using Take = std::function<void(const std::string& where, std::string_view text, bool is_running)>;
    std::function<void(const std::string& path, const Take& take)> read_finished;
    PackPages::Forms forms;
    const Glossary& glossary;
    // What is searched with, made from the search of the file; absent: that one.
    std::function<NameSearch(NameSearch)> names = {};
    std::function<PlaceFinder(PlaceFinder)> places = {};
};

struct PackFile {
    std::string name;
    std::string sha256;
    long long bytes = 0;
    long long pages = 0;
    bool is_persons = true;
};

struct AssembledPack {
    std::string folder;  // its own, within the folder of packs
    std::vector<PackFile> files;
    PackSums sums;
    PackMeter meter;
    std::string made_of;
};

// Of a stored pack, as its facts keep them.
std::vector<PackFile> files_of(const StoredPack& pack);
// "pdf" and "large-print" are pdf, "text" is txt.
std::string ending_of(const std::string& format);

class PackAssembler {
public:
    PackAssembler(Database& database, Register& reg, const ScheduleInForce& in_force,
                  const ReleaseRules& rules, AccessReviewer& reviewer, PackSettings settings, PackTools tools,
                  const Actor& actor, const SignedAct& act);

    // `is_cancelled` is asked between parts: nothing is kept then, and nothing returned.
    std::optional<AssembledPack> assemble(const std::string& request,
                                          const std::function<bool()>& is_cancelled = {});
    // Would it be begun? PackHindered, and whatever else assemble() throws before it writes anything.
    void require_free(const std::string& request);

private:
    class Making;
    std::string store(const AssembledPack& pack, StoredPack& stored);
    Database& database_;
    Register& register_;
    const ScheduleInForce& in_force_;
    const ReleaseRules& rules_;
    AccessReviewer& reviewer_;
    const PackSettings settings_;
    const PackTools tools_;
    const Actor& actor_;
    const SignedAct& act_;
};

}  // namespace casekeeper
