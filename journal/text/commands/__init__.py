"""What the commands say, one module per family of ``journal.cli.commands``.

A command loads the sentences of its own family and ``common``, no more: ``journal craving 7`` has to be quick. Help
texts have one blank line between paragraphs; the first sentence of a help text is what ``journal --help`` lists.
"""
