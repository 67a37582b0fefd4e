// SPDX-License-Identifier: MIT
#include "policy/known_people.h"

#include <cctype>

#include "policy/mention_reading.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

struct Family {
    std::string given, middle, family;
};

const std::vector<Family>& families() {
    static const std::vector<Family> all = {{"Jane", "Rebecca", "Roe"},
                                            {"William", "John", "Hartley"},
                                            {"Aisha", "Noor", "Mahmood"},
                                            {"Siobhan", "Mary", "O'Brien"},
                                            {"Kwame", "Kofi", "Mensah"},
                                            {"Tom", "Lee", "Brown"},
                                            {"Grace", "Ann", "Smith-Jones"},
                                            {"Xanthe", "Io", "McDonald"},
                                            {"Piotr", "Jan", "Kowalczyk"},
                                            {"Mwakamba", "Ali", "Nyerere"},
                                            {"Elizabeth", "Kate", "Featherstonehaugh"}};
    return all;
}

std::vector<PersonNames> people_of(const Family& one) {
    return {person("P1", CasePart::third_party, one.given + " " + one.middle, one.family)};
}

std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}
std::string large(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

const Texts& sentences() {
    static const Texts all = {"We saw @ at home on Monday.",
                              "@ was at school.",
                              "Spoke with Mr @",
                              "Seen by Mrs. @.",
                              "seen today (@) and well",
                              "\"I miss @,\" she said.",
                              "Present:\n@\nMinutes follow",
                              "It was agreed that @'s plan is kept."};
    return all;
}

// Expects a name found in full wherever it stands, as hers where it says so.
int expect_found(const std::vector<PersonNames>& people, const Texts& names, double at_least = likely_mention,
                 bool as_hers = true) {
    const MentionFinder finder(people, name_knowledge());
    int tried = 0;
    for (const std::string& name : names)
        for (const std::string& sentence : sentences()) {
            std::string text = sentence;
            const std::size_t at = text.find('@');
            text.replace(at, 1, name);
            std::vector<Mention> found = finder.find(text);
            std::erase_if(found, [&](const Mention& mention) { return mention.confidence < at_least; });
            EXPECT_TRUE(covers(found, text, at, at + name.size())) << text;
            const auto is_hers = [&](const Mention& mention) {
                return mention.whom == "P1" && mention.of == MentionOf::third_party &&
                       mention.begin < at + name.size() && mention.end > at;
            };
            if (as_hers) {
                EXPECT_TRUE(std::any_of(found.begin(), found.end(), is_hers)) << text;
            }
            ++tried;
        }
    return tried;
}

bool is_english(const std::string& name) {
    return (name_knowledge().of(small(name)) & NameKnowledge::word) != 0;
}

// ── Whole names and single ones ──

TEST(KnownPeople, AreFoundByTheirWholeNameInAnyOrder) {
    for (const Family& one : families())
        expect_found(people_of(one),
                     {one.given + " " + one.family, one.given + " " + one.middle + " " + one.family,
                      one.family + ", " + one.given, one.family + " " + one.given,
                      large(one.given + " " + one.family), small(one.given + " " + one.family),
                      one.given + " " + large(one.family), one.given + "  " + one.family});
}

TEST(KnownPeople, AreFoundByOneNameAlone) {
    for (const Family& one : families()) expect_found(people_of(one), {one.given, one.family});
    expect_found(people_of(families()[0]), {"jane", "JANE", "Roe", "Janes", "Roes", "Rebecca"});
    expect_found(people_of(families()[1]), {"Hartley", "hartley", "HARTLEY"});
}

TEST(KnownPeople, AreFoundOverTheEndOfALine) {
    for (const Family& one : families()) {
        Texts names = {one.given + "\n" + one.family, one.given + "\r\n" + one.family,
                       one.given + " \n    " + one.family};
        for (const std::string& name : {one.given, one.family})
            for (std::size_t at = 1; at < name.size(); ++at)
                if (name.find_first_of("'-") == std::string::npos)
                    for (const char* hyphen : {"-\n", "-\r\n", "-\n   ", "\u00ad\n", "\u2010\n", "\u00ad"})
                        names.push_back(name.substr(0, at) + hyphen + name.substr(at) +
                                        (name == one.given ? " " + one.family : ""));
        expect_found(people_of(one), names, likely_mention, false);
    }
}

TEST(KnownPeople, AreFoundInNamesOfFiles) {
    for (const Family& one : families()) {
        if (one.family.find_first_of("'-") != std::string::npos) continue;
        const MentionFinder finder(people_of(one), name_knowledge());
        const std::string both = one.given + one.family;
        for (const std::string& name :
             {one.given + "_" + one.family + "_report.pdf", small(one.given + "-" + one.family) + ".docx",
              both + ".pdf", small(both) + "2010.jpg", "scan_" + small(one.given + "." + one.family),
              "IMG_" + one.given + "01.png", small(one.family + one.given) + ".eml",
              one.family + "," + one.given + ".txt", "2010" + one.given + ".doc"}) {
            const std::vector<Mention> found = finder.find(name);
            EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Mention& m) {
                return m.whom == "P1" && m.confidence >= likely_mention;
            })) << name;
        }
    }
}

// ── Other spellings ──

TEST(KnownPeople, AreFoundByInitials) {
    for (const Family& one : families()) {
        const std::string g = one.given.substr(0, 1);
        const std::string m = one.middle.substr(0, 1);
        const std::string f = one.family.substr(0, 1);
        expect_found(people_of(one),
                     {g + " " + one.family, g + ". " + one.family, g + "." + m + ". " + one.family,
                      g + m + " " + one.family, one.given + " " + f + ".", one.family + ", " + g + ".",
                      g + "." + f + ".", g + "." + m + "." + f + ".", g + ". " + f + "."});
    }
    expect_found(people_of(families()[0]), {"JR", "JRR", "J R", "Jane R"});
}

TEST(KnownPeople, TwoLettersThatMayMeanSomethingElseAreNobodysInitials) {
    const std::vector<PersonNames> sally = {person("P1", CasePart::third_party, "Sally", "Webb"),
                                            person("P2", CasePart::third_party, "Jane", "Roe"),
                                            person("P3", CasePart::third_party, "Jack", "Rolt")};
    EXPECT_EQ(mentions(sally, "The SW rang.").size(), 0U);
    EXPECT_EQ(mentions(sally, "JR was there.").size(), 0U);
    EXPECT_EQ(mentions(sally, "It was J.R. again").size(), 1U);
}

TEST(KnownPeople, AreFoundByNicknames) {
    const auto of = [](const std::string& given, const Texts& names) {
        Texts all;
        for (const std::string& name : names) {
            all.push_back(name);
            all.push_back(name + " Roe");
        }
        expect_found({person("P1", CasePart::third_party, given, "Roe")}, all);
    };
    of("William", {"Bill", "Billy", "Willie", "Liam"});
    of("Bill", {"William", "Billy"});
    of("Elizabeth", {"Liz", "Lizzie", "Beth", "Betty", "Libby"});
    of("Margaret", {"Peggy", "Maggie", "Meg"});
    of("Robert", {"Bob", "Rob", "Bobby"});
    of("Edward", {"Ted", "Eddie", "Ned"});
    of("Catherine", {"Kate", "Cathy", "Katie", "Kath"});
    of("Muhammad", {"Mohammed", "Mo"});
    of("Alexandra", {"Sandy", "Alex", "Lexi"});
}

TEST(KnownPeople, AreFoundByFormerNamesAndWhatTheyAreKnownAs) {
    PersonNames jane = person("P1", CasePart::third_party, "Jane", "Roe");
    jane.former_names = {"Poe", "Jane Featherby"};
    jane.known_as = {"Janie", "Squeak"};
    expect_found({jane}, {"Jane Poe", "Poe", "Featherby", "Jane Featherby", "Janie", "Janie Roe", "Squeak",
                          "Squeak Poe"});
}

TEST(KnownPeople, AreFoundWithAccentsAndLookAlikes) {
    const auto spelt = [](const Texts& names, const std::string& given, const std::string& family) {
        expect_found({person("P1", CasePart::third_party, given, family)}, names);
    };
    const Texts ways = {"Zoë Núñez", "Zoe Nunez",         "Zoe\u0308 Nunez", "ZOË NÚÑEZ", "Ζoe Nunez",
                        "Zоe Nunеz", "Ｚｏｅ Ｎｕｎｅｚ", "Zo\u200be Nunez", "𝐙𝐨𝐞 𝐍𝐮𝐧𝐞𝐳", "Zoë\u00a0Núñez"};
    spelt(ways, "Zoë", "Núñez");
    spelt(ways, "Zoe", "Nunez");
    spelt({"Siobhán O’Brien", "Siobhan O'Brien", "Siobhan OBrien", "Siobhan O Brien", "SIOBHAN O`BRIEN",
           "Siobhan O\u2019brien"},
          "Siobhán", "O'Brien");
    spelt({"Jane de Silva", "Jane De Silva", "Jane DeSilva", "Jane Silva", "de Silva", "Silva"}, "Jane",
          "de Silva");
    spelt({"Anne-Marie Smith-Jones", "Anne Marie Smith Jones", "Annemarie Smith", "Anne Jones", "Marie",
           "Anne‑Marie"},
          "Anne-Marie", "Smith-Jones");
    spelt({"Łukasz Jabłoński", "Lukasz Jablonski"}, "Łukasz", "Jabłoński");
    spelt({"Иван Петров"}, "Иван", "Петров");
}

// ── Misspelt by one letter ──

Texts misspelt(const std::string& name) {
    Texts all;
    for (std::size_t i = 0; i < name.size(); ++i) {
        all.push_back(name.substr(0, i) + name.substr(i + 1));
        if (i + 1 < name.size()) {
            std::string turned = name;
            std::swap(turned[i], turned[i + 1]);
            all.push_back(turned);
        }
        for (const char letter : {'a', 'e', 'k', 'q', 'x'}) {
            std::string changed = name;
            changed[i] = letter;
            all.push_back(changed);
            all.push_back(name.substr(0, i) + letter + name.substr(i));
        }
    }
    for (std::string& word : all) {
        word = small(word);
        word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    }
    std::erase_if(all, [](const std::string& word) { return word.size() < 3; });
    return all;
}

TEST(KnownPeople, AreFoundMisspeltByOneLetter) {
    int tried = 0;
    for (const Family& one : families()) {
        for (const std::string& name : {one.given, one.family}) {
            if (name.size() < 4 || name.find_first_of("'-") != std::string::npos) continue;
            Texts strange;
            Texts english;
            for (const std::string& word : misspelt(name))
                (is_english(word) ? english : strange).push_back(word);
            tried += expect_found(people_of(one), strange, likely_mention, false);
            // One that is an English word may be the word: where it begins a sentence a person should look.
            tried += expect_found(people_of(one), english, 0.01, false);
        }
        if (one.given.size() < 4 || one.family.find_first_of("'-") != std::string::npos) continue;
        Texts whole;
        for (const std::string& word : misspelt(one.given)) whole.push_back(word + " " + one.family);
        for (const std::string& word : misspelt(one.family)) whole.push_back(one.given + " " + word);
        tried += expect_found(people_of(one), whole, likely_mention, false);
    }
    EXPECT_GT(tried, 10000);
}

TEST(KnownPeople, LittleWordsAreNobodysNameMisspelt) {
    const std::vector<PersonNames> theo = {person("P1", CasePart::third_party, "Theo", "Weir"),
                                           person("P2", CasePart::third_party, "Whitney", "Here")};
    for (const char* text : {"Then they came here.", "There were three of them.",
                             "We were told. When, they asked.", "where is it", "The weather was wet."})
        EXPECT_EQ(mentions(theo, text, 0.01), std::vector<Mention>()) << text;
}

TEST(KnownPeople, AMonthOfADateIsNobodysNameMisspelt) {
    const std::vector<PersonNames> jane = {person("P1", CasePart::third_party, "Jane", "Roe")};
    for (const char* text :
         {"It was made on 7 June 2027.", "seen in June", "June 2019", "on 3 of June", "Last June"})
        EXPECT_EQ(mentions(jane, text), std::vector<Mention>()) << text;
}

// ── Words that are names ──

TEST(KnownPeople, AWordInSmallLettersIsNobody) {
    const std::vector<PersonNames> people = {person("P1", CasePart::third_party, "Will", "Brown"),
                                             person("P2", CasePart::third_party, "May", "Young"),
                                             person("P3", CasePart::third_party, "Mark", "Price")};
    for (const char* text :
         {"she will come and may stay; the price is a brown mark on the young", "Will you come? May I stay?",
          "seen on 12 May 2010 and in May", "Last May and next May she came."})
        EXPECT_EQ(mentions(people, text), std::vector<Mention>()) << text;
    for (const char* text : {"We met Will at home.", "uncle will said so", "will brown said so",
                             "I spoke to May about it", "Will's mum came.", "mrs brown rang"})
        EXPECT_EQ(mentions(people, text).size(), 1U) << text;
}

TEST(KnownPeople, SubjectStaffAndOthersAreToldApart) {
    const std::vector<PersonNames> people = {
        person("P1", CasePart::subject, "Kayla", "Roe"), person("P2", CasePart::third_party, "Dawn", "Roe"),
        person("S1", CasePart::staff, "Priya", "Shah"), person("P3", CasePart::third_party, "Wayne", "Shah")};
    const std::string text = "Kayla came with Dawn. Priya Shah wrote to Wayne. The Roe family knows Mr Shah.";
    const std::vector<Mention> found = mentions(people, text);
    ASSERT_EQ(written(found, text), (Texts{"Kayla", "Dawn", "Priya Shah", "Wayne", "Roe", "Shah"}));
    EXPECT_EQ(found[0].of, MentionOf::subject);
    EXPECT_EQ(found[1].of, MentionOf::third_party);
    EXPECT_EQ(found[2].of, MentionOf::staff);
    EXPECT_EQ(found[2].whom, "S1");
    EXPECT_EQ(found[3].whom, "P3");
    EXPECT_EQ(found[4].of, MentionOf::unclear);
    EXPECT_EQ(found[4].whom, "");
    EXPECT_EQ(found[5].of, MentionOf::unclear);
}

TEST(KnownPeople, ANameThatGoesOnDifferentlyIsOfNobodyKnown) {
    const std::vector<PersonNames> people = {person("P1", CasePart::subject, "Kayla", "Roe")};
    const std::string text = "I saw Kayla Wetherby there.";
    const std::vector<Mention> found = mentions(people, text);
    ASSERT_EQ(written(found, text), (Texts{"Kayla Wetherby"}));
    EXPECT_EQ(found[0].of, MentionOf::unclear);
    EXPECT_EQ(found[0].whom, "");
}

}  // namespace
}  // namespace casekeeper::test
