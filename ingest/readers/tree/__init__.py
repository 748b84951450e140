"""JSON, YAML and TOML: formats whose content is a tree."""
