"""The pages: each lays itself out and registers what fills it; none knows another."""
