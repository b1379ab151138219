import Canvas
import Pipeline

extension Command {
    /// What can be done anywhere.
    static let everywhere: [Command] = [
        // Whether there is anything costs a look at every lead: found out when asked, not whenever hints are drawn.
        Command("undo", "undo", "take back what was done last", keys: ["u"], group: .all, hint: 20) { $0.undo() },
        Command("redo", "redo", "put back what was taken back", keys: ["C-r"], group: .all) { $0.redo() },
        Command("import", "import", "import a list: CSV from a CRM, a phone or a spreadsheet", keys: ["I"], group: .all)
        {
            $0.askImport()
        },
        Command(
            "demo", "demo", "look around in invented data", keys: ["d"], group: .all,
            unavailable: {
                $0.isEmpty ? nil : "The demo opens from here only when there is no lead yet; run lastcall demo."
            }
        ) { _ in [.openDemo] },
        introduction,
        Command("theme", "theme", "another look, seen while you choose", keys: ["T"], group: .all) { _ in
            [.listThemes]
        },
        Command("palette", "run by name", "find a command by typing, and run it", keys: [":"], group: .all) {
            $0.layers.append(.commands(CommandMenu(.palette)))
            return []
        },
        Command("help", "more", "every key, and what it does", keys: ["?"], group: .all) {
            $0.layers.append(.commands(CommandMenu(.help)))
            return []
        },
        Command(
            "toggle-mouse", "mouse on or off", "leave the mouse to the terminal, to select text; or take it back",
            keys: ["M"], group: .all
        ) {
            $0.usesMouse.toggle()
            $0.say($0.usesMouse ? "The mouse works here again." : "The mouse is the terminal's, to select text with.")
            return [.useMouse($0.usesMouse)]
        },
        Command("suspend", "suspend", "back to the shell; fg returns", keys: ["C-z"], group: .all) { _ in [.suspend] },
        Command("quit", "quit", "leave; everything is saved already", keys: ["q", "C-c"], group: .all) { _ in [.quit] },
    ]
}

extension Session {
    fileprivate mutating func undo() -> [Effect] {
        guard let step = pipeline.lastStep(of: device, apartFrom: elsewhere) else {
            let isOther = pipeline.lastStep(of: device) != nil
            refuse(
                isOther
                    ? "Nothing of this window is left to take back; lastcall undo reaches the rest."
                    : "There is nothing to take back.")
            return []
        }
        return record(
            [step.undoing(at: now.moment)],
            said: "Taken back: \(Wording.step(step, pipeline)). \(keymap.name(of: "redo")) puts it back.")
    }

    fileprivate mutating func redo() -> [Effect] {
        guard let (undo, step) = pipeline.lastUndo(of: device, apartFrom: elsewhere) else {
            refuse("There is nothing to put back.")
            return []
        }
        return record([undo.undoing(at: now.moment)], said: "Put back: \(Wording.step(step, pipeline)).")
    }
}
