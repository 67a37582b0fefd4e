// SPDX-License-Identifier: MIT
#include "policy/recording_words.h"

#include <algorithm>
#include <map>

#include "policy/date_words.h"

namespace casekeeper {
namespace {

// What something lacks, as the end of "lacks ...".
const std::map<std::string, std::string>& lacks() {
    static const std::map<std::string, std::string> words = {
        {"date", "the day"},
        {"time", "the time"},
        {"kind", "its kind"},
        {"present", "who was there"},
        {"addressed_to", "whom it went to"},
        {"people", "with whom it was"},
        {"account", "an account of it"},
        {"author", "who wrote it"},
        {"recorded_at", "when it was written"},
        {"copy", "its copy"},
        {"decision", "what was decided"},
        {"reason", "the reason"},
        {"decided_by", "who decided"},
        {"topic", "its topic"},
        {"classification", "its classification"},
        {"subject_words", "the person's own words"},
        {"worker", "a worker"},
        {"team", "a team"},
        {"closure_reason", "why it was closed"},
    };
    return words;
}

std::string by(std::optional<Date> owed_by) {
    return owed_by ? ": it was due by " + to_words(*owed_by) : "";
}

// What is no thing to lack, but a state.
std::string words_of_state(const std::string& code, std::optional<Date> about_on,
                           std::optional<Date> owed_by) {
    const std::string since = about_on ? to_words(*about_on) : "its beginning";
    if (code == "late") return "was written up late" + by(owed_by);
    if (code == "unwritten") return "does not say when it was written up" + by(owed_by);
    if (code == "silent") return "has nothing written in it since " + since;
    if (code == "handed-out")
        return "was given away with another person's record" +
               (about_on ? " on " + to_words(*about_on) : std::string()) +
               (owed_by ? ": to be weighed as a breach by " + to_words(*owed_by) : std::string());
    if (code == "another-client") return "reads as if it were about another client";
    if (code == "date-of-birth") return "says a date of birth that is not the person's";
    if (code == "identifier") return "has a number that is not the person's";
    if (code == "copied-account") return "has the account of an entry in another person's record";
    if (code == "in-source")
        return "still lies in the record it was moved out of, in the system it comes from";
    if (code == "missing") return "has none" + by(owed_by);
    if (code == "overdue")
        return "has none since " + since + (owed_by ? ": the next was due by " + to_words(*owed_by) : "");
    return "";
}

}  // namespace

std::string words_of_lack(const std::string& code) {
    const auto found = lacks().find(code);
    return found == lacks().end() ? code : found->second;
}

std::string words_of_lacks(const std::vector<std::string>& codes, std::optional<Date> about_on,
                           std::optional<Date> owed_by) {
    std::vector<std::string> things;
    std::string states;
    for (const std::string& code : codes) {
        const std::string state = words_of_state(code, about_on, owed_by);
        if (state.empty())
            things.push_back(words_of_lack(code));
        else
            states += (states.empty() ? "" : ", and ") + state;
    }
    const std::string text = things.empty() ? "" : "lacks " + listed_in_words(things, "and");
    return text.empty() || states.empty() ? text + states : text + ", and " + states;
}

}  // namespace casekeeper
