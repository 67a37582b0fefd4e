// SPDX-License-Identifier: MIT
//
// The one door to a store: opens a URL (sqlite:PATH or postgresql://…), brings its schema up to date, hands
// out prepared statements and units of work. Says every failure as one of base/errors.h. One thread at a
// time.
//
// A store on SQLite is a private file (base/private_files.h), in WAL mode, with
// foreign keys and secure_delete on, marked with casekeeper's application_id.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/query.h"
#include "store/statement.h"

namespace casekeeper {

struct StoreUrl {
    bool postgresql = false;
    std::string location;  // the file of an SQLite store; the whole URL of a PostgreSQL one

    // UsageError where it is neither form.
    static StoreUrl parse(const std::string& text);
    // Without a password, for messages.
    std::string to_text() const;
};

enum class Opening {
    existing,  // must be there with the current schema
    create,    // is made or migrated where needed
};

class Database {
public:
    // ConfigError: not a store, a newer or older schema, none there. UnavailableError: a server that does not
    // answer.
    static std::unique_ptr<Database> open(const StoreUrl& url, Opening opening);
    // Is there anything at the URL that open() would have to be careful with? UnavailableError as above.
    static bool exists(const StoreUrl& url);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    bool is_postgresql() const;
    const StoreUrl& url() const;
    // True where open() had to make the store.
    bool was_created() const;
    // The prepared statement, made once; its parameters keep the values last set.
    Query& query(const Statement& statement);
    // The schema's number: how many migrations it has had.
    static int current_schema();

    // True where this connection now holds the store's run lock; PostgreSQL only (SQLite: store/run_lock.h).
    bool try_server_lock();
    void release_server_lock();

private:
    friend class LittleCache;
    friend class UnitOfWork;
    struct Session;
    explicit Database(std::unique_ptr<Session> session);
    std::unique_ptr<Session> session_;
};

// A transaction. One that will write begins as a writer (BEGIN IMMEDIATE; one advisory lock on PostgreSQL),
// so that what it has read stays true until it commits. Rolls back unless committed.
class UnitOfWork {
public:
    // snapshot: reads one moment's truth throughout.
    enum class Kind { snapshot, write };
    UnitOfWork(Database& database, Kind kind);
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

// While it is there, SQLite keeps little of the pages it has read: for work that goes through a long record once and
// needs the memory itself.
class LittleCache {
public:
    explicit LittleCache(Database& database);
    ~LittleCache();
    LittleCache(const LittleCache&) = delete;
    LittleCache& operator=(const LittleCache&) = delete;

private:
    Database& database_;
};

}  // namespace casekeeper
