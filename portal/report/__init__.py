"""Pure words: the form as data, the answers, the document, the receipt and the forces.

Nothing here may know the web, a database or a clock. What is random or timed is passed in.
"""
