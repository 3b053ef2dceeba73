#include "postlint/detect/names/model.h"

namespace postlint {

void NameModel::finish(const Lexicon& lexicon) {
  marks_of_set.assign(lexicon.set_count(), NameMarks());
  for (std::size_t set = 0; set < lexicon.set_count(); ++set) {
    const DictionarySet& dictionaries = lexicon.set(static_cast<DictionarySetId>(set));
    for (std::size_t list = 0; list < lists.size(); ++list) {
      for (const DictionaryId dictionary : lists[list]) {
        if (dictionaries[dictionary]) marks_of_set[set].add(static_cast<NameList>(list));
      }
    }
  }
}

}  // namespace postlint
