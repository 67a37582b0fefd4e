// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <sys/stat.h>

#include <deque>
#include <filesystem>

#include "sql_statements.h"
#include "support/test_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class DatabaseTest : public StoreTest {
protected:
    std::string opening(Opening how = Opening::existing) const {
        return error_of([&] { Database::open(url(), how); });
    }
    std::string hint(Opening how = Opening::existing) const {
        return hint_of([&] { Database::open(url(), how); });
    }
    // Writes a row, in whatever unit of work there is.
    static void note(Database& in, const std::string& event) {
        in.query(sql::system::add_recorded_event).set("name", event).run();
    }
    static std::size_t notes(Database& in) {
        std::size_t rows = 0;
        in.query(sql::facts::recorded_events).each(1, [&](const Row&) { ++rows; });
        return rows;
    }
    void set_schema(const std::string& number) const {
        sql("update store_property set value = '" + number + "' where name = 'schema'");
    }
    std::string tables() const {
        return sql_value(on_postgresql() ? "select count(*) from information_schema.tables "
                                           "where table_schema = current_schema()"
                                         : "select count(*) from sqlite_master");
    }
    // A store as it was when the product had only so many migrations.
    void make_schema(int migrations) const {
        if (on_postgresql()) {
            for (const std::string& table : sql("select table_name from information_schema.tables where "
                                                "table_schema = current_schema()"))
                sql("drop table " + table + " cascade");
            sql("drop domain if exists plain_text");
        } else {
            fs::remove_all(fs::path(url().location).parent_path());
            fs::create_directories(fs::path(url().location).parent_path());
            sql("pragma application_id = " + std::to_string(0x43534b50));
        }
        sql("create table store_property (name text primary key, value text not null)");
        sql("insert into store_property (name, value) values ('schema', '" + std::to_string(migrations) +
            "')");
        for (int i = 0; i < migrations; ++i) {
            const std::string text =
                on_postgresql() ? sql::migrations[i].postgresql : sql::migrations[i].sqlite;
            for (std::size_t start = 0; start < text.size();) {
                const std::size_t end = std::min(text.find(';', start), text.size());
                sql(text.substr(start, end - start));
                start = end + 1;
            }
        }
    }
};
CASEKEEPER_ON_BOTH_ENGINES(DatabaseTest);

class SqliteDatabaseTest : public DatabaseTest {
protected:
    // What the product's own connection has set.
    std::string pragma(const char* text) {
        statements_.push_back({"pragma", text, text});  // a statement is known by where it lies
        return database().query(statements_.back()).value().value_or("-");
    }
    std::deque<Statement> statements_;
    void write_file(const std::string& bytes) const { folder.write("store/casekeeper.db", bytes); }
};
CASEKEEPER_ON_SQLITE(SqliteDatabaseTest);

TEST_P(DatabaseTest, HasTheCurrentSchemaOnceMade) {
    database();
    EXPECT_EQ(sql_value("select value from store_property where name = 'schema'"),
              std::to_string(Database::current_schema()));
}

TEST_P(DatabaseTest, IsOpenedAgainAsItWas) {
    database();
    sql("insert into person (id, family_name) values ('P1', 'Okoro')");
    close();
    EXPECT_EQ(opening(), "done");
    EXPECT_EQ(opening(Opening::create), "done");
    EXPECT_EQ(sql_value("select family_name from person"), "Okoro");
}

TEST_P(DatabaseTest, RefusesANewerSchemaAndLeavesItAsItWas) {
    database();
    close();
    set_schema("9999");
    const std::string before = tables();
    for (const Opening how : {Opening::existing, Opening::create}) {
        EXPECT_EQ(opening(how),
                  "78: the store was written by a newer casekeeper (schema 9999, this program knows " +
                      std::to_string(Database::current_schema()) + ")");
        EXPECT_EQ(hint(how), "use the newer casekeeper; this one left the store as it was");
    }
    EXPECT_EQ(tables(), before);
    EXPECT_EQ(sql_value("select value from store_property where name = 'schema'"), "9999");
}

TEST_P(DatabaseTest, RefusesAnOlderSchemaAndSaysInit) {
    database();
    close();
    set_schema("1");
    EXPECT_EQ(opening(),
              "78: the store has schema 1, this program needs " + std::to_string(Database::current_schema()));
    EXPECT_NE(hint().find("casekeeper --store " + url().to_text() + " init"), std::string::npos);
    EXPECT_EQ(sql_value("select value from store_property where name = 'schema'"), "1");
}

TEST_P(DatabaseTest, LeavesNothingOfAMigrationThatFails) {
    // A table in the way of a late migration.
    database();
    close();
    for (const char* table : {"approval", "handover", "proposal"}) sql(std::string("drop table ") + table);
    int from = 0;
    while (std::string_view(sql::migrations[from].name) != "016_findings_by_thing") ++from;
    set_schema(std::to_string(from));
    const std::string before = tables();
    EXPECT_EQ(opening(Opening::create).substr(0, 2), "70");
    EXPECT_EQ(tables(), before);
    EXPECT_EQ(sql_value("select value from store_property where name = 'schema'"), std::to_string(from));
}

TEST_P(DatabaseTest, MigratesFromEveryEarlierSchema) {
    for (int from = 1; from < Database::current_schema(); ++from) {
        make_schema(from);
        EXPECT_EQ(opening(Opening::create), "done") << "from schema " << from;
        EXPECT_EQ(sql_value("select value from store_property where name = 'schema'"),
                  std::to_string(Database::current_schema()));
    }
}

TEST_P(DatabaseTest, AMigrationFindsWhoHasAProtectedPlace) {
    int from = 0;
    while (std::string_view(sql::migrations[from].name) != "009_protected_places") ++from;
    make_schema(from);
    for (const char* places :
         {R"('P1', '[{"lines":["x"],"protected":true}]', null)", R"('P2', '[{"lines":["x"]}]', null)",
          R"('P3', '[{"lines":["x"],"protected_from":["P2"]}]', null)", "'P4', null, null",
          R"('P5', null, '[{"kind":"x","value":"y","protected":true}]')",
          R"('P6', null, '[{"kind":"x","value":"protected: true"}]')"})
        sql(std::string("insert into person (family_name, id, addresses, contacts) values ('X', ") + places +
            ")");
    EXPECT_EQ(opening(Opening::create), "done");
    EXPECT_EQ(sql("select person from person_with_protected_place order by person"),
              (std::vector<std::string>{"P1", "P3", "P5"}));
}

TEST_P(DatabaseTest, KeepsWhatAUnitOfWorkCommittedAndNothingElse) {
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        note(database(), "P1");
        work.commit();
    }
    {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        note(database(), "P2");
    }
    EXPECT_EQ(sql("select name from recorded_event"), std::vector<std::string>{"P1"});
}

TEST_P(DatabaseTest, KeepsNamesApartByTheirBytes) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    for (const char* id : {"b", "B", "a", "ä", "A", "_"}) note(database(), id);
    work.commit();
    EXPECT_EQ(sql("select name from recorded_event order by name"),
              (std::vector<std::string>{"A", "B", "_", "a", "b", "ä"}));
}

TEST_P(DatabaseTest, StaysUsableAfterAStatementFailed) {
    const Statement wrong{"wrong", "select nothing from nowhere", "select nothing from nowhere"};
    const std::string error = error_of([&] { database().query(wrong).number(); });
    EXPECT_EQ(error.substr(0, 29), "70: the store refused wrong: ");
    EXPECT_EQ(notes(database()), 0U);
}

// Waits out the ten seconds that a busy store is waited for.
TEST_P(DatabaseTest, SaysBusyWhereAnotherProgramKeepsItLocked) {
    database();
    const std::unique_ptr<Database> other = another();
    const UnitOfWork holds_it(*other, UnitOfWork::Kind::write);
    EXPECT_EQ(error_of([&] { UnitOfWork(database(), UnitOfWork::Kind::write); }).substr(0, 27),
              "75: the store stayed busy (");
}

TEST_P(DatabaseTest, CanBeReadWhileAnotherProgramWrites) {
    database();
    const std::unique_ptr<Database> other = another();
    UnitOfWork work(*other, UnitOfWork::Kind::write);
    note(*other, "P1");
    const UnitOfWork reading(database(), UnitOfWork::Kind::snapshot);
    EXPECT_EQ(notes(database()), 0U);
    work.commit();
    EXPECT_EQ(notes(*another()), 1U);
}

TEST_P(DatabaseTest, ReadsOneMomentsTruthInAUnitOfWork) {
    database();
    const std::unique_ptr<Database> other = another();
    const UnitOfWork reading(database(), UnitOfWork::Kind::snapshot);
    EXPECT_EQ(notes(database()), 0U);
    UnitOfWork work(*other, UnitOfWork::Kind::write);
    note(*other, "P1");
    work.commit();
    EXPECT_EQ(notes(database()), 0U);
}

TEST_P(SqliteDatabaseTest, MakesAFileAndAFolderForThisAccountOnly) {
    ::umask(022);
    database();
    EXPECT_TRUE(database().was_created());
    EXPECT_EQ(mode_of(url().location), "600");
    EXPECT_EQ(mode_of(folder.path("store")), "700");
}

TEST_P(SqliteDatabaseTest, KeepsTheLogBesideItForThisAccountOnly) {
    UnitOfWork work(database(), UnitOfWork::Kind::write);
    note(database(), "P1");
    work.commit();
    EXPECT_EQ(mode_of(url().location + "-wal"), "600");
    EXPECT_EQ(mode_of(url().location + "-shm"), "600");
}

TEST_P(SqliteDatabaseTest, WritesAheadErasesForGoodAndHoldsForeignKeys) {
    EXPECT_EQ(pragma("pragma journal_mode"), "wal");
    EXPECT_EQ(pragma("pragma secure_delete"), "1");
    EXPECT_EQ(pragma("pragma foreign_keys"), "1");
    EXPECT_EQ(pragma("pragma synchronous"), "2");
    EXPECT_EQ(pragma("pragma application_id"), std::to_string(0x43534b50));
}

TEST_P(SqliteDatabaseTest, KeepsLittleInMemoryWhereItIsSaidAndAsMuchAsBeforeAfterwards) {
    const std::string usual = pragma("pragma cache_size");
    {
        const LittleCache sparing(database());
        EXPECT_EQ(pragma("pragma cache_size"), "-2000");
    }
    EXPECT_EQ(pragma("pragma cache_size"), usual);
    EXPECT_EQ(usual, "-32000");
}

TEST_P(SqliteDatabaseTest, RefusesAnotherProgramsDatabase) {
    fs::create_directories(folder.path("store"));
    sql("create table accounts (name text)");
    for (const Opening how : {Opening::existing, Opening::create})
        EXPECT_EQ(opening(how), "78: " + url().location + " is a database, but no store of casekeeper");
    EXPECT_EQ(tables(), "1");
}

TEST_P(SqliteDatabaseTest, RefusesAFileThatIsNoDatabase) {
    write_file("id,name\n1,Okoro\n" + std::string(5000, 'x'));
    for (const Opening how : {Opening::existing, Opening::create})
        EXPECT_EQ(opening(how).substr(0, 40), "78: the file is no store, or is damaged ");
    EXPECT_EQ(bytes_of(url().location).substr(0, 8), "id,name\n");
}

TEST_P(SqliteDatabaseTest, RefusesAFolder) {
    fs::create_directories(url().location);
    for (const Opening how : {Opening::existing, Opening::create})
        EXPECT_EQ(opening(how), "78: the store " + url().location + " is a folder");
}

TEST_P(SqliteDatabaseTest, SaysHowToMakeAStoreThatIsMissing) {
    EXPECT_EQ(opening(), "78: there is no store at " + url().location);
    EXPECT_EQ(hint(), "make one with: casekeeper --store sqlite:" + url().location + " init");
    EXPECT_FALSE(fs::exists(folder.path("store")));
}

TEST_P(SqliteDatabaseTest, RefusesATruncatedStore) {
    database();
    close();
    fs::resize_file(url().location, 6000);
    EXPECT_EQ(opening().substr(0, 2), "78");
}

TEST_P(SqliteDatabaseTest, CannotBeMadeWhereNobodyCanWrite) {
    folder.write("a-file", "");
    const std::string beneath_a_file = folder.path("a-file/casekeeper");
    EXPECT_EQ(error_of([&] {
                  Database::open({false, beneath_a_file + "/casekeeper.db"}, Opening::create);
              }),
              "73: cannot make the folder " + beneath_a_file);
}

TEST_P(SqliteDatabaseTest, TakesAnEmptyFileForANewStore) {
    write_file("");
    EXPECT_EQ(opening().substr(0, 32), "78: the store has schema 0, this");
    EXPECT_EQ(opening(Opening::create), "done");
    EXPECT_EQ(opening(), "done");
}

TEST(StoreUrl, IsAFileOrAServer) {
    EXPECT_EQ(StoreUrl::parse("sqlite:/a/b.db").location, "/a/b.db");
    EXPECT_TRUE(StoreUrl::parse("postgresql://me@there/records").postgresql);
    for (const char* wrong : {"", "sqlite:", "/a/b.db", "mysql://me@there/records", "postgresql:records"})
        EXPECT_EQ(error_of([&] { StoreUrl::parse(wrong); }),
                  "64: \"" + std::string(wrong) + "\" is no store");
}

TEST(StoreUrl, ShowsNoPassword) {
    EXPECT_EQ(StoreUrl::parse("postgresql://me:secret@there:5432/records").to_text(),
              "postgresql://me@there:5432/records");
    EXPECT_EQ(StoreUrl::parse("postgresql://me@there:5432/records").to_text(),
              "postgresql://me@there:5432/records");
}

TEST(StoreUrl, ShowsNoPasswordGivenAsAnOption) {
    EXPECT_EQ(StoreUrl::parse("postgresql://me@there/records?password=secret&sslmode=require").to_text(),
              "postgresql://me@there/records?sslmode=require");
    EXPECT_EQ(StoreUrl::parse("postgresql://me:p@ss:word@there/records").to_text(),
              "postgresql://me@there/records");
}

TEST(Database, SaysWhichServerDoesNotAnswer) {
    EXPECT_EQ(error_of([] {
                  Database::open({true, "postgresql://me:secret@127.0.0.1:1/records"}, Opening::existing);
              }),
              "69: cannot reach the store at postgresql://me@127.0.0.1:1/records");
}

}  // namespace
}  // namespace casekeeper::test
