"""Generators that build the game's assets; never imported by the game itself."""
