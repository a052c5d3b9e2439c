"""Trains the combiner that decides which suspected slips are reported. README.md says how."""
