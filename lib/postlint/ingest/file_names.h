// What the name of a file tells before anything of it is read.
#pragma once

#include <string_view>

namespace postlint {

// Photos, films, recordings, stickers: ".jpg", ".opus", ".webp", ...
bool is_media_name(std::string_view name);

// Archives: ".zip", ".7z", ".tar.gz", ...
bool is_archive_name(std::string_view name);

// What operating systems leave behind: "__MACOSX/", "._x", ".DS_Store", "Thumbs.db".
bool is_litter(std::string_view name);

// True if a path in an archive would lead out of it: "../x", "/etc/x", "C:\x".
bool leads_outside(std::string_view path);

}  // namespace postlint
