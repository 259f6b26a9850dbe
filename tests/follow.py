"""Reads the feeds and calendars of a published site as readers and calendars do, with parsers that others wrote.

follow.py SITE: prints what a reader would show of the site's own, and ends with 1 where anything is wrong.
"""

import json
import sys
from pathlib import Path

import feedparser
import icalendar

site = Path(sys.argv[1])
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def parsed(path):
    feed = feedparser.parse(path.read_bytes())
    check(not feed.bozo, f"{path}: {feed.get('bozo_exception')}")
    check(feed.feed.get("title") and feed.feed.get("link"), f"{path} has a title and leads to a page")
    return feed


feeds = sorted(site.rglob("feed.xml"))
for path in feeds:
    rss, atom = parsed(path), parsed(path.with_suffix(".atom"))
    plain = json.loads(path.with_suffix(".json").read_text())
    check(plain["version"] == "https://jsonfeed.org/version/1.1", f"{path}: the version of its JSON")
    titles = [[entry.title for entry in feed.entries] for feed in (rss, atom)]
    check(titles[0] and titles[0] == titles[1] == [item["title"] for item in plain["items"]], f"{path}: {titles}")
    for feed in (rss, atom):
        ids = [entry.id for entry in feed.entries]
        check(len(set(ids)) == len(ids), f"{path} has an entry twice")
        for entry in feed.entries:
            check(entry.get("published_parsed") or entry.get("updated_parsed"), f"{path}: {entry.id} has no day")
            check(entry.summary and entry.link.startswith("http"), f"{path}: {entry.id} says nothing")

calendars = sorted(site.rglob("calendar.ics"))
events = 0
for path in calendars:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    check(not calendar.errors, f"{path}: {calendar.errors}")
    uids = set()
    for event in calendar.walk("VEVENT"):
        events += 1
        check(not event.errors, f"{path}: {event.errors}")
        check(event.get("UID") not in uids, f"{path} has {event.get('UID')} twice")
        uids.add(event.get("UID"))
        check(event.get("SUMMARY") and event.decoded("DTSTART") and event.decoded("DTSTAMP"), f"{path}: an event says nothing")
        end = event.get("DTEND")
        check(end is None or end.dt > event.decoded("DTSTART"), f"{path}: {event.get('UID')} ends before it begins")

check(feeds and calendars and events, f"{site} has feeds and calendars")
for entry in (feedparser.parse((site / "feed.xml").read_bytes()).entries if feeds else [])[:8]:
    print(f"{entry.published[5:16]}  {entry.title}\n             {entry.summary}")
for event in (icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes()).walk("VEVENT") if calendars else [])[-8:]:
    print(f"{event.decoded('DTSTART')}  {event.get('SUMMARY')}")
print(f"{len(feeds)} feeds in three forms, {len(calendars)} calendars with {events} events, {len(wrong)} faults")
for what in wrong:
    print(what, file=sys.stderr)
sys.exit(1 if wrong else 0)
