// SPDX-License-Identifier: MIT
#include "support/leak_world.h"

#include <sys/wait.h>

#include <cstdlib>

#include "support/leaking_documents.h"

namespace casekeeper::test {
namespace {

namespace fs = std::filesystem;

std::string lines_in_file(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

}  // namespace

void LeakWorld::SetUp() {
    AccessWorld::SetUp();
    if (IsSkipped()) return;
    configure("casekeeper.toml", bytes_of(folder.path("config/casekeeper.toml")) + "[packs]\nfolder = \"" +
                                     folder.path("packs") + "\"\n");
    load(with(with(people(), entries()), documents()));
}

std::vector<std::string> LeakWorld::people() {
    return {
        R"({"type":"person","id":"P1","family_name":"Haverford","given_names":"Marigold","known_as":["Goldie"],"date_of_birth":"2005-05-04","identifiers":{"nhs_number":"9434765919"},"contacts":[{"kind":"phone","value":"07700 900112"}],"addresses":[{"lines":["7 Larkfield Close","Sedgeford"],"postcode":"PE36 5LS","from":"2018-01-01"}]})",
        R"({"type":"person","id":"P2-Quillfeather","family_name":"Quillfeather","given_names":"Zebedee","known_as":["Zebbokins"],"former_names":["Zebedee Marrowbyrne"],"date_of_birth":"2007-03-09","identifiers":{"nhs_number":"9990000018","ni_number":"AB123456C"},"contacts":[{"kind":"phone","value":"07700 900461"},{"kind":"email","value":"zebq@pondweedmail.example"}]})",
        R"({"type":"person","id":"P3","family_name":"Bront\u00ebwick","given_names":"Zo\u00eb-Am\u00e9lie","addresses":[{"lines":["Flat 3","14 Gorsebank Terrace","Thistledown"],"postcode":"NR21 8QX","from":"2020-01-01","protected":true}],"contacts":[{"kind":"phone","value":"01632 960777","protected":true}]})",
        relationship("P1", "half-sibling", R"(,"other":"P2-Quillfeather","consent_to_disclose":"refused")"),
        relationship("P1", "mother", R"(,"other":"P3","consent_to_disclose":"refused")"),
        relationship("P1", "aunt-or-uncle", R"(,"name":"علاء الدين لامعي")"),
        relationship("P1", "neighbour", R"(,"name":"Ottoline Crabtreevance")"),
        R"({"type":"professional","id":"W1","name":"Ann Hillier","kind":"social-work","role":"social worker"})",
        R"({"type":"professional","id":"W2","name":"Cuthbert Wraxhampton","kind":"police","role":"constable at the Mirkwoodgate","organisation":"Wraxhampton Inquiries"})",
        R"({"type":"professional","id":"W3","name":"Eustacia Wimbleforth","kind":"youth-justice","role":"officer","organisation":"Wimbleforth and Partners"})",
        involvement(
            "I1", "P1", "child-in-need", "2018-09-01", "2022-09-01",
            R"(,"worker":"W2","team":"Team of Cuthbert Wraxhampton","system":"Quillfeather Casebook","file_reference":"HAV/Quillfeather/12","closure_reason":"moved to the flat of Zebedee Quillfeather","roles":{"sibling":"P2-Quillfeather"},"attributes":{"lives_with":"Zebedee Quillfeather"})"),
        // Kept back in whole: that there was such a service is told nowhere.
        involvement("I2", "P1", "mappa", "2019-09-01", "2021-09-01"),
    };
}

std::vector<std::string> LeakWorld::entries() {
    const std::string sibling = R"(,"mentions":[{"person":"P2-Quillfeather","relation":"half-sibling"}])";
    const auto told = [&](const std::string& id, const std::string& account, const std::string& more = "",
                          const std::string& kind = "note", const std::string& on = "2019-10-02") {
        return entry(id, "I1", account, R"(,"author":"W1")" + more, kind, on);
    };
    return {
        told("E0",
             "Marigold played table tennis, and Goldie won. She lives at 7 Larkfield Close, PE36 5LS, "
             "and her number is 07700 900112.",
             R"(,"subject_words":"I like my room with the green door.")"),
        told("E-Quillfeather",
             "Zebedee Quillfeather came. Quillfeather, Zebedee is written on the list. Zebbokins laughed. "
             "Z.Q. was "
             "late. He was Zebedee Marrowbyrne once; Mr Marrowbyrne signed. That was Zebedee's coat, in the "
             "Quillfeathers' house. At the end of a line Zebedee\\nQuillfeather left, and Zebedee\\r\\n"
             "Quillfeather came back. Zebedde was late, and Quilfeather wept. ZEBEDEE QUILLFEATHER! and "
             "zebedee quillfeather. Zebe\\u200bdee spoke, Quill\\u00adfeather too, and "
             "Zebedee\\u00a0Quillfeather. "
             "Z\\u0435bedee was here. Ｚｅｂｅｄｅｅ too. zebedeequillfeather is his account.",
             sibling),
        told("E3",
             "Zoë-Amélie Brontëwick came. Zoe\\u0308-Ame\\u0301lie Bronte\\u0308wick rang. ZOE-AMELIE "
             "BRONTEWICK "
             "signed; Zoe Amelie was tired. Mrs Brontewick left."),
        told("E4", "Her uncle علاء الدين لامعي came. ﻋﻼء الدين لامعي rang. ع\\u200dلاء الدين لامعي left."),
        told("E5",
             "The number of Zebedee is 07700 900461, or +44 7700 900461, 07700-900-461. Write to "
             "zebq@pondweedmail.example or "
             "ZEBQ at pondweedmail dot example. NHS number 999 000 0018, 9990000018. National Insurance AB "
             "12 34 56 "
             "C, ab123456c. Zebedee was born on 9 March 2007, 09/03/2007, 2007-03-09."),
        told("E6",
             "They moved to Flat 3, 14 Gorsebank Terrace, Thistledown. It is 14 Gorsebank Terr., NR21 8QX. "
             "nr218qx is on "
             "the letter, and N R 2 1 8 Q X. See 14, GORSEBANK TERRACE. Ring 01632 960777 or +44 1632 "
             "960-777."),
        told("E7",
             "Somebody of 22 Mirebrook Avenue, LS28 6ZZ was seen. Her mobile is 07700 900888, her mail is "
             "prudence@fenwickmail.example. My friend, Prudence Fenwickshaw, said so."),
        told(
            "E8", "It was said that there was shouting at night.",
            R"(,"provided_by":{"name":"Ottoline Crabtreevance","relation":"neighbour","in_confidence":true})"),
        told(
            "E9", "A meeting about the plan.",
            R"(,"present":["Zebedee Quillfeather","W2","P3","Jocasta Thimblewright"],"addressed_to":["Zebedee Quillfeather"],"decided_by":"Cuthbert Wraxhampton","decision":"Zebedee Quillfeather stays with Brontëwick.","reason":"Quillfeather asked for it.")",
            "decision"),
        // What the person gave is theirs, whoever is in it.
        told("E17", "I play with Peregrine Oakhollow on Sundays.",
             R"(,"provided_by":{"person":"P1","relation":"self"})"),
        entry("E18", "I1", "There was a talk about the bus.", R"(,"author":"W3")", "note", "2021-05-05"),
        // Named by the record alone: no list has such a name, and nothing round it tells that it is one.
        told("E10", "On the way qyzzix jorrubim was met at the gate, and qyzzix went away again.",
             R"(,"mentions":[{"name":"qyzzix jorrubim","relation":"friend"}])"),
        // Called by an English word: the name is kept back, the word stays.
        told("E19", "We saw Harbour, and Harbour laughed. The harbour was full of boats.",
             R"(,"mentions":[{"name":"Harbour","relation":"friend"}])"),
        told(
            "E11", "Nothing was agreed.",
            R"(,"present":["the lady of the Vermouthsley hostel"],"provided_by":{"name":"whoever keeps the Vermouthsley hostel"})"),
        entry("E12", "I1",
              "The barrister Lysander Pomfretshaw advised that the threshold is not crossed at all.",
              R"(,"flags":["legal-advice"])", "email-received", "2020-01-07"),
        told("E13", "We spoke of the matter of the purple lorry and of school.", R"(,"flags":["crime"])"),
        entry("E14", "I1", "The constable saw the light.", R"(,"author":"W2","flags":["crime"])", "note",
              "2020-05-05"),
        entry("E15", "I2", "The panel of the Ravensdyke board spoke.", R"(,"author":"W2")", "meeting",
              "2020-06-06"),
        told("E16", "A letter came, see beside it.", "", "letter-received", "2021-02-03"),
        R"({"type":"disclosure","id":"S1","person":"P1","decided_on":"2020-07-01","outcome":"shared","recipient":"Zebedee Quillfeather","information":"the plan of Quillfeather","reasons":"Zebedee Quillfeather asked","risk_assessment":"Zebbokins may tell","authorised_by":"Cuthbert Wraxhampton","consent":"Quillfeather agreed","method":"post to 14 Gorsebank Terrace","involvement":"I1"})",
        R"({"type":"disclosure","id":"S2","person":"P1","decided_on":"2020-08-01","outcome":"shared","recipient":"qorblatt vennimask","information":"the plan","involvement":"I1"})",
    };
}

std::vector<std::string> LeakWorld::documents() const {
    Words lines;
    int number = 0;
    for (const LeakingDocument& one : leaking_documents()) {
        folder.write("bundle/" + one.file, one.bytes);
        lines.push_back(R"({"type":"document","id":"D)" + std::to_string(++number) +
                        R"(-Quillfeather","entry":"E16","file":")" + one.file + R"(","title":")" + one.title +
                        "\"" + (one.is_keepsake ? R"(,"keepsake":"photograph")" : "") + "}");
    }
    return lines;
}

void LeakWorld::decide_all(const std::string& request, const std::string& format) const {
    open(request, "P1", {"--wanted", format});
    know(request);
    done("petra", {"access", "search", request, "--place", "the cellar of Zebedee Quillfeather", "--terms",
                   "Marigold Haverford; Zebedee Quillfeather; qyzzix jorrubim", "--result",
                   "one file, which Zebbokins had", "--lost",
                   "the diary of Quillfeather, of 14 Gorsebank Terrace", "--found", "1"});
    const std::string added =
        folder.write("quillfeather.txt", "Found with Zebedee Quillfeather: a list of toys.");
    done("petra", {"access", "add", request, added, "--title", "List of Zebedee Quillfeather", "--place",
                   "the house of Quillfeather"});
    review(request);
    for (const std::string& one : rows(request)) {
        const std::string rule = word_at(one, "rule");
        if (rule == "unread") show_item(request, word_at(one, "item"), rule);
        if (word_at(one, "item") == "entry:E13" && rule == "crime")
            done("dana", deciding(request, one,
                                  with({"--part", "the matter of the purple lorry"}, recorded_for(rule))));
    }
    // That there was a service of this kind would tell what they look at.
    for (const char* item : {"involvement:I2"})
        if (row(request, item, "crime") == "{}")
            done("dana", deciding(request, R"({"item":")" + std::string(item) + R"(","rule":"crime"})",
                                  with({"--withhold"}, recorded_for("crime"))));
    finish(request);
}

LeakWorld::Released LeakWorld::release(const std::string& request) const {
    Released released;
    done("dana", {"access", "assemble", request});
    // Much of it is kept back: whoever signs has read that.
    const std::string account = done("david", {"access", "pack", request, "--format", "json"}).out;
    done("david", {"access", "sign", request, "--having-seen", word_at(account, "mark")});
    const Said said = done(
        "dana", {"access", "seal", request, "--write", folder.path("sealed-" + request), "--format", "json"});
    released.passphrase = json_text_at(said.out, "passphrase");
    released.files = json_texts_at(said.out, "files");
    return released;
}

std::vector<std::string> LeakWorld::kept_back() {
    return {
        "lfeather",
        "Zebedee",
        "Zebedde",
        "Zebbokins",
        "Marrowbyrne",
        R"(~\bZ\. ?Q\.)",
        "Brontewick",
        "Zoe-Amelie",
        "علاء الدين",
        "لامعي",
        "Mirkwoodgate",
        "Wimbleforth",
        "Crabtreevance",
        "Wraxhampton",
        "Thimblewright",
        "Pomfretshaw",
        "threshold is not crossed",
        "purple lorry",
        "Ravensdyke",
        "Multi-agency public protection",
        "Criminal Justice Act 2003",
        "Fenwickshaw",
        "fenwickmail",
        "pondweedmail",
        "7700900461",
        "7700 900888",
        "1632960777",
        "9990000018",
        "AB123456C",
        "9 March 2007",
        "09/03/2007",
        "2007-03-09",
        "Gorsebank",
        "NR21 8QX",
        "Mirebrook",
        "LS28 6ZZ",
        "qyzzix",
        "jorrubim",
        "saw Harbour",
        "Harbour laughed",
        "Vermouthsley",
        "qorblatt",
        "vennimask",
        "unseenword",
    };
}

std::vector<std::string> LeakWorld::shown() {
    return {
        "Marigold played table tennis, and Goldie won",
        "I like my room with the green door",
        "7 Larkfield Close",
        "PE36 5LS",
        "07700 900112",
        "Ann Hillier",
        "A meeting about the plan",
        "Nothing was agreed",
        "and of school",
        "It was said that there was shouting at night",
        "A letter came",
        "was seen",
        "stays with",
        "Marigold was top of the form",
        "a list of toys",
        "half-brother or half-sister",
        "we looked for: Marigold Haverford; [words we cannot pass on]",
        "the diary of",
        "There was a talk about the bus",
        "I play with Peregrine Oakhollow on Sundays",
        "drew it",
        "wrote this",
        "wrote that",
        "was attached",
        "Hidden words of",
        "Small words of",
        "at the sea",
        "Drawing for",
        "Child in need",
        "The harbour was full of boats",
    };
}

std::string LeakWorld::wrong_with(const Released& released, const Words& kept, const Words& wanted) const {
    const std::string kept_file = folder.write("kept_back", lines_in_file(kept));
    const std::string shown_file = folder.write("shown", lines_in_file(wanted));
    std::string command = "python3 '" CASEKEEPER_SOURCE "/tests/support/released_words.py' --passphrase '" +
                          released.passphrase + "' --kept-back '" + kept_file + "' --shown '" + shown_file +
                          "'";
    for (const std::string& file : released.files) command += " '" + file + "'";
    const std::string said = folder.path("wrong");
    const int status = std::system((command + " >'" + said + "' 2>&1").c_str());
    const bool is_right = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return is_right ? "" : "exit " + std::to_string(WEXITSTATUS(status)) + "\n" + bytes_of(said);
}

std::string LeakWorld::pack_folder(const std::string& request) const {
    return sql_value("select coalesce(folder, '-') from access_pack where request = '" + request + "'");
}

}  // namespace casekeeper::test
