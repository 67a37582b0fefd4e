// SPDX-License-Identifier: MIT
//
// Strings planted only in destroyed records are found nowhere under the store's folder, byte by byte; those
// of kept records still are; the register, its mirror and its keys hold none of anybody's.
#include <filesystem>

#include "base/digest.h"
#include "custody/residue_scan.h"
#include "store/document_words_store.h"
#include "support/gate_world.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

// Many children, each with strings that nobody else has; every second one's record is due.
class ResidueTest : public GateWorld {
protected:
    static constexpr int children = 120;
    static std::string name(int child) { return "Child" + std::to_string(1000 + child) + "x"; }
    static bool is_due(int child) { return child % 2 == 0; }
    // A string of one child and one field, whose own letters nobody has by chance.
    static std::string planted(int child, const char* field) {
        return sha256_of(name(child) + field).substr(0, 14) + field;
    }
    static Texts strings_of(int child) {
        Texts strings;
        for (const char* field :
             {"family", "given", "former", "nhs", "lane", "mail", "need", "account", "longer", "content",
              "read", "filename", "title", "recipient", "grounds", "remark", "team", "hobby", "relative"})
            strings.push_back(planted(child, field));
        strings.push_back(born(child));
        return strings;
    }
    static std::string born(int child) {
        return "20" + std::string(child % 2 == 0 ? "01" : "02") + "-0" + std::to_string(1 + child / 28) +
               "-" + std::to_string(10 + child % 28 / 2 + child % 2);
    }
    static std::string json(int child, const char* key, const char* field) {
        return std::string(",\"") + key + "\":\"" + planted(child, field) + "\"";
    }
    static std::string repeated(const std::string& text, int times) {
        std::string all;
        for (int i = 0; i < times; ++i) all += text + " ";
        return all;
    }
    Texts lines_of(int child) {
        const std::string id = name(child);
        folder.write("bundle/" + planted(child, "filename") + ".txt",
                     repeated(planted(child, "content"), 300));
        return {R"({"type":"person","id":")" + id + "\"" + json(child, "family_name", "family") +
                    json(child, "given_names", "given") + R"(,"former_names":[")" + planted(child, "former") +
                    R"("],"date_of_birth":")" + born(child) + R"(","identifiers":{"nhs":")" +
                    planted(child, "nhs") + R"("},"addresses":[{"lines":[")" + planted(child, "lane") +
                    R"("]}],"contacts":[{"kind":"email","value":")" + planted(child, "mail") + "\"}]" +
                    json(child, "communication_needs", "need") + "}",
                R"({"type":"involvement","id":"I-)" + id + R"(","person":")" + id +
                    R"(","service":"child-in-need","opened":"2015-01-01","closed":")" +
                    (is_due(child) ? "2016" : "2025") + "-01-01\"" + json(child, "team", "team") +
                    R"(,"attributes":{"hobby":")" + planted(child, "hobby") + "\"}}",
                entry("E-" + id, "I-" + id,
                      R"(,"account":")" + repeated(planted(child, "account"), 3 + child % 90) +
                          R"(","remarks":[{"kind":"statement","on":"2020-01-01","text":")" +
                          planted(child, "remark") + R"("}])"),
                entry("F-" + id, "I-" + id,
                      R"(,"account":")" + repeated(planted(child, "longer"), 20 * (child % 30)) + "\"" +
                          json(child, "topic", "longer")),
                R"({"type":"relationship","person":")" + id + R"(","kind":"mother")" +
                    json(child, "name", "relative") + "}",
                R"({"type":"disclosure","id":"S-)" + id + R"(","person":")" + id +
                    R"(","decided_on":"2015-07-01","outcome":"shared","involvement":"I-)" + id + "\"" +
                    json(child, "recipient", "recipient") + "}",
                R"({"type":"deletion_request","id":"R-)" + id + R"(","person":")" + id +
                    R"(","received_at":"2020-01-01","answered_on":"2020-02-01")" +
                    json(child, "ground", "grounds") + "}",
                R"({"type":"document","id":"D-)" + id + R"(","entry":"E-)" + id + R"(","file":")" +
                    planted(child, "filename") + ".txt\"" + json(child, "title", "title") + "}"};
    }
    // Loads everybody, each a little later than the last and some of it twice, as stores grow.
    void load_everybody() {
        for (int part = 0; part < 4; ++part) {
            Texts lines;
            for (int child = part; child < children; child += 4)
                for (std::string& line : lines_of(child)) lines.push_back(std::move(line));
            EXPECT_EQ(texts_of(load(lines)), Texts{});
        }
        Texts again;
        for (int child = 0; child < children; child += 3)
            again.push_back(entry("F-" + name(child), "I-" + name(child),
                                  R"(,"account":")" + repeated(planted(child, "longer"), 70) + "\""));
        load(again);
        // What a program read of each document lies in the store as well.
        UnitOfWork work(database(), UnitOfWork::Kind::write);
        for (int child = 0; child < children; ++child)
            DocumentWordsStore(database())
                .keep(sha256_of(repeated(planted(child, "content"), 300)), 1,
                      {true, "plain_text", repeated(planted(child, "read"), 1 + child)});
        work.commit();
        night();
    }
    void destroy_what_is_due() {
        for (int child = 0; child < children; child += 2)
            EXPECT_EQ(outcome_of(propose("I-" + name(child))), "done") << child;
        registered().bring_mirror_up_to_date();
        EXPECT_TRUE(sweep().engine_emptied);
    }
    // Which strings of which children are found anywhere in a folder: "child field …".
    Texts found_in(const std::string& place, bool due) {
        Texts strings;
        for (int child = 0; child < children; ++child)
            if (is_due(child) == due) {
                const Texts own = strings_of(child);
                strings.insert(strings.end(), own.begin(), own.end());
                if (due) strings.push_back(name(child));
            }
        Texts found;
        for (const Residue& residue : scan_for(folder.path(place), strings, 100000))
            found.push_back(strings[residue.string]);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    static std::size_t strings_of_half(bool with_names) {
        return static_cast<std::size_t>(children / 2) * (strings_of(0).size() + (with_names ? 1 : 0));
    }
    std::size_t found_under_the_store(bool due) {
        Texts all = found_in("store", due);
        for (const std::string& one : found_in("documents", due)) all.push_back(one);
        return all.size();
    }
};
CASEKEEPER_ON_SQLITE(ResidueTest);

TEST_P(ResidueTest, NothingOfTheDestroyedIsLeftAndEverythingOfTheKept) {
    load_everybody();
    const std::size_t kept = found_under_the_store(false);
    EXPECT_GT(kept, strings_of_half(false) * 3 / 4);
    EXPECT_GT(found_under_the_store(true), strings_of_half(true) * 3 / 4);
    destroy_what_is_due();
    EXPECT_EQ(found_in("store", true), Texts{});
    EXPECT_EQ(found_in("documents", true), Texts{});
    EXPECT_EQ(found_under_the_store(false), kept);
}

TEST_P(ResidueTest, NothingIsLeftOnceTheStoreIsClosedEither) {
    load_everybody();
    destroy_what_is_due();
    renew();
    close();
    EXPECT_EQ(found_in("store", true), Texts{});
}

// A planted string that is destroyed but not swept would be found: the proof can fail.
TEST_P(ResidueTest, WithoutTheSweepThereIsResidue) {
    load_everybody();
    for (int child = 0; child < children; ++child)
        if (is_due(child)) execute(propose("I-" + name(child)));
    EXPECT_GT(found_in("store", true).size(), 0U);
    EXPECT_GT(found_in("documents", true).size(), 0U);
}

TEST_P(ResidueTest, TheRegisterItsMirrorAndItsKeysHoldNothingOfAnybody) {
    load_everybody();
    destroy_what_is_due();
    EXPECT_EQ(found_in("elsewhere", true), Texts{});
    EXPECT_EQ(found_in("elsewhere", false), Texts{});
    std::string lines;
    for (const std::string& text : sql("select line from register_line")) lines += text + "\n";
    for (const std::string& text : sql("select certificate from certificate")) lines += text + "\n";
    folder.write("said/register.txt", lines);
    EXPECT_GT(lines.size(), 10000U);
    EXPECT_EQ(found_in("said", true), Texts{});
    EXPECT_EQ(found_in("said", false), Texts{});
}

TEST_P(ResidueTest, DocumentsOfTheKeptStillOpen) {
    load_everybody();
    destroy_what_is_due();
    EXPECT_EQ(sql_value("select cast(count(*) as text) from document"), std::to_string(children / 2));
    for (const std::string& digest : sql("select sha256 from document"))
        EXPECT_TRUE(std::filesystem::exists(documents() + "/" + digest.substr(0, 2) + "/" + digest));
    EXPECT_EQ(sql("pragma integrity_check"), Texts{"ok"});
}

}  // namespace
}  // namespace casekeeper::test
