// SPDX-License-Identifier: MIT
//
//   read_narratives STORE
//
// Reads every narrative text of a store with the SQLite C library and does nothing with it but count its
// bytes: the floor for whoever looks for words in them.
#include <sqlite3.h>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 2) return 64;
    sqlite3* database = nullptr;
    sqlite3_stmt* rows = nullptr;
    const char* sql = "select account, decision, reason, subject_words, involvement, counts_on from entry";
    if (sqlite3_open_v2(argv[1], &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(database, sql, -1, &rows, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "read_narratives: %s\n", sqlite3_errmsg(database));
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
