"""Safety lines, the safety plan and the emergency card."""
