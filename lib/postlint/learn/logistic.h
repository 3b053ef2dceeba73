// Logistic regression by liblinear, over rows of sparse features.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace postlint {

struct Cell {
  std::uint32_t column;
  float value;
};

// Rows of cells, the columns of each ascending.
class SparseRows {
 public:
  void add(std::span<const Cell> row) {
    cells_.insert(cells_.end(), row.begin(), row.end());
    ends_.push_back(cells_.size());
    for (const Cell& cell : row) columns_ = std::max(columns_, cell.column + 1);
  }
  std::size_t size() const { return ends_.size(); }
  std::uint32_t columns() const { return columns_; }
  std::span<const Cell> row(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span(cells_).subspan(begin, ends_[i] - begin);
  }

 private:
  std::vector<Cell> cells_;
  std::vector<std::size_t> ends_;
  std::uint32_t columns_ = 0;
};

struct LinearModel {
  std::vector<double> weights;  // by column
  double bias = 0;

  double score(std::span<const Cell> row) const;
};

// Rows ready to be fitted many times, to different answers and on different parts. Thread-safe.
class LogisticFit {
 public:
  explicit LogisticFit(const SparseRows& rows);
  ~LogisticFit();

  // Fits to the rows named. `answers`: of all rows. `cost`: liblinear's C. Where all answers are
  // the same there is nothing to learn: all weights are 0.
  LinearModel fit(std::span<const std::uint32_t> rows, std::span<const std::uint8_t> answers,
                  double cost) const;

 private:
  struct Nodes;
  std::unique_ptr<Nodes> nodes_;
};

}  // namespace postlint
