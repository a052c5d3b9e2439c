"""A small language model on the user's machine: where it comes from, how it is built, what it says of a word."""
