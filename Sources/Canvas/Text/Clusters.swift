/// What one cell shows: a scalar that takes room and at most four marks on it.
///
/// That is as much as the cells of many terminals hold, so nothing else ever reaches a frame.
struct Cluster: Equatable {
    /// The most marks on a base.
    static let maxMarks = 4

    var base: UInt32
    var width: Int
    var marks = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
    var markCount = 0
    /// Where the cluster's bytes end in the text that it was read from.
    var end = 0

    init(base: UInt32, width: Int) {
        self.base = base
        self.width = width
    }

    mutating func add(mark: UInt32) {
        switch markCount {
        case 0: marks.0 = mark
        case 1: marks.1 = mark
        case 2: marks.2 = mark
        case 3: marks.3 = mark
        default: return
        }
        markCount += 1
    }

    static func == (a: Cluster, b: Cluster) -> Bool {
        a.base == b.base && a.width == b.width && a.marks == b.marks
    }
}

/// Cuts text into the clusters that are shown for it; see `TextMetrics` for the rules.
struct Clusters {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let metrics: TextMetrics
    private var position = 0
    private var previous: UInt32 = 0
    private var joined = false

    /// Reads `bytes`, which are valid UTF-8 and outlive this value.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ metrics: TextMetrics) {
        self.bytes = bytes
        self.metrics = metrics
    }

    /// The printable ASCII that comes next, up to `most` bytes of it: each is a cluster of one cell without marks. Most
    /// text is made of it, and needs no cluster for each.
    mutating func nextPlain(atMost most: Int = .max) -> UnsafeBufferPointer<UInt8> {
        let start = position
        let end = start + min(most, bytes.count - start)
        while position < end, bytes[position] >= 0x20, bytes[position] < 0x7F { position += 1 }
        // What follows may be a mark that sits on the last of them.
        if position > start, position < bytes.count, bytes[position] >= 0x80 { position -= 1 }
        if position > start { (previous, joined) = (0, false) }
        return UnsafeBufferPointer(rebasing: bytes[start..<position])
    }

    /// The next cluster, or nil at the end.
    mutating func next() -> Cluster? {
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        if first >= 0x20, first < 0x7F, position + 1 == bytes.count || bytes[position + 1] < 0x80 {
            position += 1
            previous = 0
            joined = false
            var cluster = Cluster(base: UInt32(first), width: 1)
            cluster.end = position
            return cluster
        }
        return nextSlowly()
    }

    /// The cells of all that is left.
    mutating func width() -> Int {
        var width = 0
        while true {
            width += nextPlain().count
            guard let cluster = next() else { return width }
            width += cluster.width
        }
    }

    /// False when the text has none of the newlines of Unicode: LF, VT, FF, CR, U+0085, U+2028 and U+2029.
    var mayHaveNewline: Bool {
        var last: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x0A...0x0D: return true
            case 0x85 where last == 0xC2, 0xA8...0xA9 where last == 0x80: return true
            default: last = byte
            }
        }
        return false
    }

    private mutating func nextSlowly() -> Cluster? {
        var cluster: Cluster?
        while position < bytes.count {
            let (scalar, length) = decode()
            switch shape(of: scalar) {
            case .dropped:
                joined = scalar == 0x200D
            case .mark:
                if cluster == nil { cluster = Cluster(base: 0xFFFD, width: 1) } else { cluster?.add(mark: scalar) }
            case .base(let shown, let width):
                if cluster != nil {
                    cluster?.end = position
                    return cluster
                }
                cluster = Cluster(base: shown, width: width)
                previous = scalar
                joined = false
            }
            position += length
        }
        cluster?.end = position
        return cluster
    }

    private enum Shape {
        case dropped
        case mark
        case base(UInt32, width: Int)
    }

    private func shape(of scalar: UInt32) -> Shape {
        switch scalar {
        case 0x20..<0x7F: return .base(scalar, width: 1)
        case 0x09, 0x0A, 0x2028, 0x2029: return .base(0x20, width: 1)
        case 0..<0x20: return .base(0x2400 + scalar, width: 1)
        case 0x7F: return .base(0x2421, width: 1)
        case 0x80..<0xA0: return .base(0xFFFD, width: 1)
        case 0xAD, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .dropped
        case 0x1F1E6...0x1F1FF: return .base(scalar - 0x1F1E6 + 0x41, width: 1)
        case 0x1F3FB...0x1F3FF where isEmoji(previous): return .dropped
        default: break
        }
        if joined, isEmoji(previous), isEmoji(scalar) { return .dropped }
        switch metrics.scalarWidth(scalar) {
        // The tables of Unicode cost a hundred times what a width does: ask them for the few that take no room.
        case 0: return isFormat(scalar) ? .dropped : .mark
        case 1: return .base(scalar, width: 1)
        case 2: return .base(scalar, width: 2)
        default: return .base(0xFFFD, width: 1)
        }
    }

    // Kept out of line: the room that the tables' values need on the stack would slow every other scalar down.
    @inline(never)
    private func isFormat(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.generalCategory == .format
    }

    @inline(never)
    private func isEmoji(_ scalar: UInt32) -> Bool {
        // Digits, # and * count as emoji in Unicode's tables; they are text here.
        scalar > 0xFF && Unicode.Scalar(scalar)?.properties.isEmoji == true
    }

    private func decode() -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[position])
        func next(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset]) & 0x3F }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
}
