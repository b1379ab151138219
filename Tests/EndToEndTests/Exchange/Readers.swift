import Testing

/// Readers of the exported formats that others wrote, as Debian has them: what they read must be what `export --format
/// json` says, which is read by Python's own reader of JSON.
enum Readers {
    /// Runs a script of Python on files of the desk; it prints what is wrong, a line for each.
    static func complaints(_ script: String, _ files: String..., at desk: Desk) throws -> [String] {
        let ending = try desk.run("/usr/bin/python3", ["-c", preamble + script] + files)
        try #require(
            ending.status == 0,
            "The readers of others cannot be asked: scripts/test installs python3, python3-vobject and python3-icalendar. \(ending.errors)"
        )
        return ending.lines
    }

    private static let preamble = """
        import csv, io, json, sys, unicodedata
        import icalendar, vobject

        def text(path):
            return open(path, encoding="utf-8", newline="").read()

        leads = {lead["lead"]: lead for lead in json.loads(text(sys.argv[1]))}

        def expect(what, found, wanted):
            if found != wanted:
                print(what, ascii(found), "instead of", ascii(wanted))

        def add(lead):
            acts = [act for act in lead["history"] if act["do"] == "add" and act["lead"] == lead["lead"]]
            return acts[0] if acts else {}

        """

    /// Python's reader of CSV: leads.json leads.csv.
    static let table = """
        import math
        csv.field_size_limit(1 << 24)
        rows = list(csv.reader(io.StringIO(text(sys.argv[2]).lstrip("\\ufeff"))))
        header = rows[0]
        expect("rows", len(rows) - 1, len([lead for lead in leads.values() if not lead["doNotContact"]]))
        for cells in rows[1:]:
            expect("cells", len(cells), len(header))
            for cell in cells:
                if cell[:1] in ("=", "+", "-", "@", "\\t", "\\r"):
                    print("a formula", ascii(cell))
            row = {name: cell for name, cell in zip(header, cells)}
            def plain(cell):
                rest = cell.lstrip("'")
                return cell[1:] if cell[:1] == "'" and rest[:1] in ("=", "+", "-", "@", "\\t", "\\r") else cell
            lead = leads[row["lastcall ID"]]
            def clean(text):
                return (text or "").replace("\\0", "\\ufffd")
            expect("name", plain(row["Name"]), clean(lead["name"]))
            expect("company", plain(row["Company"]), clean(lead["company"]))
            numbers = [plain(row[name]) for name in header if name == "Phone" or name[:6] == "Phone " and name[6:].isdigit()]
            expect("phones", [number for number in numbers if number], [clean(phone["number"]) for phone in lead["phones"]])
            expect("note", plain(row["Note"]), clean(add(lead).get("note")))

        """

    /// vobject: leads.json leads.vcf.
    static let cards = """
        def clean(text):
            return "".join("\\ufffd" if unicodedata.category(c) == "Cc" and c not in "\\n\\t" else c for c in text or "")
        for line in text(sys.argv[2]).split("\\r\\n"):
            if len(line.encode()) > 75:
                print("a line of", len(line.encode()), "octets")
        cards = list(vobject.readComponents(text(sys.argv[2])))
        expect("cards", len(cards), len([lead for lead in leads.values() if not lead["doNotContact"]]))
        for card in cards:
            lead = leads[card.uid.value.split("@")[0]]
            expect("version", card.version.value, "4.0")
            if lead["name"]:
                expect("name", card.fn.value, clean(lead["name"]))
            expect("phones", [tel.value for tel in card.contents.get("tel", [])],
                [clean(phone["number"]) for phone in lead["phones"]])
            expect("e-mails", [email.value for email in card.contents.get("email", [])],
                [clean(email["address"]) for email in lead["emails"]])
            if add(lead).get("note"):
                expect("note", card.note.value, clean(add(lead)["note"]))

        """

    /// icalendar: leads.json leads.ics.
    static let calendar = """
        import datetime
        calendar = icalendar.Calendar.from_ical(text(sys.argv[2]))
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        wanted = {}
        for lead in leads.values():
            if lead["next"] and lead["next"]["kind"] in ("promise", "put-off", "meeting", "step") and lead["place"] != "let go" \
                    and not lead["doNotContact"]:
                wanted[lead["lead"] + "-next@lastcall"] = lead
        expect("events", len(calendar.walk("VEVENT")), len(events))
        for uid in wanted:
            if uid not in events:
                print("no event", uid)
                continue
            event, lead = events[uid], wanted[uid]
            start = event["DTSTART"].dt
            on = lead["next"]["on"]
            if isinstance(start, datetime.datetime):
                expect("start", start.strftime("%Y-%m-%dT%H:%M"), on[:16])
                expect("zone", start.utcoffset(), datetime.timedelta(0))
            else:
                expect("start", start.isoformat(), on)
            expect("end", event["DTEND"].dt > start, True)
            expect("summary", lead["name"] in str(event["SUMMARY"]), True)
        for component in calendar.walk("VEVENT"):
            component["DTSTAMP"].dt

        """
}
