"""What layers are made of: nonlinearities, initializers, products, windows. It knows no layer."""
