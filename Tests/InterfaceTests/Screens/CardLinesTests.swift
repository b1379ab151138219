import Canvas
import Pipeline
import Testing

@testable import Interface

/// What a card says, and how it fits.
@Suite("Card") struct CardLinesTests {
    private func card(_ entries: [Entry], _ lead: LeadID, width: Int, limit: Int = .max) -> CardLines? {
        var pipeline = Pipeline(Rules(zone: People.zone))
        pipeline.apply(entries)
        pipeline.learnZones { $0 == "America/Chicago" ? Zone(name: $0, offset: -6 * 3600) : nil }
        return pipeline[lead].map {
            CardLines(
                $0, pipeline.history(of: $0), People.morning, pipeline.rules, text: Pilot.text, width: width,
                limit: limit)
        }
    }

    private func words(_ card: CardLines?) -> [String] {
        card?.lines.map { $0.spans.map(\.text).joined() } ?? []
    }

    @Test func whatIsOnTheCardStandsForItsAddress() {
        let pilot = Pilot(120, 40)
        pilot.find(People.dana)
        #expect(pilot.session.render().links.map(\.address).contains("tel:+13125550142"))
        for link in pilot.session.render().links {
            let row = Array(pilot.lines[link.cells.y])
            #expect(!row[link.cells.x].isWhitespace && row[link.cells.maxX - 1] != " ")
        }
        pilot.press("?")
        #expect(pilot.session.render().links.isEmpty)
    }

    @Test func entriesOfOtherDevicesSayWhichWroteThem() {
        let arrived = Entry(
            id: EntryID(high: 1 << 50, low: 0), lead: People.dana, at: People.moment("2026-11-22T10:00"),
            act: .note("from the road"), device: 3)
        let pilot = Pilot(120, 40)
        pilot.arrive([arrived])
        pilot.find(People.dana)
        #expect(pilot.screen.contains("22 Nov 10:00  note") && !pilot.screen.contains("laptop"))
        pilot.name([nil, nil, nil, "laptop"])
        #expect(pilot.screen.contains("22 Nov 10:00  note · laptop"))
        #expect(!pilot.screen.contains("busy · laptop"))
    }

    @Test(arguments: [
        "came back 8 Jun after the goodbye: qualify again", "suspect    M yes~ A ?    D yes",
        "  money: nine lines in three plants · stale: learned 6 Mar 2025, before the goodbye",
        "  desire: asked for a date · 9 Jun", "asked   process ✗  budget ✓  decision ?",
        "  process: by tender, every fourth year", "there   their time zone is not known",
        "next    call back Fri 20 Nov, 3 days late", "work    ▰▱▱▱▱▱▱▱▱▱ 3 of 20  ☎3",
        "put-offs 3 in a row, lingering since 9 Jul · snoozes 0 · signals 3: 1 cycle, antithesis",
        "  7 Nov 2025  △ apologised · make-up  ↺ cycle 1", "compelling: the only maker within a day’s drive",
        "kept until 10 Dec: the tender may change", "  assessed 4 Jun under other criteria than today’s",
        " 5 Jun 08:00  ◉ voicemail · goodbye", " 8 Jun 09:00  ← ✉ e-mail, they got in touch",
    ])
    func itSaysWhatIsKnown(_ line: String) {
        let found = words(card(Courting.entries, Courting.rafael, width: 90))
        #expect(found.contains { $0.hasPrefix(line) }, "\(found.joined(separator: "\n"))")
    }

    @Test func theirTimeIsShownWithWhenTheyCanBeCalled() {
        let found = words(card(People.entries, People.dana, width: 72))
        #expect(found.contains("there   01:30, opens 15:00 your time  America/Chicago"))
    }

    @Test func nobodyIsInLimbo() {
        for lead in Set(People.entries.compactMap(\.lead)) {
            var pipeline = Pipeline(Rules(zone: People.zone))
            pipeline.apply(People.entries)
            guard let found = pipeline[lead], found.place(People.morning) == .onTheList else { continue }
            let labels = ["next ", "today ", "decide "]
            #expect(
                words(card(People.entries, lead, width: 72)).contains { line in labels.contains { line.hasPrefix($0) }
                },
                "\(found.title)")
        }
    }

    @Test func noLineIsWiderThanTheCard() {
        for lead in [People.dana, People.eve, People.kim, People.sara, People.max, People.tanaka] {
            for width in [40, 44, 56, 72] {
                for line in words(card(People.entries, lead, width: width)) {
                    #expect(Pilot.text.width(line) <= width, "\(width): \(line)")
                }
            }
        }
        for width in [40, 44, 72] {
            for line in words(card(Courting.entries, Courting.rafael, width: width)) {
                #expect(Pilot.text.width(line) <= width, "\(width): \(line)")
            }
        }
    }

    @Test func aCutCardIsTheBeginningOfTheWholeOne() {
        let whole = words(card(Courting.entries, Courting.rafael, width: 40))
        for limit in [1, 5, 20, 60] {
            let cut = card(Courting.entries, Courting.rafael, width: 40, limit: limit)
            #expect(words(cut) == Array(whole.prefix(limit)))
            #expect(cut?.isCut == (whole.count > limit))
        }
    }
}
