"""What a reporter may be told of what became of a report: coarse, by stable codes, never more than this."""

from portal.report.question import N_

#: Released by the charity, never by a force directly.
OUTCOMES = {
    "assessing": N_("The police force is looking at what you told us."),
    "investigation": N_("The police force has started an investigation."),
    "safeguarding": N_("The police force has done something to protect someone."),
    "recorded": N_("The police force keeps what you told us, to use it later."),
    "passed-on": N_("What you told us was passed on to another police force."),
    "not-enough": N_("There was not enough to act on. You can add to your report below."),
    "out-of-scope": N_("This service cannot deal with it. The phone line can tell you who can."),
    "finished": N_("The police force has finished its work on it."),
}
