"""Goals, strategies, triggers, if-then plans, reasons and mooring lines."""
