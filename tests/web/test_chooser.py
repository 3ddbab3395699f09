import pytest

from portal.web.languages import offered


def order(page):
    return page.html.xpath("//main//nav//a/@hreflang")


def test_every_language_is_offered_in_its_own_name_and_direction(visitor):
    links = visitor.get("/").html.xpath("//main//nav//a")

    assert {found.tag: (found.autonym, found.direction) for found in offered().values()} == {
        link.get("lang"): (link.text_content(), link.get("dir")) for link in links
    }


@pytest.mark.parametrize("wanted", ["ar", "ar-EG,ar;q=0.9,en;q=0.8", "", "tlh,*;q=0.1", ";;;q=,=", "en-GB"])
def test_it_orders_for_the_reader_and_never_redirects(visitor, wanted):
    page = visitor.get("/", headers={"Accept-Language": wanted})

    assert ["en", "cy"] == order(page)[:2]
    assert sorted(offered()) == sorted(order(page))
    assert "Accept-Language" in page.response.headers["Vary"]


def test_every_document_names_its_other_languages(visitor):
    for tag in offered():
        alternates = visitor.get(f"/{tag}/").html.xpath("//link[@rel='alternate']/@hreflang")
        assert [*offered(), "x-default"] == alternates
