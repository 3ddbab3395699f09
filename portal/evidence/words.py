"""What the codes of this room are called on the page."""


def N_(text: str) -> str:  # noqa: N802 – gettext's own name for "translate later"; report/ is a room beside this one
    """Mark `text` for translation and return it unchanged."""
    return text


#: What was hidden in a file and is gone.
REMOVED = {
    "place": N_("the place where it was made"),
    "device": N_("the make and model of the phone, camera or printer"),
    "time": N_("the time when it was made or changed"),
    "author": N_("the name of the person who made it, or who owns it"),
    "software": N_("the name of the program that made it"),
    "thumbnail": N_("a small copy of the picture, or a cover picture"),
    "comments": N_("hidden comments, titles and descriptions"),
    "changes": N_("who changed the text, and when"),
    "history": N_("older versions, and marks that tie it to other files"),
    "attachments": N_("other files hidden inside it"),
    "scripts": N_("small programs hidden inside it"),
    "route": N_("the way the e-mail travelled, and the computers that sent it"),
    "detail": N_("some fine detail: the picture was very large, so we made it smaller"),
    "other": N_("other hidden details"),
}

#: What no program can take out. Only the reporter can know whether it matters.
REMAINS = {
    "faces": N_("faces and people that can be seen"),
    "voices": N_("voices and names that can be heard"),
    "picture-text": N_("words in the picture, like a name, a sign or a number plate"),
    "text": N_("what is written in it"),
    "background": N_("what can be seen or heard in the background"),
    "covered": N_("words under a black box: they can often still be read"),
    "deleted": N_("words that were deleted while changes were tracked"),
    "addresses": N_("who the e-mail is from, who it went to, when it was sent, and what it is about"),
    "attachments": N_("files inside it: we did not look into them"),
}

#: Why a file was not taken. The other files and all answers stay.
REASONS = {
    "empty": N_("This file is empty. Please choose another one."),
    "too-large": N_("This file is larger than 10 MB. A shorter or smaller copy may work."),
    "unknown-kind": N_(
        "We cannot take this kind of file. You can add photos (JPEG, PNG, HEIC, WebP), PDF, video (MP4, MOV), "
        "sound (MP3, M4A), text (TXT), Word (DOCX) and e-mail (EML)."
    ),
    "broken": N_("We cannot open this file. A part of it may be missing. Please try to add it again."),
    "bomb": N_("This file unpacks to more than we can safely open. A smaller copy may work."),
    "cannot-scrub": N_(
        "We cannot remove hidden details from this file. You can send it as it is, or leave it out. You choose."
    ),
    "too-slow": N_("This file took too long to check. A shorter or smaller copy may work."),
}
