// SPDX-License-Identifier: MIT
#include "custody/key_files.h"

#include <sys/stat.h>

#include <filesystem>
#include <thread>
#include <vector>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

class KeyFilesTest : public testing::Test {
protected:
    std::string keys() const { return folder.path("apart/keys"); }
    std::string file(const std::string& name) const { return keys() + "/" + name; }
    std::string error_of_register_key() const {
        return error_of([&] { register_key(keys()); });
    }
    TemporaryFolder folder;
};

TEST_F(KeyFilesTest, AKeyIsMadeOnceAndThenRead) {
    const RegisterKey made = register_key(keys());
    EXPECT_EQ(made.key.size(), 64U);
    EXPECT_EQ(made.salt.size(), 32U);
    EXPECT_EQ(register_key(keys()).key + register_key(keys()).salt, made.key + made.salt);
}

TEST_F(KeyFilesTest, EveryFolderHasAKeyOfItsOwn) {
    EXPECT_NE(register_key(keys()).key, register_key(folder.path("other")).key);
    EXPECT_NE(register_key(keys()).salt, register_key(folder.path("other")).salt);
}

TEST_F(KeyFilesTest, OnlyTheirOwnerReadsThem) {
    const mode_t before = ::umask(0);
    register_key(keys());
    signing_key(keys());
    ::umask(before);
    EXPECT_EQ(mode_of(keys()), "700");
    EXPECT_EQ(mode_of(file("register.key")), "600");
    EXPECT_EQ(mode_of(file("signing.key")), "600");
}

TEST_F(KeyFilesTest, NothingIsLeftBesideThem) {
    register_key(keys());
    signing_key(keys());
    std::vector<std::string> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(keys()))
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"register.key", "signing.key", "signing.pub"}));
}

TEST_F(KeyFilesTest, ThePublicHalfLiesBesideTheSigningKey) {
    const SigningKey key = signing_key(keys());
    EXPECT_EQ(bytes_of(file("signing.pub")), key.public_key + "\n");
    EXPECT_TRUE(is_signed(key.public_key, sign(signing_key(keys()), "text"), "text"));
}

TEST_F(KeyFilesTest, APublicHalfThatACrashLeftOutIsMadeAgain) {
    const SigningKey key = signing_key(keys());
    fs::remove(file("signing.pub"));
    EXPECT_EQ(signing_key(keys()).public_key, key.public_key);
    EXPECT_EQ(bytes_of(file("signing.pub")), key.public_key + "\n");
}

TEST_F(KeyFilesTest, ProgramsThatStartAtOnceHaveOneKey) {
    std::vector<std::string> found(8);
    std::vector<std::thread> programs;
    for (std::string& one : found) programs.emplace_back([&] { one = register_key(keys()).key; });
    for (std::thread& program : programs) program.join();
    for (const std::string& one : found) EXPECT_EQ(one, register_key(keys()).key);
}

TEST_F(KeyFilesTest, AFileThatIsNoKeyIsRefusedAndLeftAlone) {
    for (const std::string& bad : {std::string(), std::string("a key\n"), std::string(64, 'a') + "\n",
                                   std::string(62, 'a') + "\n" + std::string(32, 'b') + "\n"}) {
        folder.write("apart/keys/register.key", bad);
        EXPECT_EQ(error_of_register_key(), "78: the key file " + file("register.key") + " is no key");
        EXPECT_EQ(bytes_of(file("register.key")), bad);
    }
}

TEST_F(KeyFilesTest, AFolderThatCannotBeMadeIsSaid) {
    folder.write("apart", "a file where a folder is wanted");
    EXPECT_EQ(error_of_register_key(), "78: the key file " + file("register.key") + " cannot be made");
}

TEST_F(KeyFilesTest, AUsedKeyThatIsGoneIsNotMadeAnew) {
    EXPECT_EQ(error_of([&] { require_key_file(keys(), "register.key"); }),
              "78: the key file " + file("register.key") + " is not there");
    register_key(keys());
    EXPECT_EQ(error_of([&] { require_key_file(keys(), "register.key"); }), "done");
}

}  // namespace
}  // namespace casekeeper::test
