import Pipeline
import Testing

@Suite("Undo and redo: one user action is one step")
struct StepTests {
    private let at = moment("2026-03-05T10:00:00Z")

    /// Records the undo of a step.
    private func takeBack(_ step: Step?, _ recorder: inout Recorder, device: UInt16 = 0) throws -> EntryID {
        let draft = try #require(step).undoing(at: at)
        return recorder.record(draft.act, of: draft.lead, device: device)
    }

    @Test func undosWalkBackAndRedosForward() throws {
        var recorder = Recorder()
        let add = recorder.record(.add(.named("Ann")))
        let note = recorder.record(.note("x"))
        let dial = recorder.record(.attempt(Attempt(.phone, .noAnswer)))
        let states = recorder.pipeline.folded
        for id in [dial, note, add] {
            #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [id])
            _ = try takeBack(recorder.pipeline.lastStep(of: 0), &recorder)
        }
        #expect(recorder.pipeline.lastStep(of: 0) == nil)
        for id in [add, note, dial] {
            let last = try #require(recorder.pipeline.lastUndo(of: 0))
            #expect(last.step.entries.map(\.id) == [id])
            _ = try takeBack(last.undo, &recorder)
            #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [id])
        }
        #expect(recorder.pipeline.lastUndo(of: 0) == nil)
        #expect(recorder.pipeline.folded == states)
    }

    @Test func nothingToUndoOrRedo() {
        let empty = Pipeline()
        #expect(empty.lastStep(of: 0) == nil)
        #expect(empty.lastUndo(of: 0) == nil)
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        #expect(recorder.pipeline.lastUndo(of: 0) == nil)
    }

    @Test func whatWasRecordedSinceEndsTheRedo() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        recorder.record(.note("x"))
        _ = try takeBack(recorder.pipeline.lastStep(of: 0), &recorder)
        #expect(recorder.pipeline.lastUndo(of: 0) != nil)
        let since = recorder.record(.note("y"))
        #expect(recorder.pipeline.lastUndo(of: 0) == nil)
        // That one can be undone and redone, but the older undo stays.
        _ = try takeBack(recorder.pipeline.lastStep(of: 0), &recorder)
        let last = try #require(recorder.pipeline.lastUndo(of: 0))
        #expect(last.step.entries.map(\.id) == [since])
        _ = try takeBack(last.undo, &recorder)
        #expect(recorder.pipeline.lastUndo(of: 0) == nil)
    }

    @Test func undoRedoUndoRedo() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")))
        let note = recorder.record(.note("x"))
        for _ in 0..<3 {
            _ = try takeBack(recorder.pipeline.lastStep(of: 0), &recorder)
            #expect(recorder.pipeline.history(of: try recorder.ann).count == 1)
            let last = try #require(recorder.pipeline.lastUndo(of: 0))
            #expect(last.step.entries.map(\.id) == [note])
            _ = try takeBack(last.undo, &recorder)
            #expect(recorder.pipeline.history(of: try recorder.ann).count == 2)
        }
    }

    @Test func eachDeviceHasItsOwnSteps() throws {
        var recorder = Recorder()
        let here = recorder.record(.add(.named("Ann")), device: 0)
        let there = recorder.record(.note("x"), device: 1)
        #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [here])
        #expect(recorder.pipeline.lastStep(of: 1)?.entries.map(\.id) == [there])
        #expect(recorder.pipeline.lastStep(of: 2) == nil)
        _ = try takeBack(recorder.pipeline.lastStep(of: 1), &recorder, device: 1)
        #expect(recorder.pipeline.lastUndo(of: 0) == nil)
        // What another device records ends no redo here.
        recorder.record(.note("y"), device: 0)
        #expect(recorder.pipeline.lastUndo(of: 1)?.step.entries.map(\.id) == [there])
    }

    @Test func aBatchIsOneStep() throws {
        var recorder = Recorder()
        let other = recorder.record(.add(.named("Cleo")), of: .cleo)
        let bob = recorder.record(.add(.named("Bob")), of: .bob, batch: "import 1")
        let ann = recorder.record(.add(.named("Ann")), of: .ann, batch: "import 1")
        recorder.record(.note("of another device"), of: .ann, device: 1, batch: "import 1")
        #expect(recorder.pipeline.entries(ofBatch: "import 1").count == 3)
        #expect(recorder.pipeline.entries(ofBatch: "import 2") == [])
        let step = try #require(recorder.pipeline.lastStep(of: 0))
        #expect(step.entries.map(\.id) == [bob, ann])
        let draft = step.undoing(at: at)
        #expect(draft.lead == nil)
        #expect(draft.act == .undo([bob, ann]))
        _ = try takeBack(step, &recorder)
        #expect(recorder.pipeline.leads.filter(\.isOnFile).map(\.id) == [.cleo])
        #expect(recorder.pipeline.lastUndo(of: 0)?.step.entries.map(\.id) == [bob, ann])
        #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [other])
    }

    @Test func theUndoOfAStepOfOneLeadNamesTheLead() throws {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")), batch: "b")
        recorder.record(.note("x"), batch: "b")
        let draft = try #require(recorder.pipeline.lastStep(of: 0)).undoing(at: at)
        #expect(draft.lead == .ann)
        #expect(draft.at == at)
    }

    @Test func whatIsLeftOfABatchIsTheStep() throws {
        var recorder = Recorder()
        let first = recorder.record(.add(.named("Ann")), batch: "b")
        let second = recorder.record(.note("x"), batch: "b")
        recorder.undo(second)
        #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [first])
    }

    @Test func theLastStepIsTheNewestByID() {
        var recorder = Recorder()
        recorder.record(.add(.named("Ann")), at: "2026-03-05T10:00:00Z")
        let backDated = recorder.record(.note("x"), at: "2026-03-01T10:00:00Z")
        recorder.record(.undo([Recorder.id(99)]), of: nil)
        #expect(recorder.pipeline.lastStep(of: 0)?.entries.map(\.id) == [backDated])
    }
}
