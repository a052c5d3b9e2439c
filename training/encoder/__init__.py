"""Trains the encoder that reads sentences for the typo and attribution rules. training/README.md says how."""
