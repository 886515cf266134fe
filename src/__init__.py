"""Tập Huấn: training courses for community digital technology teams, from the list to the tally."""

__version__ = "0.1.0"
