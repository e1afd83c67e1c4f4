#include <gtest/gtest.h>

#include <string>

#include "unit/verify/results.h"

namespace corridor::verified {
namespace {

class TamperedInvestResult : public testing::TestWithParam<Mutation> {};

TEST_P(TamperedInvestResult, IsRefusedAtThePlaceOfTheChange) { expect_refused(GetParam()); }

constexpr Mutation kMutations[] = {
    {"InvestBudget", "invest", "\"result\"", "\"budget_usd\": 20000000", "\"budget_usd\": 10000000",
     "result.expansion.purchase"},
    {"InvestNoBudget", "invest", "\"result\"", "\"budget_usd\": 20000000", "\"budget_usd\": null",
     "result.projects.list[1].gain_last_teu_per_year"},
    {"InvestYearlyBudget", "invest", "\"result\"", "\"budget_per_year_usd\": 5000000",
     "\"budget_per_year_usd\": 4000000", "result.projects.order[0].year"},
    {"InvestThroughput", "invest", "\"result\"", "\"throughput_teu_per_year\": 30000",
     "\"throughput_teu_per_year\": 30001", "result.throughput_teu_per_year"},
    {"InvestBottleneck", "invest", "\"bottleneck\"", "\"capacity_teu_per_year\": 30000",
     "\"capacity_teu_per_year\": 30001", "result.bottleneck[0].capacity_teu_per_year"},
    {"InvestPrice", "invest", "\"pieces\"", "\"price_usd_per_teu_per_year\": 300",
     "\"price_usd_per_teu_per_year\": 299", "result.expansion.pieces"},
    {"InvestPriceTooFine", "invest", "\"pieces\"", "\"price_usd_per_teu_per_year\": 300",
     "\"price_usd_per_teu_per_year\": 300.0001",
     "result.expansion.pieces[0].price_usd_per_teu_per_year"},
    {"InvestPieceEnd", "invest", "\"pieces\"", "\"to_usd\": 1500000", "\"to_usd\": 1500000.5",
     "result.expansion.pieces"},
    {"InvestPieceWithoutEnd", "invest", "\"pieces\"", "\"to_usd\": 1500000", "\"to_usd\": null",
     "result.expansion.pieces[0].to_usd"},
    {"InvestPieceThroughput", "invest", "\"pieces\"", "\"throughput_to_teu_per_year\": 35000",
     "\"throughput_to_teu_per_year\": 35001", "result.expansion.pieces"},
    {"InvestExact", "invest", "\"pieces\"", "\"exact\": true", "\"exact\": false",
     "result.expansion.pieces[0].exact"},
    {"InvestBought", "invest", "\"bought\"", "\"extra_teu_per_year\": 5000",
     "\"extra_teu_per_year\": 5001", "result.expansion.pieces[0].bought[0].extra_teu_per_year"},
    {"InvestBoughtCost", "invest", "\"bought\"", "\"cost_usd\": 1500000", "\"cost_usd\": 1500001",
     "result.expansion.pieces[0].bought[0].cost_usd"},
    {"InvestFlow", "invest", "\"pieces\"", "\"flow\": 1", "\"flow\": 2", "result.expansion.pieces"},
    {"InvestPotentials", "invest", "\"pieces\"", "\"potentials\": 0", "\"potentials\": 1",
     "result.expansion.pieces"},
    {"InvestPotential", "invest", "\"potentials\": [[", "\"arrival\", 300000",
     "\"arrival\", 299999", "result.expansion.pieces"},
    {"InvestPurchase", "invest", "\"purchase\"", "\"throughput_teu_per_year\": 54492",
     "\"throughput_teu_per_year\": 54493", "result.expansion.purchase.throughput_teu_per_year"},
    {"InvestSpent", "invest", "\"purchase\"", "\"spent_usd\": 19999246", "\"spent_usd\": 19999245",
     "result.expansion.purchase.spent_usd"},
    {"InvestPurchaseFlow", "invest", "\"purchase\"", "\"flow\": 4", "\"flow\": 3",
     "result.expansion.purchase"},
    {"InvestProofAmount", "forsale", "\"on\"", "\"factory\", \"port\", 30000",
     "\"factory\", \"port\", 30001", "result.proof.flows[0]"},
    {"InvestUnknownKey", "forsale", "\"expansion\"", "\"exact\": true",
     "\"exact\": true, \"sure\": true", "result.expansion.sure"},
    {"InvestProjectHash", "invest", "\"kind\": \"project\"", "\"sha256\": \"", "\"sha256\": \"0",
     "inputs[1].sha256"},
    {"InvestProjectAsScenario", "invest", "", "\"kind\": \"project\"", "\"kind\": \"scenario\"",
     "scenarios"},
    {"InvestProjectCost", "invest", "\"list\"", "\"cost_usd\": 9000000", "\"cost_usd\": 8000000",
     "result.projects.list[0].cost_usd"},
    {"InvestProjectTwice", "invest", "\"list\"", "\"id\": \"ships\"", "\"id\": \"port-2\"",
     "result.projects.list[1].id"},
    {"InvestProjectUnknown", "invest", "\"list\"", "\"id\": \"ships\"", "\"id\": \"shops\"",
     "result.projects.list[1].id"},
    {"InvestAlone", "invest", "\"list\"", "\"gain_alone_teu_per_year\": 5000",
     "\"gain_alone_teu_per_year\": 25000", "result.projects.list[0].gain_alone_teu_per_year"},
    {"InvestLast", "invest", "\"list\"", "\"gain_last_teu_per_year\": 30000",
     "\"gain_last_teu_per_year\": 30001", "result.projects.list[0].gain_last_teu_per_year"},
    {"InvestFair", "invest", "\"list\"", "46250/3", "46253/3", "result.projects.list"},
    {"InvestFairNotReduced", "invest", "\"list\"", "46250/3", "92500/6",
     "result.projects.list[0].fair_teu_per_year"},
    {"InvestInBest", "invest", "\"list\"", "\"in_best\": true", "\"in_best\": false",
     "result.projects.list[0].in_best"},
    {"InvestBestSet", "invest", "\"best\"", "\"ships\", ", "", "result.projects.best.flow"},
    {"InvestBestTooDear", "invest", "\"best\"", "\"haven-2\"]", "\"haven-2\", \"haven-3\"]",
     "result.projects.best.projects"},
    {"InvestBestThroughput", "invest", "\"best\"", "\"throughput_teu_per_year\": 45000",
     "\"throughput_teu_per_year\": 45001", "result.projects.best.bound_teu_per_year"},
    {"InvestBestBound", "invest", "\"best\"", "\"bound_teu_per_year\": 45000",
     "\"bound_teu_per_year\": 46000", "result.projects.best.bound_teu_per_year"},
    {"InvestBestYear", "invest", "\"best\"", "\"year\": 2025", "\"year\": 2026",
     "result.projects.best.year"},
    {"InvestBestFlow", "invest", "\"best\"", "\"port\", 45000", "\"port\", 45001",
     "result.projects.best.proof.flows[0]"},
    {"InvestOrderTwice", "invest", "\"order\"", "\"project\": \"ships\"", "\"project\": \"port-2\"",
     "result.projects.order[1].project"},
    {"InvestOrderSpent", "invest", "\"order\"", "\"spent_usd\": 15000000",
     "\"spent_usd\": 14000000", "result.projects.order[1].spent_usd"},
    {"InvestOrderEnd", "invest", "\"order\"", "\"throughput_teu_per_year\": 45000",
     "\"throughput_teu_per_year\": 44000", "result.projects.order"},
    {"InvestTogether", "invest", "\"together_teu_per_year\"", "[[0, 5000", "[[0, 5001",
     "result.projects.together_teu_per_year[1][0]"},
    {"InvestWithAll", "invest", "", "\"with_all_teu_per_year\": 60000",
     "\"with_all_teu_per_year\": 60001", "result.projects.list"}};

INSTANTIATE_TEST_SUITE_P(Each, TamperedInvestResult, testing::ValuesIn(kMutations),
                         [](auto const& each) { return std::string(each.param.name); });

}  // namespace
}  // namespace corridor::verified
