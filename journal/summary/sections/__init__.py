"""The sections of the page for the mentor, one module each; ``journal.summary.page`` puts them together.

A section reads the journal and gives every line that could go, each part of it with its sensitivity. The words are in
``journal.text.page_sections``.
"""
