"""Articles, and the desk that they must pass."""
