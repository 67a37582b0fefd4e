// SPDX-License-Identifier: MIT
#include "disclosure/pack_sealing.h"

#include <filesystem>

#include "base/digest.h"
#include "base/errors.h"
#include "base/private_files.h"
#include "base/whole_file.h"
#include "custody/access_release.h"
#include "custody/entitlement.h"
#include "output/mapped_file.h"
#include "output/sealed_file.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

std::string path_in(const StoredPack& pack, const PackFile& file) {
    return *pack.folder + "/" + file.name;
}

void require_as_made(const StoredPack& pack, const std::vector<PackFile>& files) {
    for (const PackFile& file : files) {
        const std::string path = path_in(pack, file);
        std::error_code failed;
        if (!fs::exists(path, failed) || sha256_of_file(path) != file.sha256)
            throw Refused("the file " + file.name + " of the pack is not what was made",
                          "casekeeper access assemble " + pack.request + ", again");
    }
}

void require_nothing_there(const std::string& path) {
    std::error_code failed;
    if (fs::exists(path, failed))
        throw OutputError("there is something at " + path, "name another folder with --write");
}

// What an id holds that a file may be called by.
std::string letters_only(const std::string& id) {
    std::string letters;
    for (const char c : id)
        if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            letters += c;
    return letters;
}

void copy_private_file(const std::string& from, const std::string& to) {
    write_whole_file(to, MappedFile(from).bytes());
}

// It was sent, and is not in dispute.
bool is_sent(const AccessCase& one) {
    const AccessState state = state_of(one);
    return state == AccessState::dispatched || (state == AccessState::closed && one.dispatched_on);
}

std::chrono::sys_seconds moment_of(const Date& day) {
    return std::chrono::sys_days{day};
}

}  // namespace

SealedPack seal_pack(Database& database, const Actor& actor, const SignedAct& act, StoredPack pack,
                     const PassphraseWords& words, const SealOrder& order) {
    UnitOfWork work(database, UnitOfWork::Kind::write);
    AccessMoves moves(database, actor, act);
    const AccessCase one = moves.find(pack.request);
    constexpr Role who[] = {Role::dpo};
    require_role(actor, who, "seal a pack");
    const AccessState state = state_of(one);
    if (state != AccessState::signed_off && !is_sent(one))
        throw Refused(
            "access request " + one.request + " is " + one.state + ": a pack is sealed when it is signed",
            "casekeeper access show " + one.request);
    if (const Entitlement entitlement = moves.entitlement(one);
        entitlement.answer != Entitlement::Answer::entitled)
        throw Refused(
            "access request " + one.request + ": " + entitlement.reason + " (" + entitlement.law + ")",
            command_to_settle(entitlement, "access", one.request));
    if (!pack.folder && pack.state == "ended")
        throw Refused(
            "the files of the pack of access request " + one.request + " are gone, as of " + pack.ends_on,
            is_sent(one) ? "casekeeper access open --person " + one.person + ", for another answer"
                         : "casekeeper access assemble " + one.request);
    if (!pack.folder || pack.made_of != made_of(one, moves.cases().items(one.request)))
        throw Refused(
            "the pack of access request " + one.request + " is of other decisions than those that stand",
            "casekeeper access assemble " + one.request);
    std::vector<PackFile> files;
    for (PackFile& file : files_of(pack))
        if (file.is_persons) files.push_back(std::move(file));
    require_as_made(pack, files);
    if (!make_private_folders(order.to))
        throw OutputError("the folder " + order.to + " cannot be written", "name another with --write");

    SealedPack sealed;
    if (order.on_paper.empty()) sealed.passphrase = words.draw();
    const std::string stem = order.to + "/record-" + letters_only(one.request);
    const bool is_pdf = files.front().name.ends_with(".pdf");
    std::vector<std::string> digests;
    if (!order.on_paper.empty() || (is_pdf && !order.as_zip)) {
        for (std::size_t at = 0; at < files.size(); ++at) {
            const std::string path = stem + (files.size() > 1 ? "-" + std::to_string(at + 1) : "") +
                                     fs::path(files[at].name).extension().string();
            require_nothing_there(path);
            if (order.on_paper.empty())
                seal_pdf(path_in(pack, files[at]), path, sealed.passphrase);
            else
                copy_private_file(path_in(pack, files[at]), path);
            sealed.files.push_back(path);
        }
    } else {
        const std::string path = stem + ".zip";
        require_nothing_there(path);
        std::vector<FileToSeal> to_seal;
        for (const PackFile& file : files) to_seal.push_back({path_in(pack, file), file.name});
        seal_zip(to_seal, path, sealed.passphrase, moment_of(act.day));
        sealed.files.push_back(path);
    }
    for (const PackFile& file : files) digests.push_back(file.sha256);
    JsonObject facts;
    facts.texts("files", digests).flag("locked", order.on_paper.empty());
    if (!order.on_paper.empty()) facts.text("reason", order.on_paper);
    moves.note(one, "seal", act.day, facts, digests);
    pack.state = "sealed";
    PackStore(database).put(pack);
    work.commit();
    return sealed;
}

}  // namespace casekeeper
