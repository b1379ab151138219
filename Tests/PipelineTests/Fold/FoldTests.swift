import FoundationEssentials
import Pipeline
import Testing

@Suite("Fold: entries into leads")
struct FoldTests {
    @Test func withoutAnAddThatCountsALeadIsNotOnFile() throws {
        var recorder = Recorder()
        recorder.record(.note("who is this?"))
        #expect(try recorder.ann.isOnFile == false)
        let add = recorder.record(.add(.named("Ann")), at: "2026-03-09T10:00:00Z")
        #expect(try recorder.ann.isOnFile)
        #expect(try recorder.ann.added == moment("2026-03-09T10:00:00Z"))
        let undo = recorder.undo(add)
        #expect(try recorder.ann.isOnFile == false)
        #expect(try recorder.ann.fields == LeadFields())
        recorder.undo(undo)
        #expect(try recorder.ann.isOnFile)
    }

    @Test func anEditChangesTheFieldsItNamesAndNoOthers() throws {
        var values = LeadFields.named("Anna", phones: ["1"], emails: ["x@y.example"])
        values.company = "Example"
        values.tags = ["warm"]
        values.worth = 5
        values.extra = [JSON.Member("k", .int(1))]
        for field in LeadField.allCases {
            let lead = try ann(.edit(LeadEdit([field], to: values)))
            var expected = try ann().fields
            switch field {
            case .name: expected.name = "Anna"
            case .phones: expected.phones = values.phones
            case .emails: expected.emails = values.emails
            case .tags: expected.tags = ["warm"]
            case .worth: expected.worth = 5
            case .extra: expected.extra = values.extra
            case .company: expected.company = "Example"
            default: break
            }
            #expect(lead.fields == expected, "\(field)")
        }
    }

    @Test func everyFieldOfTextHasAPlaceOfItsOwn() {
        let text = LeadField.allCases.compactMap(\.text)
        #expect(Set(text).count == 10)
        for path in text {
            var fields = LeadFields(name: "Ann")
            fields[keyPath: path] = "x"
            #expect(LeadEdit(from: LeadFields(name: "Ann"), to: fields)?.changed.count == 1)
        }
    }

    @Test func theEditBetweenTwoStatesMakesTheOneOfTheOther() {
        var random = RandomEntries(seed: 9)
        let states = random.next(400).compactMap { entry -> LeadFields? in
            if case .add(let fields) = entry.act { fields } else { nil }
        }
        for (old, new) in zip(states, states.dropFirst()) {
            var changed = old
            LeadEdit(from: old, to: new)?.apply(to: &changed)
            #expect(changed == new)
            #expect((LeadEdit(from: old, to: new) == nil) == (old == new))
        }
    }

    @Test func unknownActsAreKeptAndIgnored() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let before = try recorder.ann
        let rest = [JSON.Member("depth", .number("1e3"))]
        let entry = Entry(
            id: Recorder.id(50), lead: .ann, at: moment("2026-03-05T10:00:00Z"), act: .unknown("dream"),
            margin: Entry.Margin(rest: rest))
        var pipeline = recorder.pipeline
        #expect(pipeline.apply([entry]) == [.ann])
        let after = try #require(pipeline[.ann])
        #expect(after.entries.last == entry)
        #expect(after.entries.last?.rest == rest)
        #expect(entry.act.name == "dream")
        #expect(after.fields == before.fields && after.lastAttempt == nil && after.next == nil)
        #expect(pipeline.history(of: after).first == entry)
    }

    @Test func anActWithoutALeadIsIgnored() {
        var pipeline = Pipeline()
        let entry = Entry(id: Recorder.id(1), lead: nil, at: moment("2026-03-05T10:00:00Z"), act: .note("hm"))
        #expect(pipeline.apply([entry]) == [])
        #expect(pipeline.leads.isEmpty)
    }

    @Test func applyTellsEachChangedLeadOnce() {
        var recorder = Recorder()
        let ann = recorder.record(.add(.named("Ann")))
        let bob = recorder.record(.add(.named("Bob")), of: .bob)
        var pipeline = Pipeline()
        #expect(pipeline.apply(recorder.entries + recorder.entries) == [.ann, .bob])
        #expect(pipeline.apply(recorder.entries) == [])
        let undo = Entry(id: Recorder.id(9), lead: nil, at: moment("2026-03-05T10:00:00Z"), act: .undo([bob, ann]))
        #expect(Set(pipeline.apply([undo])) == [.ann, .bob])
        #expect(pipeline.apply([undo]) == [])
        #expect(pipeline.place(of: .bob) == 1)
        #expect(pipeline.place(of: .cleo) == nil)
    }

    @Test func theHistoryIsTheLatestFirstByWhenItHappened() throws {
        var recorder = Recorder()
        let add = recorder.record(.add(.named("Ann")), at: "2026-03-02T10:00:00Z")
        let backDated = recorder.record(.note("old"), at: "2026-03-01T10:00:00Z")
        let twin = recorder.record(.note("same time"), at: "2026-03-02T10:00:00Z")
        let gone = recorder.record(.note("gone"))
        recorder.undo(gone)
        let history = recorder.pipeline.history(of: try recorder.ann)
        #expect(history.map(\.id) == [twin, add, backDated])
    }

    @Test func theNewestEntryOfALeadMayBeAnUndo() {
        var recorder = Recorder()
        #expect(recorder.pipeline.newestEntry(of: .ann) == nil)
        let add = recorder.record(.add(.named("Ann")))
        recorder.record(.add(.named("Bob")), of: .bob)
        #expect(recorder.pipeline.newestEntry(of: .ann) == add)
        let undo = recorder.record(.undo([add]), of: .ann)
        #expect(recorder.pipeline.newestEntry(of: .ann) == undo)
    }

    @Test(arguments: [
        (LeadFields.named("Ann"), "Ann"), (.named(" ", emails: ["a@b.example"]), "a@b.example"),
        (.named("", phones: ["1"], emails: []), "1"), (.named(""), "(no name)"),
    ])
    func theTitleIsTheFirstThatIsKnown(fields: LeadFields, title: String) throws {
        var recorder = Recorder()
        recorder.record(.add(fields))
        #expect(try recorder.ann.title == title)
        var withCompany = fields
        withCompany.company = "Example Ltd"
        recorder.record(.edit(LeadEdit([.company], to: withCompany)))
        #expect(try recorder.ann.title == (title == "Ann" ? "Ann" : "Example Ltd"))
    }
}

@Suite("Undo: an entry that takes others back")
struct UndoTests {
    @Test func whatIsUndoneIsAsIfItNeverWas() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann", phones: ["1"])))
        let dial = recorder.record(.attempt(Attempt(.phone, .wrongNumber, next: due("2026-04-01"))))
        recorder.undo(dial)
        let lead = try recorder.ann
        #expect(lead.lifetime.attempts == 0)
        #expect(lead.next == nil)
        #expect(lead.lastAttempt == nil)
        #expect(lead.phone?.number == "1")
        #expect(lead.entries.count == 2)
    }

    @Test func anUndoOfAnUndoPutsBackAndSoOn() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        var last = recorder.record(.attempt(Attempt(.phone, .noAnswer)))
        for depth in 1...7 {
            last = recorder.undo(last)
            #expect(try recorder.ann.lifetime.attempts == (depth % 2 == 0 ? 1 : 0))
        }
    }

    @Test func anUndoMayArriveBeforeItsEntry() {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let dial = recorder.record(.attempt(Attempt(.phone, .noAnswer)))
        let undo = recorder.undo(dial)
        recorder.undo(undo)
        for order in [[2, 0, 1], [2, 1, 0], [3, 2, 1, 0], [1, 3, 0, 2]] {
            var pipeline = Pipeline()
            for place in order { pipeline.apply([recorder.entries[place]]) }
            #expect(pipeline[.ann]?.lifetime.attempts == (order.contains(3) ? 1 : 0), "\(order)")
        }
    }

    @Test func editThenUndo() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let first = recorder.record(.edit(LeadEdit([.name], to: .named("Anna"))))
        recorder.record(.edit(LeadEdit([.name], to: .named("Annika"))))
        recorder.undo(first)
        #expect(try recorder.ann.fields.name == "Annika")
        recorder.undo(recorder.entries[2].id)
        #expect(try recorder.ann.fields.name == "Ann")
    }

    @Test func anUndoNamesOnlyWhatIsOlder() {
        // The second names itself and what comes after it.
        var pipeline = Pipeline()
        let at = moment("2026-03-02T10:00:00Z")
        pipeline.apply([
            Entry(id: Recorder.id(1), lead: .ann, at: at, act: .note("x")),
            Entry(id: Recorder.id(2), lead: nil, at: at, act: .undo([1, 2, 3].map(Recorder.id))),
            Entry(id: Recorder.id(3), lead: .ann, at: at, act: .add(.named("Ann"))),
        ])
        #expect(pipeline[.ann]?.isOnFile == true)
        #expect(pipeline[.ann].map { pipeline.history(of: $0).map(\.id) } == [Recorder.id(3)])
    }

    @Test func anEntryStaysUndoneWhileOneUndoOfItCounts() {
        var recorder = Recorder()
        let add = recorder.record(.add(.named("Ann")))
        let once = recorder.undo(add)
        recorder.undo(add)
        recorder.undo(once)
        #expect(recorder.pipeline[.ann]?.isOnFile == false)
    }

    @Test func onlyOldAndNewLeadsThatAreNamedAreTouched() {
        var recorder = Recorder()
        let ann = recorder.record(.add(.named("Ann")))
        recorder.record(.add(.named("Bob")), of: .bob)
        let cleo = recorder.record(.add(.named("Cleo")), of: .cleo)
        var pipeline = recorder.pipeline
        let undo = Entry(id: Recorder.id(9), lead: nil, at: moment("2026-03-05T10:00:00Z"), act: .undo([ann, cleo]))
        #expect(pipeline.apply([undo]) == [.ann, .cleo])
    }
}
