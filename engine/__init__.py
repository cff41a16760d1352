"""A neural network engine on NumPy, headless: see ARCHITECTURE.md."""
