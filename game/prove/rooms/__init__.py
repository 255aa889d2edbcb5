"""Proving rooms: is there a way through that nobody sees? A search in space and time, then the rules have the word."""
