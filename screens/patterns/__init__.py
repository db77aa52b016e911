"""Goals, strategies, triggers, if-then plans, reasons and weekly anchors."""
