"""What the solver proves over all citizens."""
