"""One trained lane for other programs: an ONNX file, or a NumPy script that stands alone."""
