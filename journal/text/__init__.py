"""Every sentence on cravings, slips and safety, and on what can go wrong with a file: one module per subject.

The tone: person first, calm, short; what is counted is said with its count, "went together with" and never "caused".
What is a person's own word for a use comes in as ``word``. Sources stand where a sentence leans on one.
"""
