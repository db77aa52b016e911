"""Reads whole tables that were kept elsewhere into the journal."""
