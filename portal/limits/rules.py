"""Every limit by its name. To add one, add one line.

A limit must never refuse an honest reporter: thirty people behind one address are thirty reporters.
"""

#: Above this a report is still taken, sealed and marked for the quarantine lane, which is read last.
SEND = "60 per hour"

#: Above this a receipt is not looked up: each try costs us a core for a moment, and guessing must be hopeless.
LOOK_UP = "60 per hour"

#: Above this the form comes back with all that was typed, and a time to try again.
CHECK = "600 per hour"
