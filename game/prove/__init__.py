"""What can be shown about the content: bots, odds, searches. No screen."""
