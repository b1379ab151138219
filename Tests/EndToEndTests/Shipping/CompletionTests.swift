import Glibc
import Testing

/// What the shells offer, by the scripts that the program writes for them.
@Suite struct CompletionTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.done("add", "Dana Whitfield", "--company", "Northgate Packaging", "--city", "Chicago")
        try desk.done("add", "Dana $(touch run) `touch run`", "--company", "a:b;c\\d")
        try desk.done("add", "Omar\u{1B}[31m", "--company", "Acme")
        try desk.done("add", "Bea Bell", "--company", "Acme")
        return desk
    }

    /// What bash puts after `lastcall` for the words so far, the last of which is completed.
    private func bash(_ desk: Desk, _ words: String...) throws -> [String] {
        _ = try desk.file("script", try desk.done("--generate-completion-script", "bash"))
        let quoted = words.map { word in
            "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
        }
        let ending = try desk.run(
            "bash",
            [
                "-c",
                """
                cd "$HOME"; . ./script; COMP_WORDS=(lastcall \(quoted.joined(separator: " ")))
                COMP_CWORD=\(words.count) COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
                _lastcall lastcall "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """,
            ])
        #expect(ending.errors.isEmpty, "\(ending.errors)")
        return ending.lines
    }

    @Test func bashOffersCommandsWordsAndLeads() throws {
        let desk = try desk()
        #expect(try bash(desk, "imp") == ["import"])
        #expect(try bash(desk, "log", "whit") == ["whitfield"])
        #expect(try bash(desk, "log", "Dana W") == ["Dana Whitfield"])
        #expect(try bash(desk, "log", "north") == ["northgate Packaging"])
        #expect(try bash(desk, "show", "acme") == [], "two leads have it")
        #expect(try bash(desk, "log", "whitfield", "no") == ["no answer", "not now", "not interested"])
        #expect(try bash(desk, "today", "--section", "w") == ["worth more"])
        #expect(try bash(desk, "log", "--data", desk.home + "/other", "whit") == [])
    }

    /// Whatever a name holds is a name.
    @Test func nothingInANameIsRunOrReachesTheTerminal() throws {
        let desk = try desk()
        #expect(try bash(desk, "show", "Dana $") == ["Dana $(touch run) `touch run`"])
        #expect(try bash(desk, "show", "a:") == ["a:b;c\\d"])
        #expect(try bash(desk, "show", "om") == [])
        #expect(access(desk.home + "/run", F_OK) != 0)
    }

    @Test func withoutAnythingTypedTheMorningListIsOffered() throws {
        let desk = try desk()
        #expect(try bash(desk, "log", "").contains("Bea Bell"))
        desk.environment["LASTCALL_DATA"] = desk.home + "/nothing"
        #expect(try bash(desk, "log", "") == [])
        #expect(access(desk.home + "/nothing", F_OK) != 0)
    }

    @Test(
        arguments: [
            ("zsh", "PS1='ready> '; fpath=($PWD $fpath); autoload -U compinit; compinit -u -D"),
            ("fish", "function fish_prompt; echo 'ready> '; end; source script"),
        ].filter { access("/usr/bin/\($0.0)", X_OK) == 0 })
    func zshAndFishOfferThemWithWhoTheyAre(shell: String, setUp: String) throws {
        let desk = try desk()
        let name = shell == "zsh" ? "_lastcall" : "script"
        _ = try desk.file(name, try desk.done("--generate-completion-script", shell))
        let terminal = try Tmux(desk, width: 100, height: 30)
        terminal.enter("exec \(shell) \(shell == "zsh" ? "-f" : "--no-config")")
        terminal.enter(setUp)
        terminal.enter("echo set-\"up\"")
        try terminal.wait(for: "set-up")
        for (typed, wanted) in [
            ("lastcall show whit", "lastcall show whitfield"), ("lastcall log bea no", "not interested"),
            ("lastcall show ", "Dana Whitfield, Northgate Packaging"),
        ] {
            terminal.press("C-u")
            terminal.press("C-l")
            terminal.type(typed)
            terminal.press("Tab")
            try terminal.wait(for: wanted)
        }
        #expect(access(desk.home + "/run", F_OK) != 0)
    }
}
