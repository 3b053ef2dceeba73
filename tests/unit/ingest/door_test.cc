#include "postlint/ingest/door.h"

#include <string>

#include <gtest/gtest.h>

namespace postlint {
namespace {

using std::string_literals::operator""s;

// "format encoding notes", or the key and kind of what is wrong.
std::string entered(const std::string& name, const std::string& bytes, const Format* as = nullptr) {
  const Result<Entered> result = enter(OpenSource(name, bytes), as);
  std::string shown;
  if (!result) {
    const Message& message = result.error().front().message;
    return message.key + " " + std::get<std::string>(message.args.front().second);
  }
  shown = std::string(result->format->name) + " " + std::string(name_of(result->source.encoding()));
  for (const Error& note : result->notes) shown += " " + note.message.key;
  return shown;
}

std::string text_of(const std::string& bytes) {
  const Result<Entered> result = enter(OpenSource("brief.txt", bytes));
  return result ? std::string(result->source.source().bytes) : "";
}

std::string utf16(const std::string& ascii, bool big) {
  std::string bytes;
  for (const char c : ascii) bytes += big ? "\0"s + c : c + "\0"s;
  return bytes;
}

TEST(Door, EncodingsAreFoundOut) {
  struct Case {
    std::string bytes, entered, text;
  };
  const Case cases[] = {
      {"Zoë is ziek", "text UTF-8", "Zoë is ziek"},
      {"Zo\xEB is ziek", "text windows-1252 door.guessed-encoding", "Zoë is ziek"},
      {"\x93Zo\xEB\x94 kost \x80 5", "text windows-1252 door.guessed-encoding", "“Zoë” kost € 5"},
      {"Zoë en Zo\xEB", "text UTF-8", "Zoë en Zo\xEB"},  // its reader guesses by the line
      {"\xFF\xFE" + utf16("Sanne is ziek", false), "text UTF-16", "\uFEFFSanne is ziek"},
      {"\xFE\xFF" + utf16("Sanne is ziek", true), "text UTF-16", "\uFEFFSanne is ziek"},
      {utf16("Sanne is ziek", false), "text UTF-16 door.guessed-encoding", "Sanne is ziek"},
      {utf16("Sanne is ziek", true), "text UTF-16 door.guessed-encoding", "Sanne is ziek"},
      {"\xFF\xFE in het begin", "text windows-1252 door.guessed-encoding", "ÿþ in het begin"},
      {"", "text UTF-8", ""}};
  for (const Case& one : cases) {
    EXPECT_EQ(entered("brief.txt", one.bytes), one.entered) << one.text;
    EXPECT_EQ(text_of(one.bytes), one.text);
  }
}

TEST(Door, PlacesInTheFileComeBackFromOtherEncodings) {
  // "é😀" and half a pair, then half a unit.
  for (const std::string& bytes : {"\xFE\xFF\0A\0\xE9\xD8\x3D\xDE\x00\xD8\x3D\0B\0"s,
                                   "\xFF\xFE"
                                   "A\0\xE9\0\x3D\xD8\x00\xDE\x3D\xD8"
                                   "B\0x"s}) {
    const Result<Entered> result = enter(OpenSource("a.txt", bytes));
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->source.source().bytes, "\uFEFFAé😀\uFFFDB");
    EXPECT_EQ(result->source.place_in_file(3 + 1 + 2 + 4 + 3, 6), 12U);  // of the B
  }
  const Result<Entered> windows = enter(OpenSource("a.txt", "Zo\xEB en Ay\xE7"));
  ASSERT_TRUE(windows.has_value());
  EXPECT_EQ(windows->source.place_in_file(5, 4), 4U);
}

TEST(Door, BinaryFilesAreRefusedByTheirKind) {
  const std::string zeros(200, '\0');
  EXPECT_EQ(entered("foto.png", "\x89PNG\r\n\x1A\n" + zeros), "door.binary image");
  EXPECT_EQ(entered("foto.txt", "\xFF\xD8\xFF\xE0 geen tekst"), "door.binary image");
  EXPECT_EQ(entered("map.zip", "PK\x03\x04" + zeros), "door.binary archive");
  EXPECT_EQ(entered("x.dat", "abc" + zeros), "door.binary data");
  EXPECT_EQ(entered("opname.ogg", "OggS" + zeros), "door.binary sound");
}

TEST(Door, WhatSomebodyCallsATextMayHoldZerosButBeNoImage) {
  EXPECT_EQ(entered("-",
                    "BSN 1\0"
                    "2\0"
                    "3"s,
                    find_format("text")),
            "text UTF-8");
  EXPECT_EQ(entered("-", "\x89PNG\r\n\x1A\n", find_format("text")), "door.binary image");
}

TEST(Door, StructureReadAsProseIsSaid) {
  EXPECT_EQ(entered("x.txt", "{\"wie\": \"Sanne\"}"), "text UTF-8 door.as-text");
  EXPECT_EQ(entered("x.txt", "<?xml version=\"1.0\"?><a/>"), "text UTF-8 door.as-text");
  EXPECT_EQ(entered("x.txt", "[Sanne] is er niet"), "text UTF-8");
}

TEST(Door, MailKeepsItsOwnCharsets) {
  const std::string mail = "From: a@b.nl\nTo: c@d.nl\nSubject: x\n\nZo\xEB\n";
  EXPECT_EQ(entered("a.eml", mail), "mail UTF-8");
  EXPECT_EQ(entered("a.eml", utf16(mail, false)), "mail UTF-16");
}

TEST(Door, WordsInsideSomethingAreReadLikeAnyOther) {
  EXPECT_EQ(inner_text("x.txt", "Zo\xEB", 0).text, "Zoë");
  EXPECT_EQ(inner_text("x.png", "\x89PNG\r\n\x1A\n", 0).problems.front().message.key,
            "door.binary");
  EXPECT_EQ(inner_text("x.txt", "hoi", 99).problems.front().message.key, "door.too-deep");
}

}  // namespace
}  // namespace postlint
