#pragma once

#include <memory>
#include <vector>

#include "analysis/routing_topology.h"
#include "analysis/routing_weights.h"
#include "corridor/analysis/routing.h"
#include "hierarchy/query.h"
#include "hierarchy/shape.h"

namespace corridor {

struct RoutingNetwork::Parts {
  RoutingTopology topology;
  std::vector<hierarchy::Vertex> order;
  hierarchy::Shape shape;
};

struct RoutingWeights::Parts {
  RoutingNetwork routing;  ///< shared, so that it lives as long
  Question conditions;
  Objective const* objective;
  ValueOfTime value;
  unsigned threads;
  Packing packing;
  Int128 bound;  ///< of the sum along any way
  hierarchy::Metric metric;

  RoutingTopology const& topology() const { return routing.parts().topology; }
  hierarchy::Shape const& shape() const { return routing.parts().shape; }
};

}  // namespace corridor
