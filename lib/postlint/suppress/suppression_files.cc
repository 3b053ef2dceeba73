#include "postlint/suppress/suppression_files.h"

#include <iterator>
#include <utility>

#include "postlint/base/mapped_file.h"
#include "postlint/suppress/consent_table.h"
#include "postlint/suppress/suppression_reader.h"

namespace postlint {
namespace {

// A file that holds tables of one shape and nothing else.
void read_tables(std::string_view text, const std::string& path, const TableShape& shape,
                 EntryReader* read, SuppressionEntries& entries, Errors& errors) {
  TomlFile file{path, {}};
  const toml::table root = parse_toml(text, file);
  if (file.errors.empty()) {
    const KeyShape key{
        .name = shape.name, .kinds = kTable | kList, .required = true, .table = &shape};
    check_shape(root, {.name = "file", .keys = {key}}, file);
  }
  read_each(root, shape.name, read, file, entries);
  std::move(file.errors.begin(), file.errors.end(), std::back_inserter(errors));
}

}  // namespace

void read_allow_file(const std::string& path, SuppressionEntries& entries, Errors& errors) {
  const auto file = MappedFile::open(path);
  if (!file) return errors.push_back(file.error().front());
  read_tables(file->bytes(), path, allow_shape(), read_allow, entries, errors);
}

void read_consents(const std::string& path, SuppressionEntries& entries, Errors& errors) {
  const auto file = MappedFile::open(path);
  if (!file) return errors.push_back(file.error().front());
  if (path.ends_with(".toml")) {
    read_tables(file->bytes(), path, consent_shape(), read_consent, entries, errors);
  } else {
    read_consent_table(file->bytes(), path, entries, errors);
  }
}

}  // namespace postlint
