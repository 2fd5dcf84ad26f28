"""One rubric per intent, each reading like its row of the table in docs/reference/intents.md."""
