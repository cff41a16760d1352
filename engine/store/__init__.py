"""Files: experiments, models, runs, and how they are written without loss."""
