// SPDX-License-Identifier: MIT
#include "disclosure/pack_night.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/errors.h"
#include "custody/access_release.h"
#include "disclosure/access_listing.h"
#include "disclosure/pack_assembler.h"
#include "policy/access_workflow.h"
#include "store/access_store.h"

namespace casekeeper {
namespace {

namespace fs = std::filesystem;
constexpr int requests_a_page = 500;

std::optional<Date> due_day_of(Database& database, const AccessCase& one, const BankHolidays& holidays) {
    try {
        return clock_of(database, one, holidays).due_on;
    } catch (const ConfigError&) {  // no known bank holidays so late: the report says so
        return std::nullopt;
    }
}

bool is_sooner(const WantedPack& a, const WantedPack& b) {
    return std::tuple(!a.due_on, a.due_on, a.request) < std::tuple(!b.due_on, b.due_on, b.request);
}

}  // namespace

bool has_its_files(const StoredPack& pack) {
    if (!pack.folder) return false;
    const std::vector<PackFile> files = files_of(pack);
    return !files.empty() && std::all_of(files.begin(), files.end(), [&](const PackFile& file) {
        std::error_code failed;
        const auto bytes = fs::file_size(*pack.folder + "/" + file.name, failed);
        return !failed && static_cast<long long>(bytes) == file.bytes;
    });
}

std::vector<WantedPack> wanted_packs(Database& database, const BankHolidays& holidays,
                                     const std::set<std::string>& ended) {
    AccessStore cases(database);
    PackStore packs(database);
    std::vector<WantedPack> wanted;
    for (const AccessState state : {AccessState::decided, AccessState::signed_off})
        for (auto page = cases.in_state(to_text(state), "", requests_a_page); !page.empty();
             page = cases.in_state(to_text(state), page.back().request, requests_a_page))
            for (const AccessCase& one : page) {
                const std::optional<StoredPack> pack = packs.find(one.request);
                const bool is_there = pack && !ended.contains(one.request) &&
                                      pack->made_of == made_of(one, cases.items(one.request)) &&
                                      has_its_files(*pack);
                if (!is_there) wanted.push_back({one.request, due_day_of(database, one, holidays)});
            }
    std::sort(wanted.begin(), wanted.end(), is_sooner);
    return wanted;
}

}  // namespace casekeeper
