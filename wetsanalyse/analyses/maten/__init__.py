"""What is measured with: thresholds, ways out, strengths and weights, as data."""
