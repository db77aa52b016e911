"""Questionnaires: which there are, filling one in, the form of one that is saved."""
