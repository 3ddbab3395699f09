"""The portal: a house of rooms on floors. A module imports only from lower floors or its own room.

    6  commands        the `portal` command: run, serve, relay, build, keys, cases, outbox
       app             create_public_app, create_intake_app
    5  web             HTTP only: public, intake (they do not know each other), languages, documents, protections
       mailbox         the reporter's way back by receipt, and saved forms
    4  outbox          envelopes wait here until the intake has acknowledged them
       cases           the charity's side: the intake's store, and the one room that opens reports
       limits          the named rate limits, and keys that cannot be turned back into addresses
    2  storage         one database layer
    1  report          the form as data, the answers, the document, the receipt, the forces
       sealing         envelopes: seal with a public key, unseal with the private one
       evidence        files: their kind told by their bytes, and what is hidden in them removed
    0  settings        read once from PORTAL_* variables

`make check` holds these floors (the contracts stand in pyproject.toml). Nothing is imported here, so that
no process carries code of a room that it does not use.
"""
