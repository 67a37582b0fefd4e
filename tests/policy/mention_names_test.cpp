// SPDX-License-Identifier: MIT
#include "policy/mention_names.h"

#include <cstdlib>
#include <fstream>
#include <map>

#include "base/errors.h"
#include "base/json_read.h"
#include "policy/mention_reading.h"

namespace casekeeper::test {
namespace {

using Texts = std::vector<std::string>;

Texts names_in(const std::string& text) {
    Texts names;
    for (const Mention& mention : mentions({}, text))
        if (mention.kind == MentionKind::name)
            names.push_back(text.substr(mention.begin, mention.end - mention.begin));
    return names;
}

struct Note {
    const char* text;
    Texts names;
};

// Written as workers write; nobody of these is told to the finder.
const std::vector<Note>& notes() {
    static const std::vector<Note> all = {
        {"Home visit to mum, Kelly-Ann Postlethwaite, and her new partner, Dariusz.",
         {"Kelly-Ann Postlethwaite", "Dariusz"}},
        {"Maternal grandmother (Doreen) says that Tyler has settled.", {"Doreen", "Tyler"}},
        {"T/C from Mrs Okonkwo at school. She said Destiny was upset.", {"Okonkwo", "Destiny"}},
        {"Strategy discussion held. Present: Sarah Whitcombe, DS Ian Fell, Dr. Anand.",
         {"Sarah Whitcombe", "Ian Fell", "Anand"}},
        {"His friend Jayden told him about it.", {"Jayden"}},
        {"Nan was there; so was Auntie Precious.", {"Precious"}},
        {"Foster carer Lynne Hardcastle reports that contact went well.", {"Lynne Hardcastle"}},
        {"Mr. O'Shaughnessy refused entry.", {"O'Shaughnessy"}},
        {"She was placed with the Abernathys in 2009.", {}},
        {"I spoke to Krzysztof about his sister Agnieszka.", {"Krzysztof", "Agnieszka"}},
        {"Zuleikha said that she feels safe at home.", {"Zuleikha"}},
        {"Letter from Bernadette Mulcahy, solicitor.", {"Bernadette Mulcahy"}},
        {"Her neighbour, a man called Trev, shouted at them.", {"Trev"}},
        {"Core group: Health Visitor Comfort Asante attended.", {"Comfort Asante"}},
        {"Jane van der Merwe rang. J. Pickersgill will ring back.", {"Jane van der Merwe", "J. Pickersgill"}},
        {"Mother's boyfriend Wayne moved out. Wayne's van has gone.", {"Wayne", "Wayne"}},
        {"\"I don't like Shanice,\" she said.", {"Shanice"}},
        {"Allegation made by Chantelle against Errol.", {"Chantelle", "Errol"}},
        {"Names of siblings: Ffion, Gethin and Ieuan.", {"Ffion", "Gethin", "Ieuan"}},
        {"Spoke to Jane Pickles Family Support Worker.", {"Jane Pickles"}},
        {"Jean Tootill Youth Justice Team rang.", {"Jean Tootill"}},
        {"Signed: Olumide Adebayo-Clarke", {"Olumide Adebayo-Clarke"}},
    };
    return all;
}

// Written after the rules, names between brackets.
const Texts& later_notes() {
    static const Texts all = {
        "Unannounced visit. The door was opened by [Marvin], who said [Tanisha] had gone to her nan's.",
        "[Shabana] and her aunt [Nasreen Bibi] came to the office.",
        "HHJ [Pemberton] made the order. Ms [Achebe] appeared for the Guardian.",
        "Spoke with [Phil] from Housing. He will ring [Gwen] back.",
        "Child seen alone: [Oisin] drew a picture of [Bramble], his rabbit.",
        "Email from [Rhiannon Pryce-Davies] re school transport.",
        "[Mo] is worried about [Abdi], who has not been in college since Monday.",
        "Mum's ex-partner ([Lee Stubbings]) has been recalled to prison.",
        "I asked [Faith] whether she wanted to see her dad. [Faith] shrugged.",
        "The twins, [Ivy] and [Rose], were asleep upstairs.",
        "Supervision with [Hazel]. Case to transfer to the Leaving Care Team, worker [Femi Adekunle].",
        "A woman identifying herself as Mrs. [Gallimore] rang about noise next door.",
        "[Chardonnay] told her teacher, Miss [Blezard], that Uncle [Baz] hits her.",
        "Police log: [SMITH], [Darren] b. 1979, warned re harassment of [Toni].",
        "Dr [Venkataraman] advises a paediatric review at Leicester Royal Infirmary.",
        "Present were: [Anita Chowdhury] (Chair), [Gareth Bevan] (School Nurse), PC 4471 [Ramsbottom].",
        "[Saoirse]'s placement in Blackpool has ended; she is back with [Maureen and Ken].",
        "He calls his carers [Pops] and [Mimi].",
        "[Yusuf Abdirahman Warsame] arrived from Somalia in 2016 with his brother [Liban].",
        "[Jo] rang. [Jo]'s phone has been cut off.",
        "Visit to [Kerry-Anne] and the new baby at home. [Kerry-Anne] was tired but coping.",
        "Paternal aunt [Rukhsana] has offered to care for [Hamza] and [Iqra].",
        "Telephone call to Ofsted; spoke with [Deborah].",
        "[Callum] was found in Doncaster with two older lads, [Bilal] and \"[Skinny]\".",
        "Mum says [Big Dave] supplies the house.",
        "LADO meeting re [Mr. Entwistle], PE teacher at Greenfields Academy.",
        "[Wendy] (nanna) will supervise contact on Saturdays.",
        "Case summary prepared by [T. Oyelaran], Senior Practitioner.",
        "\"[Nadia] made me do it\", he told the officer.",
        "The landlord, [Mr Papadopoulos], wants them out by Christmas.",
        "[Joyce] says that [Hope] has not been to nursery since Easter.",
        "Dr [Siddiqui] at the Royal Manchester Children's Hospital rang.",
        "DNA test shows that [Craig Duckworth] is not the father.",
        "I introduced [Aneta Wisniewska], the new Family Support Worker, to [Oliwia].",
        "Grandad [Ted] died in March. [Ted] had been her rock.",
        "Placement with the [Hargreaves] family broke down.",
        "[Blessing]'s solicitor is [Nkechi Eze] of Eze and Partners LLP.",
        "Text from [Shaz]: \"tell [Dean] to stay away\".",
        "She named her attacker as [Reece].",
        "[Lady Featherington] is the name of the dog.",
        "Neither [Amy] nor [Beth] wanted to speak.",
        "The children ([Kian], 9; [Kyra], 7; [Kayden], 4) are subject to a Child Protection Plan.",
        "He was cautioned for assaulting [Ms Yildirim].",
        "[Xander] likes Fortnite and Greggs sausage rolls.",
    };
    return all;
}

// Much with capitals, and nobody.
const Texts& nobodies() {
    static const Texts all = {
        "The Local Authority held an Initial Child Protection Conference under Section 47 of the Children "
        "Act 1989.",
        "Children's Social Care closed the Early Help case on Monday 3 March.",
        "A referral was made to CAMHS, the Youth Offending Team and the Police.",
        "She attends St Mary's Primary School in Leeds and plays for the Under 12s.",
        "In May the family moved from Bradford to Halifax. In June they moved back.",
        "Working Together to Safeguard Children says that the Core Group must meet.",
        "The Independent Reviewing Officer, the Team Manager and the Social Worker were present.",
        "Christmas was hard. Mum was in Wakefield General Hospital until Easter.",
        "Will the plan change? May we meet on Friday? Hope so. Grace period agreed.",
        "PEP meeting, LAC review, EHCP and SEN support were discussed. No further action.",
        "Mother and Father both attended. Dad was late. Mum said that Nan had helped.",
        "Summary: Risk is high. Action: Review in April. Outcome: Not known.",
        "They are Polish and speak English. He supports Manchester United.",
        "Contact takes place at the Rainbow Centre every Tuesday.",
        "CHILD PROTECTION PLAN: REVIEW CONFERENCE. CONFIDENTIAL.",
        "Since January she has been brighter, and reads The Gruffalo at bedtime.",
        "Permanence was agreed. Adoption is the plan. Fostering continues.",
        "Universal Credit and Housing Benefit have been claimed. Rent is owed to the Council.",
        "He likes Minecraft, PlayStation and YouTube.",
        "The Family Court at Sheffield made an Interim Care Order."};
    return all;
}

TEST(UnknownNames, AreFoundInWhatWorkersWrite) {
    int there = 0;
    int found = 0;
    int told = 0;
    for (const Note& note : notes()) {
        const Texts names = names_in(note.text);
        there += static_cast<int>(note.names.size());
        told += static_cast<int>(names.size());
        for (const std::string& name : note.names) {
            const bool is_found = std::find(names.begin(), names.end(), name) != names.end();
            found += is_found ? 1 : 0;
            if (!is_found)
                ADD_FAILURE() << name << " in: " << note.text << " " << testing::PrintToString(names);
        }
    }
    EXPECT_EQ(found, there);
    EXPECT_LE(told, there + 2);
}

TEST(UnknownNames, AreFoundInNotesWrittenLater) {
    int there = 0;
    int found = 0;
    int told = 0;
    int right = 0;
    for (const std::string& note : later_notes()) {
        std::string text;
        std::vector<std::pair<std::size_t, std::size_t>> names;
        for (const char c : note) {
            if (c == '[') names.emplace_back(text.size(), 0);
            if (c == ']') names.back().second = text.size();
            if (c != '[' && c != ']') text += c;
        }
        const std::vector<Mention> all = mentions({}, text);
        const auto overlap = [](const auto& name, const Mention& mention) {
            return name.first < mention.end && mention.begin < name.second;
        };
        for (const auto& name : names)
            found += std::any_of(all.begin(), all.end(), [&](const Mention& m) { return overlap(name, m); })
                         ? 1
                         : 0;
        for (const Mention& m : all)
            right +=
                std::any_of(names.begin(), names.end(), [&](const auto& name) { return overlap(name, m); })
                    ? 1
                    : 0;
        there += static_cast<int>(names.size());
        told += static_cast<int>(all.size());
    }
    EXPECT_GT(there, 70);
    EXPECT_GE(found, 0.94 * there) << found << " of " << there;
    EXPECT_GE(right, 0.97 * told) << right << " of " << told;
}

TEST(UnknownNames, AreNotSeenInTitlesPlacesAndMonths) {
    Texts wrong;
    for (const std::string& text : nobodies())
        for (const std::string& name : names_in(text)) wrong.push_back(name);
    EXPECT_EQ(wrong, Texts());
}

TEST(UnknownNames, FoundOnceAreFoundAllOverTheText) {
    const std::string text =
        "My name is Ndidi. It was late. They gave it to Ndidi then, and Ndidi. Nobody knew; not even Ndidi "
        "knew. The Ndidi thing.";
    EXPECT_GE(names_in(text).size(), 4U);
}

TEST(UnknownNames, AWordBeginningASentenceIsNoNameBecauseSomebodyIsCalledSo) {
    EXPECT_EQ(names_in("I am Hope. Hope is here. She gave Hope a drink. Hope so, they said."),
              (Texts{"Hope", "Hope", "Hope"}));
}

TEST(UnknownNames, ListsThatAreMissingAreAnError) {
    const std::string names = CASEKEEPER_SOURCE "/config/names";
    EXPECT_THROW(NameKnowledge::read(names, "/nowhere/british-english"), ConfigError);
    EXPECT_THROW(NameKnowledge::read("/nowhere", "/usr/share/dict/british-english"), ConfigError);
    // A list too short tells no words from names.
    EXPECT_THROW(NameKnowledge::read(names, names + "/surnames.txt"), ConfigError);
    EXPECT_THROW(NameKnowledge::read(names, "/dev/null"), ConfigError);
    EXPECT_THROW(NameKnowledge::read(names, names), ConfigError);
}

// Published synthetic helpline transcripts (CC BY 4.0): spans of people, by overlap.
TEST(UnknownNames, AreFoundInTranscriptsOfAHelpline) {
    const char* shared = std::getenv("CASEKEEPER_SHARED");
    if (!shared) GTEST_SKIP() << "CASEKEEPER_SHARED names no folder of reference material";
    std::ifstream in(std::string(shared) + "/data/mentions/ner_synthetic_dataset_v1.clean.dev.jsonl");
    ASSERT_TRUE(in) << "the transcripts are missing";
    const MentionFinder finder({}, name_knowledge());
    int there = 0;
    int found = 0;
    int told = 0;
    int right = 0;
    for (std::string line; std::getline(in, line);) {
        const std::string text = json_text_at(line, "text");
        std::vector<std::pair<std::size_t, std::size_t>> spans;
        for (const std::string& span : json_items_at(line, "entities")) {
            const std::string label = json_text_at(span, "label");
            if (label == "NAME" || label == "VICTIM")
                spans.emplace_back(json_number_at(span, "start"), json_number_at(span, "end"));
        }
        std::vector<Mention> names = finder.find(text);
        std::erase_if(names, [](const Mention& m) {
            return m.kind != MentionKind::name || m.confidence < likely_mention;
        });
        const auto overlap = [](const auto& span, const Mention& m) {
            return span.first < m.end && m.begin < span.second;
        };
        there += static_cast<int>(spans.size());
        told += static_cast<int>(names.size());
        for (const auto& span : spans)
            found +=
                std::any_of(names.begin(), names.end(), [&](const Mention& m) { return overlap(span, m); })
                    ? 1
                    : 0;
        for (const Mention& name : names)
            right +=
                std::any_of(spans.begin(), spans.end(), [&](const auto& span) { return overlap(span, name); })
                    ? 1
                    : 0;
    }
    EXPECT_GT(there, 1800);
    EXPECT_GE(found, 0.97 * there) << found << " of " << there;
    EXPECT_GE(right, 0.95 * told) << right << " of " << told;
}

}  // namespace
}  // namespace casekeeper::test
