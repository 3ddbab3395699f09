"""Hours of a relay in a second: a clock that is not waited for, and an intake that does as it is told."""

from threading import Event

from portal.outbox.intake_client import Refused, Stored

AWAY = Refused("away", retry=True)
FOR_GOOD = Refused("409 Conflict", retry=False)


class Clock(Event):
    """A stop sign whose waiting takes no time; it is up after so many seconds."""

    def __init__(self, seconds):
        super().__init__()
        self.now = 0.0
        self._end = seconds
        self._plans = []

    def at(self, second, act):
        self._plans.append((second, act))

    def is_set(self):
        return self.now >= self._end

    def wait(self, timeout=None):
        self.now += timeout
        due = [plan for plan in self._plans if plan[0] <= self.now]
        self._plans = [plan for plan in self._plans if plan not in due]
        for _, act in due:
            act()
        return self.is_set()


class Intake:
    """Stores all but what stands in `answers`, by id; stores nothing while it is away."""

    def __init__(self, clock=None):
        self.answers = {}
        self.away = False
        self.tried = []
        self.tries = []
        self.stored = []
        self._clock = clock

    def deliver(self, waiting):
        self.tried.append(waiting.id)
        self.tries.append(self._clock.now if self._clock else 0.0)
        if self.away:
            return AWAY
        answer = self.answers.get(waiting.id, Stored())
        if answer == Stored():
            self.stored.append(waiting.id)
        return answer

    def leave(self):
        self.away = True

    def come_back(self):
        self.away = False
