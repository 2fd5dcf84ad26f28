"""The inner dialogue: thoughts noticed, met and turned round."""
