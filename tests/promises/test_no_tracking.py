"""No cookie, nothing stored in the browser, no other host: facts of a real browser's whole journey."""

import pytest
from fixtures.reporter import Reporter

STORES = """async () => [
    document.cookie,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
]"""


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts off", "scripts on"])
def test_a_whole_journey_leaves_nothing_and_calls_nobody_else(running, phone, scripts):
    tab = phone(scripts=scripts)
    asked, answered, complaints = [], [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("response", lambda response: answered.append(response.all_headers()))
    tab.on("console", lambda message: complaints.append(message.text))
    reporter = Reporter(tab, running.address, "en")
    tab.goto(running.address)
    reporter.open_form()
    reporter.press_check_of_an_empty_form()
    reporter.open_form()
    reporter.fill_whole_form(more=f"No trace, {scripts}")
    reporter.press("check")
    reporter.press("send")
    assert reporter.receipt

    assert {running.address} == {"/".join(url.split("/")[:3]) for url in asked}
    assert not [headers for headers in answered if "set-cookie" in headers]
    assert [] == tab.context.cookies()
    # A refused form is a 422, which Chromium notes; a page that breaks its own policy is not.
    assert [] == [text for text in complaints if "status of 422" not in text]
    if scripts:
        assert ["", 0, 0, 0, 0, 0] == tab.evaluate(STORES)
    assert {"cookies": [], "origins": []} == tab.context.storage_state()


def test_exit_leaves_no_page_one_press_of_back_away(running, phone):
    tab = phone(scripts=True)
    tab.goto(f"{running.address}/en/")
    tab.goto(f"{running.address}/en/report")
    tab.route("**/exit", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    tab.locator("a.exit").click()
    tab.wait_for_url("**/exit")
    tab.go_back()

    assert tab.url.endswith("/en/")


def test_exit_has_the_browser_drop_what_it_kept(public_app):
    answer = public_app.test_client().get("/exit")

    assert 303 == answer.status_code
    assert '"cache", "cookies", "storage"' == answer.headers["Clear-Site-Data"]
    assert "no-referrer" == answer.headers["Referrer-Policy"]
