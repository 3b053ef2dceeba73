#include "bench/chat_text.h"

#include <chrono>
#include <cstdio>
#include <iterator>
#include <random>
#include <string_view>

namespace postlint::bench {
namespace {

constexpr std::string_view kOpenings[] = {"Hoi allemaal, ",
                                          "Goedemorgen! ",
                                          "Vraagje: ",
                                          "ok ",
                                          "Haha ",
                                          "Dank je wel, ",
                                          "Even ter herinnering, ",
                                          "Weet iemand of ",
                                          "Morgen ",
                                          "Wij hebben ",
                                          ""};
constexpr std::string_view kMiddles[] = {
    "de gymles gaat gewoon door om half negen",
    "wie heeft de sleutel van het fietsenhok nog",
    "het was weer een gezellige middag op het plein",
    "de kinderen mogen iets van thuis meenemen",
    "kan iemand het werkboek meenemen naar school",
    "ik ben iets later want de trein heeft vertraging",
    "de rapportgesprekken zijn volgende week dinsdag en donderdag",
    "wat een lekker weer vandaag zeg",
    "denken jullie aan de gymspullen en een drinkbeker",
    "er ligt nog een blauwe jas bij de kapstok",
    "de musical begint om zeven uur in de grote zaal",
    "we zoeken nog twee ouders voor het uitje",
    "het huiswerk van rekenen staat op bladzijde 34 en 35",
    "ik vind dat echt een goed idee"};
constexpr std::string_view kEndings[] = {".",   "!",  " 😂", " toch?",     " hoor",
                                         "...", " 👍", "",   ", groetjes", " (en zus)"};
constexpr std::string_view kFindings[] = {"Bel me op 06-12345678",
                                          "haar BSN is 123456782",
                                          "mail naar jan.jansen@gmail.com",
                                          "je bent een sukkel",
                                          "overmaken naar NL91ABNA0417164300",
                                          "de auto met kenteken 8-XKR-23",
                                          "wat een kutweer",
                                          "blijft onder ons, het wachtwoord is Zomer-2024"};

template <std::size_t N>
std::string_view any_of(const std::string_view (&choices)[N], std::mt19937& random) {
  return choices[random() % N];
}

}  // namespace

std::vector<std::string> chat_messages(std::size_t bytes) {
  std::mt19937 random(42);
  std::vector<std::string> messages;
  for (std::size_t made = 0; made < bytes;) {
    std::string message(any_of(kOpenings, random));
    message += any_of(kMiddles, random);
    if (random() % 3 == 0) message += " en " + std::string(any_of(kMiddles, random));
    if (random() % 50 == 0) message += ". " + std::string(any_of(kFindings, random));
    message += any_of(kEndings, random);
    made += message.size() + 1;
    messages.push_back(std::move(message));
  }
  return messages;
}

std::string chat_text(std::size_t bytes) {
  std::string text;
  for (const std::string& message : chat_messages(bytes)) text += message + "\n";
  return text;
}

std::string whatsapp_export(std::size_t bytes) {
  namespace chrono = std::chrono;
  constexpr std::string_view kAuthors[] = {"Anouk",          "Bo de Wit",     "~ Mia",
                                           "Sem papa Lotte", "Özlem Yılmaz",  "Jan",
                                           "Wendy 🌸",        "+31 6 12345678"};
  const chrono::sys_days start = chrono::year(2015) / 3 / 10;
  std::string text;
  long minutes = 0;
  while (text.size() < bytes) {
    for (const std::string& message : chat_messages(std::size_t{1} << 20)) {
      const chrono::sys_days day = start + chrono::days(minutes / (24 * 60));
      const chrono::year_month_day date(day);
      char header[32];
      std::snprintf(header, sizeof header, "[%02u-%02u-%04d %02ld:%02ld:30] ",
                    static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                    static_cast<int>(date.year()), minutes / 60 % 24, minutes % 60);
      text += header;
      text += kAuthors[static_cast<std::size_t>(minutes / 10) % std::size(kAuthors)];
      text += ": " + message + "\r\n";
      minutes += 10;
      if (text.size() >= bytes) return text;
    }
  }
  return text;
}

std::string draft_of_sixty_words() {
  return "Wat een dag weer op onze school! De kinderen van groep 7 hebben de hele middag aan hun "
         "musical gewerkt en de "
         "zaal zat vol. Wie nog foto's heeft, bel even de moeder van Sanne op 06-12345678 of mail "
         "naar "
         "jan.jansen@gmail.com. Haar BSN is 123456782 en de auto met kenteken 8-XKR-23 staat nog "
         "op het plein. "
         "Overmaken kan naar NL91ABNA0417164300, alvast bedankt allemaal en tot morgen!";
}

}  // namespace postlint::bench
