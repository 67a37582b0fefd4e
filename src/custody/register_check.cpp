// SPDX-License-Identifier: MIT
#include "custody/register_check.h"

#include <string_view>

#include "base/digest.h"
#include "base/json_read.h"
#include "base/keyed_digest.h"
#include "base/merkle_tree.h"
#include "base/signature.h"
#include "custody/key_files.h"
#include "custody/register_mirror.h"

namespace casekeeper {
namespace {

constexpr int lines_a_page = 2000;
constexpr std::size_t findings_told = 100;

class Check {
public:
    Check(RegisterStore& lines, const RegisterPlaces& places)
        : lines_(lines), places_(places), mirror_(places.mirror) {}

    Register::Verification run() {
        for (;;) {
            const std::vector<KeptLine> page = lines_.page(number_, lines_a_page);
            if (page.empty()) break;
            for (const KeptLine& line : page) {
                look_at(line);
                compare_with_mirror(line);
            }
        }
        result_.lines = count_;
        result_.head = previous_;
        look_at_rest_of_mirror();
        return std::move(result_);
    }

private:
    void broken(long long number, const std::string& what, bool in_mirror = false) {
        if (in_mirror)
            result_.mirror_broken = true;
        else
            result_.intact = false;
        if (result_.findings.size() < findings_told)
            result_.findings.push_back(
                {in_mirror ? "mirror" : "register", static_cast<long>(number), 0, Severity::error, what});
    }

    // A line against the one before: what it says it follows, and its own digest.
    void look_at(const KeptLine& line, bool in_mirror = false) {
        if (line.number != number_ + 1)
            broken(number_ + 1,
                   "lines " + std::to_string(number_ + 1) + " to " + std::to_string(line.number - 1) +
                       " are missing",
                   in_mirror);
        const std::string begin =
            "{\"number\":" + std::to_string(line.number) + ",\"previous\":\"" + previous_ + "\",";
        if (!line.line.starts_with(begin)) broken(line.number, "does not follow the line before", in_mirror);
        if (sha256_of(line.line) != line.digest)
            broken(line.number, "is not what was written: its digest differs", in_mirror);
        const std::string_view kind = kind_in(line.line);
        if (!in_mirror && kind != line.kind)
            broken(line.number, "is kept as one of another kind than it says");
        if (kind == "checkpoint") look_at_tree_head(line, in_mirror);
        tree_.add(bytes_of_hex(line.digest).value_or(""));
        previous_ = line.digest;
        number_ = line.number;
        ++count_;
    }

    // Up to the actor nothing in a line is anybody's own words, so the first is the one.
    static std::string_view kind_in(std::string_view line) {
        constexpr std::string_view before = ",\"kind\":\"";
        const std::size_t at = line.find(before);
        if (at == std::string_view::npos) return {};
        line.remove_prefix(at + before.size());
        return line.substr(0, line.find('"'));
    }

    void look_at_tree_head(const KeptLine& line, bool in_mirror) {
        const std::size_t at = line.line.find("\"facts\":");
        if (at == std::string::npos || line.line.back() != '}')
            return broken(line.number, "is no tree head", in_mirror);
        const std::string facts = line.line.substr(at + 8, line.line.size() - at - 9);
        try {
            const std::string root = json_text_at(facts, "root");
            const std::string key = json_text_at(facts, "key");
            if (key_.empty()) key_ = key_to_trust(key);
            if (root != tree_.root() || !facts.starts_with("{\"size\":" + std::to_string(tree_.size()) + ","))
                broken(line.number, "the tree head is not that of the lines before it", in_mirror);
            else if (key != key_ ||
                     !is_signed(key, json_text_at(facts, "signature"), text_of_tree_head(tree_.size(), root)))
                broken(line.number, "the tree head is not signed by this register's key", in_mirror);
        } catch (const std::invalid_argument&) {
            broken(line.number, "is no tree head", in_mirror);
        }
    }

    // The key beside the store, where it is there; else the one of the first tree head.
    std::string key_to_trust(const std::string& first) const {
        std::ifstream in(places_.key_folder + "/signing.pub");
        std::string key;
        return std::getline(in, key) ? key : first;
    }

    void compare_with_mirror(const KeptLine& line) {
        if (mirror_ended_ || !mirror_.next()) {
            mirror_ended_ = true;
            return;
        }
        if (mirror_.text() != to_mirror_line(line)) broken(line.number, "the mirror has another line", true);
    }

    // Where the mirror is ahead its further lines must continue the register: they may be taken back from it.
    void look_at_rest_of_mirror() {
        while (!mirror_ended_ && !result_.mirror_broken && mirror_.next()) {
            const std::optional<KeptLine> line = mirror_.line();
            if (!line) return broken(number_ + 1, "the mirror's line is none of a register", true);
            look_at(*line, true);
        }
    }

    RegisterStore& lines_;
    const RegisterPlaces& places_;
    MirrorReader mirror_;
    bool mirror_ended_ = false;
    Register::Verification result_;
    std::string previous_ = std::string(64, '0');
    long long number_ = 0;
    long long count_ = 0;
    MerkleTree tree_;
    std::string key_;
};

}  // namespace

Register::Verification check_register(RegisterStore& lines, const RegisterPlaces& places) {
    return Check(lines, places).run();
}

}  // namespace casekeeper
