"""The guide: one module for each chapter, and ``showing`` for what stands around them."""
