// SPDX-License-Identifier: MIT
#include "custody/residue_scan.h"

#include <filesystem>

#include "support/test_store.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

class ResidueScanTest : public testing::Test {
protected:
    // "name offset string", a name's own place in brackets.
    Texts found(const Texts& strings, std::size_t most = 1000) {
        Texts texts;
        for (const Residue& residue : scan_for(folder.path("in"), strings, most))
            texts.push_back(std::filesystem::path(residue.file).filename().string() + " " +
                            (residue.in_name ? "[name]" : std::to_string(residue.offset)) + " " +
                            strings[residue.string]);
        return texts;
    }
    TemporaryFolder folder;
};

TEST_F(ResidueScanTest, FindsEveryPlaceInEveryFile) {
    folder.write("in/a", "..quill..quill");
    folder.write("in/deep/er/b", "quill");
    folder.write("in/c", "quil");
    EXPECT_EQ(found({"quill"}), (Texts{"a 2 quill", "a 9 quill", "b 0 quill"}));
}

TEST_F(ResidueScanTest, TakesUpperAndLowerCaseAsTheSame) {
    folder.write("in/a", "QUILL quiLL \xC3\x89mile \xC3\xA9mile");
    EXPECT_EQ(found({"Quill", "\xC3\x89MILE"}), (Texts{"a 0 Quill", "a 6 Quill", "a 12 \xC3\x89MILE"}));
}

TEST_F(ResidueScanTest, LooksAtNamesOfFilesAndFolders) {
    folder.write("in/of quill/letter to quill.txt", "");
    EXPECT_EQ(found({"quill"}), (Texts{"of quill [name] quill", "letter to quill.txt [name] quill"}));
}

TEST_F(ResidueScanTest, FindsWhatLiesAcrossTwoReadingsOnce) {
    const std::size_t block = 1 << 20;
    std::string bytes(3 * block, '.');
    for (const std::size_t at : {block - 3, 2 * block - 5, 3 * block - 5}) bytes.replace(at, 5, "quill");
    folder.write("in/a", bytes);
    EXPECT_EQ(found({"quill", "qu"}).size(), 6U);
    EXPECT_EQ(found({"quill"}), (Texts{"a " + std::to_string(block - 3) + " quill",
                                       "a " + std::to_string(2 * block - 5) + " quill",
                                       "a " + std::to_string(3 * block - 5) + " quill"}));
}

TEST_F(ResidueScanTest, FindsBytesAfterNul) {
    folder.write("in/a", std::string("\0\0quill\0", 8));
    EXPECT_EQ(found({"quill"}), Texts{"a 2 quill"});
}

TEST_F(ResidueScanTest, StopsAtTheMost) {
    folder.write("in/a", "quill quill quill");
    EXPECT_EQ(found({"quill"}, 2).size(), 2U);
}

TEST_F(ResidueScanTest, FindsNothingWhereNothingIs) {
    folder.write("in/a", "wren");
    EXPECT_EQ(found({"quill"}), Texts{});
}

TEST_F(ResidueScanTest, SaysThatAFolderIsNotThere) {
    EXPECT_EQ(error_of([&] { scan_for(folder.path("nowhere"), {"x"}); }),
              "73: cannot read the folder " + folder.path("nowhere"));
}

}  // namespace
}  // namespace casekeeper::test
