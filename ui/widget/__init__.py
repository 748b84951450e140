"""The widget: one script that any site may load, its demo page, and the tag to paste."""
