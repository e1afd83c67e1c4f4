// Many scenarios by several threads: batches are taken by number, answered in any order and handed
// out in order.

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "analysis/sweep_model.h"
#include "corridor/analysis/certificate.h"

namespace corridor {
namespace {

constexpr std::uint64_t kBatch = 256;          // rows; a hand-over costs about as much as one
constexpr std::uint64_t kAheadPerThread = 16;  // batches that may wait for an earlier one

struct Batch {
  std::vector<SweepRow> rows;
  std::string text;
};

/// Answers batches; one per thread.
class BatchMaker {
 public:
  BatchMaker(Sweep const& sweep, Sweep::Model const& model, SweepRange range)
      : sweep_(sweep), range_(range) {
    // Without a warm flow every scenario is solved from its network.
    if (model.warm) worker_.emplace(model);
  }

  std::vector<SweepRow> rows(std::uint64_t number) {
    auto const first = range_.first + number * kBatch;
    auto const last = std::min(first + kBatch, range_.last);
    std::vector<SweepRow> rows;
    rows.reserve(last - first);
    for (auto scenario = first; scenario < last; ++scenario) rows.push_back(row(scenario));
    return rows;
  }

 private:
  SweepRow row(std::uint64_t scenario) {
    if (!worker_) return sweep_.solve(scenario);
    auto answer = worker_->answer(scenario);
    if (scenario % Sweep::kCheckedEvery == 0 && !same_answer(answer, sweep_.solve(scenario))) {
      throw Defect("scenario " + std::to_string(scenario) + " of a sweep differs from its network");
    }
    return answer;
  }

  Sweep const& sweep_;
  SweepRange range_;
  std::optional<SweepWorker> worker_;
};

/// Batches between the threads that make them and the one that takes them.
class Exchange {
 public:
  Exchange(std::uint64_t batches, std::uint64_t most_ahead)
      : batches_(batches), most_ahead_(most_ahead) {}

  /// The next batch to make; empty when there is none, or when it is not worth making.
  std::optional<std::uint64_t> claim() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopped_ || claimed_ < taken_ + most_ahead_; });
    if (stopped_ || claimed_ == batches_) return std::nullopt;
    return claimed_++;
  }

  void put(std::uint64_t number, Batch batch) {
    {
      std::scoped_lock const lock(mutex_);
      made_.emplace(number, std::move(batch));
    }
    ready_.notify_one();
  }

  void fail(std::exception_ptr failure) {
    {
      std::scoped_lock const lock(mutex_);
      if (!failure_) failure_ = std::move(failure);
      stopped_ = true;
    }
    ready_.notify_one();
    room_.notify_all();
  }

  /// The next batch in order; rethrows what stopped a thread. Each call ends the one before.
  Batch take(std::uint64_t number) {
    std::unique_lock lock(mutex_);
    taken_ = number;
    room_.notify_all();
    ready_.wait(lock, [&] { return failure_ || made_.contains(number); });
    if (failure_) std::rethrow_exception(failure_);
    return std::move(made_.extract(number).mapped());
  }

  void stop() {
    {
      std::scoped_lock const lock(mutex_);
      stopped_ = true;
    }
    room_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_, ready_;
  std::map<std::uint64_t, Batch> made_;
  std::uint64_t batches_, most_ahead_;
  std::uint64_t claimed_ = 0;
  std::uint64_t taken_ = 0;
  std::exception_ptr failure_;
  bool stopped_ = false;
};

/// Whatever happens, threads that wait for room must not wait for ever.
class StopAtEnd {
 public:
  explicit StopAtEnd(Exchange& exchange) : exchange_(exchange) {}
  ~StopAtEnd() { exchange_.stop(); }
  StopAtEnd(StopAtEnd const&) = delete;
  StopAtEnd& operator=(StopAtEnd const&) = delete;

 private:
  Exchange& exchange_;
};

}  // namespace

std::vector<SweepRow> Sweep::answer(SweepRange range) const {
  BatchMaker maker(*this, *model_, range);
  std::vector<SweepRow> all;
  for (std::uint64_t number = 0; number * kBatch < range.size(); ++number) {
    auto rows = maker.rows(number);
    std::move(rows.begin(), rows.end(), std::back_inserter(all));
  }
  return all;
}

void Sweep::answer(SweepRange range, unsigned threads, Write const& write, Take const& take) const {
  auto const batches = (range.size() + kBatch - 1) / kBatch;
  auto const useful = static_cast<unsigned>(std::min<std::uint64_t>(threads, batches));
  if (useful <= 1) {
    BatchMaker maker(*this, *model_, range);
    for (std::uint64_t number = 0; number < batches; ++number) {
      auto const rows = maker.rows(number);
      if (!take(rows, write(rows))) return;
    }
    return;
  }

  Exchange exchange(batches, kAheadPerThread * useful);
  auto const work = [&] {
    try {
      BatchMaker maker(*this, *model_, range);
      while (auto const number = exchange.claim()) {
        Batch batch{maker.rows(*number), {}};
        batch.text = write(batch.rows);
        exchange.put(*number, std::move(batch));
      }
    } catch (...) {
      exchange.fail(std::current_exception());
    }
  };
  std::vector<std::jthread> workers;
  StopAtEnd const stop(exchange);  // before the threads are joined
  workers.reserve(useful);
  for (unsigned i = 0; i < useful; ++i) workers.emplace_back(work);
  for (std::uint64_t number = 0; number < batches; ++number) {
    auto const batch = exchange.take(number);
    if (!take(batch.rows, batch.text)) return;
  }
}

}  // namespace corridor
