"""What a run needs around the pipeline: baselines, revisions, kept results."""
