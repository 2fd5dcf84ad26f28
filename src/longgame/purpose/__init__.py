"""Why a session exists: goals, intents, and the rubric that says when an intent is served."""
