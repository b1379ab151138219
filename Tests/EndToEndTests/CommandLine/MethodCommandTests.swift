import Testing

/// Each command of the method: what it says when it is done, and how it refuses.
@Suite struct MethodCommandTests {
    struct Case: CustomTestStringConvertible {
        let done: String
        let says: String
        let refused: String
        let status: Int32
        let why: String

        init(_ done: String, _ says: String, refused: String, _ status: Int32, _ why: String) {
            (self.done, self.says, self.refused, self.status, self.why) = (done, says, refused, status, why)
        }

        var testDescription: String { done }
    }

    static let cases = [
        Case(
            "log dana busy", "Saved: busy", refused: "do-not-contact dana --words never; lastcall log dana busy", 1,
            "asked on 2026-11-23 not to be contacted: “never”"),
        Case(
            "mark dana prospect --yes money --yes authority --yes desire", "Saved: prospect",
            refused: "mark dana prospect --yes money", 1, "stays a suspect: authority and desire not known to be yes"),
        Case(
            "mark dana suspect --missing money", "suspect", refused: "mark dana suspect", 64, "which trait is missing"),
        Case("trait dana money yes", "money yes", refused: "trait dana power yes", 65, "use one of money, authority"),
        Case(
            "question dana budget disqualifying", "disqualified; decide", refused: "question dana budget perhaps", 65,
            "use one of unasked, satisfied, disqualifying"),
        Case(
            "signal dana 'bid out'", "bid out; watch", refused: "signal dana frowned", 65, "use one of huge potential"),
        Case(
            "assess dana size=large fit=close", "no tier before these are answered: access, budget, need, effort",
            refused: "assess dana size=vast", 65, "“vast” is no answer to size; use “small”, “medium”, “large”"),
        Case("next dana 3d", "next step 2026-11-26", refused: "let-go dana; lastcall next dana 3d", 1, "only “revive”"),
        Case("order dana 120", "order of 120", refused: "order dana lots", 65, "no amount of money"),
        Case("compelling dana --why 'the only one'", "compelling", refused: "compelling dana", 64, "--why"),
        Case(
            "breakup dana --override 'they moved'", "goodbye begun; to send today: voicemail, e-mail",
            refused: "breakup dana", 1, "0 attempts"),
        Case("park dana 3m", "parked until 2027-02-23", refused: "park dana 2026-11-23", 65, "not in the future"),
        Case(
            "let-go dana --why 'no use'", "let go", refused: "do-not-contact dana; lastcall let-go dana", 1,
            "let go already"),
        Case("keep dana --why 'a hunch'", "kept for 30 days", refused: "keep dana", 64, "--why"),
        Case(
            "let-go dana; lastcall revive dana --why 'a new buyer'", "on the list again, round 2",
            refused: "revive dana --why x", 1, "is on the list already"),
        Case("do-not-contact dana", "do not contact", refused: "do-not-contact nobody", 65, "no lead matches"),
        Case(
            "do-not-contact dana; lastcall allow-contact dana --why 'she called'", "may be contacted again",
            refused: "allow-contact dana --why x", 65, "never asked not to be contacted"),
        Case("note dana 'likes tea'", "Saved: note", refused: "note dana ''", 65, "the note is empty"),
        Case("edit dana --city Bath", "changed", refused: "edit dana", 64, "nothing would change"),
        Case("merge omar dana", "merged into Dana", refused: "merge dana dana", 65, "cannot be merged with itself"),
        Case(
            "do-not-contact dana; lastcall undo", "Taken back",
            refused:
                "do-not-contact dana; LASTCALL_NOW=2026-11-24T08:00:00Z lastcall undo", 1,
            "only “allow-contact” with a reason clears it"),
        Case("note dana x; lastcall undo; lastcall redo", "Put back", refused: "redo", 1, "nothing to put back"),
        Case("today --section new", "never tried", refused: "today --section old", 65, "use one of answer, goodbye"),
        Case(
            "numbers --from 2026-11-01 --to 2026-11-23", "2026-11-01 to 2026-11-23",
            refused: "numbers --from 2026-11-23 --to 2026-11-01", 64, "turn them round"),
        Case(
            "settings --check", "the defaults hold",
            refused: "list >o; printf '{\\n numbers: { lingeringStreak: 1 } }' >s; lastcall settings --check s", 65,
            "s:2: key “numbers.lingeringStreak”: 1 is below stallingStreak, 2; raise it"),
    ]

    @Test(arguments: cases) func itSaysWhatWasDone(_ example: Case) throws {
        let desk = try Self.desk()
        let ending = try desk.shell("lastcall \(example.done)")
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors)")
        #expect(ending.text.contains(example.says), "\(ending.text)")
    }

    @Test(arguments: cases) func itRefusesInOneSentenceAndRecordsNothing(_ example: Case) throws {
        let desk = try Self.desk()
        let ending = try desk.shell("lastcall \(example.refused)")
        #expect(ending.status == example.status, "\(ending.errors)")
        #expect(ending.errors.hasPrefix("lastcall: ") && ending.errors.contains(example.why), "\(ending.errors)")
        // Only what came before it on the line was recorded.
        if example.refused.contains(";") { return }
        #expect(ending.output.isEmpty)
        #expect(try desk.journal().count == Self.lines)
    }

    // The segment's own line, and two leads.
    private static let lines = 3

    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("add", "Dana", "--phone", "555 1", "--email", "dana@lead.example")
        try desk.done("add", "Omar", "--phone", "555 2")
        return desk
    }

    /// The figures are printed with their definitions, in no more than 80 columns.
    @Test func whoWasMergedIsShownAsTheOther() throws {
        let desk = try Self.desk()
        let omar = try desk.done("show", "omar", "--json").prefix(while: { $0 != "," })
        let id = String(omar.dropFirst(#"{"lead":""#.count).prefix(10))
        try desk.done("merge", "omar", "dana")
        #expect(try desk.done("show", id, "--json") == desk.done("show", "dana", "--json"))
    }

    @Test func aSaleIsOneOrderOfItsAmount() throws {
        let desk = try Self.desk()
        try desk.done("log", "dana", "bought", "--amount", "12k")
        #expect(try desk.done("show", "dana", "--json").contains(#""orders":1,"earned":12000"#))
    }

    /// Method, section 6: leaving is quiet unless a goodbye was said.
    @Test func aQuietLetGoIsToldAsOne() throws {
        let desk = try Self.desk()
        try desk.done("let-go", "dana")
        let shown = try desk.done("show", "dana")
        #expect(shown.contains("let go") && !shown.contains("goodbye"))
        #expect(!(try desk.done("export", "--format", "markdown", "dana").contains("goodbye")))
    }

    @Test func theNumbersAreReadableInEightyColumns() throws {
        let desk = try Desk()
        try desk.done("demo", "--write-only", "--data", desk.data)
        let said = try desk.done("numbers", "--from", "2026-11-01")
        let lines = said.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= 80 })
        for words in [
            "conversations ÷ dials", "leads let go or parked", "The whole log", "Dials by day", "Connect rate by hour",
            "Connect rate by weekday", "Replies by channel", "Minutes by tier", "Dials to a first conversation",
            "Time kept", "Attempts by channel",
        ] { #expect(said.contains(words), "\(words)") }
        let shape = try desk.done("numbers", "--from", "2026-11-01", "--json")
        #expect(
            keys(of: shape).filter { !$0.hasPrefix("attempts.") } == [
                "from", "to", "dials", "reached", "conversations", "connectRate", "dialsPerConversation", "meetings",
                "qualifiedIn", "qualifiedOut", "attempts", "minutes", "goal", "freedMinutesPerWeek",
            ])
    }
}
