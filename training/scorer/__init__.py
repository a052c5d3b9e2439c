"""Trains the fast scorer that reads every word of a draft. training/README.md says how."""
