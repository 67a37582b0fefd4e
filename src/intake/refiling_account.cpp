// SPDX-License-Identifier: MIT
#include "intake/refiling_account.h"

#include "base/json_text.h"

namespace casekeeper {
namespace {

using Texts = std::vector<std::string>;

// "A1", "A1 and A2", "A1, A2 and A3".
std::string listed(const Texts& ids) {
    std::string words;
    for (std::size_t at = 0; at < ids.size(); ++at)
        words += (at == 0 ? "" : at + 1 == ids.size() ? " and " : ", ") + ids[at];
    return words;
}

std::string plural(std::size_t number, const std::string& one) {
    return number == 1 ? one : one + "s";
}

std::string day_in_words(const std::string& iso) {
    const std::optional<Date> day = parse_date(iso);
    return day ? to_words(*day) : iso;
}

std::string what_was_done(const EntryMoved& moved, bool check_only) {
    const EntryMove& move = moved.move;
    const bool is_moved = move.state == "moved";
    std::string text = "entry:" + move.entry;
    if (!moved.documents.empty())
        text += ", with " + plural(moved.documents.size(), "document") + " " + listed(moved.documents) + ",";
    text += check_only ? " would be moved" : is_moved ? " was moved" : " is to be moved";
    return text + " from involvement:" + move.from_involvement + " to involvement:" + move.to_involvement +
           "\n";
}

std::string who_comes_next(const EntryMoved& moved, bool check_only) {
    const EntryMove& move = moved.move;
    if (move.state == "moved") {
        const std::string verb = check_only ? "would say" : "say";
        return moved.is_between_people
                   ? "  both records " + verb +
                         " when, by whom and why, and neither says whose the other is\n"
                   : "  both involvements " + verb + " when, by whom and why; they are one person's\n";
    }
    return std::string("  the records are two people's, so ") +
           (check_only ? "a second person would be" : "a second person is") +
           " needed: nothing moves until\n  another records-officer, reviewer or dpo, having looked at both, "
           "types\n"
           "    casekeeper recording move entry:" +
           move.entry + " --to involvement:" + move.to_involvement + "\n";
}

std::string given_away_in_words(const EntryMoved& moved, bool check_only) {
    std::string text = "IT WAS GIVEN AWAY WITH THE WRONG RECORD:\n";
    for (const GivenAway& one : moved.given_away) {
        const bool is_answer = one.as.starts_with("access_request:");
        const std::string id = one.as.substr(one.as.find(':') + 1);
        text += "  " + std::string(is_answer ? "sent in the answer to request " : "shared by disclosure ") +
                id + " on " + day_in_words(one.on) + ": casekeeper " + (is_answer ? "access" : "disclosure") +
                " show " + id + "\n";
    }
    text +=
        "  This is a personal data breach. Tell the data protection officer now: unless it is unlikely to "
        "put anybody\n"
        "  at risk, the Information Commission is told within 72 hours of it being known (UK GDPR Art 33), "
        "and whoever\n"
        "  the entry is about without delay where the risk is high (Art 34).\n";
    if (!check_only)
        text += "  It is found as " + moved.finding + ": casekeeper recording show " + moved.finding + "\n";
    return text;
}

std::string looked_at_again(const EntryMoved& moved) {
    std::string text;
    const auto say = [&](const Texts& ids, const std::string& what, const std::string& end) {
        if (!ids.empty()) text += "  " + plural(ids.size(), what) + " " + listed(ids) + ": " + end + "\n";
    };
    say(moved.access_requests, "access request",
        "reviewed again in the next night, or by casekeeper access review");
    if (!moved.packs.empty())
        text += "  what was made for " + listed(moved.packs) +
                " has the record as it was, and is made again before it is sent\n";
    say(moved.deletion_requests, "deletion request", "what was decided of this is looked at again");
    Texts proposals;
    for (const long long number : moved.proposals) proposals.push_back(std::to_string(number));
    say(proposals, "proposal",
        "what it covers has changed, so that the night looks at it again and approvals are void");
    if (moved.undone > 0)
        text += "  " + std::to_string(moved.undone) + " " +
                plural(static_cast<std::size_t>(moved.undone), "decision") + " about it " +
                (moved.undone == 1 ? "is" : "are") + " undone\n";
    if (!text.empty()) text = "what rests on the two records:\n" + text;
    return text + "how long either is kept is decided again in the next night\n";
}

}  // namespace

std::string in_words(const EntryMoved& moved, bool check_only) {
    std::string text;
    if (!moved.given_away.empty()) text += given_away_in_words(moved, check_only);
    text += what_was_done(moved, check_only) + who_comes_next(moved, check_only);
    if (moved.move.state == "moved" || check_only) text += looked_at_again(moved);
    return text;
}

std::string in_words(const EntryMove& move) {
    std::string standing = "moved on " + move.moved_on.value_or("") + ", asked for by " + move.asked_by +
                           (move.agreed_by ? ", " + *move.agreed_by + " agreed" : "");
    if (move.state == "asked")
        standing = "waits for a second person since " + move.asked_on + ", asked for by " + move.asked_by;
    if (move.state == "taken-back")
        standing = "taken back, asked for on " + move.asked_on + " by " + move.asked_by;
    return "entry:" + move.entry + "\tfrom involvement:" + move.from_involvement +
           " to involvement:" + move.to_involvement + "\t" + standing + "\t" + move.reason;
}

std::string to_json(const EntryMove& move) {
    return JsonObject()
        .text("entry", move.entry)
        .text("from", move.from_involvement)
        .text("to", move.to_involvement)
        .text("state", move.state)
        .text("reason", move.reason)
        .text("asked_on", move.asked_on)
        .text("asked_by", move.asked_by)
        .text_or_null("agreed_by", move.agreed_by)
        .text_or_null("moved_on", move.moved_on)
        .json();
}

std::string to_json(const EntryMoved& moved, bool check_only) {
    Texts given;
    for (const GivenAway& one : moved.given_away)
        given.push_back(JsonObject().text("as", one.as).text("on", one.on).json());
    Texts proposals;
    for (const long long number : moved.proposals) proposals.push_back(std::to_string(number));
    return JsonObject()
        .raw("move", to_json(moved.move))
        .flag("check_only", check_only)
        .flag("between_people", moved.is_between_people)
        .texts("documents", moved.documents)
        .texts("access_requests", moved.access_requests)
        .texts("deletion_requests", moved.deletion_requests)
        .texts("packs", moved.packs)
        .raw("proposals", json_list_of(proposals))
        .number("undone", moved.undone)
        .raw("given_away", json_list_of(given))
        .text_or_null("finding", moved.finding.empty() ? std::nullopt : std::optional(moved.finding))
        .json();
}

}  // namespace casekeeper
