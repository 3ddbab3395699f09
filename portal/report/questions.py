"""The whole form, as data. To add a question, add one entry here.

A code is for ever: stored, sent, counted; never shown, never reused. Ask for nothing we would not use, and
nothing about the reporter before they have chosen to leave contact details. Only four answers are required:
danger comes first because a life may hang on it; then what, which force, what happened, and whether to stay anonymous.
"""

from portal.report.forces import CHOOSABLE, REGIONS_OF_SEVERAL
from portal.report.question import N_, Kind, Option, Question, Section, Signpost, When, every_question

#: Raised by one whenever a code is added or withdrawn; kept in every document.
EDITION = 1

YES_NO_UNSURE = (
    Option("yes", N_("Yes")),
    Option("no", N_("No")),
    Option("unsure", N_("I am not sure")),
)

DANGER = Section(
    "danger",
    N_("Danger"),
    (
        Question(
            "danger",
            Kind.ONE,
            N_("Is anyone in immediate danger?"),
            hint=N_("You, or someone else. Abuse by someone who works for the police counts"),
            options=YES_NO_UNSURE,
            required=N_("Select yes if someone is in immediate danger"),
            signposts=(
                Signpost(
                    When("danger", ("yes", "unsure")),
                    (
                        N_("If someone is in danger now, call 999."),
                        N_("If you cannot speak, call 999 on a mobile phone and press 55 when you are asked."),
                        N_(
                            "If you are deaf or cannot use speech: call 18000 with the Relay UK app or a text "
                            "phone, use 999 BSL, or send a text to 999 if you have signed up for that."
                        ),
                        N_(
                            "We cannot send help, and this form is not read at once. "
                            "You can go on with it when you are safe."
                        ),
                    ),
                ),
            ),
        ),
    ),
)

WHAT = Section(
    "what",
    N_("What it is about"),
    (
        Question(
            "what",
            Kind.MANY,
            N_("What is it about?"),
            hint=N_("Select all that apply. You do not need proof"),
            options=(
                Option("partner", N_("Abusing or controlling a partner, an ex-partner or family")),
                Option("coverup", N_("Covering up, lying, or losing or planting evidence")),
                Option("criminals", N_("Links to criminals")),
                Option("lookup", N_("Looking people up on police systems without a proper reason")),
                Option(
                    "hate",
                    N_("Racism, sexism, homophobia, transphobia, or hate because of a disability or a religion"),
                ),
                Option("sexual", N_("Sexual behaviour or unwanted contact, using the job")),
                Option("stalking", N_("Stalking, tracking or harassing someone")),
                Option("bribes", N_("Taking bribes, doing favours or passing on information")),
                Option("gain", N_("Using the job for their own gain: money, things or drugs")),
                Option("violence", N_("Violence or threats")),
                Option("other", N_("Something else")),
                Option("service", N_("Poor service or rudeness")),
            ),
            required=N_("Select what your report is about"),
            signposts=(
                Signpost(
                    When("what", ("service",)),
                    (
                        N_(
                            "If it is only about poor service or rudeness, a complaint to the police force is "
                            "the way to get an answer. You can still go on here."
                        ),
                    ),
                ),
            ),
        ),
        Question(
            "what_other",
            Kind.TEXT,
            N_("What else is it about?"),
            limit=500,
            rows=2,
            only=When("what", ("other",)),
        ),
    ),
)

FORCE = Section(
    "force",
    N_("Which police force"),
    (
        Question(
            "area",
            Kind.ONE,
            N_("Which part of the UK do they work in?"),
            hint=N_("Where they work, not where you live"),
            options=(
                Option("east-midlands", N_("East Midlands")),
                Option("east", N_("East of England")),
                Option("london", N_("London")),
                Option("north-east", N_("North East of England")),
                Option("north-west", N_("North West of England")),
                Option("south-east", N_("South East of England")),
                Option("south-west", N_("South West of England")),
                Option("west-midlands-region", N_("West Midlands")),
                Option("yorkshire-humber", N_("Yorkshire and the Humber")),
                Option("wales", N_("Wales")),
                Option("scotland", N_("Scotland")),
                Option("northern-ireland", N_("Northern Ireland")),
                Option("uk-wide", N_("All over the UK: railways, nuclear sites, military sites, national crime")),
                Option("not-sure", N_("I am not sure")),
            ),
            required=N_("Select which part of the UK they work in"),
        ),
        Question(
            "force",
            Kind.ONE,
            N_("Which police force?"),
            hint=N_("The name may be on a uniform, a car, a letter or a website"),
            options=(
                *(
                    Option(
                        force.code,
                        force.name,
                        only=When("area", (force.region,)),
                        proper=True,
                        names=force.names,
                    )
                    for force in CHOOSABLE
                    if force.region in REGIONS_OF_SEVERAL
                ),
                Option("other-police", N_("Another police force")),
                Option("not-sure", N_("I am not sure")),
            ),
            required=N_("Select a police force, or that you are not sure"),
            only=When("area", REGIONS_OF_SEVERAL),
        ),
        Question(
            "force_other",
            Kind.TEXT,
            N_("What is the other force called?"),
            limit=200,
            only=When("force", ("other-police",)),
        ),
    ),
)

ROLE = Section(
    "role",
    N_("Who it is about"),
    (
        Question(
            "role",
            Kind.MANY,
            N_("Who is it about?"),
            hint=N_("Select all that apply. It does not matter if they wear a uniform"),
            options=(
                Option("officer", N_("A police officer")),
                Option("special", N_("A special constable (a volunteer police officer)")),
                Option("pcso", N_("A police community support officer (PCSO)")),
                Option("staff", N_("Other police staff: a call handler, custody staff, a clerk")),
                Option("contractor", N_("Someone from a company that works for the police")),
                Option("volunteer", N_("A volunteer or a cadet leader")),
                Option("left", N_("Someone who has left the police")),
                Option("unsure", N_("I am not sure")),
            ),
            signposts=(
                Signpost(
                    When("role", ("left",)),
                    (
                        N_(
                            "When someone has left, the police force decides what can still be done. "
                            "It is worth telling us."
                        ),
                    ),
                ),
            ),
        ),
    ),
)

STORY = Section(
    "story",
    N_("What happened"),
    (
        Question(
            "story",
            Kind.TEXT,
            N_("What happened, or what worries you?"),
            hint=N_(
                "Write in any language. It helps to say who did what, how often, what was said, and why you "
                "think so. Leave out your own name and details. Name others who were hurt only if they agree"
            ),
            limit=10_000,
            rows=10,
            required=N_("Enter what happened, or what worries you"),
        ),
    ),
)

TIME = Section(
    "time",
    N_("When"),
    (
        Question(
            "when",
            Kind.ONE,
            N_("When did it happen?"),
            options=(
                Option("once", N_("Once")),
                Option("several", N_("More than once")),
                Option("still", N_("It is still happening")),
                Option("unknown", N_("I do not know")),
            ),
        ),
        Question(
            "when_date",
            Kind.DATE,
            N_("On which date?"),
            hint=N_("For example, 27 3 2026. A year alone is fine, and safer if few people could know the exact day"),
            only=When("when", ("once",)),
        ),
        Question(
            "when_from",
            Kind.MONTH,
            N_("When did it start?"),
            hint=N_("For example, 3 2026. A year alone is fine"),
            only=When("when", ("several", "still")),
        ),
        Question(
            "when_to",
            Kind.MONTH,
            N_("When did it end?"),
            only=When("when", ("several",)),
        ),
        Question(
            "when_about",
            Kind.TEXT,
            N_("Or tell us about when"),
            hint=N_("For example, early 2025, or in the summer holidays"),
            limit=200,
            only=When("when", ("once", "several", "still")),
        ),
    ),
)

PLACE = Section(
    "place",
    N_("Where"),
    (
        Question(
            "where",
            Kind.TEXT,
            N_("Where did it happen?"),
            hint=N_("The town or the building is enough. Do not give your own address"),
            limit=500,
            rows=2,
        ),
        Question(
            "place",
            Kind.MANY,
            N_("What kind of place was it?"),
            hint=N_("Select all that apply"),
            options=(
                Option("station", N_("A police station or custody")),
                Option("vehicle", N_("A police vehicle")),
                Option("home", N_("The home of a person")),
                Option("work", N_("A workplace")),
                Option("public", N_("A street or a public place")),
                Option("online", N_("Online or by phone")),
                Option("unknown", N_("I do not know"), exclusive=True),
            ),
        ),
        Question(
            "online",
            Kind.TEXT,
            N_("Which app, group, account or number?"),
            limit=500,
            rows=2,
            only=When("place", ("online",)),
        ),
        Question(
            "duty",
            Kind.ONE,
            N_("Were they at work at the time?"),
            options=(
                Option("on", N_("Yes, on duty")),
                Option("off", N_("No, off duty")),
                Option("both", N_("Both")),
                Option("unsure", N_("I am not sure")),
            ),
        ),
    ),
)

PEOPLE = Section(
    "people",
    N_("About the person"),
    (
        Question("name", Kind.TEXT, N_("Name or nickname"), limit=200),
        Question("rank", Kind.TEXT, N_("Rank or job"), limit=200),
        Question("number", Kind.TEXT, N_("The number on their shoulder or collar"), limit=20),
        Question("unit", Kind.TEXT, N_("Station, team or unit"), limit=200),
        Question(
            "looks",
            Kind.TEXT,
            N_("What they look like: age, build, hair, tattoos, accent"),
            limit=500,
            rows=2,
        ),
        Question("reach", Kind.TEXT, N_("Their phone numbers, email or social media names"), limit=500, rows=2),
        Question("vehicle", Kind.TEXT, N_("Their vehicle: make, colour, number plate"), limit=200),
        Question("more", Kind.TEXT, N_("Anything else that would help to find them"), limit=500, rows=2),
    ),
    lead=N_("Tell us about the person you report. Leave empty what you do not know."),
    repeat=10,
)

RISK = Section(
    "risk",
    N_("Who is at risk"),
    (
        Question(
            "risk",
            Kind.MANY,
            N_("Is anyone at risk now, or if something is done about this?"),
            hint=N_("Select all that apply"),
            options=(
                Option("child", N_("A child")),
                Option("adult", N_("Another adult")),
                Option("me", N_("Me")),
                Option("unsure", N_("I am not sure")),
                Option("none", N_("No one"), exclusive=True),
            ),
            signposts=(
                Signpost(
                    When("risk", ("me",)),
                    (
                        N_(
                            "Your safety comes first. If the person can look at your phone, it is safer to "
                            "stay anonymous and not to leave a phone number or an email address."
                        ),
                    ),
                ),
            ),
        ),
        Question(
            "risk_more",
            Kind.TEXT,
            N_("Who is at risk, and what could make it worse?"),
            hint=N_("Tell us if contact from the police could make things worse"),
            limit=1_000,
            rows=3,
            only=When("risk", ("child", "adult", "me", "unsure")),
        ),
        Question("affected", Kind.ONE, N_("Are other people affected?"), options=YES_NO_UNSURE),
        Question(
            "affected_more",
            Kind.TEXT,
            N_("How are they affected?"),
            hint=N_("Do not name people who have not agreed to it"),
            limit=1_000,
            rows=3,
            only=When("affected", ("yes",)),
        ),
    ),
)

KNOWN = Section(
    "known",
    N_("What could show it"),
    (
        Question(
            "known",
            Kind.ONE,
            N_("How do you know about it?"),
            hint=N_("This does not say who you are"),
            options=(
                Option("self", N_("I know it first-hand")),
                Option("heard", N_("I heard it from someone")),
                Option("worked-out", N_("I worked it out")),
                Option("unsaid", N_("I would rather not say")),
            ),
        ),
        Question(
            "evidence",
            Kind.MANY,
            N_("Is there anything that could help to show it?"),
            hint=N_("Select all that apply. Do not put yourself at risk to get it"),
            options=(
                Option("messages", N_("Messages or posts")),
                Option("pictures", N_("Photos or videos")),
                Option("documents", N_("Documents")),
                Option("cctv", N_("CCTV, or the cameras that officers wear")),
                Option("records", N_("Car or phone records")),
                Option("witnesses", N_("Other people who saw or heard it")),
                Option("money", N_("Money or bank records")),
                Option("unsure", N_("I am not sure")),
                Option("none", N_("No"), exclusive=True),
            ),
        ),
        Question(
            "evidence_more",
            Kind.TEXT,
            N_("Where is it, and how soon could it be lost?"),
            hint=N_("CCTV is often deleted within weeks"),
            limit=1_000,
            rows=3,
            only=When(
                "evidence",
                ("messages", "pictures", "documents", "cctv", "records", "witnesses", "money", "unsure"),
            ),
        ),
    ),
)

TOLD = Section(
    "told",
    N_("Who knows, and who should not"),
    (
        Question(
            "told",
            Kind.MANY,
            N_("Have you told anyone about this?"),
            hint=N_("Select all that apply"),
            options=(
                Option("same-force", N_("The same police force")),
                Option("other-force", N_("Another police force")),
                Option("watchdog", N_("A police watchdog: the IOPC, the PIRC or the Police Ombudsman")),
                Option("employer", N_("An employer")),
                Option("support", N_("A support service")),
                Option("public", N_("A journalist or a politician")),
                Option("none", N_("No one"), exclusive=True),
                Option("unsaid", N_("I would rather not say"), exclusive=True),
            ),
        ),
        Question(
            "told_more",
            Kind.TEXT,
            N_("What happened when you told them?"),
            hint=N_("Do not give a case number if you want to stay anonymous"),
            limit=1_000,
            rows=3,
            only=When("told", ("same-force", "other-force", "watchdog", "employer", "support", "public")),
        ),
        Question(
            "keep_from",
            Kind.TEXT,
            N_("Who should not see this report?"),
            hint=N_("For example, a friend or relative of the person, or a team or a station"),
            limit=500,
            rows=2,
        ),
        Question(
            "standards",
            Kind.ONE,
            N_("Could it be unsafe if the team that checks on officers in that force sees it?"),
            options=YES_NO_UNSURE,
        ),
    ),
)

MORE = Section(
    "more",
    N_("Anything else"),
    (Question("more", Kind.TEXT, N_("Is there anything else?"), limit=2_000, rows=5),),
)

CONTACT = Section(
    "contact",
    N_("Staying anonymous"),
    (
        Question(
            "contact",
            Kind.ONE,
            N_("Do you want to stay anonymous?"),
            options=(
                Option(
                    "anonymous",
                    N_("Yes, stay anonymous"),
                    hint=N_("The safest way. We have no way to ask you anything"),
                ),
                Option(
                    "receipt",
                    N_("Yes, and answer questions with my receipt"),
                    hint=N_("We may leave a question for you. Only your receipt opens it"),
                ),
                Option(
                    "details",
                    N_("No, leave contact details"),
                    hint=N_("You say who may contact you, and how"),
                ),
            ),
            required=N_("Select if you want to stay anonymous"),
        ),
        Question(
            "name",
            Kind.CONTACT,
            N_("What name may we use for you?"),
            hint=N_("It does not have to be your real name. Your browser may offer to save it: choose no"),
            limit=200,
            only=When("contact", ("details",)),
            autocomplete="name",
        ),
        Question(
            "route",
            Kind.MANY,
            N_("How can we reach you safely?"),
            hint=N_("Use only what the person you report cannot look at"),
            options=(
                Option("phone", N_("By phone")),
                Option("email", N_("By email")),
                Option("other", N_("In another way")),
            ),
            required=N_("Select at least one way to reach you"),
            only=When("contact", ("details",)),
        ),
        Question(
            "phone",
            Kind.CONTACT,
            N_("Phone number"),
            limit=50,
            required=N_("Enter a phone number that is safe to call"),
            only=When("route", ("phone",)),
            autocomplete="tel",
            inputmode="tel",
        ),
        Question(
            "phone_may",
            Kind.MANY,
            N_("If you do not answer, we may"),
            options=(
                Option("voicemail", N_("leave a voice message")),
                Option("text", N_("send a text message")),
                Option("say", N_("say who we are")),
            ),
            only=When("route", ("phone",)),
        ),
        Question(
            "email",
            Kind.CONTACT,
            N_("Email address"),
            limit=254,
            required=N_("Enter an email address that is safe to write to"),
            only=When("route", ("email",)),
            autocomplete="email",
            inputmode="email",
        ),
        Question(
            "route_other",
            Kind.TEXT,
            N_("In which other way?"),
            limit=200,
            required=N_("Enter how we can reach you"),
            only=When("route", ("other",)),
        ),
        Question(
            "safe_times",
            Kind.TEXT,
            N_("Which days and times are safe?"),
            limit=200,
            only=When("contact", ("details",)),
        ),
        Question(
            "code_word",
            Kind.TEXT,
            N_("A word that we say first, so that you know it is us"),
            limit=100,
            only=When("contact", ("details",)),
        ),
        Question(
            "who_may",
            Kind.ONE,
            N_("Who may contact you?"),
            options=(
                Option("charity", N_("Only the charity")),
                Option("force", N_("The charity, and the team in the police force that looks into it")),
            ),
            only=When("contact", ("details",)),
        ),
        Question(
            "consent",
            Kind.ONE,
            N_("May the police force see your name?"),
            options=(
                Option("yes", N_("Yes")),
                Option("ask", N_("Ask me first")),
                Option("no", N_("No")),
            ),
            required=N_("Select if the police force may see your name"),
            only=When("contact", ("details",)),
        ),
        Question(
            "needs",
            Kind.MANY,
            N_("Do you need anything to talk with us?"),
            hint=N_("Select all that apply"),
            options=(
                Option("interpreter", N_("An interpreter")),
                Option("bsl", N_("British Sign Language")),
                Option("relay", N_("Text relay")),
                Option("no-calls", N_("No phone calls")),
                Option("easy-read", N_("Easy Read")),
                Option("companion", N_("Someone with me")),
            ),
            only=When("contact", ("details",)),
        ),
        Question(
            "interpreter",
            Kind.TEXT,
            N_("For which language?"),
            limit=100,
            only=When("needs", ("interpreter",)),
        ),
        Question(
            "case_number",
            Kind.TEXT,
            N_("If you reported it before: the case number"),
            limit=100,
            only=When("contact", ("details",)),
        ),
    ),
)

SECTIONS = (
    DANGER,
    WHAT,
    FORCE,
    ROLE,
    STORY,
    TIME,
    PLACE,
    PEOPLE,
    RISK,
    KNOWN,
    TOLD,
    MORE,
    CONTACT,
)

QUESTIONS = {question.code: question for question in every_question(SECTIONS)}
