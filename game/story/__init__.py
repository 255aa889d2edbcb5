"""How a tale runs: steps, conditions, facts, dice, runtime. Knows no map, file, clock or screen."""
