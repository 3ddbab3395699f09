"""Pure files: what a reporter adds, told apart by its bytes and freed of what could show who made it.

`scrub.scrub` is the one door. It hands the bytes to a process of their own (`worker`), which first gives up
its rights (`confinement`), then looks at the bytes with a module for each family of kinds: `pictures`, `pdf`,
`word`, `recordings`, `mp3`, `mail`, `text`. Only that process ever reads a file with a library; nothing is
written to a disk.

What a family offers: `traces(content, kind)`, the codes of what is hidden in a file, and
`clean(content, kind)`. The worker asks for the traces again afterwards: what is said to be removed is gone.
"""
