// SPDX-License-Identifier: MIT
#include "output/document_office.h"

#include <algorithm>

namespace casekeeper {
namespace {

using Kind = MarkedUpNode::Kind;

ZipArchive opened(std::string_view bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) throw Unreadable("it is damaged: no table of what is in it");
    return std::move(*archive);
}

}  // namespace

OfficeParts::OfficeParts(std::string_view bytes, ReadingBudget& budget)
    : archive_(opened(bytes)), budget_(budget) {
    std::set<std::string> names;
    for (const ZipArchive::Member& member : archive_.members()) {
        if (member.is_locked) throw Unreadable("it is locked with a password");
        if (!names.insert(member.name).second)
            throw Unreadable("it holds two parts of one name, of which readers show either");
    }
}

std::size_t OfficeParts::place_of(const std::string& name) const {
    const auto& members = archive_.members();
    return static_cast<std::size_t>(
        std::find_if(members.begin(), members.end(), [&name](const auto& one) { return one.name == name; }) -
        members.begin());
}

std::optional<MarkedUp> OfficeParts::part(const std::string& name) {
    const std::size_t at = place_of(name);
    if (at == archive_.members().size()) return std::nullopt;
    read_.insert(name);
    auto nodes = marked_up_xml(unpacked(archive_, at, budget_));
    if (!nodes) throw Unreadable("it is damaged: a part of it is no well-formed XML");
    return nodes;
}

std::vector<std::string> OfficeParts::names_beneath(const std::string& beginning) const {
    std::vector<std::string> names;
    for (const ZipArchive::Member& member : archive_.members())
        if (member.name.starts_with(beginning) && !member.is_folder) names.push_back(member.name);
    return names;
}

void OfficeParts::attach(const std::string& name, DocumentText& into) {
    read_.insert(name);
    into.attachments.push_back(budget_.read_within({unpacked(archive_, place_of(name), budget_), name, ""}));
}

std::vector<std::string> OfficeParts::unread() const {
    std::vector<std::string> names;
    for (const std::string& name : names_beneath(""))
        if (!read_.contains(name)) names.push_back(name);
    return names;
}

void note_attribute(const MarkedUp& nodes, std::string_view attribute, const std::string& called,
                    DocumentText& into) {
    std::set<std::string> noted;
    for (const MarkedUpNode& node : nodes) {
        const std::string value = attribute_of(node, attribute);
        if (!value.empty() && noted.insert(value).second) note(into, called, value);
    }
}

void note_leaves(const MarkedUp& nodes, DocumentText& into) {
    std::string text;
    for (const MarkedUpNode& node : nodes) {
        if (node.kind == Kind::text) text += node.text;
        if (node.kind == Kind::ends) note(into, node.name, text);
        if (node.kind != Kind::text) text.clear();
    }
}

}  // namespace casekeeper
