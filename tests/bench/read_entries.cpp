// SPDX-License-Identifier: MIT
//
//   read_entries STORE [--by-person]
//
// Reads of every entry of a store what the recording rules ask, with the SQLite C library, and does nothing
// with it but count its bytes: the floor for whoever checks them. As the entries lie in the file, or in the
// order of people, as whole records must be read.
#include <sqlite3.h>

#include <cstdio>
#include <cstring>

namespace {

constexpr const char* as_it_lies =
    "select involvement, id, kind, occurred_at, recorded_at, author, topic, present, addressed_to, account, "
    "decision, "
    "reason, decided_by, classification, subject_words from entry";
constexpr const char* by_person =
    "select e.involvement, e.id, e.kind, e.occurred_at, e.recorded_at, e.author, e.topic, e.present, "
    "e.addressed_to, "
    "e.account, e.decision, e.reason, e.decided_by, e.classification, e.subject_words "
    "from involvement i cross join entry e where e.involvement = i.id order by i.person, i.id";

}  // namespace

int main(int argc, char** argv) {
    const bool in_order = argc == 3 && std::strcmp(argv[2], "--by-person") == 0;
    if (argc != 2 && !in_order) return 64;
    sqlite3* database = nullptr;
    sqlite3_stmt* rows = nullptr;
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(database, in_order ? by_person : as_it_lies, -1, &rows, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "read_entries: %s\n", sqlite3_errmsg(database));
        return 69;
    }
    long long entries = 0;
    long long bytes = 0;
    for (; sqlite3_step(rows) == SQLITE_ROW; ++entries)
        for (int column = 0; column < sqlite3_column_count(rows); ++column)
            if (const unsigned char* text = sqlite3_column_text(rows, column)) {
                bytes += sqlite3_column_bytes(rows, column);
                bytes += text[0] & 1;  // the text itself is touched
            }
    sqlite3_finalize(rows);
    sqlite3_close(database);
    std::printf("%lld entries, %lld bytes\n", entries, bytes);
    return 0;
}
