// SPDX-License-Identifier: MIT
//
//   mention_quality NAMES_FOLDER WORD_LIST DATA_FOLDER [--errors KIND]
//
// How many of the people and numbers in published texts the mention finder finds, and how much of what it finds is
// one: recall and precision of each kind and file, by overlap. No person of a case is given: every name is unknown.
// --errors shows what was missed and what was found wrongly, with the words round it: the texts are synthetic.
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>

#include "base/errors.h"
#include "base/json_read.h"
#include "policy/mention_finder.h"
#include "support/made_up_numbers.h"

namespace casekeeper::bench {
namespace {

struct Span {
    std::size_t begin = 0;  // characters in the files, bytes from here on
    std::size_t end = 0;
    std::string label;
};
struct Text {
    std::string text;
    std::vector<Span> spans;
};
using Kinds = std::map<std::string, MentionKind>;

struct Score {
    int there = 0;
    int found = 0;
    int told = 0;
    int right = 0;
};

std::string whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw InputError("cannot read " + path, "name the folder of the published texts");
    return {std::istreambuf_iterator<char>(in), {}};
}

// Places are told in characters.
std::size_t bytes_of(const std::string& text, std::size_t characters) {
    std::size_t at = 0;
    for (; at < text.size() && characters > 0; --characters) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
    }
    return at;
}

Text text_of(const std::string& json, const char* text_key, const char* spans_key, const char* begin,
             const char* end, const char* label) {
    Text one{json_text_at(json, text_key), {}};
    for (const std::string& span : json_items_at(json, spans_key))
        one.spans.push_back({bytes_of(one.text, std::stoul(json_value_at(span, begin))),
                             bytes_of(one.text, std::stoul(json_value_at(span, end))),
                             json_text_at(span, label)});
    return one;
}

std::vector<Text> lines(const std::string& path) {
    std::vector<Text> texts;
    std::istringstream in(whole(path));
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) texts.push_back(text_of(line, "text", "entities", "start", "end", "label"));
    return texts;
}

std::vector<Text> array(const std::string& path) {
    std::vector<Text> texts;
    for (const std::string& item : json_items_at("{\"items\":" + whole(path) + "}", "items"))
        texts.push_back(text_of(item, "full_text", "spans", "start_position", "end_position", "entity_type"));
    return texts;
}

bool overlap(const Span& span, const Mention& mention) {
    return span.begin < mention.end && mention.begin < span.end;
}

void show(const char* what, const Text& text, std::size_t begin, std::size_t end, const std::string& why) {
    const std::size_t from = begin > 45 ? begin - 45 : 0;
    std::string around = text.text.substr(from, begin - from) + "[[" + text.text.substr(begin, end - begin) +
                         "]]" + text.text.substr(end, 45);
    std::replace(around.begin(), around.end(), '\n', ' ');
    std::cout << what << ": " << around << "  (" << why << ")\n";
}

std::map<MentionKind, Score> score(const MentionFinder& finder, const std::vector<Text>& texts,
                                   const Kinds& kinds, const std::string& errors) {
    std::map<MentionKind, Score> scores;
    for (const Text& text : texts) {
        std::vector<Mention> told = finder.find(text.text);
        std::erase_if(told, [](const Mention& mention) { return mention.confidence < likely_mention; });
        const auto is_of = [&](const Span& span, const Mention& mention) {
            const auto kind = kinds.find(span.label);
            return kind != kinds.end() && kind->second == mention.kind && overlap(span, mention);
        };
        for (const Span& span : text.spans) {
            const auto kind = kinds.find(span.label);
            if (kind == kinds.end()) continue;
            ++scores[kind->second].there;
            const bool found =
                std::any_of(told.begin(), told.end(), [&](const Mention& m) { return is_of(span, m); });
            scores[kind->second].found += found ? 1 : 0;
            if (!found && errors == to_text(kind->second))
                show("missed", text, span.begin, span.end, span.label);
        }
        for (const Mention& mention : told) {
            ++scores[mention.kind].told;
            const bool right = std::any_of(text.spans.begin(), text.spans.end(),
                                           [&](const Span& s) { return is_of(s, mention); });
            scores[mention.kind].right += right ? 1 : 0;
            if (!right && errors == to_text(mention.kind))
                show("wrong", text, mention.begin, mention.end,
                     mention.why + " " + std::to_string(mention.confidence).substr(0, 4));
        }
    }
    return scores;
}

// Made up with look-alikes: as published texts, each sentence one.
std::vector<Text> made_up(int each) {
    std::vector<Text> texts;
    for (const test::MadeUpSentence& one : test::made_up_sentences(7, each)) {
        texts.push_back({one.text, {}});
        if (one.is_there) texts.back().spans.push_back({one.begin, one.end, to_text(one.kind)});
    }
    return texts;
}

std::string share(int part, int all) {
    if (all == 0) return "-";
    std::ostringstream out;
    out << std::fixed << std::setprecision(3) << static_cast<double>(part) / all;
    return out.str();
}

void print(const std::string& file, const std::map<MentionKind, Score>& scores) {
    for (const auto& [kind, one] : scores)
        std::cout << std::left << std::setw(44) << file << std::setw(15) << to_text(kind) << std::right
                  << std::setw(7) << one.there << std::setw(9) << share(one.found, one.there) << std::setw(7)
                  << one.told << std::setw(11) << share(one.right, one.told) << "\n";
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() != 3 && arguments.size() != 5)
        throw UsageError("usage: mention_quality NAMES_FOLDER WORD_LIST DATA_FOLDER [--errors KIND]",
                         "mention_quality config/names /usr/share/dict/british-english mentions");
    const std::string errors = arguments.size() == 5 ? arguments[4] : "";
    const NameKnowledge knowledge = NameKnowledge::read(arguments[0], arguments[1]);
    const MentionFinder finder({}, knowledge);
    const std::string& folder = arguments[2];
    const Kinds transcripts = {
        {"NAME", MentionKind::name}, {"VICTIM", MentionKind::name}, {"PHONE_NUMBER", MentionKind::phone}};
    const Kinds kiji = {{"LICENSEPLATENUM", MentionKind::number_plate},
                        {"FIRSTNAME", MentionKind::name},
                        {"SURNAME", MentionKind::name},
                        {"EMAIL", MentionKind::email},
                        {"PHONENUMBER", MentionKind::phone},
                        {"DATEOFBIRTH", MentionKind::date_of_birth},
                        {"STREET", MentionKind::address}};
    const Kinds presidio = {{"PERSON", MentionKind::name},
                            {"EMAIL_ADDRESS", MentionKind::email},
                            {"PHONE_NUMBER", MentionKind::phone},
                            {"ADDRESS", MentionKind::address},
                            {"STREET_ADDRESS", MentionKind::address}};
    std::cout << std::left << std::setw(44) << "file" << std::setw(15) << "kind" << std::right << std::setw(7)
              << "there" << std::setw(9) << "recall" << std::setw(7) << "found" << std::setw(11)
              << "precision"
              << "\n";
    for (const char* name : {"ner_synthetic_dataset_v1.clean.dev.jsonl", "kiji.samples.jsonl"})
        print(name, score(finder, lines(folder + "/" + name), name[0] == 'k' ? kiji : transcripts, errors));
    for (const char* name : {"presidio.generated_large.json", "presidio.synth_dataset_v2.json"})
        print(name, score(finder, array(folder + "/" + name), presidio, errors));
    Kinds numbers;
    for (int kind = 1; kind <= static_cast<int>(MentionKind::number_plate); ++kind)
        numbers.emplace(to_text(static_cast<MentionKind>(kind)), static_cast<MentionKind>(kind));
    std::map<MentionKind, Score> scores = score(finder, made_up(2000), numbers, errors);
    scores.erase(MentionKind::name);  // the sentences name towns and makes of cars, and nobody
    print("made up, with look-alikes", scores);
    return 0;
}

}  // namespace
}  // namespace casekeeper::bench

int main(int count, char** values) {
    try {
        return casekeeper::bench::run({values + 1, values + count});
    } catch (const casekeeper::Error& error) {
        std::cerr << "mention_quality: " << error.what() << "\nhint: " << error.hint() << "\n";
        return static_cast<int>(error.code());
    }
}
