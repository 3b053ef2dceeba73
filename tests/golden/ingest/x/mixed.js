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
      "created_at" : "Tue Mar 11 07:42:30 +0000 2025",
      "id_str" : "19",
      "full_text" : "\u00e9\u00e9n"
    }
  }
]
10-03-2025 07:42 - Sanne: hoi, bel 06-12345678
{"half": [1, 
From: Bo <bo@example.org>
Subject: x

Dag.
