"""Sealed reports wait here until the intake has acknowledged them; nothing here can open one."""
