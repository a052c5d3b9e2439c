"""Trains the encoder's branch that reads meaning: claims without a source, vague sources, scare quotes."""
