#include "postlint/learn/logistic.h"

#include <algorithm>

#include <linear.h>

namespace postlint {
namespace {

constexpr double kTolerance = 0.01;

}  // namespace

double LinearModel::score(std::span<const Cell> row) const {
  double sum = bias;
  for (const Cell& cell : row) {
    if (cell.column < weights.size()) sum += weights[cell.column] * static_cast<double>(cell.value);
  }
  return sum;
}

// As liblinear wants them: columns from 1, the bias last, each row ended by -1.
struct LogisticFit::Nodes {
  std::vector<feature_node> all;
  std::vector<std::size_t> starts;
  int columns = 0;
};

LogisticFit::LogisticFit(const SparseRows& rows) : nodes_(std::make_unique<Nodes>()) {
  set_print_string_function([](const char*) {});
  nodes_->columns = static_cast<int>(rows.columns()) + 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    nodes_->starts.push_back(nodes_->all.size());
    for (const Cell& cell : rows.row(i))
      nodes_->all.push_back({static_cast<int>(cell.column) + 1, static_cast<double>(cell.value)});
    nodes_->all.push_back({nodes_->columns, 1});
    nodes_->all.push_back({-1, 0});
  }
}

LogisticFit::~LogisticFit() = default;

LinearModel LogisticFit::fit(std::span<const std::uint32_t> rows,
                             std::span<const std::uint8_t> answers, double cost) const {
  const auto columns = static_cast<std::size_t>(nodes_->columns);
  LinearModel result{std::vector<double>(columns - 1), 0};
  std::vector<feature_node*> x;
  std::vector<double> y;
  for (const std::uint32_t row : rows) {
    x.push_back(nodes_->all.data() + nodes_->starts[row]);
    y.push_back(answers[row] != 0 ? 1 : -1);
  }
  if (std::all_of(y.begin(), y.end(), [&](double it) { return it == y.front(); })) return result;
  problem task{};
  task.l = static_cast<int>(x.size());
  task.n = nodes_->columns;
  task.x = x.data();
  task.y = y.data();
  task.bias = 1;
  parameter how{};
  how.solver_type = L2R_LR;
  how.C = cost;
  how.eps = kTolerance;
  model* fitted = train(&task, &how);
  // liblinear's weights speak for the label that it met first.
  const double sign = fitted->label[0] == 1 ? 1 : -1;
  for (std::size_t i = 0; i + 1 < columns; ++i) result.weights[i] = sign * fitted->w[i];
  result.bias = sign * fitted->w[columns - 1];
  free_and_destroy_model(&fitted);
  return result;
}

}  // namespace postlint
