import Glibc
import Testing

/// The two ends of a terminal: a program draws on `slave`, the test reads and types at `master`.
final class PseudoTerminal {
    let master: Int32
    let slave: Int32

    init(columns: UInt16 = 40, rows: UInt16 = 10) throws {
        // Glibc's module hides posix_openpt and its like; these two requests are what they make (see tty_ioctl(2)).
        let unlock: UInt = 0x4004_5431
        let number: UInt = 0x8004_5430
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var locked: Int32 = 0
        var name: UInt32 = 0
        try #require(ioctl(master, unlock, &locked) == 0 && ioctl(master, number, &name) == 0)
        slave = open("/dev/pts/\(name)", O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        resize(columns: columns, rows: rows)
    }

    deinit {
        close(slave)
        close(master)
    }

    func resize(columns: UInt16, rows: UInt16) {
        var extent = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &extent)
    }

    /// Types `text` and waits until the other end has it.
    func type(_ text: some Sequence<UInt8>) {
        let bytes = Array(text)
        _ = write(master, bytes, bytes.count)
        _ = ready(slave, within: 5_000)
    }

    func type(_ text: String) { type(text.utf8) }

    /// All that was drawn since the last call. What was written to one end of a terminal is at the other at once.
    func drawn() -> String {
        var found: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while ready(master, within: 50) {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            found += buffer[..<count]
        }
        return String(decoding: found, as: UTF8.self)
    }

    var modes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    private func ready(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, milliseconds) == 1 && wait.revents & Int16(POLLIN) != 0
    }
}

/// Asks `next` until what it gave so far is `done`, for five seconds at most, and gives back all of it.
func gather<Element>(_ next: () -> [Element], until done: ([Element]) -> Bool) -> [Element] {
    var found: [Element] = []
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let end = now.tv_sec + 5
    while !done(found), now.tv_sec < end {
        found += next()
        sched_yield()
        clock_gettime(CLOCK_MONOTONIC, &now)
    }
    return found
}
