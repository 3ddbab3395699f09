import pytest

from portal.web import protections


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": None, "Origin": "https://elsewhere.example"},
        {"Sec-Fetch-Site": None, "Origin": "null"},
    ],
    ids=str,
)
def test_a_post_of_another_site_is_refused(visitor, answers, outbox, headers):
    visitor.post("/en/report", answers, status=403, headers=headers)

    assert 0 == outbox.depth()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": None, "Origin": "http://localhost"},
        {"Sec-Fetch-Site": None},
    ],
    ids=str,
)
def test_our_own_form_and_a_browser_that_says_nothing_are_served(visitor, answers, headers):
    assert visitor.post("/en/report", answers, headers=headers).hidden("receipt")


def test_the_policy_allows_nothing_by_default_and_no_inline_script(visitor):
    policy = visitor.get("/en/").response.headers["Content-Security-Policy"]
    directives = dict(one.strip().split(" ", 1) for one in policy.split(";"))

    assert "'none'" == directives["default-src"]
    assert "'self'" == directives["script-src"]
    assert "'self'" == directives["form-action"]
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_script_is_kept_by_a_name_that_changes_with_its_content(visitor, public_app):
    (address,) = visitor.get("/en/").html.xpath("//script/@src")
    answer = public_app.test_client().get(address)

    assert 200 == answer.status_code
    assert "public, max-age=86400, immutable" == answer.headers["Cache-Control"]
    assert protections.HEADERS["X-Content-Type-Options"] == answer.headers["X-Content-Type-Options"]


def test_only_the_named_hosts_are_answered(public_app):
    assert 400 == public_app.test_client().post("/en/report", headers={"Host": "evil.example"}).status_code


def test_a_post_is_never_kept_and_the_blank_form_is(visitor, answers):
    assert "no-store" == visitor.check(answers).response.headers["Cache-Control"]
    assert "no-store" not in visitor.get("/en/report").response.headers["Cache-Control"]
