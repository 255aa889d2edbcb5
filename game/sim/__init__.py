"""What happens on a map: movement, sight, hearing, tracks, ice, body, guards. Knows no file and no screen."""
