"""Trains the encoder that reads sentences for the typo and attribution rules. README.md says how."""
