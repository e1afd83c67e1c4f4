#include "corridor/report/render.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "corridor/model/builder.h"
#include "report/table.h"

namespace corridor {
namespace {

LinkSpec link(char const* id, char const* from, char const* to, char const* capacity) {
  LinkSpec spec;
  spec.id = id;
  spec.from = from;
  spec.to = to;
  spec.mode = "ship";
  spec.element.length = "100 km";
  spec.element.capacity = capacity;
  return spec;
}

NodeSpec node(char const* id, char const* name, char const* latitude, char const* longitude) {
  NodeSpec spec;
  spec.id = id;
  spec.name = name;
  spec.latitude = latitude;
  spec.longitude = longitude;
  return spec;
}

/// west ~~700~~ east ~~unlimited~~ far, east and west of the antimeridian; far has no place.
Network islands() {
  ModeSpec ship;
  ship.id = "ship";
  ship.kind = "sea";
  ship.speed = "20 km/h";
  ship.cost = "0.5 USD/TEU/km";
  ship.emissions = "100 g/TEU/km";
  NodeSpec far;
  far.id = "far";
  far.name = "=1+1";
  NetworkBuilder builder("Islands", 2025);
  builder.add(ship);
  builder.add(node("west", "West", "10", "170")).add(node("east", "East", "20", "-170")).add(far);
  builder.add(link("hop", "west", "east", "700 TEU/year"));
  builder.add(link("leap", "east", "far", "unlimited"));
  return std::move(builder).finish().value();
}

Question between(Network const& network, char const* from, char const* to) {
  Question question;
  question.from = {*find_node(network, from)};
  question.to = {*find_node(network, to)};
  return question;
}

FlowAnswer flow_answer(Network const& network) {
  auto const question = between(network, "west", "far");
  auto const graph = compile(network, question);
  auto const flow = max_flow(graph);
  return {question, "west", "far", graph, flow, headroom(graph, flow), std::nullopt};
}

RouteAnswer route_answer(Network const& network, char const* from, char const* to) {
  auto const question = between(network, from, to);
  auto const& time = *find_objective("time");
  auto const graph = compile(network, question);
  RouteAnswer answer{question, from,         to,          &time, kDefaultValueOfTime,
                     graph,    std::nullopt, std::nullopt};
  answer.route = shortest_path(network, graph, question, time);
  if (!answer.route) answer.obstacle = why_no_route(network, question, time);
  return answer;
}

std::string rendered(Answer const& answer, Format format, Network const& network) {
  return render(answer, format, network, Sources()).value();
}

TEST(FlowJson, BottleneckAddsUpToTheThroughput) {
  auto const network = islands();
  auto const json = nlohmann::json::parse(rendered(flow_answer(network), Format::json, network));
  EXPECT_EQ(json["status"], "answered");
  EXPECT_TRUE(json["reason"].is_null());
  auto const& result = json["result"];
  EXPECT_EQ(result["throughput_teu_per_year"], 700);
  std::int64_t sum = 0;
  for (auto const& element : result["bottleneck"]) {
    sum += element["capacity_teu_per_year"].get<std::int64_t>();
  }
  EXPECT_EQ(sum, 700);
  EXPECT_TRUE(result["flows"][1]["capacity_teu_per_year"].is_null());
  EXPECT_TRUE(result["headroom_teu_per_year"].is_null()) << "nothing else binds";
}

TEST(RouteJson, TotalsAreTheSumsOfTheLegs) {
  auto const network = islands();
  auto const json =
      nlohmann::json::parse(rendered(route_answer(network, "west", "far"), Format::json, network));
  auto const& route = json["result"]["routes"][0];
  EXPECT_EQ(route["links"], (nlohmann::json{"hop", "leap"}));
  EXPECT_EQ(route["nodes"], (nlohmann::json{"west", "east", "far"}));
  EXPECT_EQ(route["time_h"], 10);
  EXPECT_EQ(route["cost_usd_per_teu"], 100);
  double hours = 0;
  for (auto const& leg : route["legs"]) hours += leg["time_h"].get<double>();
  EXPECT_EQ(hours, 10);
}

TEST(RouteGeojson, SplitsALineAtTheAntimeridian) {
  auto const network = islands();
  auto const json = nlohmann::json::parse(
      rendered(route_answer(network, "west", "far"), Format::geojson, network));
  EXPECT_EQ(json["type"], "FeatureCollection");
  auto const& hop = json["features"][0]["geometry"];
  EXPECT_EQ(hop["type"], "MultiLineString");
  EXPECT_EQ(hop["coordinates"].dump(), "[[[170,10],[180,15]],[[-180,15],[-170,20]]]");
}

TEST(RouteGeojson, GivesNoGeometryToWhatHasNoPlace) {
  auto const network = islands();
  auto const json = nlohmann::json::parse(
      rendered(route_answer(network, "west", "far"), Format::geojson, network));
  auto const& features = json["features"];
  EXPECT_TRUE(features[1]["geometry"].is_null());  // the link to far
  EXPECT_TRUE(features.back()["geometry"].is_null());
  EXPECT_EQ(features.back()["properties"]["id"], "far");
  EXPECT_EQ(features[2]["geometry"]["coordinates"].dump(), "[170,10]");  // longitude first
}

TEST(ListCsv, DefusesFormulasAndQuotesCommas) {
  ListAnswer const answer{"nodes", {{"far", "=1+1"}, {"b", "x, \"y\""}, {"c", "-5"}}};
  EXPECT_EQ(rendered(answer, Format::csv, Network{}),
            "id,title\nfar,'=1+1\nb,\"x, \"\"y\"\"\"\nc,'-5\n");
}

TEST(Render, SaysWhenAVerbLacksAFormat) {
  EXPECT_FALSE(render(ListAnswer{}, Format::geojson, Network{}, Sources()).has_value());
  EXPECT_FALSE(render(ExplainAnswer{}, Format::csv, Network{}, Sources()).has_value());
}

TEST(NoAnswer, CarriesItsReasonAndNoResult) {
  auto const network = islands();
  auto const closed = [&] {
    auto copy = network;
    copy.links[*find_link(copy, "leap")].status = Status::closed;
    return copy;
  }();
  auto const answer = route_answer(closed, "west", "far");
  auto const json = nlohmann::json::parse(rendered(answer, Format::json, closed));
  EXPECT_EQ(json["status"], "no-answer");
  EXPECT_FALSE(json["reason"].get<std::string>().empty());
  EXPECT_TRUE(json["result"].is_null());
  EXPECT_TRUE(json.contains("obstacles"));
}

TEST(FlowText, FitsItsWidth) {
  auto const network = islands();
  for (auto const width : {80, 100}) {
    auto const text =
        render(flow_answer(network), Format::text, network, Sources(), {width, false}).value();
    EXPECT_NE(text.find("at most 700 TEU/year"), std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
      auto const end = text.find('\n', at);
      EXPECT_LE(report::display_width(text.substr(at, end - at)), width);
      at = end + 1;
    }
  }
}

}  // namespace
}  // namespace corridor
