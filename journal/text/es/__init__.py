"""Spanish twins of the modules of ``journal.text``: the same names, with sentences in Spanish.

A twin has the public constants and functions of its English module, with the same types and signatures, and imports
only other twins. Stored values, commands, options, names of keys and numbers to call stay as they are. The reader is
addressed as "tú", and sentences avoid words that name the person's gender.
"""
