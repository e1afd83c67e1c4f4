#pragma once

#include <string>

#include "corridor/model/network.h"

namespace corridor {

// Texts that read back as exactly the figures that a network holds: the words of its file where
// they give the same again, else what is kept. Empty: nothing has to be written.

/// A figure; empty where it comes from the mode's rate or was never written.
std::string figure_text(Network const& network, Element const& element, Field field);
/// The same in the kept unit: "341448 TEU/year". A capacity is the one before its share.
std::string kept_figure_text(Element const& element, Field field);
/// The part of the capacity that can be used: "27 %".
std::string share_text(Network const& network, Element const& element);
std::string cost_text(Network const& network, Expansion const& expansion);
std::string up_to_text(Network const& network, Expansion const& expansion);
/// A mode's speed, cost rate or emission rate.
std::string rate_text(Network const& network, Mode const& mode, Field field);
std::string decimal_text(Decimal number);
std::string date_text(Date date);
/// What `status:` has to say beside `opens:`.
std::string status_text(Link const& link);

}  // namespace corridor
