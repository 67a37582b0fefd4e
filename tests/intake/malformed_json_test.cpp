// SPDX-License-Identifier: MIT
//
// JSONTestSuite's files, where the reference material lies at hand: n_ is not JSON, y_ is JSON but no record,
// i_ is either.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/errors.h"
#include "intake/bundle_source.h"
#include "intake/record_reader.h"

namespace casekeeper {
namespace {

std::filesystem::path folder_in(const char* shared) {
    return std::filesystem::path(shared) / "data" / "malformed" / "json";
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

// JSONTestSuite's files, where the reference material lies at hand: n_ is not JSON, y_ is JSON but no record,
// i_ is either; none may end in anything but a mistake.
TEST(MalformedJson, NoLineOfItIsARecord) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (!shared) GTEST_SKIP() << "CASEKEEPER_SHARED names no folder of reference material";
    RecordReader reader;
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder_in(shared))) {
        ++files;
        for (const std::string& line : lines_of(entry.path()))
            EXPECT_NE(reader.read(line).mistake, "") << entry.path().filename();
    }
    EXPECT_GT(files, 200);
}

// The same texts where a value stands: what is not JSON alone is not JSON inside.
TEST(MalformedJson, IsNotTakenAsAValue) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (!shared) GTEST_SKIP() << "CASEKEEPER_SHARED names no folder of reference material";
    RecordReader reader;
    for (const auto& entry : std::filesystem::directory_iterator(folder_in(shared))) {
        const std::string name = entry.path().filename().string();
        const std::vector<std::string> lines = lines_of(entry.path());
        if (lines.size() != 1) continue;
        const ReadLine read =
            reader.read(R"({"type":"person","id":"P1","family_name":"x","colour":)" + lines[0] + "}");
        if (name.starts_with("n_")) {
            EXPECT_FALSE(read.record) << name;
        }
        if (name.starts_with("y_")) {
            EXPECT_TRUE(read.record.has_value()) << name << ": " << read.mistake;
        }
    }
}

// Each of them is a bundle of which nothing loads.
TEST(MalformedJson, NothingLoadsFromItAsABundle) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (!shared) GTEST_SKIP() << "CASEKEEPER_SHARED names no folder of reference material";
    for (const auto& entry : std::filesystem::directory_iterator(folder_in(shared))) {
        BundleSource source({entry.path().string()});
        long findings = 0;
        try {
            source.examine([&](const Finding&) { ++findings; });
        } catch (const InputError&) {
            continue;
        }
        EXPECT_EQ(source.lines_rejected(), source.lines_read()) << entry.path().filename();
        EXPECT_EQ(findings, source.lines_read()) << entry.path().filename();
    }
}

}  // namespace
}  // namespace casekeeper
