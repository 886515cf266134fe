"""Bringing in a list, step by step: choose a file, match columns, review, done."""
