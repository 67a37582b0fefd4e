// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <fcntl.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <thread>
#include <unordered_map>

#include "base/errors.h"
#include "base/private_files.h"
#include "sql_statements.h"
#include "store/query_backend.h"
#include "store/write_turns.h"

namespace casekeeper {
namespace {

constexpr int application_id = 0x43534b50;  // "CSKP"
// Of pages that were read, in KB as SQLite's pragma has them.
constexpr const char* usual_cache = "pragma cache_size = -32000";
constexpr const char* little_cache = "pragma cache_size = -2000";
constexpr int busy_seconds = 10;

// SQLite's own waiting grows to a tenth of a second, so that it misses what is free for a moment only.
extern "C" int wait_to_ask_again(void*, int asked) {
    if (asked * between_two_asks >= std::chrono::seconds(busy_seconds)) return 0;
    std::this_thread::sleep_for(between_two_asks);
    return 1;
}

// Advisory locks of a PostgreSQL store: a number, and the schema, for a database may have several stores.
constexpr const char* writer_lock =
    "1129532241, hashtext(current_schema())";  // whoever may destroy or change facts
constexpr const char* run_lock = "1129532242, hashtext(current_schema())";  // one run at a time

// SOCI's class names and SQLite's macros meet here only.
constexpr int sqlite_busy = 5, sqlite_locked = 6, sqlite_read_only = 8, sqlite_io = 10, sqlite_corrupt = 11,
              sqlite_full = 13, sqlite_cannot_open = 14, sqlite_not_a_database = 26;

[[noreturn]] void rethrow_sqlite(const soci::sqlite3_soci_error& error, const std::string& doing) {
    switch (error.result() & 0xff) {
        case sqlite_busy:
        case sqlite_locked:
            throw BusyError("the store stayed busy (" + doing + ")",
                            "try again when the other program has finished");
        case sqlite_not_a_database:
        case sqlite_corrupt:
            throw ConfigError("the file is no store, or is damaged (" + doing + ")",
                              "check --store; restore the file from a back-up if it was one");
        case sqlite_read_only:
        case sqlite_full:
        case sqlite_cannot_open:
        case sqlite_io:
            throw OutputError(
                "the store cannot be written (" + doing + "): no room, no permission or a read-only disk",
                "df -h; ls -l the store's folder: it and the file must be writable by this account");
        default:
            throw Error(ExitCode::fault, "the store refused " + doing + ": " + error.get_error_message(),
                        "please report this with the command you gave");
    }
}

[[noreturn]] void rethrow_postgresql(const soci::postgresql_soci_error& error, const std::string& doing) {
    const std::string state = error.sqlstate();
    const auto is_any = [&](std::initializer_list<const char*> states) {
        return std::find(states.begin(), states.end(), state) != states.end();
    };
    if (is_any({"55P03", "40P01", "40001"}))  // lock not available, deadlock, serialization failure
        throw BusyError("the store stayed busy (" + doing + ")",
                        "try again when the other program has finished");
    if (error.get_error_category() == soci::soci_error::connection_error || state.starts_with("57P"))
        throw UnavailableError("the database server does not answer (" + doing + ")",
                               "check that it runs and that the address in --store is right");
    if (is_any({"53100", "25006"}))  // disk full, read only
        throw OutputError("the store cannot be written (" + doing + "): no room, or a read-only server",
                          "ask whoever runs the database server for room");
    if (error.get_error_category() == soci::soci_error::no_privilege || state == "42501")
        throw OutputError("the database account may not do this (" + doing + ")",
                          "grant it the rights on its schema");
    throw Error(ExitCode::fault, "the store refused " + doing + ": " + error.get_error_message(),
                "please report this with the command you gave");
}

std::string text_of(const Statement& statement, bool postgresql) {
    return postgresql ? statement.postgresql : statement.sqlite;
}

// SOCI 4.0.3 reads a connection string as NAME=VALUE and gives a URL without any "=" one at its end, which
// would become part of the database's name; so there always is one.
std::string connection_string(const std::string& url) {
    return url + (url.find('?') == std::string::npos ? "?" : "&") + "application_name=casekeeper";
}

// Every connection belongs to one thread at a time, so SQLite needs no lock of its own around each call, and
// nobody reads its memory statistics, whose lock two threads would share. Before the first connection, once.
void prepare_sqlite() {
    static const bool prepared = [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(prepared);
}

// Creates an empty file (private_files.h says for whom) before SQLite opens it; its WAL has the same mode.
void create_file(const std::string& path) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::absolute(path).parent_path();
    if (!make_private_folders(folder))
        throw OutputError("cannot make the folder " + folder.string(), "name a folder you may write in");
    const int file = open_private_file(path, O_EXCL | O_RDWR);
    if (file < 0)
        throw OutputError("cannot make the store " + path, "name a folder you may write in with --store");
    ::close(file);
}

// A store that this account may not reach is none that is not there.
void refuse_where_unreachable(const std::string& path) {
    std::error_code failed;
    if (std::filesystem::exists(path, failed) && ::access(path.c_str(), R_OK | W_OK) == 0) return;
    const bool is_denied = failed == std::errc::permission_denied || (!failed && errno == EACCES);
    if (is_denied && (failed || std::filesystem::exists(path, failed)))
        throw OutputError(
            "this account may not read and write the store " + path,
            "ls -ld its folder: its group must be this account's, with chmod 2770 on the folder and 660 "
            "on the store");
}

}  // namespace

void rethrow_as_error(const soci::soci_error& error, const std::string& doing) {
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        rethrow_sqlite(*sqlite, doing);
    if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error))
        rethrow_postgresql(*postgresql, doing);
    if (error.get_error_category() == soci::soci_error::connection_error)
        throw UnavailableError("the database server does not answer (" + doing + ")",
                               "check that it runs and that the address in --store is right");
    throw Error(ExitCode::fault, "the store refused " + doing + ": " + error.get_error_message(),
                "please report this with the command you gave");
}

StoreUrl StoreUrl::parse(const std::string& text) {
    if (text.starts_with("sqlite:") && text.size() > 7) return {false, text.substr(7)};
    if (text.starts_with("postgresql://") || text.starts_with("postgres://")) return {true, text};
    throw UsageError("\"" + text + "\" is no store", "say sqlite:PATH or postgresql://USER@HOST/DATABASE");
}

std::string StoreUrl::to_text() const {
    if (!postgresql) return "sqlite:" + location;
    std::string text = location;
    const std::size_t start = text.find("//") + 2;
    const std::size_t end = std::min(text.find_first_of("/?", start), text.size());
    const std::size_t at = text.substr(0, end).rfind('@');
    const std::size_t colon = text.find(':', start);
    if (at != std::string::npos && colon < at) text.erase(colon, at - colon);
    const std::size_t option = std::min(text.find("?password="), text.find("&password="));
    if (option == std::string::npos) return text;
    const std::size_t next = text.find('&', option + 1);
    return text.substr(0, option + 1) + (next == std::string::npos ? "" : text.substr(next + 1));
}

struct Database::Session {
    StoreUrl url;
    bool created = false;
    soci::session sql;
    std::unordered_map<const Statement*, std::unique_ptr<Query>> queries;

    // REQUIRES: `text` names no parameter.
    void run(const std::string& text) {
        try {
            sql << text;
        } catch (const soci::soci_error& error) {
            rethrow_as_error(error, url.to_text());
        }
    }
    // Where the connection is gone, so is its transaction: there is nothing left to roll back.
    void roll_back() noexcept {
        try {
            sql << "rollback";
        } catch (const soci::soci_error&) {
        }
    }
    long long number(const std::string& text) {
        try {
            long long result = 0;
            soci::indicator indicator = soci::i_null;
            sql << text, soci::into(result, indicator);
            return indicator == soci::i_ok ? result : 0;
        } catch (const soci::soci_error& error) {
            rethrow_as_error(error, url.to_text());
        }
    }

    void connect(Opening opening);
    void connect_sqlite(Opening opening);
    void connect_postgresql();
    bool has_schema();
    int schema();
    void check_schema(Opening opening);
    void begin_writing();
    void migrate();
};

void Database::Session::connect(Opening opening) {
    if (url.postgresql)
        connect_postgresql();
    else
        connect_sqlite(opening);
}

void Database::Session::connect_sqlite(Opening opening) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    if (fs::is_directory(url.location, ignored))
        throw ConfigError("the store " + url.location + " is a folder",
                          "name a file: --store sqlite:FOLDER/casekeeper.db");
    refuse_where_unreachable(url.location);
    if (!fs::exists(url.location, ignored)) {
        if (opening == Opening::existing)
            throw ConfigError("there is no store at " + url.location,
                              "make one with: casekeeper --store " + url.to_text() + " init");
        create_file(url.location);
        created = true;
    }
    prepare_sqlite();
    try {
        sql.open(*soci::factory_sqlite3(), "db=" + url.location);
        sqlite_api::sqlite3_busy_handler(
            static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_, wait_to_ask_again,
            nullptr);
    } catch (const soci::soci_error& error) {
        rethrow_as_error(error, url.to_text());
    }
    const long long id = number("pragma application_id");
    const bool empty = number("select count(*) from sqlite_master") == 0;
    if (id != application_id && !(id == 0 && empty))
        throw ConfigError(url.location + " is a database, but no store of casekeeper",
                          "check --store; make a new store with: casekeeper --store sqlite:OTHER-FILE init");
    if (empty && opening == Opening::create) {
        run("pragma application_id = " + std::to_string(application_id));
        run("pragma journal_mode = wal");
    }
    run("pragma foreign_keys = on");
    run("pragma secure_delete = on");
    run("pragma synchronous = full");
    run(usual_cache);
    run("pragma temp_store = file");
}

void Database::Session::connect_postgresql() {
    try {
        sql.open(soci::postgresql, connection_string(url.location));
    } catch (const soci::soci_error&) {
        throw UnavailableError("cannot reach the store at " + url.to_text(),
                               "check that the server runs and that the address in --store is right");
    }
    run("set client_min_messages to warning");
    run("set lock_timeout to '" + std::to_string(busy_seconds) + "s'");
}

bool Database::Session::has_schema() {
    if (!url.postgresql)
        return number("select count(*) from sqlite_master where name = 'store_property'") > 0;
    return number(
               "select count(*) from information_schema.tables where table_name = 'store_property' "
               "and table_schema = current_schema()") > 0;
}

int Database::Session::schema() {
    return has_schema() ? static_cast<int>(number("select cast(value as integer) from store_property "
                                                  "where name = 'schema'"))
                        : 0;
}

void Database::Session::check_schema(Opening opening) {
    const int found = schema();
    const int known = current_schema();
    if (found > known)
        throw ConfigError("the store was written by a newer casekeeper (schema " + std::to_string(found) +
                              ", this program knows " + std::to_string(known) + ")",
                          "use the newer casekeeper; this one left the store as it was");
    if (found == known) return;
    if (opening == Opening::existing)
        throw ConfigError(
            "the store has schema " + std::to_string(found) + ", this program needs " + std::to_string(known),
            "bring it up to date with: casekeeper --store " + url.to_text() + " init");
    migrate();
}

void Database::Session::begin_writing() {
    run(url.postgresql ? "begin" : "begin immediate");
    if (!url.postgresql) return;
    try {
        number("select 1 from pg_advisory_xact_lock(" + std::string(writer_lock) + ")");
    } catch (...) {
        roll_back();
        throw;
    }
}

// One transaction: a store has all of a schema or none of it. Another program may have migrated meanwhile.
void Database::Session::migrate() {
    begin_writing();
    try {
        const int from = schema();
        if (from == 0) run("create table store_property (name text primary key, value text not null)");
        for (int i = from; i < current_schema(); ++i) {
            const std::string text = text_of(sql::migrations[i], url.postgresql);
            for (std::size_t start = 0; start < text.size();) {
                const std::size_t end = std::min(text.find(';', start), text.size());
                run(text.substr(start, end - start));
                start = end + 1;
            }
        }
        run("delete from store_property where name = 'schema'");
        run("insert into store_property (name, value) values ('schema', '" +
            std::to_string(current_schema()) + "')");
        run("commit");
    } catch (...) {
        roll_back();
        throw;
    }
}

Database::Database(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Database::~Database() = default;

std::unique_ptr<Database> Database::open(const StoreUrl& url, Opening opening) {
    auto session = std::make_unique<Session>();
    session->url = url;
    session->connect(opening);
    session->check_schema(opening);
    return std::unique_ptr<Database>(new Database(std::move(session)));
}

bool Database::exists(const StoreUrl& url) {
    std::error_code failed;
    if (!url.postgresql) {
        refuse_where_unreachable(url.location);
        return std::filesystem::exists(url.location, failed);
    }
    Session session;
    session.url = url;
    session.connect_postgresql();
    return session.has_schema();
}

bool Database::is_postgresql() const {
    return session_->url.postgresql;
}
const StoreUrl& Database::url() const {
    return session_->url;
}
bool Database::was_created() const {
    return session_->created;
}
int Database::current_schema() {
    return static_cast<int>(std::size(sql::migrations));
}

Query& Database::query(const Statement& statement) {
    std::unique_ptr<Query>& known = session_->queries[&statement];
    if (!known)
        known = std::make_unique<Query>(std::make_unique<Query::Backend>(
            session_->sql, statement.name, text_of(statement, is_postgresql())));
    return *known;
}

bool Database::try_server_lock() {
    return session_->number("select case when pg_try_advisory_lock(" + std::string(run_lock) +
                            ") then 1 else 0 end") == 1;
}

void Database::release_server_lock() {
    session_->number("select case when pg_advisory_unlock(" + std::string(run_lock) + ") then 1 else 0 end");
}

LittleCache::LittleCache(Database& database) : database_(database) {
    if (!database.is_postgresql()) database.session_->run(little_cache);
}

LittleCache::~LittleCache() {
    try {
        if (!database_.is_postgresql()) database_.session_->run(usual_cache);
    } catch (const std::exception&) {  // slower, but as right as before
    }
}

UnitOfWork::UnitOfWork(Database& database, Kind kind) : database_(database) {
    Database::Session& session = *database.session_;
    if (kind == Kind::write)
        session.begin_writing();
    else
        session.run(session.url.postgresql ? "begin isolation level repeatable read read only" : "begin");
}

UnitOfWork::~UnitOfWork() {
    if (open_) database_.session_->roll_back();
}

void UnitOfWork::commit() {
    database_.session_->run("commit");
    open_ = false;
}

}  // namespace casekeeper
