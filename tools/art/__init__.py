"""Everything seen in the game, made by code: palettes, solids, ground, people, pictures."""
