// SPDX-License-Identifier: MIT
#include "cli/pack_account.h"

#include <ostream>

#include "base/digest.h"
#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_outcome.h"
#include "disclosure/pack_compare.h"
#include "disclosure/pack_file.h"

namespace casekeeper {
namespace {

constexpr std::size_t mark_letters = 12;

std::vector<PackMeter> meters_of_others(Database& database, const StoredPack& pack) {
    std::vector<PackMeter> others;
    for (const std::string& facts : PackStore(database).facts_of_others(pack.capacity, pack.request))
        others.push_back(read_meter(json_value_at(facts, "meter")));
    return others;
}

RowSums sums_in(const StoredPack& pack) {
    RowSums total;
    const std::string sums = json_value_at(pack.facts, "sums");
    for (const char* type : {"person", "involvement", "entry", "document", "disclosure", "material"}) {
        const std::string row = json_value_at(sums, type);
        if (row.empty()) continue;
        total.shown += json_number_at(row, "shown");
        total.in_part += json_number_at(row, "in_part");
        total.kept_back += json_number_at(row, "kept_back");
        total.duplicate += json_number_at(row, "duplicate");
        total.out_of_scope += json_number_at(row, "out_of_scope");
    }
    return total;
}

// The day on which its files went; nullopt: they have not, or with the records that they were made of.
std::optional<std::string> ended_on(Database& database, const StoredPack& pack) {
    std::optional<std::string> day;
    if (pack.folder) return day;
    for (const CaseEvent& event : AccessStore(database).events(pack.request))
        if (event.event == "pack-ended") day = event.on;
    return day;
}

std::string in_words(const PackDifference& difference) {
    return "unlike the pack of " + difference.other + ": " + difference.what +
           (difference.open_there ? " is open there and kept back here"
                                  : " is kept back there and open here");
}

std::vector<std::string> unlike_relatives(Database& database, const StoredPack& pack,
                                          const AccessReview& review) {
    const std::vector<AccessItem> items = AccessStore(database).items(pack.request);
    std::vector<std::string> all;
    for (const PackDifference& one :
         compared_with_relatives(database, pack.person, items, parts_released(review.parts, items)))
        all.push_back(in_words(one));
    return all;
}

}  // namespace

StoredPack require_pack(Invocation& invocation, const std::string& request) {
    require_access_request(invocation.store(), request);
    std::optional<StoredPack> pack = PackStore(invocation.store()).find(request);
    if (!pack)
        throw Refused("there is no pack of access request " + request + " yet",
                      "casekeeper access assemble " + request);
    return std::move(*pack);
}

PackAccount account_of(Invocation& invocation, StoredPack pack, AccessReviewer& reviewer) {
    const Record request =
        RecordStore(invocation.store()).find(RecordType::access_request, pack.request).value();
    return account_of(invocation, std::move(pack), reviewer.review(request, invocation.day()));
}

PackAccount account_of(Invocation& invocation, StoredPack pack, const AccessReview& review) {
    Database& database = invocation.store();
    PackAccount account;
    account.total = sums_in(pack);
    account.judgement =
        judged(read_meter(json_value_at(pack.facts, "meter")), meters_of_others(database, pack));
    account.unlike = unlike_relatives(database, pack, review);
    account.not_whole = json_number_at(pack.facts, "not_whole");
    account.ended_on = ended_on(database, pack);
    account.pack = std::move(pack);
    return account;
}

std::string PackAccount::mark() const {
    Sha256 digest;
    digest.update(pack.made_of + "\n");
    for (const auto* sentences : {&judgement.sentences, &unlike})
        for (const std::string& sentence : *sentences) digest.update(sentence + "\n");
    return digest.hex().substr(0, mark_letters);
}

void require_seen(const PackAccount& account, const std::string& seen) {
    if (!account.is_to_be_seen() || seen == account.mark()) return;
    const std::string& request = account.pack.request;
    throw Refused(
        "the pack of access request " + request +
            (seen.empty()
                 ? " keeps back much, or otherwise than those of relatives: whoever signs it has seen that"
                 : " is another than the one of that mark: what is said of it has changed"),
        "casekeeper access pack " + request + " says how much it is, and what is typed then");
}

namespace {

void say_in_json(Invocation& invocation, const PackAccount& account) {
    const StoredPack& pack = account.pack;
    std::vector<std::string> files;
    for (const PackFile& file : files_of(pack))
        files.push_back(JsonObject()
                            .text("name", file.name)
                            .text("sha256", file.sha256)
                            .number("bytes", file.bytes)
                            .number("pages", file.pages)
                            .json());
    invocation.out << JsonObject()
                          .text("request", pack.request)
                          .text("state", pack.state)
                          .text("made_on", pack.made_on)
                          .text("ends_on", pack.ends_on)
                          .text_or_null("ended_on", account.ended_on)
                          .raw("files", json_list_of(files))
                          .number("shown", account.total.shown)
                          .number("in_part", account.total.in_part)
                          .number("kept_back", account.total.kept_back)
                          .number("duplicate", account.total.duplicate)
                          .number("out_of_scope", account.total.out_of_scope)
                          .number("not_whole", account.not_whole)
                          .flag("much_kept_back", account.judgement.is_much)
                          .texts("meter", account.judgement.sentences)
                          .texts("unlike_relatives", account.unlike)
                          .text_or_null(
                              "mark", account.is_to_be_seen() ? std::optional(account.mark()) : std::nullopt)
                          .line();
}

std::string not_whole_in_words(long long count) {
    return (count == 1
                ? "1 document is not in it whole, to be shown by hand: the office's copy names it"
                : std::to_string(count) +
                      " documents are not in it whole, to be shown by hand: the office's copy names them");
}

}  // namespace

void say_pack(Invocation& invocation, const PackAccount& account) {
    if (invocation.format == OutputFormat::json) return say_in_json(invocation, account);
    const StoredPack& pack = account.pack;
    const RowSums& total = account.total;
    std::ostream& out = invocation.out;
    for (const PackFile& file : files_of(pack))
        out << file.name << ": " << file.pages << (file.pages == 1 ? " page" : " pages") << "\n";
    out << total.all() << " rows of the file: " << total.shown << " in full, " << total.in_part
        << " in part, " << total.kept_back << " kept back, " << total.duplicate << " the same as another, "
        << total.out_of_scope << " not asked for\n";
    if (account.not_whole > 0) out << not_whole_in_words(account.not_whole) << "\n";
    for (const std::string& sentence : account.judgement.sentences) out << sentence << "\n";
    for (const std::string& sentence : account.unlike) out << sentence << "\n";
    if (pack.folder)
        out << "made on " << pack.made_on << "; its files go on " << pack.ends_on << "\n";
    else
        out << "made on " << pack.made_on << "; its files "
            << (account.ended_on ? "have served, and are gone since " + *account.ended_on
                                 : "went with records that they were made of")
            << "\n";
    if (account.is_to_be_seen() && pack.folder)
        out << "whoever signs it has read this: casekeeper access sign " << pack.request << " --having-seen "
            << account.mark() << "\n";
}

}  // namespace casekeeper
