// SPDX-License-Identifier: MIT
#include "intake/bundle_source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/errors.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;

constexpr char person_1[] = R"({"type":"person","id":"P1","family_name":"Okoro"})";
constexpr char person_2[] = R"({"type":"person","id":"P2","family_name":"Haile"})";
constexpr char person_1_other[] = R"({"type":"person","id":"P1","family_name":"Byrne"})";
constexpr char hello_sha256[] = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

class Bundle : public testing::Test {
protected:
    void SetUp() override {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    // Examines the folder, or the paths given.
    BundleSource& examined(std::vector<std::string> paths = {},
                           std::size_t longest = BundleSource::longest_line) {
        findings_.clear();
        if (paths.empty()) paths.push_back(folder_.string());
        source_ = std::make_unique<BundleSource>(std::move(paths), longest);
        source_->examine([&](const Finding& finding) {
            findings_.push_back(finding.file + ":" + std::to_string(finding.line) + ": " + finding.message);
        });
        return *source_;
    }
    static std::vector<SourcedRecord> all(BundleSource& source, RecordType type) {
        std::vector<SourcedRecord> records;
        source.records(type, [&](SourcedRecord&& record) { records.push_back(std::move(record)); });
        return records;
    }
    std::string people(BundleSource& source) const {
        std::string text;
        for (const SourcedRecord& sourced : all(source, RecordType::person))
            text += sourced.record.key() + "@" + sourced.place.file + ":" +
                    std::to_string(sourced.place.line) + " ";
        return text;
    }
    // What examining says on its way out.
    std::string refusal(std::vector<std::string> paths = {}) {
        try {
            examined(std::move(paths));
        } catch (const InputError& error) {
            EXPECT_NE(error.hint(), "");
            return error.what();
        }
        return "";
    }
    void write_document_line(const std::string& file, const std::string& more = "") const {
        write("d.jsonl", R"({"type":"document","id":"D1","entry":"E1","file":")" + file + "\"" + more + "}");
    }

    const fs::path folder_ = fs::path(testing::TempDir()) / ("bundle_test." + std::to_string(::getpid()));
    std::vector<std::string> findings_;
    std::unique_ptr<BundleSource> source_;
};

using Lines = std::vector<std::string>;

TEST_F(Bundle, FilesAreReadInByteOrderOfTheirNames) {
    write("b.jsonl", person_1);
    write("B.jsonl", std::string(person_2) + "\n");
    write("notes.txt", "not a line file");
    write(".hidden.jsonl", "left behind");
    BundleSource& source = examined();
    EXPECT_EQ(people(source), "P2@B.jsonl:1 P1@b.jsonl:1 ");
    EXPECT_EQ(findings_, Lines{});
    EXPECT_EQ(source.lines_read(), 2);
    EXPECT_EQ(source.lines_rejected(), 0);
    EXPECT_EQ(source.digest(), sha256_of(std::string(person_2) + "\n" + person_1));
}

TEST_F(Bundle, MarksAndAnyLineEndsAndBlankLinesAreTaken) {
    write("a.jsonl", std::string("\xEF\xBB\xBF") + person_1 + "\r\n\r\n \t\n" + person_2);
    EXPECT_EQ(people(examined()), "P1@a.jsonl:1 P2@a.jsonl:4 ");
    EXPECT_EQ(source_->lines_read(), 2);
}

TEST_F(Bundle, BadLinesAreFindingsOnceAndTheOthersLoad) {
    write("a.jsonl", std::string("{\"type\":\n") + person_1 + "\n[]\n" + "\xff\n" + person_2 + "\n");
    BundleSource& source = examined();
    EXPECT_EQ(findings_, (Lines{"a.jsonl:1: not JSON: is the line cut off, or two lines joined?",
                                "a.jsonl:3: no JSON object: a line is {\"type\":\"person\",...}",
                                "a.jsonl:4: not UTF-8: save the file as UTF-8"}));
    EXPECT_EQ(people(source), "P1@a.jsonl:2 P2@a.jsonl:5 ");
    EXPECT_EQ(people(source), "P1@a.jsonl:2 P2@a.jsonl:5 ");
    EXPECT_EQ(findings_.size(), 3U);
    EXPECT_EQ(source.lines_read(), 5);
    EXPECT_EQ(source.lines_rejected(), 3);
}

TEST_F(Bundle, UnknownKeysAreWarnedOfOnce) {
    write(
        "a.jsonl",
        R"({"type":"person","id":"P1","family_name":"x","colour":1,"contacts":[{"kind":"a","value":"b","z":1}]})");
    EXPECT_EQ(people(examined()), "P1@a.jsonl:1 ");
    EXPECT_EQ(findings_, Lines{"a.jsonl:1: person P1: unknown keys colour; contacts item 1, z"});
    EXPECT_EQ(source_->lines_rejected(), 0);
}

TEST_F(Bundle, ALongLineIsAFindingAndTheNextIsRead) {
    const std::string long_line(2'000'000, 'x');
    write("a.jsonl", long_line + "\n" + person_1 + "\n" + long_line + "\r\n" + person_2 + "\n" + long_line);
    EXPECT_EQ(people(examined()), "P1@a.jsonl:2 P2@a.jsonl:4 ");
    ASSERT_EQ(findings_.size(), 3U);
    EXPECT_EQ(findings_[0], "a.jsonl:1: longer than 1048576 bytes: put long texts into documents");
    EXPECT_EQ(source_->lines_read(), 5);
}

TEST_F(Bundle, TheLimitCountsTheLineWithoutItsEnd) {
    const std::string line = person_1;
    write("a.jsonl", line + "\r\n" + line + "\n");
    examined({}, line.size());
    EXPECT_EQ(findings_, Lines{});
    examined({}, line.size() - 1);
    EXPECT_EQ(findings_.size(), 2U);
}

TEST_F(Bundle, LinesMayStraddleTheBlocksTheyAreReadIn) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i)
        bytes += R"({"type":"person","id":"P)" + std::to_string(i) + R"(","family_name":")" +
                 std::string(static_cast<std::size_t>(i % 997), 'x') + "y\"}\n";
    write("a.jsonl", bytes);
    BundleSource& source = examined({}, 2000);
    EXPECT_EQ(all(source, RecordType::person).size(), 5000U);
    EXPECT_EQ(findings_, Lines{});
    EXPECT_EQ(source.digest(), sha256_of(bytes));
}

TEST_F(Bundle, TwoDifferentLinesOfOneKeyAreBothSetAside) {
    write("a.jsonl", std::string(person_1) + "\n" + person_2 + "\n");
    write("b.jsonl", std::string(person_1_other) + "\n" + person_1 + "\n");
    EXPECT_EQ(people(examined()), "P2@a.jsonl:2 ");
    EXPECT_EQ(
        findings_,
        (Lines{"a.jsonl:1: person P1 stands with other content at b.jsonl:1: keep one of the two lines",
               "b.jsonl:1: person P1 stands with other content at a.jsonl:1: keep one of the two lines",
               "b.jsonl:2: person P1 stands with other content at b.jsonl:1: keep one of the two lines"}));
    EXPECT_EQ(source_->lines_rejected(), 3);
}

TEST_F(Bundle, TheSameRowAgainIsKeptOnceWithoutAWord) {
    write("a.jsonl", std::string(person_1) + "\n" + person_1 + "\n");
    write("b.jsonl", R"({ "family_name":"Okoro", "id":"P1", "type":"person", "died":null })");
    EXPECT_EQ(people(examined()), "P1@a.jsonl:1 ");
    EXPECT_EQ(findings_, Lines{});
    EXPECT_EQ(source_->lines_rejected(), 0);
}

TEST_F(Bundle, TheSameIdOfAnotherTypeIsNoRepeat) {
    write("a.jsonl",
          std::string(person_1) + "\n" + R"({"type":"professional","id":"P1","name":"Pat","kind":"health"})");
    EXPECT_EQ(people(examined()), "P1@a.jsonl:1 ");
    EXPECT_EQ(all(*source_, RecordType::professional).size(), 1U);
}

TEST_F(Bundle, RelationshipsGoByPersonKindAndOther) {
    const std::string start = R"({"type":"relationship","person":"P1","kind":"sibling",)";
    write("a.jsonl", start + "\"other\":\"P2\"}\n" + start + "\"name\":\"P2\"}\n" + start +
                         "\"other\":\"P3\"}\n" + start + "\"other\":\"P3\",\"known_to_subject\":true}\n");
    EXPECT_EQ(all(examined(), RecordType::relationship).size(), 2U);
    EXPECT_EQ(findings_.size(), 2U);
}

TEST_F(Bundle, ASingleFileMayBeNamedAndSeveralPaths) {
    write("one/a.jsonl", person_1);
    write("two/a.jsonl", person_2);
    EXPECT_EQ(people(examined({path("one/a.jsonl")})), "P1@a.jsonl:1 ");
    const std::string several = people(examined({path("one/"), path("two/a.jsonl")}));
    EXPECT_EQ(several, "P1@" + path("one/a.jsonl") + ":1 P2@" + path("two/a.jsonl") + ":1 ");
}

TEST_F(Bundle, WhatIsNoBundleIsRefused) {
    EXPECT_EQ(refusal({path("none")}), "there is no " + path("none"));
    EXPECT_EQ(refusal(), "there is no *.jsonl file in the folder " + folder_.string());
    EXPECT_NE(refusal({"/dev/null"}), "");
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    EXPECT_NE(refusal({path("pipe")}), "");
    fs::create_directory(folder_ / "a.jsonl");
    EXPECT_EQ(refusal(), path("a.jsonl") + " is no regular file");
}

TEST_F(Bundle, ALinkInTheFolderIsRefused) {
    write("elsewhere/a.jsonl", person_1);
    fs::create_symlink(path("elsewhere/a.jsonl"), folder_ / "b.jsonl");
    EXPECT_EQ(refusal(), path("b.jsonl") + " is a symbolic link");
}

TEST_F(Bundle, AFileWithoutPermissionIsRefused) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    write("a.jsonl", person_1);
    fs::permissions(folder_ / "a.jsonl", fs::perms::none);
    EXPECT_EQ(refusal(), "no permission to read " + path("a.jsonl"));
}

TEST_F(Bundle, OtherEncodingsAreRefused) {
    write("a.jsonl", std::string("\xFF\xFE{\0\"\0", 6));
    EXPECT_EQ(refusal(), "a.jsonl is UTF-16 or UTF-32, not UTF-8");
    write("a.jsonl", std::string("{\0\"\0t\0", 6));
    EXPECT_EQ(refusal(), "a.jsonl is no text in UTF-8");
    write("a.jsonl", "{\"type\":\"Si\xE2n\"}\n{\"type\":\"\xC3\"}\n");
    EXPECT_EQ(refusal(), "a.jsonl has no line in UTF-8");
    EXPECT_EQ(findings_, Lines{});
}

TEST_F(Bundle, AnEmptyFileHoldsNothing) {
    write("a.jsonl", "");
    write("b.jsonl", "\xEF\xBB\xBF");
    write("c.jsonl", "\n\n");
    EXPECT_EQ(people(examined()), "");
    EXPECT_EQ(source_->lines_read(), 0);
}

TEST_F(Bundle, AFileThatChangesBetweenThePassesIsRefused) {
    write("a.jsonl", person_1);
    BundleSource& source = examined();
    write("a.jsonl", std::string(person_1) + "\n");
    EXPECT_THROW(people(source), InputError);
}

TEST_F(Bundle, DocumentsAreFoundAndDigested) {
    write("documents/a.txt", "hello");
    write_document_line("documents/a.txt");
    const std::vector<SourcedRecord> documents = all(examined(), RecordType::document);
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].document_path, path("documents/a.txt"));
    EXPECT_EQ(documents[0].record.value("sha256"), hello_sha256);
    write_document_line("documents/a.txt", std::string(",\"sha256\":\"") + hello_sha256 + "\"");
    EXPECT_EQ(all(examined(), RecordType::document).size(), 1U);
    EXPECT_EQ(findings_, Lines{});
}

TEST_F(Bundle, ADocumentUnlikeItsDigestIsSetAside) {
    write("a.txt", "hello!");
    write_document_line("a.txt", std::string(",\"sha256\":\"") + hello_sha256 + "\"");
    EXPECT_EQ(all(examined(), RecordType::document).size(), 0U);
    EXPECT_EQ(findings_,
              Lines{"d.jsonl:1: document D1: the file a.txt is unlike its sha256: the file was changed, "
                    "or the digest is another's"});
    EXPECT_EQ(source_->lines_rejected(), 1);
}

TEST_F(Bundle, DocumentsMustLieInTheBundleWithoutLinks) {
    write("outside/a.txt", "hello");
    write("in/real/a.txt", "hello");
    fs::create_symlink(path("outside/a.txt"), folder_ / "in" / "link.txt");
    fs::create_directory_symlink(path("outside"), folder_ / "in" / "linked");
    for (const std::string bad :
         {"../outside/a.txt", "real/../../outside/a.txt", "/etc/passwd", "link.txt", "linked/a.txt", "real",
          "none.txt", "real/a.txt/b", "real//a.txt", "./real/a.txt", "real/"}) {
        write("in/d.jsonl", R"({"type":"document","id":"D1","entry":"E1","file":")" + bad + "\"}");
        examined({path("in")});
        EXPECT_EQ(findings_.size(), 1U) << bad;
        EXPECT_EQ(all(*source_, RecordType::document).size(), 0U) << bad;
    }
    write("in/d.jsonl", R"({"type":"document","id":"D1","entry":"E1","file":"real/a.txt"})");
    EXPECT_EQ(all(examined({path("in")}), RecordType::document).size(), 1U);
}

TEST_F(Bundle, ADocumentMissingInOneBundleMayLieInAnother) {
    const std::string line = R"({"type":"document","id":"D1","entry":"E1","file":"a.txt"})";
    write("one/d.jsonl", line);
    write("two/d.jsonl", line);
    write("two/a.txt", "hello");
    const std::vector<SourcedRecord> documents =
        all(examined({path("one"), path("two")}), RecordType::document);
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].document_path, path("two/a.txt"));
    EXPECT_EQ(findings_.size(), 1U);
}

TEST_F(Bundle, ADocumentThatGoesBetweenThePassesIsRefused) {
    write("a.txt", "hello");
    write_document_line("a.txt");
    BundleSource& source = examined();
    fs::remove(folder_ / "a.txt");
    EXPECT_THROW(all(source, RecordType::document), InputError);
}

}  // namespace
}  // namespace casekeeper
