window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "created_at" : "Mon Mar 10 07:42:30 +0000 2025",
      "id_str" : "18",
      "full_text" : "Trots op 3B! https:\/\/t.co\/x bel 06-12345678"
    }
  },
  {
    "tweet" : {
      "created_at" : "Tue 