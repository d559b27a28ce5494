"""What the rules themselves show, without a single citizen."""
