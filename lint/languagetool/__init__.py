"""LanguageTool as a second opinion: its server asked, its matches made findings `languagetool/RULE_ID`.

It is an extra and off by default. The package language-tool-python, which is under the GPL, is imported by `client` alone
and only when a draft is to be sent. Nothing here downloads anything save `install`, which is a command of its own.
"""
