// SPDX-License-Identifier: MIT
#include "disclosure/pack_assembler.h"

#include <filesystem>

#include "base/json_text.h"
#include "custody/access_release.h"
#include "custody/erasure_sweeper.h"
#include "disclosure/access_moves.h"
#include "disclosure/pack_contents.h"
#include "disclosure/pack_examination.h"
#include "disclosure/pack_folders.h"
#include "disclosure/pack_writing.h"
#include "store/register_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

const char* name_of(Capacity capacity) {
    constexpr const char* names[] = {"self", "parent", "representative", "attorney", "other"};
    return names[static_cast<std::size_t>(capacity)];
}

std::string json_of(const RowSums& row) {
    return JsonObject()
        .number("shown", row.shown)
        .number("in_part", row.in_part)
        .number("kept_back", row.kept_back)
        .number("duplicate", row.duplicate)
        .number("out_of_scope", row.out_of_scope)
        .json();
}

std::string facts_of(const AssembledPack& pack) {
    std::vector<std::string> files;
    for (const PackFile& file : pack.files) files.push_back(to_json(file));
    JsonObject sums;
    for (const auto& [type, row] : pack.sums) sums.raw(type, json_of(row));
    return JsonObject()
        .raw("files", json_list_of(files))
        .raw("sums", sums.json())
        .raw("meter", to_json(pack.meter))
        .number("not_whole", pack.not_whole)
        .json();
}

void require_every_passage(const PackContents& contents, const WrittenCopy& copy) {
    if (copy.not_found.empty()) return;
    const LedgerLine& line = contents.ledger().lines()[static_cast<std::size_t>(copy.not_found.front()) - 1];
    throw Refused("the words that were to be kept back of " + line.item.item + " under " + line.item.rule +
                      " stand nowhere in it as they were quoted: to be decided again",
                  "casekeeper access sign " + contents.one().request + " --return --reason TEXT");
}

void require_sums(PackContents& contents) {
    const std::vector<std::string> wrong = contents.differences_from_store();
    if (!wrong.empty())
        throw Refused(wrong.front(), "nothing is left out of a pack unseen: tell whoever runs casekeeper");
}

AssembledPack make(const PackGround& ground, PackContents& contents, const PackFolder& folder,
                   const std::function<bool()>& is_cancelled) {
    AssembledPack pack;
    pack.made_of = made_of(contents.one(), contents.items());
    pack.sums = contents.sums();
    WrittenCopy persons = write_copy(ground, contents, folder, Copy::persons, is_cancelled);
    require_every_passage(contents, persons);
    const WrittenCopy office = write_copy(ground, contents, folder, Copy::office, is_cancelled);
    require_sums(contents);
    examine_copy(ground, contents, folder, persons);
    for (const WrittenCopy* copy : {&std::as_const(persons), &office})
        pack.files.insert(pack.files.end(), copy->files.begin(), copy->files.end());
    pack.meter = persons.meter;
    pack.not_whole = static_cast<long long>(persons.not_shown.size());
    return pack;
}

}  // namespace

PackAssembler::PackAssembler(Database& database, Register& reg, const ScheduleInForce& in_force,
                             const ReleaseRules& rules, AccessReviewer& reviewer, PackSettings settings,
                             PackTools tools, const Actor& actor, const SignedAct& act)
    : ground_{database, reg, in_force, rules, reviewer, std::move(settings), std::move(tools), act},
      actor_(actor) {}

void PackAssembler::require_free(const std::string& request) {
    const UnitOfWork reading(ground_.database, UnitOfWork::Kind::snapshot);
    PackContents(ground_, request);
}

std::optional<AssembledPack> PackAssembler::assemble(const std::string& request,
                                                     const std::function<bool()>& is_cancelled) {
    std::optional<AssembledPack> pack;
    std::optional<PackFolder> folder;
    StoredPack stored;
    {
        const LittleCache sparing(ground_.database);
        const UnitOfWork reading(ground_.database, UnitOfWork::Kind::snapshot);
        try {
            PackContents contents(ground_, request);
            const std::string name = pack_folder_name(request, RegisterStore(ground_.database).head().number);
            folder.emplace(ground_.settings.folder, name);
            pack = make(ground_, contents, *folder, is_cancelled);
            pack->folder = name;
            stored.person = contents.one().person;
            stored.capacity = name_of(contents.reader().reader.capacity);
        } catch (const PackPages::Cancelled&) {
            return std::nullopt;
        }
    }
    folder->put_in_place();
    stored.request = request;
    stored.folder = fs::absolute(ground_.settings.folder + "/" + pack->folder).lexically_normal().string();
    const std::string earlier = store(*pack, stored);
    folder->keep();
    if (!earlier.empty()) remove_intended_folder(ground_.database, earlier);
    return pack;
}

// The folder of the pack in whose place it is; empty: none.
std::string PackAssembler::store(const AssembledPack& pack, StoredPack& stored) {
    UnitOfWork work(ground_.database, UnitOfWork::Kind::write);
    AccessMoves moves(ground_.database, actor_, ground_.act);
    const AccessCase one = moves.find(stored.request);
    if (made_of(one, moves.cases().items(one.request)) != pack.made_of)
        throw Refused("the decisions on access request " + one.request + " changed while its pack was made",
                      "casekeeper access assemble " + one.request + ", again");
    stored.made_on = to_text(ground_.act.day);
    stored.made_by = ground_.act.actor;
    stored.made_of = pack.made_of;
    stored.ends_on = to_text(add(ground_.act.day, {0, 0, ground_.settings.keep_days}, Rounding::never_late));
    stored.facts = facts_of(pack);
    PackStore packs(ground_.database);
    const std::optional<StoredPack> before = packs.find(one.request);
    const std::string earlier = before ? before->folder.value_or("") : "";
    if (!earlier.empty()) intend_to_remove_folder(ground_.database, earlier, ground_.act.at);
    packs.put(stored);
    std::vector<std::string> digests;
    for (const PackFile& file : pack.files) digests.push_back(file.sha256);
    moves.note(one, "assemble", ground_.act.day, JsonObject().number("files", digests.size()), digests);
    work.commit();
    return earlier;
}

}  // namespace casekeeper
