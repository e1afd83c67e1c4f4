#pragma once

#include <thread>
#include <vector>

namespace corridor::hierarchy {

/// Runs `work(number)` for the numbers [0, threads) side by side, the first on this thread.
template <class Work>
void on_threads(unsigned threads, Work const& work) {
  std::vector<std::thread> others;
  for (unsigned number = 1; number < threads; ++number) others.emplace_back(work, number);
  work(0U);
  for (auto& other : others) other.join();
}

}  // namespace corridor::hierarchy
