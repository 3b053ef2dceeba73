#include "postlint/report/suppressed.h"

#include "postlint/report/messages.h"

namespace postlint {

std::string suppression_sentence(const Suppression& suppression, Language language) {
  return format_message(Message{"suppression.lifted",
                                {{"kind", std::string(name_of(suppression.kind))},
                                 {"where", suppression.where},
                                 {"reason", suppression.reason}}},
                        language);
}

}  // namespace postlint
