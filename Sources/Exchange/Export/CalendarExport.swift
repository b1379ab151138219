public import Pipeline

extension ExportedFile {
    /// The next steps of leads as a calendar (iCalendar, RFC 5545): callbacks, promises and meetings.
    ///
    /// A lead's next step keeps its identity when it is moved, so that a calendar that takes the file again moves the
    /// event as well. Times are in UTC; a step without a time of day is an event of the whole day.
    public static func calendar(_ leads: [Lead], _ now: Now) -> ExportedFile {
        var writer = ContentWriter()
        writer.add("BEGIN", raw: "VCALENDAR")
        writer.add("VERSION", raw: "2.0")
        writer.add("PRODID", raw: "-//lastcall//lastcall//EN")
        writer.add("CALSCALE", raw: "GREGORIAN")
        writer.add("X-WR-CALNAME", text: "lastcall")
        for lead in leads {
            guard let next = lead.next else { continue }
            if case .letGo = lead.place(now) { continue }
            add(lead, next, now, to: &writer)
        }
        writer.add("END", raw: "VCALENDAR")
        return ExportedFile(bytes: writer.bytes, losses: [])
    }

    private static func add(_ lead: Lead, _ next: NextStep, _ now: Now, to writer: inout ContentWriter) {
        writer.add("BEGIN", raw: "VEVENT")
        writer.add("UID", text: "\(lead.id)-next@lastcall")
        let changed = utc(next.set)
        // Without a method the stamp is when the event was last changed (RFC 5545, section 3.8.7.2).
        writer.add("DTSTAMP", raw: changed)
        writer.add("LAST-MODIFIED", raw: changed)
        // A calendar keeps the event with the greater number: a step that was set later has it.
        writer.add("SEQUENCE", raw: "\(max(0, min(next.set.seconds / 60, Int64(Int32.max))))")
        let due = next.due.local(in: now.zone)
        if let minute = due.minute {
            let start = now.zone.moment(of: due.day, minute: Int(minute))
            writer.add("DTSTART", raw: utc(start))
            writer.add("DTEND", raw: utc(start.adding(seconds: next.kind == .meeting ? 3600 : 900)))
        } else {
            writer.add("DTSTART", [("VALUE", "DATE")], raw: date(due.day))
            writer.add("DTEND", [("VALUE", "DATE")], raw: date(due.day.adding(days: 1)))
            writer.add("TRANSP", raw: "TRANSPARENT")
        }
        let who = [lead.title, lead.fields.company == lead.title ? nil : lead.fields.company].compactMap(\.self)
        writer.add("SUMMARY", text: "\(next.kind.errand) \(who.joined(separator: ", "))")
        let ways = lead.fields.phones.filter { !$0.dead }.map { [$0.number, $0.label].compactMap(\.self) }
        let lines =
            [next.why].compactMap(\.self) + ways.map { $0.joined(separator: " ") }
            + lead.fields.emails.filter { !$0.dead }.map(\.address)
        if !lines.isEmpty { writer.add("DESCRIPTION", text: lines.joined(separator: "\n")) }
        writer.add("CATEGORIES", text: next.kind.rawValue)
        writer.add("END", raw: "VEVENT")
    }

    /// `20261201T130000Z`.
    private static func utc(_ moment: Moment) -> String {
        let utc = Moment(seconds: moment.seconds)
        return "\(utc)".prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static func date(_ day: Day) -> String { "\(day)".filter { $0 != "-" } }
}

extension NextStep.Kind {
    /// What there is to do, before the name.
    fileprivate var errand: String {
        switch self {
        case .promise, .putOff: "Call back"
        case .meeting: "Meet"
        case .step: "Next step with"
        }
    }
}
