"""How far the athlete has come, against nobody but themselves."""
