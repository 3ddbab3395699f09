"""Which code stands for a piece of hidden data, by the name that the formats give it. One table for all formats."""

import re
from collections.abc import Iterable

from PIL import ExifTags, Image, TiffImagePlugin

#: What each code takes in: names of EXIF tags, XMP properties, document properties, and media and text keywords.
NAMES = {
    "place": "gps gpsinfo gpslatitude gpslongitude gpsaltitude gpsposition location sublocation locationshown "
    "locationcreated city state country countrycode iso6709 xyz loci where coordinates",
    "device": "make model serialnumber cameraserialnumber bodyserialnumber lensserialnumber lens lensmake lensmodel "
    "makernote uniquecameramodel hostcomputer manufacturer cameramodelname device deviceid modelname",
    "time": "date datetime datetimeoriginal datetimedigitized created creationdate creationtime createdate modified "
    "modifydate moddate metadatadate datecreated tdrc tyer year timestamp lastprinted totaltime time "
    "creation_time lastmodified sourcemodified date_recorded recorded_date",
    "author": "author authors artist creator copyright rights cameraownername ownername owner xpauthor "
    "lastmodifiedby company manager composer performer publisher album_artist credit byline by-line user username "
    "lastauthor contact",
    "software": "software producer creatortool application appversion encoder encodedby encoded_by tool generator "
    "processingsoftware version template handler_name vendor_id hostapplication engineer",
    "comments": "comment comments description imagedescription usercomment xpcomment xpsubject xpkeywords "
    "subject keywords synopsis lyrics title xptitle caption headline category contentstatus warning disclaimer "
    "album genre track grouping",
    "history": "history documentid instanceid originaldocumentid derivedfrom documentancestors versions revision "
    "imageuniqueid versionid",
    "thumbnail": "thumbnail thumbnails",
}
CODES = {name: code for code, names in NAMES.items() for name in names.split()}

# Loaded now: Pillow asks for it when it reads EXIF, and then the process can open no file.
EXIF_READER = TiffImagePlugin

_XMP_NAME = re.compile(rb"(?:<|\s)[A-Za-z0-9]+:([A-Za-z0-9]+)[\s=>/]")
_GPS, _EXIF, _THUMBNAIL = ExifTags.IFD.GPSInfo, ExifTags.IFD.Exif, ExifTags.IFD.IFD1


def of_names(names: Iterable[str]) -> set[str]:
    """The codes of names such as `CreatorTool`, `com.apple.quicktime.make` or `location-eng`, where they have one."""
    last = (re.sub(r"-[a-z]{3}$", "", name.lower()).strip("/ ©").split(".")[-1].replace(" ", "") for name in names)
    return {CODES[name] for name in last if name in CODES}


def of_xmp(packet: bytes) -> set[str]:
    """Read by pattern and not as XML: what is hostile is dropped all the same."""
    return of_names(name.decode() for name in set(_XMP_NAME.findall(packet))) or {"other"}


def of_exif(block: bytes) -> set[str]:
    exif = Image.Exif()
    try:
        exif.load(block)
        names = [ExifTags.TAGS.get(tag, "") for tag in (*exif, *exif.get_ifd(_EXIF)) if tag not in (_GPS, _EXIF)]
        found = of_names(names)
        if exif.get_ifd(_GPS):
            found.add("place")
        if exif.get_ifd(_THUMBNAIL):
            found.add("thumbnail")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 – whatever a broken block does to its reader, it is dropped whole
        return {"other"}
    return found or {"other"}
