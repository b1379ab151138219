/// Why a file cannot be imported, as one plain sentence that says what, where and what to do.
public struct ImportError: Error, Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// What is wrong with it.
    public let fault: ImportFault

    /// A fault of a file.
    public init(file: String, fault: ImportFault) {
        self.file = file
        self.fault = fault
    }
}

/// What is wrong with a file that was to be imported. Lines count from 1.
public enum ImportFault: Error, Hashable, Sendable {
    case empty
    /// It is of a kind that import does not read: "a PNG picture", "an Excel workbook".
    case unread(kind: String, remedy: String)
    /// It holds bytes that no text has.
    case notText
    /// It ends in the middle of a character.
    case cutShort
    /// It is not written in the character set that the user named, or nobody knows that one.
    case notOfCharset(String)
    /// It looks like JSON, and cannot be read as such: "is not JSON (at byte 17)".
    case notJSON(String)
    /// It is JSON without a list of people in it.
    case noRecords
    case unclosedQuote(line: Int)
    /// A row has more cells than any table.
    case tooManyCells(line: Int, limit: Int)
    /// No column holds a name, a company, a phone or an e-mail.
    case noUsefulColumn(line: Int, headers: [String])
    /// The first line is somebody, and no header.
    case noHeader(line: Int)
    /// `--map` names a header that the file does not have.
    case unknownHeader(String, headers: [String])
    /// `--map` names a field that a lead does not have.
    case unknownField(String)

    /// The line that it is about, if it is about one.
    public var line: Int? {
        switch self {
        case .unclosedQuote(let line), .tooManyCells(let line, _), .noUsefulColumn(let line, _),
            .noHeader(let line):
            line
        default: nil
        }
    }
}

extension ImportError: CustomStringConvertible {
    /// `FILE:LINE: what is wrong; what to do`; without the line where there is none.
    public var description: String {
        "\(file)\(fault.line.map { ":\($0)" } ?? ""): \(fault)"
    }
}

extension ImportFault: CustomStringConvertible {
    /// What is wrong; what to do.
    public var description: String {
        switch self {
        case .empty: "the file is empty; export it again"
        case .unread(let kind, let remedy): "this is \(kind), which import does not read; \(remedy)"
        case .notText: "this is not a text file; give a CSV, vCard or JSON file"
        case .cutShort: "the file ends in the middle of a character, so it was cut short; export it again"
        case .notOfCharset(let name):
            "the file cannot be read as \(quoted(name)); name the character set it is written in, such as "
                + "windows-1251, or leave --encoding out"
        case .notJSON(let what): "the file begins like JSON, but \(what); export it again"
        case .noRecords: "this JSON holds no list of people; give an array of objects, or one object on each line"
        case .unclosedQuote:
            "a quote opens on this line and never closes; close it, or export the file again if it was cut short"
        case .tooManyCells(_, let limit): "this row has more than \(limit) cells; give a CSV file"
        case .noUsefulColumn(_, let headers):
            "no column is known to hold a name, a company, a phone or an e-mail in the header \(list(headers)); "
                + "say which is which with --map \"HEADER=FIELD\""
        case .noHeader:
            "the list has no header: this line is somebody already; write a line above it that says what the columns "
                + "are, such as Name,Company,Phone,Email"
        case .unknownHeader(let header, let headers):
            "--map names the column \(quoted(header)), which is not in the header \(list(headers)); "
                + "name one of these"
        case .unknownField(let field):
            "--map names the field \(quoted(field)), which a lead does not have; the fields are "
                + ColumnTarget.words.joined(separator: ", ")
        }
    }

    private func list(_ headers: [String]) -> String {
        let shown = headers.prefix(12).map(quoted).joined(separator: ", ")
        return headers.count > 12 ? shown + " and \(headers.count - 12) more" : shown
    }
}

/// The text between quotation marks, shortened to what fits a sentence, without control characters.
func quoted(_ text: String) -> String {
    let isLong = text.utf8.count > 40
    let shown = text.unicodeScalars.prefix(isLong ? 39 : 40).map {
        $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0)
    }
    return "“\(String(shown))\(isLong ? "…" : "")”"
}
