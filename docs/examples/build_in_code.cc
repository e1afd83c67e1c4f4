// A network made in code, without any file: the same checks, the same answers.

#include <corridor/analysis/shortest_path.h>
#include <corridor/model/builder.h>

#include <iostream>

int main() {
  corridor::NetworkBuilder builder("Two ways to the Caspian", 2025);
  builder.assume({.teu_per_train = "82", .tonnes_per_teu = "11", .operating_days = "347"});
  builder.add(corridor::ModeSpec{.id = "rail",
                                 .kind = "rail",
                                 .gauge = "1520 mm",
                                 .speed = "1000 km/day",
                                 .cost = "0.30 USD/TEU/km",
                                 .emissions = "200 g/TEU/km"});
  builder.add(corridor::NodeSpec{.id = "dostyk", .name = "Dostyk", .country = "KZ"});
  builder.add(corridor::NodeSpec{.id = "aktau", .name = "Aktau", .country = "KZ"});
  builder.add(corridor::LinkSpec{
      .id = "dostyk-aktau",
      .from = "dostyk",
      .to = "aktau",
      .both_ways = true,
      .mode = "rail",
      .element = {.length = "3086 km", .capacity = "12 train_pairs/day", .share = "27 %"}});
  auto const network = std::move(builder).finish();
  if (!network) {
    std::cerr << render(network.error(), corridor::Sources{});
    return 3;
  }

  corridor::Question question;
  question.from = corridor::find_place(*network, "dostyk").nodes;
  question.to = corridor::find_place(*network, "aktau").nodes;
  auto const graph = corridor::compile(*network, question);
  auto const route =
      corridor::shortest_path(*network, graph, question, *corridor::find_objective("cost"));
  std::cout << "cost " << corridor::format_parts(route->totals.cost.parts(), 1000)
            << " USD/TEU, time " << corridor::format_parts(route->totals.time.parts(), 1000)
            << " h, "
            << kept_text(
                   network->links[*corridor::find_link(*network, "dostyk-aktau")].element.figures,
                   corridor::Field::capacity)
            << "\n";
}
