// The door: where every text comes in. check, fix, guard, scan, hooks and standard input hand it a
// source, which is a name and bytes, and it says what that is.
//
//   bytes -> encoding -> format -> reader -> records, and what could not be read
//
// 1. The encoding (ingest/text_encoding.h): UTF-8, UTF-16, windows-1252. What had to be guessed is
//    a note.
// 2. The format: the one that is surest (Format::score). Formats that take bytes are asked about
//    the file as it is, the others about its text.
// 3. What no format knows is an error, and nothing of it is read: door.binary, with a remedy.
//
// A reader tells what it could not read in RecordBatch::problems, one error for each part, by name.
// Whoever reads counts them: the verdict names their number, the status is 2, guard holds the
// message. What it did read, but not as what it may be, goes to RecordBatch::notes: that is said
// and changes nothing.
//
// How to add a reader: a file lib/postlint/ingest/NAME.cc with
//
//   int score(const Sample& sample);          // 95: a beginning that nothing else has
//   class NameReader : public Reader {...};   // bounds first: sizes, counts, depth
//   const Format kName{"name", "channel or empty", score, open, Takes::bytes, Holds::one};
//
// and its word, twice, in format_list.h. From then on it is read wherever it comes in: as a file, a
// member of a zip, an attachment of a mail (inner_text below), on standard input. A zip that a
// format knows is a file and not a folder. One whose records are parts of one draft says
// Holds::one; records whose words do not stand in the source as they are have an empty range of
// source for them (MappedText::add) or the nearest stretch (MappedText::replace).
#pragma once

#include <string>

#include "postlint/base/result.h"
#include "postlint/ingest/reader.h"
#include "postlint/ingest/source_list.h"

namespace postlint {

// A source that can be read: `format->open(source.source())`.
struct Entered {
  OpenSource source;  // in UTF-8, if its format takes text
  const Format* format = nullptr;
  Errors notes;  // door.guessed-encoding, door.as-text
};

// `as`: what the user says it is; null: what it looks like. Errors: door.binary, archive.no-room.
Result<Entered> enter(OpenSource source, const Format* as = nullptr);

// The words of something in a source, for readers of what holds other files: all its records' texts
// with a line end between them.
struct InnerText {
  std::string text;
  Errors problems;  // door.binary, door.too-deep, and those of its reader
};
// `depth`: of what is around it.
InnerText inner_text(std::string name, std::string bytes, int depth);

}  // namespace postlint
