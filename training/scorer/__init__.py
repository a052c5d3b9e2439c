"""Trains the fast scorer that reads every word of a draft. README.md says how."""
