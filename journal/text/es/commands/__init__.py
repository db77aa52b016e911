"""Spanish twins of the modules of ``journal.text.commands``: what the commands say, one module per family.

Names of commands, options and values of options stay English. Help texts have one blank line between paragraphs; the
first sentence of a help text is what ``journal --help`` lists.
"""
