// SPDX-License-Identifier: MIT
//
// A return written by a test into a folder of its own, loaded, and asked for what came of it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "intake/ssda903_source.h"

namespace casekeeper {

// Each test writes the rows that matter; header rows, columns and the rest are put round them.
class Ssda903Return : public testing::Test {
protected:
    Ssda903Return() { std::filesystem::create_directories(root_); }
    ~Ssda903Return() override { std::filesystem::remove_all(root_); }

    void write(const std::string& name, const std::string& text, const std::string& folder = "2018") {
        std::filesystem::create_directories(root_ / folder);
        std::ofstream(root_ / folder / name, std::ios::binary) << text;
    }
    void header(const std::string& rows = "7,1,05/06/2002,WBRI,A123456789012,,\n",
                const std::string& folder = "2018") {
        write("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + rows, folder);
    }
    // CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC
    void episodes(const std::string& rows, const std::string& folder = "2018") {
        write("episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n" + rows, folder);
    }
    void oc3(const std::string& in_touch) {
        write("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n7,05/06/2002," + in_touch + ",F1,B1\n");
    }
    void placed(const std::string& rows) {
        write("placed_for_adoption.csv",
              "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n" + rows);
    }

    Ssda903Source& load(const std::vector<std::string>& folders = {"2018"}) {
        std::vector<std::string> paths;
        for (const std::string& folder : folders) paths.push_back((root_ / folder).string());
        source_.emplace(paths, [this](const std::string&) { return known_; });
        findings_.clear();
        records_.clear();
        source_->examine([this](const Finding& finding) { findings_.push_back(finding); });
        for (const RecordType type : {RecordType::person, RecordType::involvement, RecordType::entry})
            source_->records(type, [&](SourcedRecord&& r) { records_.emplace(r.record.key(), r.record); });
        return *source_;
    }
    // "" for a field that is absent, "no record" for a record that is.
    std::string field(const std::string& id, const std::string& name) const {
        const auto found = records_.find(id);
        return found == records_.end() ? "no record" : found->second.value(name).value_or("");
    }
    // "error episodes.csv:2 message", in the order found.
    std::vector<std::string> said() const {
        std::vector<std::string> result;
        for (const Finding& f : findings_)
            result.push_back((f.severity == Severity::error ? "error " : "warning ") + f.file + ':' +
                             std::to_string(f.line) + ' ' + f.message);
        return result;
    }
    std::size_t count(const std::string& service) const {
        return static_cast<std::size_t>(std::count_if(records_.begin(), records_.end(), [&](const auto& r) {
            return r.second.type == RecordType::involvement && r.second.value("service") == service;
        }));
    }

    using Said = std::vector<std::string>;

    const std::filesystem::path root_ =
        std::filesystem::path(testing::TempDir()) / ("ssda903_" + std::to_string(getpid()));
    std::vector<KnownPeriod> known_;
    std::optional<Ssda903Source> source_;
    std::vector<Finding> findings_;
    std::map<std::string, Record> records_;
};

}  // namespace casekeeper
