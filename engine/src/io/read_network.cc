#include <utility>

#include "corridor/io/read.h"
#include "corridor/model/builder.h"
#include "io/sections.h"

namespace corridor {
namespace {

/// Sections are read in the order in which they refer to each other, wherever they stand.
class NetworkReader {
 public:
  NetworkReader(Document const& document, Reader& reader, NetworkFile const& file)
      : reader_(reader),
        file_(file),
        builder_(file.title ? file.title->text : std::string(), file.year.value_or(0),
                 document.sources()),
        root_(document.root().span()) {
    builder_.note(file.note);
    builder_.expect(entries(file.nodes), entries(file.links));
  }

  NetworkBuilder read() && {
    if (file_.assumptions) {
      AssumptionsSpec spec;
      reader_.read_map(file_.assumptions->value, file_.assumptions->key.span(), assumption_keys(),
                       spec);
      builder_.assume(spec);
    }
    add(file_.sources, "source", source_keys());
    add(file_.modes, "mode", mode_keys());
    if (add(file_.nodes, "node", node_keys()) == 0) none(Code::no_nodes, file_.nodes, "nodes");
    if (add(file_.links, "link", link_keys()) == 0) none(Code::no_links, file_.links, "links");
    if (file_.regions) add_regions(*file_.regions);
    return std::move(builder_);
  }

 private:
  static std::uint32_t entries(std::optional<Item> const& section) {
    return section ? section->value.size() : 0;
  }

  /// Returns how many entries there are, read or not.
  template <class Spec>
  std::uint32_t add(std::optional<Item> const& section, std::string_view kind, Rows<Spec> rows) {
    if (!section) return 0;
    for_each_spec(reader_, *section, kind, rows, [&](Spec const& spec) { builder_.add(spec); });
    bool const map = section->value.kind() == Document::Kind::map;
    return map ? entries(section) : 1;
  }

  void none(Code code, std::optional<Item> const& section, std::string_view what) {
    auto const place = section ? section->key.span() : file_.title ? file_.title->span : root_;
    reader_.report(code, place, "the network has no " + std::string(what));
  }

  void add_regions(Item const& section) {
    static constexpr KeyInfo kRegion{"region", Form::references, "Nodes."};
    reader_.for_each_entry(section, [&](Item const& item) {
      RegionSpec spec;
      spec.id = Text(item.key.text(), item.key.span());
      reader_.about("region", spec.id.text);
      bool const readable = !item.value.reported() && item.value.kind() != Document::Kind::map;
      spec.nodes = reader_.texts(kRegion, item.value);
      // An empty list is for the builder to refuse; one that was refused here is not.
      if (readable && (!spec.nodes.empty() || item.value.size() == 0)) builder_.add(spec);
    });
    reader_.about({}, {});
  }

  Reader& reader_;
  NetworkFile const& file_;
  NetworkBuilder builder_;
  Span root_;
};

}  // namespace

Result<Network> read_network(Document const& document, Diagnostics* warnings) {
  if (auto wrong = wrong_kind(document, FileKind::network)) return *std::move(wrong);
  Reader reader(document);
  NetworkFile file;
  reader.read_map(document.root(), document.root().span(), network_keys(), file);
  if (reader.unsupported()) return reader.take_errors();

  auto builder = NetworkReader(document, reader, file).read();
  for (auto& error : reader.take_errors()) builder.report(std::move(error));
  auto network = std::move(builder).finish();
  if (warnings != nullptr) {
    // NOLINTNEXTLINE(bugprone-use-after-move): warnings stand after finish(), as promised there.
    auto const& found = builder.warnings();
    warnings->insert(warnings->end(), found.begin(), found.end());
  }
  return network;
}

}  // namespace corridor
