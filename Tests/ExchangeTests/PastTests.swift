import Exchange
import Pipeline
import Testing

@Suite("What a list says of the past becomes history where it can be read in one way")
struct PastTests {
    private static let now = Now(Moment(seconds: 1_795_423_260), zone: .utc)

    @Test(
        "attempts, notes, orders, departures and next steps",
        arguments: [
            ("Last emailed", "2026-03-14", ["2026-03-14 email sent"]),
            ("Last called,Call result", "14 Mar 2026 09:26,No answer", ["2026-03-14 phone no answer"]),
            (
                "Last contacted,Lead Status", "2026-03-14T09:26:53Z,LEFT_VOICEMAIL",
                ["2026-03-14 voicemail left message"]
            ),
            ("Last contacted", "2026-03-14", ["2026-03-14 note By list.csv: last contacted on 2026-03-14"]),
            (
                "Last called,Number of attempts", "2026-03-14,7",
                ["2026-03-14 note By list.csv: last called on 2026-03-14; Number of attempts: 7"]
            ),
            ("Attempts", "3", ["2026-11-23 note By list.csv: Attempts: 3"]),
            ("Attempts", "0", []),
            (
                "Last contacted,Status", "2026-03-14,Unqualified",
                ["2026-03-14 let go Status was Unqualified in list.csv"]
            ),
            ("Status", "Unqualified", ["? Status Unqualified"]),
            ("Status", "Customer", ["2026-11-23 order"]),
            ("Lifecycle Stage,Customer since", "customer,2024-05-01", ["2024-05-01 order"]),
            ("Status", "Nurturing", ["? Status Nurturing"]),
            ("Status", "Do not call", []),
            ("Callback date", "1 Dec 2026", ["2026-11-23 next 2026-12-01 Callback date in list.csv"]),
            (
                "Last called,Outcome,Callback", "2026-11-20,Call back later,2026-12-01 14:00",
                ["2026-11-20 phone not now 2026-12-01T14:00"]
            ),
            ("Last contacted", "2027-03-14", []),
            ("Last contacted", "never", []),
            ("Last contacted", "03/04/2026", ["? Last contacted 03/04/2026"]),
            ("Last contacted", "03.04.2026", ["2026-04-03 note By list.csv: last contacted on 2026-04-03"]),
            ("Last contacted", "03/03/2026", ["2026-03-03 note By list.csv: last contacted on 2026-03-03"]),
            ("Last contacted", "Mon 3/14/26 2:05 PM", ["2026-03-14 note By list.csv: last contacted on 2026-03-14"]),
        ])
    func rows(headers: String, cells: String, told: [String]) throws {
        let file = try read(
            "Name;\(headers.split(separator: ",").joined(separator: ";"))\n"
                + "Ada;\(cells.split(separator: ",").joined(separator: ";"))\n")
        #expect(try words(file, 0) == told)
        #expect(
            file.rows[0].fields.extra.map(\.key).sorted() == headers.split(separator: ",").map(String.init).sorted())
    }

    @Test("one day that can only be read in one way tells of all")
    func order() throws {
        let file = try read("Name,Last contacted,Last called\nAda,03/04/2026,\nBea,,25/04/2026\n")
        #expect(try words(file, 0) == ["2026-04-03 note By list.csv: last contacted on 2026-04-03"])
        let american = try read("Name,Last contacted\nAda,03/04/2026\nBea,04/25/2026\n")
        #expect(try words(american, 0) == ["2026-03-04 note By list.csv: last contacted on 2026-03-04"])
        let both = try read("Name,Last contacted\nAda,03/04/2026\nBea,04/25/2026\nCem,25/04/2026\n")
        #expect(try words(both, 0) == ["? Last contacted 03/04/2026"])
    }

    @Test("a status that forbids contact does so")
    func forbidden() throws {
        let row = try read("Name,Lead Status\nAda,DO_NOT_CALL\n").rows[0]
        #expect(row.doNotContact == "Lead Status was DO_NOT_CALL in list.csv")
    }

    /// What becomes of a row, in words: `2026-03-14 email sent`; with a question mark what is left as it is.
    private func words(_ file: ImportFile, _ row: Int) throws -> [String] {
        let past = file.past(now: PastTests.now)(file.rows[row])
        return past.acts.map { act, time in
            let words =
                switch act {
                case .attempt(let attempt):
                    "\(attempt.channel.rawValue) \(attempt.outcome.rawValue)" + (attempt.next.map { " \($0)" } ?? "")
                case .note(let text): "note \(text)"
                case .letGo(let why, _): "let go \(why ?? "")"
                case .order: "order"
                case .next(let due, let why): "next \(due.map { "\($0)" } ?? "") \(why ?? "")"
                default: act.name
                }
            return "\(time.writtenDay) \(words)"
        } + past.unread.map { "? \($0.header) \($0.text)" }
    }
}
