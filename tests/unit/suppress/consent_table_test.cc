#include "postlint/suppress/consent_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "postlint/report/messages.h"

namespace postlint {
namespace {

// One consent in a line: "3 Daan Bakker: name photo on parro website until 2027-07-31".
std::string shown(const ConsentEntry& entry) {
  std::string out = std::to_string(entry.place.line) + " " + entry.person + ":";
  if (entry.to_name) out += " name";
  if (entry.to_photo) out += " photo";
  if (!entry.channels.empty()) out += " on";
  for (const Channel channel : entry.channels) out += " " + std::string(name_of(channel));
  if (!entry.until) return out;
  return out + " until " + std::to_string(static_cast<int>(entry.until->year())) + "-" +
         std::to_string(static_cast<unsigned>(entry.until->month())) + "-" +
         std::to_string(static_cast<unsigned>(entry.until->day()));
}

std::vector<std::string> read(std::string_view table) {
  SuppressionEntries entries;
  Errors errors;
  read_consent_table(table, "register.csv", entries, errors);
  std::vector<std::string> out;
  for (const ConsentEntry& entry : entries.consents) out.push_back(shown(entry));
  for (const Error& error : errors) {
    out.push_back(std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
                  error.message.key);
  }
  return out;
}

using testing::ElementsAre;

TEST(ConsentTable, IsReadAsSpreadsheetsWriteIt) {
  EXPECT_THAT(read("naam;toestemming;kanalen;tot;gegeven door\n"
                   "Daan Bakker;naam, foto;website, parro;31-07-2027;ouder\n"
                   "\n"
                   "Noor El Idrissi;nee;;;\n"
                   "Emma Visser;foto's en naam;alle;2027-7-1;zelf\n"),
              ElementsAre("2 Daan Bakker: name photo on website parro until 2027-7-31",
                          "4 Noor El Idrissi:", "5 Emma Visser: name photo until 2027-7-1"));
}

TEST(ConsentTable, KnowsCommasQuotesAndOtherHeadings) {
  EXPECT_THAT(read("\uFEFFVoornaam,Tussenvoegsel,Achternaam,Klas,Toestemming voor,Kanaal\r\n"
                   "Sanne,de,Vries,5a,naam,\"e-mail, social schools\"\r\n"
                   "Tom,,\"Prins \"\"P\"\"\",5b,\"naam\nfoto\",Email\r\n"
                   "Bo,,Bos,5b,geen,\r\n"),
              ElementsAre("2 Sanne de Vries : name on e-mail social-schools",
                          "3 Tom  Prins \"P\" : name photo on e-mail", "5 Bo  Bos :"));
}

TEST(ConsentTable, HoldsEverywhereAndForEverWithoutTheColumns) {
  EXPECT_THAT(read("name,consent\nDaan Bakker,name and photo\n"),
              ElementsAre("2 Daan Bakker: name photo"));
}

TEST(ConsentTable, ReadsWhatWindowsWrites) {
  EXPECT_THAT(read("sep=;\nnaam;toestemming\nZo\xEB Jans\xE9n;naam\n"),
              ElementsAre("3 Zoë Jansén: name"));
}

TEST(ConsentTable, TellsWhereItIsWrong) {
  EXPECT_THAT(read("naam;toestemming;kanaalen\nDaan;naam;parro\n"),
              ElementsAre("1:18 consent.unknown-column"));
  EXPECT_THAT(read("naam;groep\nDaan;5\n"), ElementsAre("1:1 consent.missing-column"));
  EXPECT_THAT(read("Daan;naam\n"),
              ElementsAre("1:1 consent.unknown-column", "1:1 consent.missing-column"));
  EXPECT_THAT(read("naam;toestemming;tot\nDaan;ja;31-02-2027\n;naam;\n"),
              ElementsAre("2 Daan:", "2:6 consent.unknown-purpose", "2:9 consent.bad-date",
                          "3:1 consent.missing-name"));
  EXPECT_THAT(
      read("naam;toestemming;kanalen\nDaan;naam;krant\nNoor;naam;\nTom;naam\n"),
      ElementsAre("2 Daan: name", "3 Noor: name", "4 Tom: name", "2:11 consent.unknown-channel",
                  "3:11 consent.unknown-channel", "4:0 consent.unknown-channel"));
}

TEST(ConsentTable, RepeatsNothingOfWhatItHolds) {
  SuppressionEntries entries;
  Errors errors;
  read_consent_table("Daan Bakker;Sanne\n", "register.csv", entries, errors);
  read_consent_table("naam;toestemming;kanalen;tot\nDaan Bakker;Sanne;Sanne;Sanne\n",
                     "register.csv", entries, errors);
  EXPECT_GE(errors.size(), 4U);
  for (const Error& error : errors) {
    const std::string message = format_error(error, Language::nl);
    for (const char* name : {"Sanne", "sanne", "Daan", "daan"})
      EXPECT_EQ(message.find(name), std::string::npos) << message;
  }
}

}  // namespace
}  // namespace postlint
