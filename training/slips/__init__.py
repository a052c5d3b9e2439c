"""Trains the combiner that decides which suspected slips are reported. training/README.md says how."""
