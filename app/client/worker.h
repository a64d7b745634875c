// One thread for one kind of blocking work (the card, the vault, decoding). A job goes out, one answer comes back.
#pragma once

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace kmixr::client {

/// Jobs run one after the other on a thread of their own; answers return as futures, best taken with
/// `.then(context, …)` so that a context that died drops them. The destructor waits for the running job.
class Worker {
public:
    Worker() {
        pool_.setMaxThreadCount(1);
        pool_.setExpiryTimeout(-1);
    }
    ~Worker() {
        pool_.clear();
        pool_.waitForDone();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    template <class Job>
    auto ask(Job&& job) {
        return QtConcurrent::run(&pool_, std::forward<Job>(job));
    }

private:
    QThreadPool pool_;
};

} // namespace kmixr::client
