import Canvas
import Pipeline
import Testing

@testable import Interface

/// Notes that are longer than a line, and the user's own editor for them.
@Suite("Long notes") struct EditorTests {
    @Test func theEditorGetsWhatIsTypedAndItsTextComesBack() {
        let pilot = Pilot()
        pilot.press("N")
        pilot.type("Kit says")
        pilot.press("C-o")
        pilot.expect(.editText("Kit says"))
        pilot.send(.edited("Kit says:\ntry again"))
        #expect(pilot.screen.contains("Kit says: try again"), "the field is one line")
        pilot.press("Enter")
        pilot.expectRecorded(.note("Kit says:\ntry again"), of: People.mira, said: "Saved: note · Mira Lindqvist")
    }

    @Test func whatTheEditorFailedAtStaysTyped() {
        let pilot = Pilot()
        pilot.press("N")
        pilot.type("a")
        pilot.press("C-o")
        pilot.expect(.editText("a"))
        pilot.send(.failed("The editor left nothing; the text is as it was"))
        #expect(pilot.session.layers.count == 1)
        pilot.press("Enter")
        pilot.expectRecorded(.note("a"), of: People.mira, said: "Saved: note · Mira Lindqvist")
    }

    @Test func aTextThatComesLateChangesNothing() {
        let pilot = Pilot()
        let before = pilot.session.render()
        pilot.send(.edited("late"))
        #expect(pilot.session.render() == before)
        pilot.press("f")
        let form = pilot.session.render()
        pilot.send(.edited("late"))
        #expect(pilot.session.render() == form)
    }

    @Test func pastedLinesStayLinesInANoteAndAreShown() {
        let pilot = Pilot()
        pilot.press("N")
        pilot.paste("first\nsecond")
        #expect(pilot.lines.contains { $0.contains(" first  ") } && pilot.lines.contains { $0.contains(" second  ") })
        pilot.press("Enter")
        pilot.expectRecorded(.note("first\nsecond"), of: People.mira, said: "Saved: note · Mira Lindqvist")
    }

    @Test func elsewhereTheyAreJoined() {
        let pilot = Pilot()
        pilot.press("f Tab")
        pilot.paste("first\nsecond")
        #expect(pilot.screen.contains("first second"))
        pilot.press("C-o")
        pilot.expect()
    }

    @Test func inAnyRoomTheFormHolds() {
        let pilot = Pilot()
        pilot.press("N")
        pilot.paste((1...60).map { "line \($0)" }.joined(separator: "\n"))
        for (width, height) in [(60, 16), (80, 24), (200, 50)] {
            pilot.resize(width, height)
            #expect(pilot.lines.contains { $0.contains("line 60") }, "the end is not shown")
        }
    }
}
