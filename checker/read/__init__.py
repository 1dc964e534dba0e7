"""From paths to claim files: finding them, YAML with places, the schema, the model, the texts."""
