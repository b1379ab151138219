import Canvas
import Glibc
import Journal
import Pipeline
import Terminal

/// What a command prints. Text from outside is made harmless before it reaches a terminal.
enum Output {
    /// Prints a line, or several, to standard output. When the reader is gone the program ends quietly.
    static func print(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Prints the whole of a file.
    static func print(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    /// Prints JSON.
    static func print(_ json: JSON) {
        write(bytes(json), to: STDOUT_FILENO)
    }

    /// JSON on one line; the elements of an array each on their own.
    static func bytes(_ json: JSON) -> [UInt8] {
        if case .array(let elements) = json, !elements.isEmpty { return bytes(ofArray: elements) }
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        bytes.append(10)
        return bytes
    }

    /// Prints a JSON array, each element as it is made.
    static func print(array elements: some Sequence<JSON>) {
        let rest = bytes(ofArray: elements) { bytes in
            guard bytes.count > 1 << 16 else { return }
            write(bytes, to: STDOUT_FILENO)
            bytes.removeAll(keepingCapacity: true)
        }
        write(rest, to: STDOUT_FILENO)
    }

    /// A JSON array with its elements each on a line, of which no more than one need be in memory at a time.
    ///
    /// - Parameter take: may take away what was written so far, after each element.
    static func bytes(ofArray elements: some Sequence<JSON>, _ take: (inout [UInt8]) -> Void = { _ in }) -> [UInt8] {
        var (bytes, isFirst): ([UInt8], Bool) = ([], true)
        for element in elements {
            bytes += (isFirst ? "[" : ",\n").utf8
            isFirst = false
            element.write(to: &bytes)
            take(&bytes)
        }
        bytes += (isFirst ? "[]\n" : "]\n").utf8
        return bytes
    }

    /// Prints `lastcall: …` to standard error. What the sentence quotes may come from anywhere.
    static func complain(_ sentence: String) {
        let lines = "lastcall: \(sentence)".split(separator: "\n", omittingEmptySubsequences: false)
        write(lines.map { visible(String($0)) }.joined(separator: "\n") + "\n", to: STDERR_FILENO)
    }

    /// A text with its control characters made visible and its other oddities as the screens show them.
    static func visible(_ text: String) -> String {
        var frame = Frame(size: Size(width: metrics.width(text), height: 1), text: metrics)
        frame.write(text, x: 0, y: 0)
        return frame.lines().joined()
    }

    /// The widths of text, as the terminal has them.
    static let metrics = Terminal.textMetrics()

    /// Columns of the terminal; nil when the output goes elsewhere.
    static var terminalWidth: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return 80 }
        return Int(window.ws_col)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        guard !Files.write(bytes, to: descriptor), descriptor == STDOUT_FILENO else { return }
        if errno == EPIPE { exit(0) }
        complain("the output could not be written (\(systemWords(errno)))")
        exit(74)
    }
}
