#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#include "corridor/io/read.h"
#include "corridor/model/builder.h"
#include "io/network_tables.h"
#include "io/sections.h"

namespace corridor {
namespace {

/// Sections are read in the order in which they refer to each other, wherever they stand.
class NetworkReader {
 public:
  NetworkReader(Document const& document, Reader& reader, NetworkFile const& file,
                OpenTable const& open_table)
      : reader_(reader),
        file_(file),
        open_table_(open_table),
        sources_(document.sources()),
        builder_(file.title ? file.title->text : std::string(), file.year.value_or(0),
                 document.sources()),
        root_(document.root().span()) {
    builder_.note(file.note);
    builder_.read_from(document.file());
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
    read_table_names();
    read_attachments();
    auto const nodes = add(file_.nodes, "node", node_keys()) + add_node_tables();
    if (nodes == 0) none(Code::no_nodes, file_.nodes, "nodes");
    report_lost_attachments();
    auto const links = add(file_.links, "link", link_keys()) + add_link_tables();
    if (links == 0) none(Code::no_links, file_.links, "links");
    if (file_.regions) add_regions(*file_.regions);
    return std::move(builder_);
  }

 private:
  static std::uint32_t entries(std::optional<Item> const& section) {
    return section ? section->value.size() : 0;
  }

  /// Returns how many entries there are, read or not.
  template <class Spec>
  std::size_t add(std::optional<Item> const& section, std::string_view kind, Rows<Spec> rows) {
    if (!section) return 0;
    for_each_spec(reader_, *section, kind, rows, [&](Spec const& spec) {
      if constexpr (std::is_same_v<Spec, NodeSpec>) {
        if (!attached_.empty()) return add_attached(spec);
      }
      builder_.add(spec);
    });
    bool const map = section->value.kind() == Document::Kind::map;
    return map ? entries(section) : 1;
  }

  // --- tables ------------------------------------------------------------------------------------

  void read_table_names() {
    if (file_.tables) {
      reader_.read_map(file_.tables->value, file_.tables->key.span(), tables_keys(), tables_);
    }
    if (file_.gmns) {
      reader_.read_map(file_.gmns->value, file_.gmns->key.span(), gmns_keys(), gmns_);
    }
  }

  /// The number of a table among the sources; empty after a finding.
  std::optional<std::uint32_t> open(Text const& name) {
    auto file = open_table_ ? open_table_(name) : Result<std::uint32_t>(unreadable(name));
    if (!file) {
      for (auto& error : std::move(file).error()) builder_.report(std::move(error));
      return std::nullopt;
    }
    builder_.read_from(*file);
    return *file;
  }

  static Diagnostic unreadable(Text const& name) {
    return {.code = Code::file_not_found,
            .span = name.span,
            .message = "no file " + quoted(name.text) + " where only this text is read"};
  }

  Text beside(char const* name) const {
    Text text(name);
    text.span = file_.gmns->key.span();
    return text;
  }

  std::size_t add_node_tables() {
    auto const complete = [&](NodeSpec& node) {
      if (!attached_.empty()) attach(node);
    };
    std::size_t rows = 0;
    if (tables_.nodes) {
      // A table that cannot be read is not a network without nodes.
      auto const file = open(*tables_.nodes);
      rows += file ? read_node_table(*sources_, *file, builder_, complete) : 1;
    }
    if (file_.gmns) {
      auto const file = open(beside("node.csv"));
      rows += file ? read_gmns_nodes(*sources_, *file, builder_, complete) : 1;
    }
    return rows;
  }

  std::size_t add_link_tables() {
    std::size_t rows = 0;
    if (tables_.links) {
      auto const file = open(*tables_.links);
      rows += file ? read_link_table(*sources_, *file, builder_) : 1;
    }
    if (file_.gmns) {
      auto const units = gmns_units();
      auto const file = open(beside("link.csv"));
      rows += file ? read_gmns_links(*sources_, *file, builder_, units) : 1;
    }
    return rows;
  }

  GmnsUnits gmns_units() {
    GmnsUnits units;
    // A folder without a config.csv has its units in the headers or in the cells.
    if (auto const config = open_table_ ? open_table_(beside("config.csv"))
                                        : Result<std::uint32_t>(Diagnostics{})) {
      builder_.read_from(*config);
      units = read_gmns_config(*sources_, *config, builder_);
    } else if (!config.error().empty() && config.error().front().code != Code::file_not_found) {
      for (auto const& error : config.error()) builder_.report(error);
    }
    if (gmns_.capacity) {
      units.capacity = gmns_.capacity->text;
      auto const* unit = find_unit(units.capacity);
      if (unit == nullptr || unit->dimension != Dimension::capacity) {
        reader_.report(Code::unknown_unit, gmns_.capacity->span,
                       quoted(units.capacity) + " is no unit of capacity",
                       "'" + column_example() + "' is one");
      }
    }
    units.mode = gmns_.mode;
    return units;
  }

  static std::string column_example() { return std::string(kept_unit(Dimension::capacity)); }

  // --- `transfers:` and `passages:`
  // ----------------------------------------------------------------

  /// What stands at the top level for a node that is declared elsewhere.
  struct Attachment {
    NodeSpec node;  ///< its id, transfers and passage alone
    bool used = false;
  };

  void read_attachments() {
    read_attachments(file_.transfers, read_transfers);
    read_attachments(file_.passages, read_passage);
  }

  void read_attachments(std::optional<Item> const& section,
                        void (*read_part)(Reader& reader, Item const& item, NodeSpec& spec)) {
    if (!section) return;
    reader_.for_each_entry(*section, [&](Item const& item) {
      auto& attachment = attached_[std::string(item.key.text())];
      attachment.node.id = Text(item.key.text(), item.key.span());
      read_part(reader_, item, attachment.node);
    });
    reader_.about({}, {});
  }

  void attach(NodeSpec& node) {
    auto const found = attached_.find(node.id.text);
    if (found == attached_.end()) return;
    auto& attachment = found->second;
    attachment.used = true;
    auto const& more = attachment.node.transfers;
    node.transfers.insert(node.transfers.end(), more.begin(), more.end());
    if (!attachment.node.passage) return;
    if (node.passage) {
      builder_.report({.code = Code::duplicate_key,
                       .span = attachment.node.id.span,
                       .message = "node " + quoted(node.id.text) + " has a passage already"});
    }
    node.passage = attachment.node.passage;
  }

  void add_attached(NodeSpec node) {
    attach(node);
    builder_.add(node);
  }

  void report_lost_attachments() {
    for (auto const& [id, attachment] : attached_) {
      if (attachment.used) continue;
      builder_.report({.code = Code::unknown_node,
                       .span = attachment.node.id.span,
                       .message = "no node " + quoted(id)});
    }
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
  OpenTable const& open_table_;
  std::shared_ptr<Sources const> sources_;
  TablesSpec tables_;
  GmnsSpec gmns_;
  std::map<std::string, Attachment> attached_;
  NetworkBuilder builder_;
  Span root_;
};

}  // namespace

Result<Network> read_network(Document const& document, Diagnostics* warnings,
                             OpenTable const& open_table) {
  if (auto wrong = wrong_kind(document, FileKind::network)) return *std::move(wrong);
  Reader reader(document);
  NetworkFile file;
  reader.read_map(document.root(), document.root().span(), network_keys(), file);
  if (reader.unsupported()) return reader.take_errors();

  auto builder = NetworkReader(document, reader, file, open_table).read();
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
