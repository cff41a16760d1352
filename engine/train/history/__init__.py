"""What a run has measured: figures, sizes of the layers' gradients, and how far apart the labels lie."""
