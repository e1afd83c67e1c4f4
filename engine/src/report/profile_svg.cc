#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "corridor/base/decimal.h"
#include "corridor/base/int128.h"
#include "report/figures.h"
#include "report/profile_words.h"

namespace corridor::report {
namespace {

// Whole pixels and tenths of them, so that the bytes are the same on every machine.
constexpr std::int64_t kWidth = 960;
constexpr std::int64_t kLeft = 80;
constexpr std::int64_t kRight = 30;
constexpr std::int64_t kPlotWidth = kWidth - kLeft - kRight;
constexpr std::int64_t kTop = 70;
constexpr std::int64_t kPlotHeight = 190;
constexpr std::int64_t kPanelHeight = 250;
constexpr std::int64_t kLineHeight = 20;
constexpr std::int64_t kTenths = 10;

/// Colours come in pairs: black on white text reaches a contrast of 7:1 in both schemes.
constexpr std::string_view kStyle =
    "text{font:13px system-ui,'Segoe UI',Arial,sans-serif;fill:#1b1b1b}"
    ".head{font-size:17px;font-weight:600}.axis{font-size:12px;fill:#4a4a4a}"
    ".paper{fill:#ffffff}.grid{stroke:#dcdcdc}"
    ".line{fill:none;stroke:#0b5394;stroke-width:2;stroke-linejoin:round}"
    ".stop{fill:#ffffff;stroke:#0b5394;stroke-width:2}"
    ".border{fill:#b3261e;stroke:#b3261e}.number{font-size:11px;font-weight:600}"
    "@media (prefers-color-scheme:dark){text{fill:#f0f0f0}.axis{fill:#c4c4c4}"
    ".paper{fill:#16181c}.grid{stroke:#3a3d44}.line{stroke:#7ab7ff}"
    ".stop{fill:#16181c;stroke:#7ab7ff}.border{fill:#ff8a80;stroke:#ff8a80}}";

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// An axis from 0 to `most`, in parts, with ticks at round amounts.
class Axis {
 public:
  Axis(std::int64_t most, std::int64_t parts_per_unit, std::int64_t pixels)
      : most_(std::max<std::int64_t>(most, 1)), unit_(parts_per_unit), pixels_(pixels) {}

  /// In tenths of a pixel from 0 on, rounded half up.
  std::int64_t place(std::int64_t amount) const {
    return static_cast<std::int64_t>((Int128{2} * amount * pixels_ * kTenths + most_) /
                                     (Int128{2} * most_));
  }

  struct Tick {
    std::int64_t amount = 0;
    std::string label;
  };
  /// At most eight beside 0: 1, 2 or 5 times a power of ten of thousandths of the unit.
  std::vector<Tick> ticks() const {
    constexpr std::int64_t kMost = 8;
    auto step = unit_ / 1000;
    for (int i = 0; most_ / step > kMost; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    std::vector<Tick> ticks;
    for (std::int64_t amount = 0; amount <= most_; amount += step) {
      auto const thousandths = amount / (unit_ / 1000);
      bool const whole = step % unit_ == 0;
      ticks.push_back(
          {amount, whole ? format_grouped(thousandths, 1000, 0) : format_parts(thousandths, 1000)});
    }
    return ticks;
  }

 private:
  std::int64_t most_, unit_, pixels_;
};

std::string pixels(std::int64_t tenths) { return format_parts(tenths, kTenths); }

std::string text_at(std::int64_t x, std::int64_t y, std::string_view attributes,
                    std::string_view text) {
  return fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", pixels(x), pixels(y), attributes,
                     escaped(text));
}

/// What one panel draws.
struct Panel {
  std::string_view title;
  std::int64_t (*amount)(Totals const&);
  std::int64_t parts_per_unit;
};

constexpr std::int64_t kPartsOfDay = 24 * Duration::kPartsPerUnit;
constexpr Panel kPanels[] = {
    {"Time, days", [](Totals const& totals) { return totals.time.parts(); }, kPartsOfDay},
    {"Cost, USD/TEU", [](Totals const& totals) { return totals.cost.parts(); },
     Cost::kPartsPerUnit},
    {"Emissions, kg CO2e/TEU", [](Totals const& totals) { return totals.emissions.parts(); },
     1000}};

class Sheet {
 public:
  Sheet(ProfileAnswer const& answer, Network const& network)
      : answer_(answer),
        network_(network),
        distance_(answer.profile.totals.length.parts(), 1000, kPlotWidth) {
    for (std::size_t i = 0; i < steps().size(); ++i) {
      if (steps()[i].kind != StepKind::link) stops_.push_back(i);
    }
  }

  std::string draw() const {
    auto const list_top = kTop + static_cast<std::int64_t>(std::size(kPanels)) * kPanelHeight;
    auto const rows = static_cast<std::int64_t>((stops_.size() + 1) / 2);
    auto const height = list_top + (rows + 3) * kLineHeight;
    auto out = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" "
        "aria-labelledby=\"profile-title profile-desc\">\n"
        "<title id=\"profile-title\">{}</title>\n<desc id=\"profile-desc\">{}</desc>\n"
        "<style>{}</style>\n<rect class=\"paper\" width=\"{}\" height=\"{}\"/>\n",
        kWidth, height, escaped(title()), escaped(description()), kStyle, kWidth, height);
    out += text_at(kLeft * kTenths, 28 * kTenths, " class=\"head\"", title());
    out += text_at(kLeft * kTenths, 48 * kTenths, " class=\"axis\"",
                   circumstances(network_, answer_.question));
    for (std::size_t i = 0; i < std::size(kPanels); ++i) {
      out += panel(kPanels[i], kTop + static_cast<std::int64_t>(i) * kPanelHeight);
    }
    return out + list(list_top) + "</svg>\n";
  }

 private:
  std::vector<ProfileStep> const& steps() const { return answer_.profile.steps; }

  std::string title() const {
    auto const& totals = answer_.profile.totals;
    return place_title(network_, answer_.from) + " → " + place_title(network_, answer_.to) + ": " +
           days(totals.time) + " days, " + usd(totals.cost) + " USD/TEU, " +
           kilometres(totals.length) + " km";
  }

  std::string description() const {
    return fmt::format(
        "Cumulative time, cost and emissions against distance in km, with {}: {} h and {} USD/TEU "
        "at {}.",
        counted(static_cast<std::int64_t>(stops_.size()), "stop"),
        hours(answer_.profile.crossings.time), usd(answer_.profile.crossings.cost),
        counted(static_cast<std::int64_t>(answer_.profile.crossings.points),
                "border crossing point"));
  }

  std::int64_t x_of(Totals const& totals) const {
    return kLeft * kTenths + distance_.place(totals.length.parts());
  }

  std::string panel(Panel const& panel, std::int64_t top) const {
    Axis const amounts(panel.amount(answer_.profile.totals), panel.parts_per_unit, kPlotHeight);
    auto const bottom = (top + 20 + kPlotHeight) * kTenths;
    auto const y_of = [&](Totals const& totals) {
      return bottom - amounts.place(panel.amount(totals));
    };
    auto out = text_at(kLeft * kTenths, (top + 12) * kTenths, "", panel.title);
    for (auto const& tick : amounts.ticks()) {
      auto const y = bottom - amounts.place(tick.amount);
      out += fmt::format("<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>\n", kLeft,
                         kWidth - kRight, pixels(y), pixels(y));
      out += text_at((kLeft - 8) * kTenths, y + 4 * kTenths, " class=\"axis\" text-anchor=\"end\"",
                     tick.label);
    }
    for (auto const& tick : distance_.ticks()) {
      out += text_at(kLeft * kTenths + distance_.place(tick.amount), bottom + 16 * kTenths,
                     " class=\"axis\" text-anchor=\"middle\"", tick.label);
    }
    out += text_at((kWidth - kRight) * kTenths, bottom + 30 * kTenths,
                   " class=\"axis\" text-anchor=\"end\"", "km");
    out +=
        fmt::format("<polyline class=\"line\" points=\"{},{}", pixels(x_of({})), pixels(y_of({})));
    for (auto const& step : steps()) {
      out += fmt::format(" {},{}", pixels(x_of(step.after)), pixels(y_of(step.after)));
    }
    return out + "\"/>\n" + marks(y_of);
  }

  /// A mark at each stop, its number to the left; of a second one at nearly the same place to the
  /// right; of a third none, so that numbers do not lie on each other.
  template <class Place>
  std::string marks(Place const& y_of) const {
    constexpr std::int64_t kApart = 14 * kTenths;
    std::string out;
    std::int64_t numbered_x = -kApart;
    std::int64_t numbered_y = 0;
    int crowd = 0;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      auto const& step = steps()[stops_[i]];
      auto const x = x_of(step.after);
      auto const y = y_of(step.after);
      out += fmt::format("<circle class=\"stop{}\" cx=\"{}\" cy=\"{}\" r=\"4\"/>\n",
                         step.border ? " border" : "", pixels(x), pixels(y));
      bool const near = x - numbered_x < kApart && numbered_y - y < kApart;
      crowd = near ? crowd + 1 : 0;
      if (!near) {
        numbered_x = x;
        numbered_y = y;
      }
      auto const number = std::to_string(i + 1);
      if (crowd == 0) {
        out += text_at(x - 7 * kTenths, y - 4 * kTenths, " class=\"number\" text-anchor=\"end\"",
                       number);
      } else if (crowd == 1) {
        out += text_at(x + 7 * kTenths, y + 10 * kTenths, " class=\"number\"", number);
      }
    }
    return out;
  }

  /// The stops in two columns, then what the marks mean.
  std::string list(std::int64_t top) const {
    std::string out;
    auto const rows = (stops_.size() + 1) / 2;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      auto const& step = steps()[stops_[i]];
      bool const left = i < rows;
      auto const x = left ? kLeft : kLeft + kPlotWidth / 2;
      auto const row = left ? i : i - rows;
      auto const y = top + static_cast<std::int64_t>(row + 1) * kLineHeight;
      out += text_at(
          x * kTenths, y * kTenths, "",
          fmt::format("{}  {}: {}, {} h, {} USD/TEU", i + 1, short_name(network_.nodes[step.node]),
                      step_words(network_, answer_.graph, step), hours(step.own.time),
                      usd(step.own.cost)));
    }
    auto const y = top + static_cast<std::int64_t>(rows + 2) * kLineHeight;
    out += fmt::format("<circle class=\"stop border\" cx=\"{}\" cy=\"{}\" r=\"4\"/>\n", kLeft + 4,
                       y - 4);
    out += text_at((kLeft + 16) * kTenths, y * kTenths, " class=\"axis\"",
                   "at a border crossing point");
    out +=
        fmt::format("<circle class=\"stop\" cx=\"{}\" cy=\"{}\" r=\"4\"/>\n", kLeft + 224, y - 4);
    return out + text_at((kLeft + 236) * kTenths, y * kTenths, " class=\"axis\"", "elsewhere");
  }

  ProfileAnswer const& answer_;
  Network const& network_;
  Axis distance_;
  std::vector<std::size_t> stops_;  ///< numbers of the steps that are no links
};

}  // namespace

std::string profile_svg(ProfileAnswer const& answer, Network const& network,
                        std::string const& reason) {
  if (answer.route) return Sheet(answer, network).draw();
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} 60\" role=\"img\" "
      "aria-labelledby=\"profile-title\">\n<title id=\"profile-title\">{}</title>\n"
      "<style>{}</style>\n<rect class=\"paper\" width=\"{}\" height=\"60\"/>\n{}</svg>\n",
      kWidth, escaped(reason), kStyle, kWidth,
      text_at(20 * kTenths, 36 * kTenths, "", "No profile: there is no route."));
}

}  // namespace corridor::report
