"""The network: layers, losses, the penalty, evaluation, and the chance that they draw from."""
