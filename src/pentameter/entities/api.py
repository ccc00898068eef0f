"""The door for other contexts: frozen values and ids."""
