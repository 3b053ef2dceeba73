// Result: a value, or everything that was wrong with the input it should have been made from.
#pragma once

#include <utility>

#include <tl/expected.hpp>

#include "postlint/base/error.h"

namespace postlint {

template <typename T>
using Result = tl::expected<T, Errors>;

// return failure({...}) from a function that returns a Result.
inline tl::unexpected<Errors> failure(Error error) {
  Errors errors;
  errors.push_back(std::move(error));
  return tl::unexpected<Errors>(std::move(errors));
}

}  // namespace postlint
