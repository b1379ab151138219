import Glibc
import Testing

/// What the shipped binary hands out of the terminal.
@Suite(.serialized) struct OutsideTests {
    /// The screens on a lead with a number and a site, with `tools` in the path: shell scripts by their names.
    private func opened(
        _ desk: Desk, tools: [String: String] = [:], _ environment: [String: String] = [:]
    ) throws -> Tmux {
        try desk.done("add", "Dana Whitfield", "--phone", "+1 312 555 0142", "--email", "dana@northgate.example")
        #expect(mkdir(desk.home + "/bin", 0o700) == 0)
        for (name, script) in tools {
            let path = try desk.file("bin/\(name)", "#!/bin/sh\n\(script)\n")
            #expect(chmod(path, 0o700) == 0)
        }
        desk.environment["PATH"] = desk.home + "/bin:" + (desk.environment["PATH"] ?? "")
        let tmux = try Tmux(desk, environment: environment)
        try tmux.open(until: "Today ─ 1 to call")
        return tmux
    }

    private func text(_ desk: Desk, _ name: String) throws -> String {
        var text = ""
        let isThere = try attempt(seconds: 20) {
            guard access(desk.home + "/" + name, R_OK) == 0 else { return false }
            text = String(decoding: try read(desk.home + "/" + name), as: UTF8.self)
            return text.hasSuffix("\n")
        }
        try #require(isThere, "\(name) was not written")
        return text
    }

    @Test func aCopyReachesTheClipboardOfTmux() throws {
        let desk = try Desk()
        let tmux = try opened(desk)
        tmux.press("y", "p")
        try tmux.wait(for: "Copied: +1 312 555 0142")
        try tmux.wait("the clipboard") { _ in tmux.clipboard == "+1 312 555 0142" }
    }

    @Test func aCopyReachesTheToolOfTheDesktop() throws {
        let desk = try Desk()
        let tmux = try opened(
            desk, tools: ["wl-copy": "cat >$HOME/copy.part; echo >>$HOME/copy.part; mv $HOME/copy.part $HOME/copy"],
            ["WAYLAND_DISPLAY": "wayland-9"])
        tmux.press("y", "l")
        try tmux.wait(for: "Copied: Dana Whitfield")
        #expect(try text(desk, "copy") == "Dana Whitfield, +1 312 555 0142, dana@northgate.example\n")
    }

    @Test func anAddressIsOpenedWithoutAShellAndWithoutTheTerminal() throws {
        let desk = try Desk()
        let tmux = try opened(
            desk,
            tools: ["opener": "echo noise; echo noise >&2; test -t 0 || echo \"$#:$1:$2\" >$HOME/opened"],
            ["LASTCALL_OPENER": "opener --new"])
        let before = tmux.lines.dropLast()
        tmux.press("o", "p")
        try tmux.wait(for: "Calling +1 312 555 0142 outside.")
        #expect(try text(desk, "opened") == "2:--new:tel:+13125550142\n")
        #expect(tmux.lines.dropLast() == before)
    }

    @Test func anOpenerThatFailsIsTold() throws {
        let desk = try Desk()
        let tmux = try opened(desk, tools: ["opener": "exit 3"], ["LASTCALL_OPENER": "opener"])
        tmux.press("o", "m")
        try tmux.wait(for: "opener could not open mailto: addresses; name another program")
    }

    @Test func withoutADesktopItSaysSo() throws {
        let desk = try Desk()
        let tmux = try opened(desk)
        tmux.press("o", "p")
        try tmux.wait(for: "There is no desktop here to open it on")
    }
}
