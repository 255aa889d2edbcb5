"""Proofs about the story: every state it can be in, and what can still be reached from there."""
