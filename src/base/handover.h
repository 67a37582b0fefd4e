// SPDX-License-Identifier: MIT
//
// Hands items from one thread, or several, to another, a few at a time, so that the faster waits and memory stays
// bounded. What a giver throws reaches the taker.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>

namespace casekeeper {

template <typename Item>
class Handover {
public:
    explicit Handover(std::size_t most) : most_(most) {}

    // Waits for room; false where the taker has stopped taking.
    bool give(Item item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return items_.size() < most_ || stopped_; });
        if (stopped_) return false;
        items_.push_back(std::move(item));
        changed_.notify_all();
        return true;
    }
    // No more will be given; `thrown` is what ended it early, if anything.
    void end(std::exception_ptr thrown = nullptr) {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        thrown_ = std::move(thrown);
        changed_.notify_all();
    }
    // Waits for the next item; nullopt at the end. Rethrows what ended it early.
    std::optional<Item> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !items_.empty() || ended_; });
        if (items_.empty()) {
            if (thrown_) std::rethrow_exception(thrown_);
            return std::nullopt;
        }
        return take_front();
    }
    // The next item where there is one already; nullopt where there is none yet, or no more.
    std::optional<Item> take_if_there() {
        const std::lock_guard lock(mutex_);
        return items_.empty() ? std::nullopt : take_front();
    }
    // The taker wants no more.
    void stop() {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

private:
    std::optional<Item> take_front() {
        std::optional<Item> item(std::move(items_.front()));
        items_.pop_front();
        changed_.notify_all();
        return item;
    }

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> items_;
    bool ended_ = false;
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

}  // namespace casekeeper
