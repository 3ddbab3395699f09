"""Who else can help: out of scope is the commonest path, so it gets real answers.

Each contact says where its number comes from. `verified` is False for what was written from general
knowledge: call the number before the site goes live, then change it here.
"""

from dataclasses import dataclass

from portal.report.question import N_


@dataclass(frozen=True)
class Contact:
    """`address` is shown, not linked: a link would leave a trace in the history of another site."""

    name: str
    source: str
    verified: bool
    where: str | None = None
    phone: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Group:
    title: str
    lines: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()


GENERAL = "general knowledge"

HELPLINES = (
    Group(
        N_("Someone is in danger now"),
        (
            N_("Call 999. If you cannot speak, call from a mobile phone and press 55 when you are asked."),
            N_(
                "If you are deaf or cannot use speech: call 18000 with the Relay UK app or a text phone, use 999 BSL, "
                "or send a text to 999 if you have signed up for that."
            ),
        ),
    ),
    Group(
        N_("A crime, and no danger now"),
        (N_("Call the police on 101, or report it at police.uk. You can report any crime without your name here:"),),
        (Contact("Crimestoppers", "crimestoppers-uk.org", verified=True, phone="0800 555 111"),),
    ),
    Group(
        N_("Poor service, rudeness, or how a case was handled"),
        (
            N_("Complain to the police force. These bodies explain how, and can look at it afterwards:"),
            N_("In Northern Ireland the officer is told who complained, so it is not an anonymous way."),
        ),
        (
            Contact(
                "Independent Office for Police Conduct (IOPC)",
                "policeconduct.gov.uk",
                verified=True,
                where=N_("England and Wales"),
                address="policeconduct.gov.uk",
            ),
            Contact(
                "Police Investigations and Review Commissioner (PIRC)",
                "pirc.scot",
                verified=True,
                where=N_("Scotland"),
                address="pirc.scot",
            ),
            Contact(
                "Police Ombudsman for Northern Ireland",
                "policeombudsman.org",
                verified=True,
                where=N_("Northern Ireland"),
                address="policeombudsman.org",
            ),
        ),
    ),
    Group(
        N_("Abuse by a partner, an ex-partner or family"),
        (N_("They help you whoever the person works for, and do not tell the police unless you want it."),),
        (
            Contact(
                "National Domestic Abuse Helpline", GENERAL, verified=False, where=N_("England"), phone="0808 2000 247"
            ),
            Contact("Live Fear Free", GENERAL, verified=False, where=N_("Wales"), phone="0808 80 10 800"),
            Contact(
                "Scotland’s Domestic Abuse and Forced Marriage Helpline",
                GENERAL,
                verified=False,
                where=N_("Scotland"),
                phone="0800 027 1234",
            ),
            Contact(
                "Domestic and Sexual Abuse Helpline",
                GENERAL,
                verified=False,
                where=N_("Northern Ireland"),
                phone="0808 802 1414",
            ),
        ),
    ),
    Group(
        N_("You are under 18"),
        (
            N_(
                "You can use this site too. You can also talk to people who are there only for "
                "children and young people:"
            ),
        ),
        (
            Contact("Childline", GENERAL, verified=False, phone="0800 1111"),
            Contact("Fearless", "crimestoppers-uk.org", verified=True, address="fearless.org"),
        ),
    ),
    Group(
        N_("Fraud or crime on the internet"),
        (N_("In Scotland, call 101."),),
        (
            Contact(
                "Report Fraud",
                "announcement of 4 December 2025",
                verified=True,
                where=N_("England, Wales and Northern Ireland"),
                phone="0300 123 2040",
                address="reportfraud.police.uk",
            ),
        ),
    ),
    Group(
        N_("You work for the police"),
        (
            N_(
                "You can use this site. You can also use the confidential line of your force, or ask for advice about "
                "speaking up at work from a charity such as this:"
            ),
        ),
        (Contact("Protect", GENERAL, verified=False, address="protect-advice.org.uk"),),
    ),
)
