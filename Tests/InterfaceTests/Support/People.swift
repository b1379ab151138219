import FoundationEssentials
import Pipeline

/// The leads of most tests: one for each state that a lead can be in, and for each kind of text that a name can be.
///
/// It is Monday, 23 November 2026, 08:30 in Berlin, when the tests begin.
enum People {
    /// Promised for today at a time; a long history; two traits known.
    static let dana = LeadID(bits: 0xDA)
    /// Promised, and the day is past.
    static let omar = LeadID(bits: 0x0A)
    /// A meeting today at a time, tried today already.
    static let mira = LeadID(bits: 0x31)
    /// Put the user off; the day is past.
    static let lena = LeadID(bits: 0x1E)
    /// The user's own step is due today.
    static let tom = LeadID(bits: 0x70)
    /// Never tried, newest on file.
    static let priya = LeadID(bits: 0x99)
    /// Never tried, known by the company alone, no number and no address.
    static let nameless = LeadID(bits: 0x2A)
    /// Last tried long ago.
    static let bruno = LeadID(bits: 0xB1)
    /// Tried this morning.
    static let ines = LeadID(bits: 0x1F)
    /// Money, authority and desire are all yes.
    static let marta = LeadID(bits: 0x44)
    /// Asked not to be contacted.
    static let ray = LeadID(bits: 0x88)
    /// The only number is dead; a name of wide characters.
    static let tanaka = LeadID(bits: 0x7A)
    /// No phone; a name with combining marks.
    static let jose = LeadID(bits: 0x105)
    /// Has bought.
    static let zoe = LeadID(bits: 0x20E)
    /// Emoji, joined and with flags.
    static let kim = LeadID(bits: 0x213)
    /// Written from right to left.
    static let sara = LeadID(bits: 0x25A)
    /// Brings control characters.
    static let eve = LeadID(bits: 0x2E7)
    /// A next step that is not due yet; a long name.
    static let max = LeadID(bits: 0x3A7)

    /// Berlin in November.
    static let zone = Zone(name: "Europe/Berlin", offset: 3600)
    /// When the tests begin.
    static let morning = now("2026-11-23T08:30")

    /// A time on the user's clock.
    static func now(_ text: String) -> Now { Now(moment(text), zone: zone) }

    static func moment(_ text: String) -> Moment { Moment("\(text):00+01:00") ?? Moment(seconds: 0) }

    static func day(_ text: String) -> DueTime { DueTime(text) ?? DueTime(Day(number: 0)) }

    /// Everything that is on file when the tests begin.
    static let entries: [Entry] = {
        var past = Past()
        past.add(dana, "Dana Whitfield", "2026-09-01T09:00", company: "Northgate Packaging", phone: "+1 312 555 0142") {
            $0.title = "VP Operations"
            $0.city = "Chicago"
            $0.zone = "America/Chicago"
            $0.phones.append(.init("+1 312 555 0199", label: "mobile"))
            $0.emails = [.init("dana@northgate.example", label: "work")]
            $0.source = "trade fair"
            $0.tags = ["packaging", "q4"]
            $0.worth = 42_000
            $0.note = "Prefers mornings. Her assistant is called Kit; be kind to Kit, who reads every letter first."
        }
        past.tries(dana, .phone, .noAnswer, at: "2026-09-02T10:12")
        past.tries(dana, .voicemail, .leftMessage, at: "2026-09-09T16:40")
        past.did(
            dana, .attempt(Attempt(.email, .sent, conveyedValue: true, note: "case study")), at: "2026-09-16T11:05")
        past.did(
            dana, .trait(TraitFinding(.money, .yes, why: "spent 40 000 on the line last year")), at: "2026-10-01T09:30")
        past.did(dana, .trait(TraitFinding(.authority, .yes)), at: "2026-10-01T09:31")
        for day in 5...12 { past.tries(dana, .phone, .busy, at: "2026-10-\(day < 10 ? "0" : "")\(day)T15:20") }
        past.did(dana, .note("The plant in Gary closes in spring."), at: "2026-10-20T08:15")
        past.did(
            dana,
            .attempt(
                Attempt(
                    .phone, .notNow, note: "nice talk", next: day("2026-11-23T14:00"),
                    because: "budget approved in November")),
            at: "2026-11-03T10:12")

        past.add(omar, "Omar Haddad", "2026-10-05T09:00", company: "Tessel Labs", phone: "+49 30 555 010")
        past.did(
            omar,
            .attempt(
                Attempt(.phone, .notNow, next: day("2026-11-20"), because: "the new head of purchasing has started")),
            at: "2026-11-06T11:00")

        past.add(mira, "Mira Lindqvist", "2026-10-06T09:00", company: "Norrsken Paper", phone: "+46 8 555 0123")
        past.did(
            mira, .attempt(Attempt(.phone, .meeting, note: "demo", next: day("2026-11-23T10:00"))),
            at: "2026-11-17T10:00")
        past.tries(mira, .email, .sent, at: "2026-11-23T07:40")

        past.add(lena, "Lena Forsberg", "2026-08-03T09:00", company: "Arctic Cold Storage", phone: "+47 22 55 01 01")
        past.did(lena, .attempt(Attempt(.phone, .notNow, next: day("2026-11-22"))), at: "2026-10-22T13:00")

        past.add(tom, "Tom Baker", "2026-08-04T09:00", company: "Baker & Sons", phone: "+44 20 7946 0018")
        past.tries(tom, .phone, .interested, at: "2026-11-19T09:10")
        past.did(tom, .next(on: day("2026-11-23"), why: "send the offer"), at: "2026-11-19T09:12")

        past.add(priya, "Priya Raman", "2026-11-20T16:00", company: "Halden Freight", phone: "+31 20 555 0110") {
            $0.source = "referral by Dana"
        }
        past.add(nameless, "", "2026-11-18T16:00", company: "Quiet Holdings") {
            $0.phones = [.init("+44 20 7946 0100", dead: true)]
        }

        past.add(bruno, "Bruno Costa", "2026-07-01T09:00", company: "Costa Cortiça", phone: "+351 21 555 0100")
        past.tries(bruno, .phone, .noAnswer, at: "2026-10-19T17:00")

        past.add(ines, "Ines Vogel", "2026-07-02T09:00", company: "Vogel Logistik", phone: "+43 1 555 01 02")
        past.tries(ines, .voicemail, .leftMessage, at: "2026-11-23T07:55")

        past.add(marta, "Marta Nowak", "2026-07-03T09:00", company: "Bałtyk Foods", phone: "+48 58 555 01 00")
        past.tries(marta, .phone, .interested, at: "2026-11-09T12:00")
        for trait in Trait.allCases { past.did(marta, .trait(TraitFinding(trait, .yes)), at: "2026-11-09T12:05") }

        past.add(ray, "Ray Stone", "2026-07-04T09:00", company: "Stone Works", phone: "+1 212 555 0100")
        past.did(ray, .doNotContact(words: "Take me off your list, please."), at: "2026-11-02T09:00")

        past.add(tanaka, "田中 太郎", "2026-07-05T09:00", company: "株式会社ミツボシ製作所", phone: "+81 3 5555 0100")
        past.tries(tanaka, .phone, .outOfService, at: "2026-11-10T03:00")

        past.add(jose, "Jose\u{301} Nu\u{301}n\u{303}ez", "2026-07-06T09:00", company: "Olivares", phone: nil) {
            $0.emails = [.init("jose@olivares.example")]
        }
        past.tries(jose, .email, .sent, at: "2026-11-11T09:00")

        past.add(zoe, "Zoë Ødegård", "2026-07-07T09:00", company: "Fjord Supply", phone: "+47 55 55 01 03") {
            $0.site = "fjord.example"
        }
        past.did(zoe, .attempt(Attempt(.phone, .bought, amount: 1200)), at: "2026-11-12T14:00")

        past.add(kim, "Kim 👩‍💻 Park 🇰🇷", "2026-07-08T09:00", company: "Startup 🚀 GmbH", phone: "+82 2 555 0100")
        past.tries(kim, .phone, .gatekeeper, at: "2026-11-13T09:00")

        past.add(sara, "שרה לוי", "2026-07-09T09:00", company: "مخبز النور", phone: "+972 3 555 0100")
        past.tries(sara, .text, .sent, at: "2026-11-14T09:00")

        past.add(
            eve, "Eve \u{1B}[31mRed\u{1B}[0m", "2026-07-10T09:00", company: "Bell\u{7} &\tTab",
            phone: "555\u{1B}]0;x\u{7}01")
        past.did(eve, .attempt(Attempt(.phone, .noAnswer, note: "rang\r\nout\u{9B}2J")), at: "2026-11-15T09:00")

        past.add(
            max, "Maximiliane von Hohenstein-Schillingsfürst", "2026-07-11T09:00",
            company: "Gesellschaft für angewandte Verpackungstechnik mbH", phone: "+49 89 555 0104")
        past.tries(max, .phone, .interested, at: "2026-11-16T09:00")
        past.did(max, .next(on: day("2026-12-07T09:30"), why: "after the fair"), at: "2026-11-16T09:05")
        return past.entries
    }()
}

extension People {
    /// Leads that were never tried, one for each number: the greater, the older, and so the further down.
    static func crowd(_ numbers: Range<Int>) -> [Entry] {
        numbers.map { number in
            var fields = LeadFields(name: "Lead \(number + 1000)")
            fields.phones = [.init("555 0100")]
            return Entry(
                id: EntryID(high: UInt64(number + 1) << 20, low: 0), lead: inCrowd(number),
                at: moment("2026-11-20T12:00").adding(seconds: Int64(-number * 60)),
                act: .add(fields), device: 1)
        }
    }

    /// A lead of the crowd; none of those above.
    static func inCrowd(_ number: Int) -> LeadID { LeadID(bits: 1 << 20 + UInt64(number)) }
}

/// What was recorded before a test begins.
struct Past {
    private(set) var entries: [Entry] = []

    /// A lead comes on file.
    mutating func add(
        _ lead: LeadID, _ name: String, _ time: String, company: String? = nil, phone: String? = nil,
        _ more: (inout LeadFields) -> Void = { _ in }
    ) {
        var fields = LeadFields(name: name)
        fields.company = company
        if let phone { fields.phones = [.init(phone)] }
        more(&fields)
        did(lead, .add(fields), at: time)
    }

    /// The user tried a lead.
    mutating func tries(_ lead: LeadID, _ channel: Channel, _ outcome: Outcome, at time: String) {
        did(lead, .attempt(Attempt(channel, outcome)), at: time)
    }

    /// Something was recorded of a lead.
    mutating func did(_ lead: LeadID, _ act: Act, at time: String, device: UInt16 = 1) {
        entries.append(
            Entry(
                id: EntryID(high: UInt64(entries.count + 1) << 16, low: 0), lead: lead, at: People.moment(time),
                act: act,
                device: device))
    }
}
