"""What leaves the journal: pages and papers for others, and the one function that releases them."""
