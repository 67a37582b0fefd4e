// SPDX-License-Identifier: MIT
#include "custody/register.h"

#include <filesystem>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "base/keyed_digest.h"
#include "custody/ended_records.h"
#include "custody/key_files.h"
#include "custody/register_check.h"
#include "custody/register_mirror.h"

namespace casekeeper {
namespace {

constexpr int lines_a_page = 2000;

[[noreturn]] void refuse(MirrorState state, const std::string& mirror) {
    const std::string hint = "see what is missing with: casekeeper register replay --dry-run";
    if (state == MirrorState::ahead)
        throw ConfigError("the store is behind its register's mirror " + mirror + ": it has been restored",
                          hint);
    if (state == MirrorState::cut)
        throw ConfigError("the register's mirror " + mirror + " lacks lines that it had",
                          "find out who cut it, then write them again: casekeeper register mirror");
    throw ConfigError(
        "the store's register is another than its mirror " + mirror,
        "casekeeper register verify names the line; is [register] mirror in casekeeper.toml the "
        "right file? A damaged mirror is kept under another name as evidence; then: casekeeper "
        "register mirror");
}

}  // namespace

const char* to_text(MirrorState state) {
    switch (state) {
        case MirrorState::even:
            return "even";
        case MirrorState::behind:
            return "behind";
        case MirrorState::ahead:
            return "ahead";
        case MirrorState::differs:
            return "differs";
        case MirrorState::cut:
            return "cut";
        case MirrorState::absent:
            return "absent";
    }
    return "";
}

std::string text_of_tree_head(std::uint64_t size, const std::string& root) {
    return "casekeeper register " + std::to_string(size) + " " + root + "\n";
}

Register::Register(Database& database, RegisterPlaces places)
    : database_(database), lines_(database), places_(std::move(places)) {}

MirrorState Register::compare() {
    // In the order in which another command appends: store, mirror, how far the mirror is. Whatever comes in
    // between then looks like a mirror that is behind, and never like one that is ahead or cut.
    const long long mirrored = lines_.state().mirrored;
    const std::optional<KeptLine> last = RegisterMirror(places_.mirror).last();
    const KeptLine head = lines_.head();
    if (!last) return mirrored > 0 ? MirrorState::cut : MirrorState::absent;
    if (last->number > head.number) {
        const std::optional<KeptLine> here = head.number == 0 ? std::nullopt : mirrored_line(head.number);
        return head.number == 0 || (here && here->digest == head.digest) ? MirrorState::ahead
                                                                         : MirrorState::differs;
    }
    const std::optional<KeptLine> own = lines_.line(last->number);
    if (!own || own->digest != last->digest) return MirrorState::differs;
    if (last->number < mirrored) return MirrorState::cut;
    return last->number == head.number ? MirrorState::even : MirrorState::behind;
}

// Only after a restore, when the mirror is ahead: reads it from its beginning.
std::optional<KeptLine> Register::mirrored_line(long long number) const {
    MirrorReader reader(places_.mirror);
    while (reader.next()) {
        std::optional<KeptLine> line = reader.line();
        if (line && line->number == number) return line;
    }
    return std::nullopt;
}

void Register::require_even() {
    if (lines_.state().replaying)
        throw ConfigError("a replay of the register after a restore was not finished",
                          "finish it: casekeeper register replay");
    require_own_mirror();
}

void Register::require_own_mirror() {
    const MirrorState state = compare();
    if (state == MirrorState::ahead || state == MirrorState::differs || state == MirrorState::cut)
        refuse(state, places_.mirror);
}

void Register::bring_mirror_up_to_date() {
    require_own_mirror();
    append_to_mirror();
}

void Register::append_to_mirror() {
    const RegisterMirror mirror(places_.mirror);
    const std::optional<KeptLine> last = mirror.last();
    long long number = last ? last->number : 0;
    const long long before = number;
    for (;;) {
        const std::vector<KeptLine> lines = lines_.page(number, lines_a_page);
        if (lines.empty()) break;
        mirror.append(lines);
        number = lines.back().number;
    }
    if (number == before && number == lines_.state().mirrored) return;
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    lines_.set_mirrored(number);
    work.commit();
}

// Its last line is the store's, and one before is not: somebody changed it. It is kept as evidence.
bool Register::set_damaged_mirror_aside() {
    const Verification said = verify();
    if (!said.mirror_broken) return false;
    if (!said.intact)
        throw ConfigError(
            "the register itself is broken at line " + std::to_string(said.findings.front().line),
            "find out who changed the store: casekeeper register verify");
    for (int number = 1;; ++number) {
        const std::string aside = places_.mirror + ".damaged-" + std::to_string(number);
        std::error_code failed;
        if (std::filesystem::exists(aside, failed)) continue;
        std::filesystem::rename(places_.mirror, aside, failed);
        if (failed)
            throw OutputError("cannot rename " + places_.mirror,
                              "its folder must be writable by this account");
        return true;
    }
}

long long Register::write_mirror_again(const std::string& actor, const std::string& at) {
    const MirrorState state = compare();
    if (state == MirrorState::ahead || state == MirrorState::differs) refuse(state, places_.mirror);
    if (set_damaged_mirror_aside() || state == MirrorState::cut) {
        const std::optional<KeptLine> last = RegisterMirror(places_.mirror).last();
        UnitOfWork work(database_, UnitOfWork::Kind::write);
        lines_.append({at, "mirror-written-again", actor,
                       JsonObject()
                           .number("after", last ? last->number : 0)
                           .number("had", lines_.state().mirrored)
                           .json()});
        work.commit();
    }
    append_to_mirror();
    return lines_.state().mirrored;
}

void Register::require_keys() {
    pseudonyms();
    if (lines_.state().tree_size > 0) require_key_file(places_.key_folder, "signing.key");
}

long long Register::checkpoint(const std::string& actor, const std::string& at) {
    UnitOfWork work(database_, UnitOfWork::Kind::write);
    const KeptLine head = lines_.head();
    if (head.number == 0 || head.kind == "checkpoint") return 0;
    MerkleTree tree = tree_under_last_head();
    if (lines_.state().tree_size > 0) require_key_file(places_.key_folder, "signing.key");
    for (auto number = static_cast<long long>(tree.size()); number < head.number;)
        for (const KeptLine& line : lines_.page(number, lines_a_page)) {
            tree.add(bytes_of_hex(line.digest).value_or(""));
            number = line.number;
        }
    const SigningKey key = signing_key(places_.key_folder);
    const std::string root = tree.root();
    const long long number =
        lines_.append({at, "checkpoint", actor,
                       JsonObject()
                           .number("size", tree.size())
                           .text("root", root)
                           .text("key", key.public_key)
                           .text("signature", sign(key, text_of_tree_head(tree.size(), root)))
                           .json()});
    lines_.set_tree(static_cast<long long>(tree.size()), json_list(tree.frontier()));
    work.commit();
    return number;
}

// Kept beside the lines, and believed only where it is what the last head signed; else built anew.
MerkleTree Register::tree_under_last_head() {
    const RegisterStore::State state = lines_.state();
    const std::optional<KeptLine> head = lines_.line(state.tree_size + 1);
    try {
        MerkleTree tree(static_cast<std::uint64_t>(state.tree_size), json_texts(state.tree_frontier));
        if (head && json_text_at(json_value_at(head->line, "facts"), "root") == tree.root()) return tree;
    } catch (const std::invalid_argument&) {
        // What is no tree is not that of the last head either.
    }
    return {};
}

Register::Verification Register::verify() {
    Verification verification;
    {
        const UnitOfWork work(database_, UnitOfWork::Kind::snapshot);
        verification = check_register(lines_, places_);
    }
    // Not of the snapshot: the mirror may have grown with the store meanwhile.
    const MirrorState state = verification.mirror_broken ? MirrorState::differs : compare();
    verification.mirror = to_text(state);
    return verification;
}

std::vector<KeptLine> Register::lines_only_mirrored() {
    std::vector<KeptLine> missing;
    const long long head = lines_.head().number;
    MirrorReader reader(places_.mirror);
    while (reader.next()) {
        std::optional<KeptLine> line = reader.line();
        if (line && line->number > head) missing.push_back(std::move(*line));
    }
    return missing;
}

const Pseudonyms& Register::pseudonyms() {
    if (!pseudonyms_) pseudonyms_ = pseudonyms_of(lines_, places_.key_folder);
    return *pseudonyms_;
}

void Register::add_ended(const std::string& type, const std::string& id, long long line) {
    if (!key_is_known_ && lines_.state().key_check.empty()) lines_.set_key_check(check_of_key(pseudonyms()));
    key_is_known_ = true;
    lines_.add_ended(pseudonyms().of_record(type, id), line);
}

}  // namespace casekeeper
