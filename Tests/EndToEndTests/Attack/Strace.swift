import Testing

/// The system calls of the shipped binary, seen and spoilt by strace.
enum Strace {
    /// Nil when strace is there and this process may trace others; else why not.
    static let problem: String? = {
        guard let desk = try? Desk(), let ending = try? desk.run("strace", ["-o", "/dev/null", "true"]) else {
            return "strace is not installed"
        }
        return ending.status == 0 ? nil : "processes cannot be traced here: \(ending.errors)"
    }()

    static var reason: Comment { Comment(rawValue: problem ?? "processes can be traced") }

    /// A call that a program made.
    struct Call {
        /// `openat`.
        let name: String
        /// Which of the calls of that name it is, from 1; of a second thread, of those on its path.
        let number: Int
        /// What the log says of it.
        var text: String
        /// Of a second thread: the file that it is about.
        var path: String?
        /// What it returned; nil when the program ended in it.
        var result: Int? {
            text.ranges(of: " = ").last.flatMap { Int(text[$0.upperBound...].prefix { "-0123456789".contains($0) }) }
        }
    }

    /// The words that make strace write its log to a file; the program's follow.
    static func logging(to log: String) -> [String] { ["strace", "-f", "-y", "-s", "8192", "-o", log] }

    /// The words that make strace spoil a call: `error=EIO`, `signal=KILL`.
    ///
    /// strace counts the calls of each thread for itself. One of a second thread is told by its path: what the first
    /// thread does so early has other paths.
    static func spoiling(_ call: Call, _ how: String) -> [String] {
        (call.path.map { ["strace", "-f", "-P", $0] } ?? ["strace"]) + [
            "-o", "/dev/null", "-e", "trace=\(call.name)", "-e",
            "inject=\(call.name):\(how):when=\(call.number)",
        ]
    }

    /// The calls in a log, each where it began.
    static func calls(in log: String) throws -> [Call] {
        var calls: [Call] = []
        var counts: [String: Int] = [:]
        var unfinished: [Substring: Int] = [:]
        var first: Substring?
        for line in String(decoding: try read(log), as: UTF8.self).split(separator: "\n") {
            let thread = line.prefix(while: \.isNumber)
            let text = line.dropFirst(thread.count).drop { $0 == " " }
            first = first ?? thread
            if text.hasPrefix("<... "), let place = unfinished.removeValue(forKey: thread) {
                calls[place].text += text.drop { $0 != ">" }.dropFirst()
            }
            guard let bracket = text.firstIndex(of: "("), text.first?.isLetter == true else { continue }
            let name = String(text[..<bracket])
            let path = thread == first ? nil : Strace.path(in: text)
            let kind = "\(thread) \(name) \(path ?? "")"
            counts[kind, default: 0] += 1
            let end = text.firstRange(of: " <unfinished ...>")
            if end != nil { unfinished[thread] = calls.count }
            let call = text[..<(end?.lowerBound ?? text.endIndex)]
            calls.append(Call(name: name, number: counts[kind] ?? 1, text: String(call), path: path))
        }
        return calls
    }

    /// The path that a call is given, or that of the file that it is given.
    private static func path(in text: Substring) -> String {
        if let start = text.firstRange(of: "\"/") { return "/" + text[start.upperBound...].prefix { $0 != "\"" } }
        return text.firstRange(of: "</").map { "/" + text[$0.upperBound...].prefix { $0 != ">" } } ?? ""
    }
}
