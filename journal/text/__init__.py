"""Every sentence that a person reads, one module per subject.

The screens, ``journal.cli`` and the modules that write for others import from here by name; this package imports only
the domain and the vault. Sentences are in one place so that their tone can be read and tested
(``tests/text/test_tone.py``): person first, calm, short. A figure is given with its count; things "went together with"
each other and were never "caused". The person's own word for a use is a parameter, ``word``. A claim from research
names its source.
"""
