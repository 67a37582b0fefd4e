// SPDX-License-Identifier: MIT
//
// A store whose register grows by lines that say little, with its mirror and its keys in a folder elsewhere.
#pragma once

#include <string>

#include "custody/register.h"
#include "support/test_store.h"

namespace casekeeper::test {

class RegisterWorld : public StoreTest {
protected:
    void append(const std::string& kind = "load", const std::string& facts = R"({"read":3})") {
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        RegisterStore(database()).append({"2026-11-23T03:00:00Z", kind, "ruth", facts});
        work.commit();
    }
    // So many lines more, all of them mirrored.
    void mirror(int lines) {
        for (int i = 0; i < lines; ++i) append();
        reg().bring_mirror_up_to_date();
    }
    // The number of the line that signs the head.
    long long sign_head() { return reg().checkpoint("ruth", "2026-11-23T04:00:00Z"); }
    Register reg() { return Register(database(), places()); }
    KeptLine line(long long number) { return RegisterStore(database()).line(number).value(); }

    RegisterPlaces places() const { return {mirror_file(), folder.path("elsewhere/keys")}; }
    std::string mirror_file() const { return folder.path("elsewhere/mirror.jsonl"); }
    std::string mirrored() const { return bytes_of(mirror_file()); }
    void write_mirror(const std::string& text) const { folder.write("elsewhere/mirror.jsonl", text); }
    void update(const std::string& statement) const { sql(statement + " returning 'done'"); }

    std::string state() { return to_text(reg().compare()); }
    // What verification says: "intact even", "broken differs", …
    std::string verified() {
        const Register::Verification said = reg().verify();
        EXPECT_EQ(said.findings.empty(), said.intact && !said.mirror_broken);
        return (said.intact ? "intact " : "broken ") + said.mirror;
    }
    // Where it breaks first, "register 2: what"; empty where it does not.
    std::string first_break() {
        const Register::Verification said = reg().verify();
        if (said.findings.empty()) return "";
        const Finding& first = said.findings.front();
        return first.file + " " + std::to_string(first.line) + ": " + first.message;
    }
};

}  // namespace casekeeper::test
