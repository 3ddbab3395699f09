import pytest

from portal.web.languages import offered
from portal.web.public.helplines import HELPLINES
from portal.web.public.pages import PAGES


@pytest.mark.parametrize("tag", list(offered()))
@pytest.mark.parametrize("path", ["", "return", *PAGES])
def test_every_page_is_there_in_every_language_and_leads_to_the_others(visitor, tag, path):
    page = visitor.get(f"/{tag}/{path}")

    assert [f"/{tag}/{other}" for other in PAGES] == page.html.xpath("//footer//nav//a/@href")


def test_no_two_pages_have_the_same_title(visitor):
    titles = [visitor.get(f"/en/{path}").title for path in ("", "report", "return", *PAGES)]

    assert len(titles) == len(set(titles))


def test_every_number_of_the_helplines_can_be_called_and_says_where_it_comes_from(visitor):
    page = visitor.get("/en/help")
    contacts = [contact for group in HELPLINES for contact in group.contacts]

    assert all(contact.source for contact in contacts)
    assert all(not contact.verified for contact in contacts if contact.source == "general knowledge")
    for contact in contacts:
        if contact.phone:
            assert page.html.xpath(f"//main//a[@href='tel:{contact.phone.replace(' ', '')}']"), contact.name
