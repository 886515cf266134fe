"""Invented people, the demo, the large database, and how fast things are."""
