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
        /// Which of the calls of that name it is, from 1.
        let number: Int
        /// The line of the log.
        let text: String
        /// What it returned; nil when the program ended in it.
        var result: Int? {
            text.ranges(of: " = ").last.flatMap { Int(text[$0.upperBound...].prefix { "-0123456789".contains($0) }) }
        }
    }

    /// The words that make strace write its log to a file; the program's follow.
    static func logging(to log: String) -> [String] { ["strace", "-y", "-s", "8192", "-o", log] }

    /// The words that make strace spoil a call: `error=EIO`, `signal=KILL`.
    static func spoiling(_ call: Call, _ how: String) -> [String] {
        [
            "strace", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e",
            "inject=\(call.name):\(how):when=\(call.number)",
        ]
    }

    /// The calls in a log.
    static func calls(in log: String) throws -> [Call] {
        var counts: [String: Int] = [:]
        return String(decoding: try read(log), as: UTF8.self).split(separator: "\n").compactMap { line in
            guard let bracket = line.firstIndex(of: "("), line.first?.isLetter == true else { return nil }
            let name = String(line[..<bracket])
            counts[name, default: 0] += 1
            return Call(name: name, number: counts[name] ?? 1, text: String(line))
        }
    }
}
