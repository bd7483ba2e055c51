"""What usually happens: many games between bots, and the figures that come of them."""
