#include "postlint/ingest/mail_message.h"

#include <algorithm>
#include <cstdlib>

#include <gmime/gmime.h>

#include "postlint/ingest/characters.h"
#include "postlint/ingest/door.h"
#include "postlint/ingest/file_kind.h"
#include "postlint/ingest/html_text.h"
#include "postlint/ingest/lines.h"
#include "postlint/ingest/mail_lines.h"
#include "postlint/ingest/mail_text.h"
#include "postlint/ingest/mapped_stretch.h"

namespace postlint {
namespace {

constexpr std::size_t kLargestPart = std::size_t{16} << 20;
constexpr int kDeepestPart = 30;
constexpr int kMostParts = 1000;  // of one multipart
constexpr int kMostForms = 8;     // of the same words

std::string_view text_or_empty(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// "(a comment) base64" -> "base64"; quotes go too.
std::string without_comments(std::string_view value) {
  std::string kept;
  int depth = 0;
  for (const char c : value) {
    if (c == '(') ++depth;
    if (depth == 0 && c != '"') kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return plain(kept);
}

struct Encoding {
  TransferEncoding encoding = TransferEncoding::none;
  bool known = true;
};

Encoding encoding_of(GMimeObject* part) {
  const std::string name =
      without_comments(text_or_empty(g_mime_object_get_header(part, "Content-Transfer-Encoding")));
  if (name == "base64") return {TransferEncoding::base64};
  if (name == "quoted-printable") return {TransferEncoding::quoted_printable};
  if (name == "x-uuencode" || name == "x-uue" || name == "uuencode")
    return {TransferEncoding::uuencode};
  return {TransferEncoding::none,
          name.empty() || name == "7bit" || name == "8bit" || name == "binary"};
}

// Small letters; "text/plain" for what says nothing that makes sense.
std::string type_of(GMimeObject* part) {
  GMimeContentType* type = g_mime_object_get_content_type(part);
  const std::string_view written = text_or_empty(g_mime_object_get_header(part, "Content-Type"));
  if (type == nullptr || written.find('/') == std::string_view::npos) return "text/plain";
  return plain(text_or_empty(g_mime_content_type_get_media_type(type))) + "/" +
         plain(text_or_empty(g_mime_content_type_get_media_subtype(type)));
}

std::string_view parameter_of(GMimeObject* part, const char* name) {
  GMimeContentType* type = g_mime_object_get_content_type(part);
  return type == nullptr ? std::string_view()
                         : text_or_empty(g_mime_content_type_get_parameter(type, name));
}

std::string file_name_of(GMimeObject* part) {
  std::string_view name =
      text_or_empty(g_mime_object_get_content_disposition_parameter(part, "filename"));
  if (name.empty()) name = parameter_of(part, "name");
  return std::string(name);
}

// As a word list reads it: what stands before the extension is words, and may be a number.
std::string shown_file_name(std::string name) {
  const std::size_t dot = name.rfind('.');
  const bool number =
      dot != std::string::npos && dot > 0 && name[dot - 1] >= '0' && name[dot - 1] <= '9';
  return number ? name.insert(dot, " ") : name;
}

// Nothing that anybody reads.
bool is_seal(std::string_view type) {
  return type == "application/pgp-signature" || type == "application/pgp-keys" ||
         type == "application/pkcs7-signature" || type == "application/x-pkcs7-signature";
}

// Letters and digits alone; addresses of pages left out, which HTML does not show.
std::string bare_words(std::string_view text) {
  std::string words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("http://") || rest.starts_with("https://")) {
      i += std::min(rest.find_first_of(" \t\r\n>)]"), rest.size()) - 1;
      continue;
    }
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 'A' && c <= 'Z') {
      words += static_cast<char>(c | 0x20);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80) {
      words += static_cast<char>(c);
    }
  }
  return words;
}

// A name that is more than one: with a number, or as long as a sentence.
bool says_something(std::string_view name) {
  constexpr int kMostOfAName = 4;
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
         std::count(name.begin(), name.end(), ' ') > kMostOfAName;
}

class WordsReader {
 public:
  WordsReader(std::string_view mail, std::uint64_t offset, const Source& source)
      : mail_(mail), offset_(offset), source_(source) {}

  MailWords run(GMimeMessage* message) {
    add_subjects();
    add_names(g_mime_message_get_to(message));
    add_names(g_mime_message_get_cc(message));
    author_ = author_of(message);
    end_part(0, false);
    if (GMimeObject* body = g_mime_message_get_mime_part(message)) add_part(body, 0);
    return std::move(words_);
  }

 private:
  MappedText& out() { return words_.text; }
  std::size_t size() const { return words_.text.text().size(); }

  static std::string author_of(GMimeMessage* message) {
    InternetAddressList* from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) == 0) return "";
    char* written =
        internet_address_to_string(internet_address_list_get_address(from, 0), nullptr, 0);
    std::string author(text_or_empty(written));
    g_free(written);
    return author;
  }

  // Each header of that name as it stands there: all of it is the place of what was decoded.
  void add_subjects() {
    Lines lines(mail_);
    while (lines.next() && !lines.line().empty()) {
      if (!plain(lines.line().substr(0, 8)).starts_with("subject:")) continue;
      const std::size_t begin =
          std::min(mail_.find_first_not_of(" \t", lines.begin() + 8), lines.end());
      const std::size_t end = end_of_header(begin);
      add_subject(begin, end);
    }
  }

  void add_subject(std::size_t begin, std::size_t end) {
    std::string written(mail_.substr(begin, end - begin));
    char* header = g_mime_utils_header_unfold(written.c_str());
    char* decoded = g_mime_utils_header_decode_text(nullptr, header);
    const std::string subject(trim(text_or_empty(decoded)));
    g_free(decoded);
    g_free(header);
    if (subject.empty()) return;
    if (!out().empty()) out().add("\n");
    if (mail_.substr(begin, subject.size()) == subject) {
      out().copy(mail_.substr(begin, subject.size()), offset_ + begin);
    } else {
      out().replace(subject, {offset_ + begin, offset_ + end});
    }
  }

  // A header goes on in lines that begin with a space.
  std::size_t end_of_header(std::size_t begin) const {
    std::size_t end = begin;
    do {
      end = mail_.find('\n', end + 1);
    } while (end != std::string_view::npos && end + 1 < mail_.size() &&
             (mail_[end + 1] == ' ' || mail_[end + 1] == '\t'));
    return std::min(end, mail_.size());
  }

  void add_names(InternetAddressList* addresses) {
    constexpr int kMost = 2000;
    if (addresses == nullptr) return;
    const int count = std::min(internet_address_list_length(addresses), kMost);
    for (int i = 0; i < count; ++i) {
      const std::string_view name = trim(text_or_empty(
          internet_address_get_name(internet_address_list_get_address(addresses, i))));
      if (says_something(name)) add_line(name);
    }
  }

  void add_part(GMimeObject* part, int depth) {
    if (depth > kDeepestPart) return cut_short("depth");
    if (GMIME_IS_MULTIPART(part)) {
      add_multipart(GMIME_MULTIPART(part), depth);
    } else if (GMIME_IS_PART(part)) {
      add_leaf(part);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      add_message(part, depth);
    }
  }

  void add_message(GMimeObject* part, int depth) {
    const std::size_t begin = size();
    add_line(shown_file_name(file_name_of(part)));
    GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (inner != nullptr) add_line(text_or_empty(g_mime_message_get_subject(inner)));
    end_part(begin, false);
    if (inner == nullptr) return;
    if (GMimeObject* body = g_mime_message_get_mime_part(inner)) add_part(body, depth + 1);
  }

  // Forms of the same words: those that differ are read too.
  void add_multipart(GMimeMultipart* parts, int depth) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool alternative =
        type != nullptr && g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
    const int all = g_mime_multipart_get_count(parts);
    if (all == 0) return add_undivided(depth);
    const int count = std::min(all, kMostParts);
    if (count < all) cut_short("parts");
    const std::size_t first_form = words_.parts.size();
    for (int i = 0; i < count; ++i) {
      const std::size_t before = words_.parts.size();
      const bool compares = alternative && i > 0 && i < kMostForms;
      const MailWords as_it_was = compares ? words_ : MailWords();
      add_part(g_mime_multipart_get_part(parts, i), depth + 1);
      if (!alternative || i == 0) continue;
      if (compares && says_the_same(first_form, before)) {
        words_ = as_it_was;
      } else {
        for (std::size_t k = before; k < words_.parts.size(); ++k) words_.parts[k].repeats = true;
      }
    }
  }

  // What the parts from `form` to `other` say, those from `other` on say too.
  bool says_the_same(std::size_t form, std::size_t other) const {
    std::string first, second;
    for (std::size_t i = form; i < words_.parts.size(); ++i)
      (i < other ? first : second) += bare_words(words_.parts[i].span.of(words_.text.text()));
    return second.empty() || first == second;
  }

  // The line that should divide the parts never comes: programs show what is there.
  void add_undivided(int depth) {
    if (depth > 0) return cut_short("boundary");
    std::size_t begin = mail_.find("\n\n");
    const std::size_t windows = mail_.find("\r\n\r\n");
    begin = std::min(begin == std::string_view::npos ? begin : begin + 2,
                     windows == std::string_view::npos ? windows : windows + 4);
    if (begin >= mail_.size()) return;
    const std::size_t part = size();
    append_mail_text(mail_.substr(begin, kLargestPart), offset_ + begin, TransferEncoding::none, "",
                     out_after_line());
    if (mail_.size() - begin > kLargestPart) cut_short("size");
    end_part(part, false);
  }

  void add_leaf(GMimeObject* part) {
    const std::string type = type_of(part), name = file_name_of(part);
    const std::size_t begin = size();
    add_line(shown_file_name(name));
    if (!is_seal(type)) add_content(part, type, name);
    end_part(begin, false);
  }

  void add_content(GMimeObject* part, const std::string& type, const std::string& name) {
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
    GMimeStream* stream = content == nullptr ? nullptr : g_mime_data_wrapper_get_stream(content);
    if (stream == nullptr) return;
    const auto begin = static_cast<std::size_t>(std::max<gint64>(stream->bound_start, 0));
    const auto end = stream->bound_end < 0
                         ? mail_.size()
                         : std::min(static_cast<std::size_t>(stream->bound_end), mail_.size());
    if (begin >= end) return;
    if (end - begin > kLargestPart) cut_short("size");
    const Encoding encoding = encoding_of(part);
    const std::string_view raw = mail_.substr(begin, std::min(end - begin, kLargestPart));
    if (!encoding.known) unread(name, type);
    if (type == "text/plain" || type == "text/html") {
      add_words(raw, begin, encoding.encoding, part, type == "text/html");
    } else {
      add_attachment(raw, begin, encoding.encoding, part, type, name);
    }
  }

  void add_words(std::string_view raw, std::size_t begin, TransferEncoding encoding,
                 GMimeObject* part, bool html) {
    MappedText decoded;
    append_mail_text(raw, offset_ + begin, encoding, parameter_of(part, "charset"), decoded);
    if (!is_text(std::string_view(decoded.text()).substr(0, Sample::kSize)) &&
        kind_of_binary(decoded.text()) != "data")
      return unread(file_name_of(part), type_of(part));
    if (plain(parameter_of(part, "delsp")) == "yes") decoded = joined_lines(decoded);
    if (html) {
      if (!append_html_text(decoded, out_after_line())) cut_short("html");
      return;
    }
    decoded = without_patch_marks(decoded, author_);
    const Span all{0, static_cast<std::uint32_t>(decoded.text().size())};
    if (!all.empty()) append_stretch(decoded, all, out_after_line());
  }

  // By the door, whatever it calls itself.
  void add_attachment(std::string_view raw, std::size_t begin, TransferEncoding encoding,
                      GMimeObject* part, const std::string& type, const std::string& name) {
    std::string bytes = decoded_part(raw, encoding);
    const std::string_view kind = kind_of_binary(bytes);
    if (!is_text(std::string_view(bytes).substr(0, Sample::kSize)) &&
        (kind == "image" || kind == "sound")) {
      ++words_.media;
      return;
    }
    if (bytes.starts_with("-----BEGIN PGP MESSAGE")) return unread(name, type);
    const Result<Entered> entered = enter(OpenSource(name, bytes));
    if (entered && (entered->format->name == "text" || entered->format->name == "markdown"))
      return add_words(raw, begin, encoding, part, false);
    InnerText inner = inner_text(name, std::move(bytes), source_.depth);
    if (!inner.text.empty()) {
      MappedText& out = out_after_line();
      const SourceRange place{offset_ + begin, offset_ + begin + raw.size()};
      if (out.accepts(place)) {
        out.replace(inner.text, place);
      } else {
        out.add(inner.text);
      }
    }
    for (Error& problem : inner.problems) {
      if (problem.message.key == "door.binary") {
        unread(name, type);
      } else {
        words_.problems.push_back(std::move(problem.message));
      }
    }
  }

  void unread(const std::string& name, const std::string& type) {
    words_.problems.push_back({"mail.unread-part", {{"name", name}, {"type", type}}});
  }

  void cut_short(const char* reason) {
    if (words_.cut.empty()) words_.cut = reason;
  }

  MappedText& out_after_line() {
    if (!out().empty()) out().add("\n");
    return out();
  }

  void add_line(std::string_view words) {
    if (!words.empty()) out_after_line().add(words);
  }

  // What was added since `begin` is a part, without the line end before it.
  void end_part(std::size_t begin, bool repeats) {
    const std::string& text = words_.text.text();
    if (begin > 0 && begin < text.size() && text[begin] == '\n') ++begin;
    if (begin >= text.size()) return;
    words_.parts.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())}, repeats});
  }

  std::string_view mail_;
  std::uint64_t offset_;
  const Source& source_;
  MailWords words_;
  std::string author_;
};

}  // namespace

MailWords words_of(GMimeMessage* message, std::string_view mail, std::uint64_t offset,
                   const Source& source) {
  return WordsReader(mail, offset, source).run(message);
}

}  // namespace postlint
