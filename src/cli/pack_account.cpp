// SPDX-License-Identifier: MIT
#include "cli/pack_account.h"

#include <ostream>

#include "base/errors.h"
#include "base/json_read.h"
#include "base/json_text.h"
#include "disclosure/access_listing.h"
#include "disclosure/access_outcome.h"
#include "disclosure/pack_assembler.h"

namespace casekeeper {
namespace {

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
                                          AccessReviewer& reviewer, Date day) {
    const Record request = RecordStore(database).find(RecordType::access_request, pack.request).value();
    const std::vector<AccessItem> items = AccessStore(database).items(pack.request);
    const AccessReview review = reviewer.review(request, day);
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

void say_pack(Invocation& invocation, const StoredPack& pack, AccessReviewer& reviewer) {
    const RowSums total = sums_in(pack);
    const MeterJudgement judgement =
        judged(read_meter(json_value_at(pack.facts, "meter")), meters_of_others(invocation.store(), pack));
    const std::vector<std::string> unlike =
        unlike_relatives(invocation.store(), pack, reviewer, invocation.day());
    const std::optional<std::string> ended = ended_on(invocation.store(), pack);
    std::ostream& out = invocation.out;
    if (invocation.format == OutputFormat::json) {
        std::vector<std::string> files;
        for (const PackFile& file : files_of(pack))
            files.push_back(JsonObject()
                                .text("name", file.name)
                                .text("sha256", file.sha256)
                                .number("bytes", file.bytes)
                                .number("pages", file.pages)
                                .json());
        out << JsonObject()
                   .text("request", pack.request)
                   .text("state", pack.state)
                   .text("made_on", pack.made_on)
                   .text("ends_on", pack.ends_on)
                   .text_or_null("ended_on", ended)
                   .raw("files", json_list_of(files))
                   .number("shown", total.shown)
                   .number("in_part", total.in_part)
                   .number("kept_back", total.kept_back)
                   .number("duplicate", total.duplicate)
                   .number("out_of_scope", total.out_of_scope)
                   .flag("much_kept_back", judgement.is_much)
                   .texts("meter", judgement.sentences)
                   .texts("unlike_relatives", unlike)
                   .line();
        return;
    }
    for (const PackFile& file : files_of(pack))
        out << file.name << ": " << file.pages << (file.pages == 1 ? " page" : " pages") << "\n";
    out << total.all() << " rows of the file: " << total.shown << " in full, " << total.in_part
        << " in part, " << total.kept_back << " kept back, " << total.duplicate << " the same as another, "
        << total.out_of_scope << " not asked for\n";
    for (const std::string& sentence : judgement.sentences) out << sentence << "\n";
    for (const std::string& sentence : unlike) out << sentence << "\n";
    if (pack.folder)
        out << "made on " << pack.made_on << "; its files go on " << pack.ends_on << "\n";
    else
        out << "made on " << pack.made_on << "; its files "
            << (ended ? "have served, and are gone since " + *ended
                      : "went with records that they were made of")
            << "\n";
}

}  // namespace casekeeper
