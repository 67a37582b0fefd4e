// SPDX-License-Identifier: MIT
#include "disclosure/what_is_here.h"

#include <algorithm>
#include <set>

#include "disclosure/pack_words.h"

namespace casekeeper {
namespace {

// What somebody wrote about a search may name whom the record keeps back.
std::string as_it_may_be_told(const std::string& words, const PackSource& source, Copy copy) {
    return copy == Copy::office ? words : source.told.without_others(words);
}

// Every row of the file, in one column: those of no row are left out.
void write_counted(Book& book, const PackSource& source) {
    struct Counted {
        const char* heading;
        long long RowSums::*count;
    };
    std::vector<Counted> columns = {{"Here in full", &RowSums::shown},
                                    {"Here in part", &RowSums::in_part},
                                    {"Kept back", &RowSums::kept_back},
                                    {"The same as another", &RowSums::duplicate},
                                    {"Not asked for", &RowSums::out_of_scope}};
    const RowSums total = total_of(source.sums);
    std::erase_if(columns, [&](const Counted& column) { return total.*column.count == 0; });
    std::vector<std::string> headings = {"What"};
    for (const Counted& column : columns) headings.emplace_back(column.heading);
    book.heading(2, "How much there is");
    book.begin_table("What this pack holds, counted", headings);
    for (const char* type : {"person", "involvement", "entry", "document", "disclosure", "material"}) {
        const auto sums = source.sums.find(type);
        if (sums == source.sums.end() || sums->second.all() == 0) continue;
        std::vector<Runs> row = {{plain(type_in_words(type))}};
        for (const Counted& column : columns)
            row.push_back({plain(std::to_string(sums->second.*column.count))});
        book.row(row);
    }
    book.end_table();
}

void write_where_we_looked(Book& book, const PackSource& source, Copy copy) {
    if (source.facts.searched.empty()) return;
    const auto told = [&](const std::string& words) { return as_it_may_be_told(words, source, copy); };
    book.heading(2, "Where we looked");
    std::vector<Runs> items;
    for (const PlaceSearched& search : source.facts.searched) {
        items.push_back({strong(told(search.place)),
                         plain(", on " + when_in_words(search.on) + ". We looked for: " + told(search.terms) +
                               ". We found: " + told(search.result))});
        if (!search.lost.empty()) items.push_back({strong("Believed lost: "), plain(told(search.lost))});
    }
    book.items(items);
}

void write_destroyed(Book& book, const PackSource& source) {
    if (source.facts.destroyed.empty()) return;
    book.heading(2, "What was destroyed before");
    std::vector<Runs> items;
    for (const DestroyedBefore& one : source.facts.destroyed)
        items.push_back({plain(one.title + ", " + one.from_year + " to " + one.to_year + ": destroyed on " +
                               when_in_words(one.on) + " because its time to be kept was over" +
                               (one.because.empty() ? "" : " (" + one.because + ")") + ". Certificate " +
                               std::to_string(one.certificate) + ".")});
    book.items(items);
}

void write_quiet(Book& book, const PackSource& source) {
    if (source.facts.quiet.empty()) return;
    book.heading(2, "Times of which nothing is written");
    std::vector<Runs> items;
    for (const QuietTime& quiet : source.facts.quiet)
        items.push_back({plain(quiet.title + ": nothing from " + to_words(quiet.from) + " to " +
                               to_words(quiet.to) + ". We do not know why.")});
    book.items(items);
}

void write_who_else(Book& book, const PackSource& source) {
    std::set<std::string> names;
    for (const auto* some : {&source.facts.sources, &source.facts.recipients, &source.facts.systems})
        names.insert(some->begin(), some->end());
    names.erase(source.told.reader.head.trust);
    if (names.empty()) return;
    book.heading(2, source.for_the_person ? "Who else may hold something about you"
                                          : "Who else may hold something about the person");
    std::vector<Runs> items;
    bool are_some_kept_back = false;
    for (const std::string& name : names) {
        const bool is_told = source.told.may_be_told(name);
        are_some_kept_back = are_some_kept_back || !is_told;
        if (is_told) items.push_back({plain(name)});
    }
    if (are_some_kept_back) items.push_back({plain("There are others whom we may not name here.")});
    book.items(items);
}

}  // namespace

void write_what_is_here(Book& book, const PackSource& source, Copy copy) {
    write_counted(book, source);
    write_where_we_looked(book, source, copy);
    write_destroyed(book, source);
    write_quiet(book, source);
    write_who_else(book, source);
}

}  // namespace casekeeper
