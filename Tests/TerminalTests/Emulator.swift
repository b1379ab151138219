import Canvas

/// A terminal as far as a painter needs one: what it has been sent becomes cells.
struct Emulator {
    /// What a cell shows.
    struct Cell: Equatable {
        /// A character with its marks; empty in the second half of a wide one.
        var text = " "
        var look = Look()
        var link = ""
    }

    /// How it shows it: the attributes and colours that were asked for since all was made plain.
    struct Look: Equatable {
        var marks: Set<Int> = []
        var foreground = ""
        var background = ""
    }

    let size: Size
    private(set) var cells: [Cell]
    /// How often the screen went up by a row.
    private(set) var scrolls = 0
    /// What was sent that it does not know.
    private(set) var unknown: [String] = []
    private(set) var cursor = Point(x: 0, y: 0)
    private(set) var showsCursor = true
    /// How and whereto the next character goes.
    private(set) var look = Look()
    private(set) var link = ""
    private let text: TextMetrics
    /// Whether a character in the last column leaves the cursor there until the next, as most terminals do.
    private let waitsAtTheEdge: Bool

    init(_ size: Size, _ text: TextMetrics, waitsAtTheEdge: Bool = true) {
        self.size = size
        self.text = text
        self.waitsAtTheEdge = waitsAtTheEdge
        cells = Array(repeating: Cell(), count: size.width * size.height)
    }

    mutating func take(_ bytes: [UInt8]) {
        var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}" else {
                show(scalar)
                continue
            }
            switch rest.popFirst() {
            case "[": control(&rest)
            case "(": rest = rest.dropFirst()
            case "]":
                let end = rest.firstIndex(of: "\u{1B}") ?? rest.endIndex
                let words = String(String.UnicodeScalarView(rest[..<end]))
                if words.hasPrefix("8;;") { link = String(words.dropFirst(3)) } else { unknown.append(words) }
                rest = rest[end...].dropFirst(2)
            default: unknown.append("Esc")
            }
        }
    }

    private mutating func control(_ rest: inout ArraySlice<Unicode.Scalar>) {
        let end = rest.firstIndex { (0x40...0x7E).contains($0.value) } ?? rest.endIndex
        let parameters = String(String.UnicodeScalarView(rest[..<end]))
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        let final = rest[end...].first
        rest = rest[end...].dropFirst()
        switch (final, parameters) {
        case ("H", _): cursor = Point(x: (numbers.count > 1 ? numbers[1] : 1) - 1, y: max(1, numbers[0]) - 1)
        case ("J", _): cells = Array(repeating: Cell(), count: cells.count)
        case ("m", _): dress(numbers)
        case ("h", "?25"), ("l", "?25"): showsCursor = final == "h"
        case ("h", "?2026"), ("l", "?2026"), ("h", "?12"), ("l", "?12"): break
        default: unknown.append(parameters + String(final.map(Character.init) ?? "?"))
        }
    }

    private mutating func dress(_ numbers: [Int]) {
        let words = numbers.map(String.init).joined(separator: ";")
        switch numbers[0] {
        case 0: look = Look()
        case 1, 2, 3, 4, 7: look.marks.insert(numbers[0])
        case 38, 30...37, 90...97: look.foreground = words
        case 48, 40...47, 100...107: look.background = words
        default: unknown.append(words + "m")
        }
    }

    private mutating func show(_ scalar: Unicode.Scalar) {
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        let width = isMark ? 0 : text.width(String(Character(scalar)))
        let place = cursor.y * size.width + cursor.x
        if width == 0 {
            let before = cells[..<place].lastIndex { !$0.text.isEmpty }
            if let before { cells[before].text.unicodeScalars.append(scalar) }
            return
        }
        if cursor.x + width > size.width { feed() }
        let start = cursor.y * size.width + cursor.x
        for x in start..<start + width {
            // Of a wide character none is left by halves.
            if cells[x].text.isEmpty, x > 0 { cells[x - 1].text = " " }
            if x + 1 < cells.count, cells[x + 1].text.isEmpty { cells[x + 1].text = " " }
            cells[x] = Cell(text: x == start ? String(Character(scalar)) : "", look: look, link: link)
        }
        cursor = Point(x: cursor.x + width, y: cursor.y)
        if cursor.x == size.width, !waitsAtTheEdge { feed() }
    }

    private mutating func feed() {
        if cursor.y + 1 == size.height { scrolls += 1 }
        cursor = Point(x: 0, y: min(cursor.y + 1, size.height - 1))
    }
}
