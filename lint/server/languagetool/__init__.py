"""LanguageTool's HTTP API, version 2, over Copydesk's rules, for clients that can be pointed at a server."""
