#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/network_spec.h"
#include "support/random.h"

namespace corridor::test {

/// A small network with every feature of the format, and a pair of ends.
struct Sample {
  NetworkSpec spec;
  std::string from, to;
};

struct SampleSize {
  std::size_t nodes = 6;
  std::size_t modes = 3;
};

/// Seeded: parallel links, one-way and two-way, several modes, transfers, passages, capacities 0
/// to 5 and unlimited, small figures (so that ties are common), corridors, planned, closing and
/// closed links. From 2 up to `size` nodes and 1 up to `size` modes.
Sample sample(std::uint64_t seed, SampleSize size = {});

/// A generated network of any size with the question asked about it.
struct Instance {
  Network network;
  Question question;
  std::optional<Capacity> optimum;  ///< the throughput, where the construction tells it
};

/// `chains` parallel chains of `length` nodes between one origin and one destination, with `cross`
/// random links between chains. Without cross links the throughput is the sum of the chains'
/// smallest capacities.
Instance corridor_instance(std::size_t chains, std::size_t length, std::size_t cross,
                           std::uint64_t seed);

/// Width x height nodes, two-way links between neighbours; from the first column to the last.
Instance grid_instance(std::size_t width, std::size_t height, std::uint64_t seed);

/// About `nodes` nodes, most of them on chains between junctions of a grid, single and double
/// track, and a gauge break down the middle with transfers of limited capacity.
Instance rail_instance(std::size_t nodes, std::uint64_t seed);

/// About `nodes` nodes on roads of three classes between the junctions of a grid: the faster, the
/// dearer. From one corner to the other.
Instance road_instance(std::size_t nodes, std::uint64_t seed);

/// GENRMF (Goldfarb and Grigoriadis 1988): `frames` frames of side x side nodes; inside a frame
/// one-way links both ways between grid neighbours with capacity high x side^2, from each frame to
/// the next a random permutation with capacities from low to high.
Instance genrmf_instance(std::size_t side, std::size_t frames, std::int64_t low, std::int64_t high,
                         std::uint64_t seed);

}  // namespace corridor::test
