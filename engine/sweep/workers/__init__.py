"""Who trains the batches of a sweep, and how: this process, or processes on Dask."""
