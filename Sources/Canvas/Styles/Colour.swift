/// A colour as a theme names it.
public enum Colour: Hashable, Sendable {
    /// Red, green and blue, each 0 to 255, in sRGB.
    case rgb(UInt8, UInt8, UInt8)
    /// An entry of the terminal's palette: 0 to 15 look as the user chose, 16 to 255 are the same everywhere.
    case indexed(UInt8)

    /// The colour closest to this one that a terminal of `depth` shows, or nil where it shows none.
    public func degraded(to depth: ColourDepth) -> Colour? {
        switch (depth, self) {
        case (.monochrome, _): nil
        case (.trueColour, _), (_, .indexed(0..<16)), (.palette256, .indexed): self
        case (.palette256, .rgb): nearest(in: 16...255).map(Colour.indexed)
        // What is nearest to a pastel is a grey; but what it says, it says by its hue.
        case (.sixteen, _): (hue.map { $0 + (isLight ? 8 : 0) } ?? nearest(in: 0...15)).map(Colour.indexed)
        }
    }

    /// The colour as red, green and blue, or nil where that is the user's choice.
    public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
        switch self {
        case .rgb(let red, let green, let blue): (red, green, blue)
        case .indexed(0..<16): nil
        case .indexed(let index): Colour.standard(index)
        }
    }

    /// The colour as red, green and blue, by a fair guess where that is the user's choice.
    var shown: (red: UInt8, green: UInt8, blue: UInt8) {
        switch self {
        case .rgb(let red, let green, let blue): (red, green, blue)
        case .indexed(let index): Colour.standard(index)
        }
    }

    /// The contrast of two colours from 1 to 21, or nil when one of them is the user's choice.
    ///
    /// Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    public func contrast(with other: Colour) -> Double? {
        guard let a = luminance, let b = other.luminance else { return nil }
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Which of the terminal's colours 1 to 6 has the hue of this one; nil for a grey.
    var hue: UInt8? {
        guard case let (r, g, b)? = components else { return nil }
        let (red, green, blue) = (Double(r), Double(g), Double(b))
        let most = max(red, green, blue)
        let chroma = most - min(red, green, blue)
        guard most > 0, chroma / most >= 0.25 else { return nil }
        let sixth =
            most == red
            ? (green - blue) / chroma : most == green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma
        switch (sixth < 0 ? sixth + 6 : sixth) * 60 {
        case 20..<75: return 3
        case 75..<160: return 2
        case 160..<200: return 6
        case 200..<255: return 4
        case 255..<330: return 5
        default: return 1
        }
    }

    /// Whether black reads better on it than white.
    private var isLight: Bool { luminance ?? 0 > 0.179 }

    private var luminance: Double? {
        components.map { 0.2126 * linear($0.red) + 0.7152 * linear($0.green) + 0.0722 * linear($0.blue) }
    }

    /// The colour closest to this one in the palette of 256 that can be read on `ground`; where there is none, the
    /// closest.
    func degraded(readableOn ground: Colour) -> Colour? {
        nearest(in: 16...255) { $0.contrast(with: ground) ?? 0 >= Theme.leastContrast }.map(Colour.indexed)
            ?? degraded(to: .palette256)
    }

    /// The place in the palette of the colour closest to this one, of those that are fit; nil where none is.
    private func nearest(in range: ClosedRange<UInt8>, where isFit: (Colour) -> Bool = { _ in true }) -> UInt8? {
        guard let own = components.map(Perceived.init) else { return nil }
        var (nearest, least): (UInt8?, Double) = (nil, .infinity)
        for index in range {
            let distance = own.distance(to: Colour.perceived[Int(index)])
            if distance < least, isFit(.indexed(index)) { (nearest, least) = (index, distance) }
        }
        return nearest
    }

    private static let perceived = (UInt8(0)...255).map { Perceived(standard($0)) }

    /// The palette of xterm, of which everyone's 16 to 255 is a copy and 0 to 15 a fair guess.
    private static func standard(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        if index >= 16 {
            func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
            let cube = index - 16
            return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        switch index {
        case 7: return (229, 229, 229)
        case 8: return (127, 127, 127)
        case 12: return (92, 92, 255)
        default:
            let high: UInt8 = index > 8 ? 255 : 205
            let blue: UInt8 = index == 4 ? 238 : high
            return (index & 1 == 0 ? 0 : high, index & 2 == 0 ? 0 : high, index & 4 == 0 ? 0 : blue)
        }
    }
}

/// How many colours a terminal shows.
public enum ColourDepth: Int, Comparable, Sendable {
    /// None: bold, dim, underline and reverse only.
    case monochrome
    /// The terminal's own sixteen, or eight of them.
    case sixteen
    /// The palette of 256.
    case palette256
    /// Red, green and blue, 8 bits each.
    case trueColour

    /// Whether `a` shows fewer colours than `b`.
    public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }

    /// What a terminal shows, by the user's environment and the number of colours in its terminfo entry.
    ///
    /// `NO_COLOR` that is not empty means none (no-color.org); `COLORTERM` that is `truecolor` or `24bit`, or a `TERM`
    /// that ends in `-direct`, means 24-bit; else the number of colours decides. Within GNU screen `COLORTERM` is that
    /// of the terminal around it, and is not believed.
    public init(environment: [String: String], colours: Int) {
        let isScreen = environment["TERM"]?.hasPrefix("screen") == true && environment["TERM_PROGRAM"] != "tmux"
        let direct = !isScreen && ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
        if environment["NO_COLOR"]?.isEmpty == false || colours < 8 {
            self = .monochrome
        } else if direct || environment["TERM"]?.hasSuffix("-direct") == true {
            self = .trueColour
        } else {
            self = colours >= 256 ? .palette256 : .sixteen
        }
    }
}
