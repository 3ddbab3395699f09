"""What was hidden is gone, byte for byte, and is said to be gone; what the reporter wanted to show is still there."""

import io
import struct
import zipfile
import zlib

import av
import pikepdf
import pytest
from fixtures import planted
from fixtures.planted import CANARY, PLANTED
from PIL import Image

from portal.evidence import words
from portal.evidence.results import Refused
from portal.evidence.scrub import scrub

# In three spellings: as it is, as Windows writes it, and as a PDF may.
SPELLINGS = [CANARY.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")] + [CANARY.encode().hex().encode()]
PLACES = [b"+51.5000", b"203.0.113.77", b"2024:05:01", b"00AB12CD"]


@pytest.fixture(scope="module")
def scrubbed():
    """Each planted file is scrubbed once."""
    done = {}

    def get(name):
        if name not in done:
            done[name] = scrub(planted.BY_NAME[name].content)
        return done[name]

    return get


def layers(content):
    """The bytes, and all that is packed inside them."""
    yield content
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            yield from (one.read_raw_bytes() for one in document.objects if isinstance(one, pikepdf.Stream))
            yield from (one.unparse(resolved=True) for one in document.objects if not isinstance(one, pikepdf.Stream))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def planted_values(content):
    pieces = [inflated for layer in layers(content) for inflated in (layer, *inflations(layer))]
    return {value for value in (*SPELLINGS, *PLACES) if any(value in piece for piece in pieces)}


def inflations(layer):
    """Whatever in these bytes unpacks, from every place where that could begin."""
    for at in range(len(layer)):
        if layer[at] == 0x78 and int.from_bytes(layer[at : at + 2]) % 31 == 0:
            try:
                yield zlib.decompressobj().decompress(layer[at:], 1_000_000)
            except zlib.error:
                continue


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_what_was_planted_is_gone(file, scrubbed):
    assert planted_values(file.content)

    assert set() == planted_values(scrubbed(file.name).content)


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_what_is_gone_is_listed(file, scrubbed):
    assert set() == file.codes - set(scrubbed(file.name).removed)


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_the_kind_of_the_new_file_is_known(file, scrubbed):
    assert file.becomes == scrubbed(file.name).kind


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_nothing_is_found_in_a_file_that_is_scrubbed_again(file, scrubbed):
    again = scrub(scrubbed(file.name).content)

    assert (file.becomes, ()) == (again.kind, again.removed)


@pytest.mark.parametrize("file", PLANTED, ids=repr)
def test_every_code_has_words(file, scrubbed):
    result = scrubbed(file.name)

    assert set(result.removed) <= set(words.REMOVED)
    assert result.remains
    assert set(result.remains) <= set(words.REMAINS)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_said_to_be_removed_from_a_plain_picture(form):
    assert () == scrub(planted.saved(planted.picture(), form)).removed


def test_a_picture_shows_what_it_showed(scrubbed):
    with Image.open(io.BytesIO(scrubbed("a JPEG").content)) as picture:
        assert (60, 40) == picture.size
        assert (0, 0, 250) < picture.getpixel((5, 5)) < (60, 60, 256)
        assert picture.getpixel((55, 35)) > (200, 0, 0)


def test_a_picture_is_turned_the_right_way_up(scrubbed):
    with Image.open(io.BytesIO(scrubbed("a turned JPEG").content)) as picture:
        assert (40, 60) == picture.size
        # What was the left upper corner is the right upper one.
        assert (0, 0, 200) < picture.getpixel((35, 5)) < (60, 60, 256)
        assert picture.getpixel((5, 5)) > (200, 0, 0)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_pictures_of_every_mode_are_scrubbed(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    result = scrub(planted.saved(planted.picture().convert(mode), form, comment=b"a"))

    assert form.lower() == result.kind


def test_a_large_webp_is_scrubbed_though_its_decoder_wants_a_thread():
    assert "webp" == scrub(planted.saved(planted.picture((1200, 900)), "WEBP")).kind


def test_a_very_large_jpeg_is_made_smaller_and_that_is_said(measured):
    content = planted.saved(Image.new("L", (8000, 6000)), "JPEG")
    result = scrub(content)

    assert ("detail",) == result.removed
    with Image.open(io.BytesIO(result.content)) as picture:
        assert (4000, 3000) == picture.size
    assert 300 > measured(content).megabytes


def test_a_pdf_keeps_its_page_and_its_notes(scrubbed):
    with pikepdf.open(io.BytesIO(scrubbed("a PDF").content)) as document:
        page = document.pages[0]

        assert b"the page itself" in page.Contents.read_bytes()
        assert "a note" == str(page.Annots[0].Contents)
        assert page.Resources.XObject.Photo.read_raw_bytes().startswith(b"\xff\xd8")


def test_a_document_keeps_its_words_its_links_and_its_pictures(scrubbed):
    with zipfile.ZipFile(io.BytesIO(scrubbed("a DOCX").content)) as archive:
        text = archive.read("word/document.xml")

        assert b"the letter itself" in text
        assert b"taken out" in text
        assert b"https://www.example.org/" in archive.read("word/_rels/document.xml.rels")
        assert archive.read("word/media/image1.jpg").startswith(b"\xff\xd8")


def test_a_document_says_that_deleted_words_remain(scrubbed):
    assert "deleted" in scrubbed("a DOCX").remains


def test_a_document_links_to_none_of_the_parts_that_are_left_out(scrubbed):
    with zipfile.ZipFile(io.BytesIO(scrubbed("a DOCX").content)) as archive:
        names = set(archive.namelist())
        links = b"".join(archive.read(name) for name in names if name.endswith(".rels"))

    assert {"[Content_Types].xml", "word/document.xml", "word/settings.xml"} < names
    assert not [name for name in names if name.startswith(("docProps", "customXml", "word/comments", "word/people"))]
    assert b"docProps" not in links
    assert b"comments" not in links


@pytest.mark.parametrize(("name", "frames"), [("an MP4", 10), ("a MOV", 10), ("an M4A", 0), ("an MP3", 0)])
def test_a_recording_plays_as_before(scrubbed, name, frames):
    with av.open(io.BytesIO(scrubbed(name).content)) as recording:
        assert frames == (len(list(recording.decode(video=0))) if recording.streams.video else 0)
    with av.open(io.BytesIO(scrubbed(name).content)) as recording:
        assert 20 <= len(list(recording.decode(audio=0)))


@pytest.mark.parametrize("name", ["an MP4", "a MOV"])
def test_every_picture_of_a_film_is_the_same(scrubbed, name):
    assert pictures_of(planted.BY_NAME[name].content) == pictures_of(scrubbed(name).content)


def pictures_of(content):
    with av.open(io.BytesIO(content)) as film:
        return [(frame.pts, [bytes(plane) for plane in frame.planes]) for frame in film.decode(video=0)]


def test_a_film_that_was_held_upright_stays_upright():
    turned = bytearray(planted.recording("mp4"))
    matrix = turned.index(b"tkhd") + 44
    turned[matrix : matrix + 36] = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)

    result = scrub(bytes(turned)).content

    assert turned[matrix : matrix + 36] == result[result.index(b"tkhd") + 44 :][:36]


@pytest.mark.parametrize("name", ["an MP4", "a MOV", "an M4A"])
def test_a_recording_has_no_box_for_hidden_data(scrubbed, name):
    content = scrubbed(name).content

    assert not [mark for mark in (b"udta", b"\xa9xyz", b"meta", b"uuid", b"Lavf", b"x264") if mark in content]


def test_a_mail_keeps_who_wrote_what_to_whom(scrubbed):
    content = scrubbed("an EML").content

    kept = (b"From: one@example.org", b"To: two@example.org", b"Subject: the meeting", b"the mail itself", b"plan.bin")
    assert all(each in content for each in kept)
    assert "attachments" in scrubbed("an EML").remains


@pytest.mark.parametrize("text", ["words", "كلمات", "two\r\nlines\t", "\ufeffwords"])
def test_text_is_kept_as_it_is(text):
    result = scrub(text.encode())

    assert ("txt", text.encode(), (), ("text",)) == (result.kind, result.content, result.removed, result.remains)


def test_a_locked_pdf_may_be_sent_as_it_is():
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(planted.pdf())) as document:
        document.save(target, encryption=pikepdf.Encryption(owner="a", user=""))

    assert Refused("cannot-scrub", "pdf") == scrub(target.getvalue())


def test_a_moving_picture_may_be_sent_as_it_is():
    frames = [planted.picture(), Image.new("RGB", (60, 40))]
    content = planted.saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])

    assert Refused("cannot-scrub", "webp") == scrub(content)
