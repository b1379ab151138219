import Glibc

/// A bar on the terminal for work that takes long; nothing where errors go elsewhere.
struct Progress {
    private let title: String
    private let isShown: Bool
    private var shown = -1

    init(_ title: String) {
        self.title = title
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Shows how much is done, from 0 to 1.
    mutating func show(_ fraction: Double) {
        let percent = Int(max(0, min(1, fraction)) * 100)
        guard isShown, percent != shown else { return }
        shown = percent
        let width = 24
        let full = percent * width / 100
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
        Output.write(Array("\r\(Output.visible(title)) [\(bar)] \(percent)%\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    /// Takes the bar away.
    func clear() {
        if isShown, shown >= 0 { Output.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
    }
}
