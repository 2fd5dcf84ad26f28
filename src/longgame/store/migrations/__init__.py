"""How an older journal becomes a current one, step by step, nothing lost."""
