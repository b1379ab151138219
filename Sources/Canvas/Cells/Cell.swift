/// One cell of a frame: eight bytes without references, so that rows compare by their bytes.
public struct Cell: Equatable, Sendable {
    @usableFromInline
    static let clusterFlag: UInt32 = 0x8000_0000

    /// A scalar, or `clusterFlag` and an index into the frame's clusters.
    @usableFromInline
    var glyph: UInt32
    /// What the cell means.
    public internal(set) var role: Role
    /// What lies under it, or nil for the screen's own ground.
    public internal(set) var ground: Role?
    /// How many cells it takes: 1 or 2, or 0 for the second half of a wide one.
    public internal(set) var width: UInt8
    // Padding would be left unset and make equal rows differ.
    private let reserved: UInt8 = 0

    init(glyph: UInt32, role: Role, ground: Role?, width: UInt8) {
        self.glyph = glyph
        self.role = role
        self.ground = ground
        self.width = width
    }

    /// The scalar that it shows, 0 in the second half of a wide one; nil when marks sit on it, which the frame knows.
    @inlinable public var scalar: UInt32? { glyph & Cell.clusterFlag == 0 ? glyph : nil }

    /// Shows something else, on `ground` or, when that is nil, on what lies under it already.
    mutating func show(_ glyph: UInt32, width: Int = 1, _ role: Role, on ground: Role?) {
        self.glyph = glyph
        self.role = role
        self.width = UInt8(width)
        if let ground { self.ground = ground }
    }

    /// Whether both show the same; of cells with marks that takes the frames they are in.
    @inlinable public static func == (a: Cell, b: Cell) -> Bool {
        unsafeBitCast(a, to: UInt64.self) == unsafeBitCast(b, to: UInt64.self)
    }

    static func blank(_ role: Role, on ground: Role?) -> Cell {
        Cell(glyph: 0x20, role: role, ground: ground, width: 1)
    }
}
