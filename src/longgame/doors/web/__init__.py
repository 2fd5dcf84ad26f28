"""The web app: pages for the phone in the gym and the desk at home, served to this machine alone."""
