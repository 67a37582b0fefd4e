// SPDX-License-Identifier: MIT
//
// The letters that are shipped are those that somebody writes.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "disclosure/access_forms.h"
#include "disclosure/pack_forms.h"
#include "disposal/request_forms.h"
#include "reports/privacy_statement_forms.h"

namespace casekeeper::test {
namespace {

TEST(ShippedLetters, AreThoseThatTheServicesWrite) {
    std::multiset<std::string> used;
    for (const std::span<const LetterForm> forms :
         {request_forms(), access_forms(), pack_forms(), notice_forms()})
        for (const LetterForm& form : forms) used.insert(form.name + ".txt");
    std::multiset<std::string> shipped;
    for (const auto& file : std::filesystem::directory_iterator(CASEKEEPER_SOURCE "/config/letters"))
        shipped.insert(file.path().filename());
    EXPECT_EQ(shipped, used);
}

}  // namespace
}  // namespace casekeeper::test
