// SPDX-License-Identifier: MIT
#include "disclosure/pack_examination.h"

namespace casekeeper {
namespace {

std::string numbers_of(const std::vector<int>& numbers) {
    return numbers.empty() ? "of no decision" : "note " + numbers_in_words(numbers);
}

[[noreturn]] void not_read(const PackContents& contents, const std::string& what) {
    throw Refused("the finished " + what, contents.again());
}

PackProof proof_of(const PackGround& ground, PackContents& contents) {
    PackProof proof(contents.ledger(), contents.items(), contents.names(), contents.places_given_away());
    contents.each_text([&](const std::string& item, const PartText& text) { proof.keep_back(item, text); });
    contents.each_text([&](const std::string& item, const PartText& text) { proof.may_stand(item, text); });
    proof.own_words(ground.settings.trust + " " + ground.settings.contact);
    return proof;
}

void require_nothing_given_away(PackProof& proof, const PackContents& contents) {
    const std::vector<ProofHit> hits = proof.hits();
    if (hits.empty()) return;
    throw Refused("the finished pack gives away what is kept back: " + hits.front().where + " (" +
                      hits.front().what + ", " + numbers_of(hits.front().numbers) + ")" +
                      (hits.size() > 1 ? " and " + std::to_string(hits.size() - 1) + " more" : ""),
                  "nothing was kept of it; casekeeper access show " + contents.one().request +
                      " has the decision of each number");
}

}  // namespace

void examine_copy(const PackGround& ground, PackContents& contents, const PackFolder& folder,
                  WrittenCopy& copy) {
    PackProof proof = proof_of(ground, contents);
    long long pictures = 0;
    for (const PackFile& file : copy.files) {
        proof.found(file.name + ", its name", file.name, false);
        const bool has_pages = file.name.ends_with(".pdf");
        pictures += ground.tools.read_finished(
            folder.file(file.name), [&](const std::string& where, std::string_view text, bool is_running) {
                proof.found(file.name + ", " + where, text, is_running);
                if (is_running) copy.whole.read(text, has_pages);
            });
        if (const std::string missing = copy.whole.end_of_file(); !missing.empty())
            not_read(contents, "file " + file.name + " was not read to its end: " + missing);
    }
    if (!copy.whole.is_all_read(copy.without_sign))
        not_read(contents, "pack was not read to its end: less was read than was written");
    require_nothing_given_away(proof, contents);
    // A text names its pictures, and has none.
    if (contents.format() != "text" && pictures != copy.pictures)
        not_read(contents, "pack has " + std::to_string(pictures) + " pictures, and " +
                               std::to_string(copy.pictures) + " were put into it");
}

}  // namespace casekeeper
