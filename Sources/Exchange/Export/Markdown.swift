internal import Pipeline

/// Writes Markdown (CommonMark, with the tables of GitHub) in which texts from outside are text.
struct Markdown {
    private(set) var text = ""

    mutating func add(heading: String, level: Int) {
        add(line: "\(String(repeating: "#", count: level)) \(Markdown.inline(heading))")
        add(line: "")
    }

    mutating func add(line: String) { text += line + "\n" }

    mutating func add(paragraph: String) {
        add(line: paragraph)
        add(line: "")
    }

    /// A text as a quotation, with its own lines.
    mutating func add(quotation: String, indent: String = "") {
        for line in quotation.split(separator: "\n", omittingEmptySubsequences: false) {
            add(line: "\(indent)> \(Markdown.start(String(line)))")
        }
    }

    mutating func add(table headers: [String], _ rows: [[String]]) {
        add(line: "| " + headers.joined(separator: " | ") + " |")
        add(line: "|" + headers.map { _ in " --- |" }.joined())
        for row in rows { add(line: "| " + row.map(Markdown.inline).joined(separator: " | ") + " |") }
        add(line: "")
    }

    /// A text on one line with every character that Markdown would act on escaped, and control characters replaced.
    static func inline(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": escaped += " "
            case _ where scalar.properties.generalCategory == .control: escaped += "\u{FFFD}"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&": escaped += "\\\(scalar)"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The same at the start of a line, where a dash or a number begins a list.
    static func start(_ text: String) -> String {
        let line = inline(text)[...].drop { $0 == " " }
        if let first = line.first, "-+=".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
            return "\(digits)\\\(line.dropFirst(digits.count))"
        }
        return String(line)
    }
}

/// How facts are put into words in documents.
enum ReportWords {
    /// What an act was, in a few words, and what was written down about it.
    static func words(of act: Act, _ now: Now) -> (what: String, notes: [String]) {
        switch act {
        case .add(let fields): ("added" + (fields.source.map { " from \($0)" } ?? ""), [])
        case .edit(let edit): ("changed: \(edit.changed.map(\.rawValue).sorted().joined(separator: ", "))", [])
        case .attempt(let attempt):
            (
                (attempt.isInbound ? "they made contact, " : "")
                    + "\(attempt.channel.title): \(attempt.outcome.title)"
                    + (attempt.amount.map { " \($0)" } ?? "")
                    + (attempt.next.map { ", next \(due($0, now))" } ?? ""),
                [attempt.because, attempt.note].compactMap(\.self)
            )
        case .trait(let finding):
            ("\(finding.trait.rawValue): \(finding.value.rawValue)", [finding.why].compactMap(\.self))
        case .question(let finding):
            ("\(finding.question.rawValue): \(finding.value.rawValue)", [finding.why].compactMap(\.self))
        case .next(let due, let why):
            (due.map { "next step \(self.due($0, now))" } ?? "no next step", [why].compactMap(\.self))
        case .assess(let answers, _, let score):
            (
                "assessed" + (score.map { ", \($0) of 100" } ?? ""),
                answers.isEmpty
                    ? [] : [answers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")]
            )
        case .signal(let signal): ("signal: \(signal.rawValue)", [])
        case .order(let amount, let isPity): ((isPity ? "pity order" : "order") + (amount.map { " \($0)" } ?? ""), [])
        case .compelling(let why): (why == nil ? "not compelling any more" : "compelling", [why].compactMap(\.self))
        case .goodbye(let why): ("goodbye begun", [why].compactMap(\.self))
        case .park(let day, let why): ("parked until \(day)", [why].compactMap(\.self))
        case .letGo(let why, let manner):
            (manner == .goodbye ? "let go after a goodbye" : "let go", [why].compactMap(\.self))
        case .keep(let why): ("kept", [why])
        case .revive(let why): ("revived", [why])
        case .note(let text): ("note", [text])
        case .doNotContact(let words): ("asked not to be contacted", [words].compactMap(\.self))
        case .allowContact(let why): ("may be contacted again", [why])
        case .merge, .undo, .unknown: (act.name, [])
        }
    }

    static func due(_ due: DueTime, _ now: Now) -> String {
        let local = due.local(in: now.zone)
        return local.minute.map { "\(local.day) \(clock(Int($0)))" } ?? "\(local.day)"
    }

    static func time(_ moment: Moment, _ now: Now) -> String {
        let local = now.zone.moment(seconds: moment.seconds)
        return "\(local.writtenDay) \(clock(local.writtenMinute))"
    }

    private static func clock(_ minute: Int) -> String {
        let (hours, minutes) = ("0\(minute / 60)", "0\(minute % 60)")
        return "\(hours.suffix(2)):\(minutes.suffix(2))"
    }
}
