// SPDX-License-Identifier: MIT
//
// A pack made in this process with everything real, but for what a test breaks of the tools it is made with.
#pragma once

#include <functional>
#include <string>

#include "app/configured.h"
#include "custody/register.h"
#include "disclosure/pack_tools.h"
#include "support/access_world.h"

namespace casekeeper::test {

class PackBench : public AccessWorld {
protected:
    using Break = std::function<void(PackTools& tools)>;

    void SetUp() override {
        AccessWorld::SetUp();
        if (IsSkipped()) return;
        configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) +
                                         "[packs]\nfolder = \"" + packs() + "\"\n");
    }
    // "done", or the error it stops with.
    std::string assemble(const std::string& request, const Break& broken, long long volume_pages = 1000) {
        const std::string config = folder.path("config");
        Register reg(database(), {url().location + ".register.jsonl", url().location + ".keys"});
        const Actor actor{"dana", this_account(), {Role::dpo}, "", true};
        const SignedAct act{"dana", "2026-11-23T03:00:00Z", today, reg.pseudonyms()};
        const ScheduleInForce in_force = schedule_in_force(database());
        const ReleaseRules rules = configured_release_rules(config, in_force.catalogue);
        ReadingTools reading(database(), config, "/usr/share/dict/british-english", folder.path("documents"));
        AccessReviewer reviewer(database(), rules, in_force.catalogue, reading.for_review());
        PackWorkshop workshop(config, reading, configured_glossary(config), folder.path("documents"));
        PackTools tools = workshop.tools();
        broken(tools);
        PackAssembler assembler(database(), reg, in_force, rules, reviewer,
                                {packs(), volume_pages, 90, "Test Trust", "dpo@trust.example", {}},
                                std::move(tools), actor, act);
        try {
            assembler.assemble(request);
            return "done";
        } catch (const std::exception& error) {
            return error.what();
        }
    }
    // It stops, for a reason that has these words, and all is as it was: the store, and the packs made before.
    void expect_none(const std::string& request, const Break& broken, const std::string& words) {
        const std::string before = everything();
        const std::string packs_before = contents_of(packs());
        const std::string said = assemble(request, broken);
        EXPECT_NE(said, "done");
        EXPECT_TRUE(has(said, words)) << said;
        EXPECT_TRUE(everything() == before) << "the store was changed";
        EXPECT_TRUE(contents_of(packs()) == packs_before) << "something is left of it";
    }
    std::string packs() const { return folder.path("packs"); }
    std::string pack_folder(const std::string& request) const {
        return sql_value("select coalesce(folder, '-') from access_pack where request = '" + request + "'");
    }
};

}  // namespace casekeeper::test
