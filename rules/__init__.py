"""The rules that ship with Copydesk: one folder a pack, one file a rule."""
