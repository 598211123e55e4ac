"""Sample data: an invented centre with its people, two years of reception, petitions and activities."""
