// SPDX-License-Identifier: MIT
#include "intake/ssda903_periods.h"

#include <algorithm>
#include <set>

#include "intake/ssda903_codes.h"

namespace casekeeper {
namespace {

constexpr std::string_view started_to_be_looked_after = "S";

bool has_ended_period(const EpisodeRow& episode) {
    return episode.ended && ends_period(episode.reason_ceased);
}

class Chain {
public:
    Chain(const std::string& child, const std::vector<KnownPeriod>& known,
          const std::vector<YearlyReturn>& returns, RowFindings& findings)
        : child_(child), known_(known), returns_(returns), findings_(findings) {}

    void add(EpisodeRow episode) {
        if (periods_.empty() || begins_period(periods_.back().episodes.back(), episode))
            periods_.emplace_back();
        periods_.back().episodes.push_back(std::move(episode));
    }

    std::vector<LookedAfterPeriod> finish() {
        for (std::size_t i = 0; i < periods_.size(); ++i) {
            end(periods_[i], i + 1 == periods_.size());
            identify(periods_[i]);
        }
        return std::move(periods_);
    }

private:
    void warn(const EpisodeRow& episode, const std::string& message) {
        findings_.warn(episode.origin.place, "child " + child_ + ": " + message);
    }

    bool begins_period(const EpisodeRow& before, const EpisodeRow& episode) {
        if (before.ended && episode.began < *before.ended)
            warn(episode, "the episode begins before the one before it has ended");
        if (episode.reason_new == started_to_be_looked_after) return true;
        if (has_ended_period(before)) {
            warn(episode, "REC " + before.reason_ceased +
                              " ended the period before, yet RNE is not S: taken as a new period");
            return true;
        }
        if (before.ended && episode.began > *before.ended) {
            warn(episode, "RNE is not S, yet a gap lies before the episode: taken as a new period");
            return true;
        }
        if (!before.ended) warn(before, "the episode has no DEC, yet another one goes on from it");
        return false;
    }

    void end(LookedAfterPeriod& period, bool is_last) {
        const EpisodeRow& last = period.episodes.back();
        if (has_ended_period(last)) {
            for (const EpisodeRow& episode : period.episodes)
                if (episode.ended) period.closed = std::max(period.closed, episode.ended);
            period.reason_ceased = last.reason_ceased;
        } else if (last.ended && last.reason_ceased == episode_continues) {
            warn(last, "the episode that REC X1 announces is missing: the period stays open");
        } else if (last.ended) {
            warn(last, "DEC without a known REC: the period stays open");
        } else if (!last.reason_ceased.empty() && last.reason_ceased != episode_continues) {
            warn(last, "REC without DEC: the period stays open");
        } else if (!is_last) {
            warn(last, "another period begins, yet this one has no end: it stays open");
        }
    }

    void identify(LookedAfterPeriod& period) {
        const EpisodeRow& first = period.episodes.front();
        period.opened = first.began;
        period.involvement = period_id(child_, first.began);
        if (const KnownPeriod* known = find_known(period)) {
            period.known = *known;
            period.involvement = known->involvement;
            period.opened = std::min(known->opened, first.began);
            const std::optional<Date> as_of = returns_[period.episodes.back().origin.in_return].as_of();
            period.store_knows_more = known->closed && as_of && *as_of < *known->closed;
        } else if (first.reason_new != started_to_be_looked_after) {
            warn(first,
                 "the period began before this return: its first episode here is taken as its beginning");
        }
        if (period.store_knows_more)
            warn(first, "the period is stored with an end later than this return reaches: it stays as it is");
        used_.insert(period.involvement);
    }

    // The period the store knows by this id, or which began with one of these episodes; or else, where the
    // first of them goes on from an earlier one, the latest that reaches it.
    const KnownPeriod* find_known(const LookedAfterPeriod& period) const {
        const EpisodeRow& first = period.episodes.front();
        const KnownPeriod* reaching = nullptr;
        for (const KnownPeriod& known : known_) {
            if (used_.contains(known.involvement)) continue;
            if (known.involvement == period.involvement) return &known;
            if (std::any_of(period.episodes.begin(), period.episodes.end(),
                            [&](const EpisodeRow& e) { return e.began == known.opened; }))
                return &known;
            if (first.reason_new != started_to_be_looked_after && known.opened <= first.began &&
                (!known.closed || first.began <= *known.closed) &&
                (reaching == nullptr || known.opened > reaching->opened))
                reaching = &known;
        }
        return reaching;
    }

    const std::string& child_;
    const std::vector<KnownPeriod>& known_;
    const std::vector<YearlyReturn>& returns_;
    RowFindings& findings_;
    std::vector<LookedAfterPeriod> periods_;
    std::set<std::string> used_;
};

bool contradicts(const EpisodeRow& other, const EpisodeRow& death) {
    if (other.began > death.began)
        return !death.ended || !other.ended || other.began >= *death.ended || *other.ended > *death.ended;
    return other.ended && death.ended && *other.ended > *death.ended;
}

}  // namespace

std::string period_id(const std::string& child, Date opened) {
    return "ssda903:" + child + ':' + to_text(opened);
}

bool is_period_of(const std::string& child, const std::string& involvement) {
    const std::string prefix = "ssda903:" + child + ':';
    return involvement.starts_with(prefix) && parse_date(involvement.substr(prefix.size()));
}

std::vector<LookedAfterPeriod> chain_episodes(const std::string& child, std::vector<EpisodeRow> episodes,
                                              const std::vector<KnownPeriod>& known,
                                              const std::vector<YearlyReturn>& returns,
                                              RowFindings& findings) {
    std::sort(episodes.begin(), episodes.end(),
              [](const EpisodeRow& a, const EpisodeRow& b) { return a.began < b.began; });
    Chain chain(child, known, returns, findings);
    for (EpisodeRow& episode : episodes) chain.add(std::move(episode));
    return chain.finish();
}

EndsOfCare ends_of_care(const std::string& child, const std::vector<LookedAfterPeriod>& periods,
                        RowFindings& findings) {
    std::vector<const EpisodeRow*> episodes;
    for (const LookedAfterPeriod& period : periods)
        for (const EpisodeRow& episode : period.episodes) episodes.push_back(&episode);
    EndsOfCare result;
    for (const EpisodeRow* episode : episodes) {
        if (is_adoption(episode->reason_ceased)) {
            result.adopted = true;
            result.adopted_on = std::max(result.adopted_on, episode->ended);
        }
        if (episode->reason_ceased != child_died) continue;
        const bool doubtful = std::any_of(episodes.begin(), episodes.end(), [&](const EpisodeRow* other) {
            return other != episode && contradicts(*other, *episode);
        });
        if (doubtful) {
            findings.say(episode->origin.place,
                         "child " + child +
                             ": REC E2 (died), yet another episode lies beyond it: no death is recorded",
                         Severity::error);
            continue;
        }
        result.died = true;
        result.died_on = episode->ended;
    }
    return result;
}

}  // namespace casekeeper
