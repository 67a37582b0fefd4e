// SPDX-License-Identifier: MIT
//
// A store of either engine with a small schedule adopted, for the services above it: lines of a bundle go in
// by the importer, nights are run on it.
#pragma once

#include <string>
#include <vector>

#include "intake/importer.h"
#include "retention/evaluation.h"
#include "support/test_store.h"

namespace casekeeper::test {

// One line of each: what is not said has a usual value.
std::string person(const std::string& id, const std::string& more = "");
std::string involvement(const std::string& id, const std::string& of, const std::string& more = "");
std::string entry(const std::string& id, const std::string& of, const std::string& more = "");

class LoadedStoreTest : public StoreTest {
protected:
    void SetUp() override;

    // Loads lines as one file of a bundle, records.jsonl, with what stands in the folder bundle/.
    ImportResult load(const std::vector<std::string>& lines, bool check_only = false);
    ImportResult load_folder(const std::string& path, bool check_only = false);
    // The same under another name than ruth's.
    ImportResult load_by(const std::string& name, const std::vector<std::string>& lines) {
        loader_ = name;
        ImportResult result = load(lines);
        loader_ = "ruth";
        return result;
    }
    // The findings of a load as "LINE: severity: message".
    std::vector<std::string> findings_of(const std::vector<std::string>& lines);
    static std::vector<std::string> texts_of(const ImportResult& result);
    // Brings the decisions up to date.
    EvaluationResult night(const std::string& on = "2026-11-23", bool dry_run = false);
    std::vector<std::string> stale() const;
    void adopt(const std::string& schedule);
    std::string documents() const { return folder.path("documents"); }

private:
    std::string loader_ = "ruth";
};

}  // namespace casekeeper::test
