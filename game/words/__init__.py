"""What the game says in text: slots, particles, captions, descriptions. Knows no file and no screen."""
