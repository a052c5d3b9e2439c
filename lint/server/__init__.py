"""`copydesk serve`: an HTTP service with warm linters, for plugins of editors and content systems.

One process answers requests and does nothing slow; worker processes check drafts and can be killed.
"""
