import Canvas
import Pipeline
import Testing

@testable import Interface

/// Marking leads, and doing one thing to all of them.
@Suite("Marks") struct MarkTests {
    /// Marks these among all leads, and leaves the cursor on the last.
    private func marked(_ leads: LeadID...) -> Pilot {
        let pilot = Pilot(120, 40)
        for lead in leads {
            pilot.find(lead)
            pilot.press("Space")
        }
        return pilot
    }

    private func recorded(_ pilot: Pilot) -> (drafts: [Draft], said: String)? {
        guard case .record(let drafts, let said) = pilot.takeEffects().first else { return nil }
        return (drafts, said)
    }

    @Test func spaceMarksAndMovesDownAndTakesAMarkAway() {
        let pilot = Pilot()
        let first = pilot.selected
        pilot.press("Space Space")
        #expect(pilot.session.markedLeads.count == 2)
        #expect(pilot.selected != first)
        #expect(pilot.screen.contains("12 to call ─ 2 marked"))
        #expect(pilot.lines.count { $0.contains("✓") } == 2)
        pilot.press("k Space")
        #expect(pilot.session.markedLeads == [first].compactMap(\.self).reduce(into: Set()) { $0.insert($1) })
    }

    @Test func aRangeGoesWhereTheCursorGoes() {
        let pilot = Pilot()
        pilot.press("j V j j")
        #expect(pilot.session.markedLeads.count == 3)
        pilot.press("k k k")
        #expect(pilot.session.markedLeads.count == 2, "it turns round at its beginning")
        pilot.press("V j j j j")
        #expect(pilot.session.markedLeads.count == 2, "its end was said")
        pilot.press("V G Space")
        #expect(pilot.session.markedLeads.count == 2 + 8)
    }

    @Test func escDropsTheRangeThenTheMarksThenTheFilter() {
        let pilot = Pilot()
        pilot.type("/a")
        pilot.press("Enter g Space V j")
        let all = pilot.session.markedLeads.count
        pilot.press("Esc")
        #expect(pilot.session.markedLeads.count == 1 && all == 3)
        #expect(pilot.footer.contains("Esc clear 1 marked"))
        pilot.press("Esc")
        #expect(!pilot.session.hasMarks && !pilot.session.lists.filter.isEmpty)
        pilot.press("Esc")
        #expect(pilot.session.lists.filter.isEmpty)
    }

    @Test func theStarMarksTheOthers() {
        let pilot = Pilot()
        pilot.press("*")
        #expect(pilot.session.markedLeads.count == 12)
        pilot.press("g Space *")
        #expect(pilot.session.markedLeads == [pilot.session.lists.lead(.today, at: 0)])
        pilot.press("* *")
        #expect(pilot.session.markedLeads.count == 1)
    }

    @Test func oneKeyLogsAllMarkedAsOneStep() throws {
        let pilot = marked(People.bruno, People.priya)
        pilot.find(People.zoe)
        pilot.press("n")
        let (drafts, said) = try #require(recorded(pilot))
        #expect(Set(drafts.map(\.lead)) == [People.bruno, People.priya], "the cursor is not meant")
        #expect(Set(drafts.map { $0.margin?.batch }).count == 1 && drafts[0].margin?.batch != nil)
        #expect(said == "Saved: no answer · 2 leads")
        #expect(!pilot.session.hasMarks, "what is done is not done again with the next key")
        pilot.press("u")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.footer == " Taken back: no answer · 2 leads. C-r puts it back.")
        #expect(pilot.session.pipeline[People.priya]?.lifetime.attempts == 0)
        pilot.press("C-r")
        #expect(pilot.takeEffects().count == 1)
        #expect(pilot.session.pipeline[People.priya]?.lifetime.attempts == 1)
    }

    @Test func whoIsRefusedIsLeftOutAndNamed() throws {
        let pilot = marked(People.bruno, People.ray)
        pilot.press("n")
        let (drafts, said) = try #require(recorded(pilot))
        #expect(drafts.map(\.lead) == [People.bruno])
        #expect(
            said.hasPrefix(
                "Saved: no answer · 1 of 2 leads. Left out: Ray Stone asked on 2026-11-02 not to be contacted: "))
    }

    @Test func whenAllAreRefusedNothingIsRecorded() {
        let pilot = marked(People.ray)
        pilot.find(People.bruno)
        pilot.press("n")
        pilot.expect()
        #expect(pilot.session.message?.kind == .refused)
        #expect(pilot.session.message?.text.hasPrefix("Ray Stone asked on 2026-11-02") == true)
        #expect(pilot.session.hasMarks, "the marks stay, to do something else with")
    }

    @Test(arguments: [
        ("N hello", "note"), ("x", "let go"), ("K why", "kept"), ("f 3d", "next step"), ("t l 3d", "not now"),
        ("D no", "do not contact"), ("# warm", "tags"),
    ])
    func everythingThatCanBeDoneToOneCanBeDoneToAll(keys: String, word: String) throws {
        let pilot = marked(People.bruno, People.priya, People.tom)
        let words = keys.split(separator: " ")
        for key in words where key.count == 1 { pilot.press(String(key)) }
        for text in words where text.count > 1 { pilot.type(String(text)) }
        #expect(pilot.screen.contains("· 3 leads"))
        pilot.press("Enter")
        let (drafts, said) = try #require(recorded(pilot))
        #expect(drafts.count == 3 && Set(drafts.map(\.lead)).count == 3)
        #expect(Set(drafts.map { $0.margin?.batch }).count == 1)
        #expect(said.hasSuffix("· 3 leads") && said.contains(word), "\(said)")
    }

    @Test func allMarkedAreParkedAndRevived() throws {
        let pilot = marked(People.bruno, People.priya)
        pilot.press("z 3")
        #expect(try #require(recorded(pilot)).said == "Saved: parked until 23 Feb 2027 · 2 leads")
        pilot.press("4 * r")
        pilot.type("they grew")
        pilot.press("Enter")
        #expect(try #require(recorded(pilot)).said == "Saved: revived · 2 leads")
        #expect(pilot.session.lists.count(.parked) == 0)
    }

    @Test func tagsAreAddedAndTakenAway() throws {
        let pilot = marked(People.dana, People.bruno)
        pilot.press("#")
        pilot.type("warm, Q4")
        pilot.press("Tab")
        pilot.type("PACKAGING")
        pilot.press("Enter")
        #expect(try #require(recorded(pilot)).said == "Saved: tags +warm +Q4 −PACKAGING · 2 leads")
        #expect(pilot.session.pipeline[People.dana]?.fields.tags == ["q4", "warm"])
        #expect(pilot.session.pipeline[People.bruno]?.fields.tags == ["warm", "Q4"])
    }

    @Test func tagsThatAreAsWantedChangeNothing() {
        let pilot = Pilot()
        pilot.find(People.dana)
        pilot.press("#")
        pilot.type("Packaging")
        pilot.press("Enter")
        pilot.expect()
        #expect(pilot.footer == " Nothing changed.")
        #expect(pilot.session.layers.isEmpty)
        pilot.press("# Enter")
        pilot.expect()
        #expect(pilot.footer == " Name a tag to add or to take away; Esc leaves.")
    }

    @Test(arguments: ["p", "s", "E"]) func whatHasAnotherAnswerForEachIsForOneLead(key: String) {
        let pilot = marked(People.bruno)
        pilot.press(key)
        pilot.expect()
        #expect(pilot.footer == " This is done to one lead at a time; Esc clears the marks.")
    }

    @Test func marksHoldThroughTabsFiltersAndArrivals() {
        let pilot = marked(People.bruno)
        pilot.press("1")
        pilot.type("/zzz")
        pilot.press("Enter")
        #expect(pilot.session.markedLeads == [People.bruno])
        pilot.press("n")
        #expect(recorded(pilot)?.drafts.map(\.lead) == [People.bruno], "though no lead is shown")
    }

    @Test func whatTheDiskRefusesLeavesTheMarks() {
        let pilot = marked(People.bruno, People.tom)
        pilot.diskProblem = "The disk is full."
        pilot.press("n")
        _ = pilot.takeEffects()
        #expect(pilot.session.markedLeads.count == 2)
    }
}
