import Canvas
import Pipeline
import Testing

@testable import Interface

extension Command: CustomTestStringConvertible {
    var testDescription: String { id }
}

/// The table of commands, and the ways to a command.
@Suite("Commands") struct CommandTests {
    /// Where each command can be run, and has something to do.
    private func pilot(for command: Command) -> Pilot {
        let pilot = command.id == "demo" ? Pilot(on: []) : Pilot()
        switch command.id {
        case "allow-contact": pilot.find(People.ray)
        case "mark-suspect": pilot.find(People.marta)
        case "copy-email", "copy-address", "open-mail": pilot.find(People.dana)
        case "open-site": pilot.find(People.zoe)
        case "revive":
            pilot.press("x Enter")
            pilot.find(People.mira)
        case "undo": pilot.press("j n")
        case "redo": pilot.press("j n u")
        case "back": pilot.press("Enter")
        case "up", "page-up", "top", "previous-lead": pilot.press("j j")
        case "today": pilot.press("2")
        case "period-today": pilot.press("6 P a")
        case _ where command.group == .numbers: pilot.press("6")
        default: break
        }
        _ = pilot.takeEffects()
        return pilot
    }

    /// What can be told from outside after a command has run.
    private struct Seen: Equatable {
        let effects: [Effect]
        let frame: Frame
    }

    private func seen(_ pilot: Pilot) -> Seen {
        Seen(effects: pilot.takeEffects(), frame: pilot.session.render())
    }

    @Test(arguments: Command.all) func everySequenceOfItsKeysRunsIt(_ command: Command) {
        #expect(!command.usualKeys.isEmpty)
        let wanted = pilot(for: command)
        let before = wanted.session.render()
        wanted.run(command)
        let result = seen(wanted)
        #expect(result != Seen(effects: [], frame: before), "it does nothing that can be seen")
        for keys in command.usualKeys {
            #expect(!keys.isEmpty)
            let found = pilot(for: command)
            for key in keys { found.send(.input(.key(key))) }
            #expect(seen(found) == result, "\(keys.map(\.name))")
        }
    }

    @Test(arguments: Command.all) func helpFindsAndRunsIt(_ command: Command) {
        let wanted = pilot(for: command)
        wanted.run(command)
        let found = pilot(for: command)
        found.press("?")
        found.type(command.help)
        #expect(found.footer.contains("Enter run it"))
        let matches = Command.all.filter { $0.help.contains(command.help) }
        #expect(matches.count == 1, "two commands have help that cannot be told apart")
        found.press("Enter")
        #expect(seen(found) == seen(wanted))
    }

    @Test(arguments: Command.all) func helpReachesItByTheArrowsToo(_ command: Command) {
        let wanted = pilot(for: command)
        wanted.run(command)
        let found = pilot(for: command)
        found.press("?")
        let order = Command.Group.allCases.flatMap { group in Command.all.filter { $0.group == group } }
        for _ in 0..<(order.firstIndex { $0.id == command.id } ?? 0) { found.press("Down") }
        #expect(found.lines.contains { $0.contains(command.help.prefix(20)) }, "the choice is not on the screen")
        found.press("Enter")
        #expect(seen(found) == seen(wanted))
    }

    @Test(arguments: Command.all) func oneThatIsUnavailableSaysWhyAndDoesNothing(_ command: Command) throws {
        let places: [Pilot] = [Pilot(on: []), Pilot(), inCard()]
        for pilot in places {
            guard let reason = command.unavailable(pilot.session) else { continue }
            let before = pilot.session
            #expect(reason.hasSuffix(".") && reason.first?.isUppercase == true, "not a sentence: \(reason)")
            pilot.run(command)
            pilot.expect()
            #expect(pilot.session.message == Session.Message(kind: .refused, text: reason))
            #expect(pilot.selected == before.selected?.id && pilot.session.focus == before.focus)
            #expect(pilot.session.layers.isEmpty && pilot.session.pending.isEmpty)
            #expect(pilot.session.tab == before.tab)
        }
    }

    private func inCard() -> Pilot {
        let pilot = Pilot()
        pilot.press("Enter")
        return pilot
    }

    @Test func withoutALeadWhatNeedsOneIsUnavailable() {
        let empty = Pilot(on: []).session
        let free = Command.all.filter { $0.unavailable(empty) == nil }.map(\.id)
        #expect(
            Set(free) == [
                "introduce", "add", "filter", "sort", "views", "down", "up", "page-down", "page-up", "top", "bottom",
                "back",
                "today", "leads",
                "decide", "parked", "let-go-tab", "numbers", "next-tab", "previous-tab", "undo", "redo", "import",
                "demo", "theme",
                "palette", "help", "toggle-mouse", "suspend", "quit",
            ])
    }

    @Test func noTwoCommandsShareAnIdOrKeys() {
        #expect(Set(Command.all.map(\.id)).count == Command.all.count)
        let keys = Command.all.flatMap(\.usualKeys)
        #expect(Set(keys).count == keys.count)
    }

    @Test func onlyKeysThatOpenAPopUpBeginThoseOfOthers() {
        for command in Command.all {
            for keys in command.usualKeys
            where Command.all.contains(where: { $0.usualKeys.contains { $0 != keys && $0.starts(with: keys) } }) {
                let pilot = pilot(for: command)
                for key in keys { pilot.send(.input(.key(key))) }
                #expect(pilot.session.pending == keys, "\(command.id) hides the commands behind its keys")
                for (rest, other) in Keymap.standard.continuations(of: keys) {
                    #expect(
                        pilot.lines.contains {
                            $0.contains("\(rest.map(\.name).joined(separator: " "))  \(other.title)")
                        })
                }
            }
        }
    }

    @Test func everyKeyNameInTheTableIsRead() {
        for command in Command.all {
            for keys in command.usualKeys { #expect(keys.allSatisfy { Key(name: $0.name) == $0 }, "\(command.id)") }
        }
    }

    @Test func aKeyThatMeansNothingNamesTheHelp() {
        let pilot = Pilot()
        pilot.press("Z")
        pilot.expect()
        #expect(pilot.footer == " Z does nothing here; ? shows every key.")
        pilot.press("j")
        #expect(!pilot.footer.contains("does nothing"), "what was said goes with the next key")
    }

    @Test func aSlipInAPopUpDoesNotCloseIt() {
        let pilot = Pilot()
        pilot.press("t z")
        #expect(pilot.footer == " z is none of the choices; Esc leaves.")
        pilot.press("n n")
        pilot.expectRecorded(
            .attempt(Attempt(.phone, .notInterested)), of: People.mira, said: "Saved: not interested · Mira Lindqvist")
    }

    @Test(arguments: ["Esc", "q", "C-c"]) func popUpsAreLeft(_ key: String) {
        for opening in ["t", "L", "L p", "p"] {
            let pilot = Pilot()
            let before = pilot.session.render()
            pilot.press("\(opening) \(key)")
            pilot.expect()
            #expect(pilot.session.render() == before, "\(opening)")
        }
    }

    @Test(arguments: ["N", "A", "E", "f", "t l", "t m", "D", "?"])
    func formsAndHelpAreLeft(_ keys: String) {
        let pilot = Pilot()
        let before = pilot.session.render()
        pilot.press("\(keys) q q")
        #expect(pilot.session.layers.count == 1, "q is text there")
        pilot.press("Esc")
        pilot.expect()
        #expect(pilot.session.render() == before)
        pilot.press("\(keys) C-c")
        pilot.expect()
        #expect(pilot.session.render() == before)
    }

    @Test func withNothingOpenTheUserLeaves() {
        for key in ["q", "C-c"] {
            let pilot = Pilot()
            pilot.press(key)
            pilot.expect(.quit)
            pilot.resize(20, 5)
            pilot.press(key)
            pilot.expect(.quit)
        }
    }

    @Test func belowTheSmallestSizeNoKeyDoesAnythingElse() {
        let pilot = Pilot()
        let before = pilot.session.render()
        pilot.resize(59, 15)
        for key in Command.all.flatMap(\.usualKeys).flatMap(\.self) where key != .character("q") && key != .control("c")
        {
            pilot.send(.input(.key(key)))
        }
        pilot.expect()
        pilot.resize(80, 24)
        #expect(pilot.session.render() == before)
    }
}
