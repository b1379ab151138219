/// A colour as the eye sees it, so that what looks alike is near: Oklab.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
struct Perceived {
    /// 0, black, to 1, white.
    let lightness: Double
    /// From green to red, and from blue to yellow; 0 is grey.
    let a, b: Double

    init(_ colour: (red: UInt8, green: UInt8, blue: UInt8)) {
        let (red, green, blue) = (linear(colour.red), linear(colour.green), linear(colour.blue))
        let l = cubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let m = cubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let s = cubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
        a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
        b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    }

    /// How unlike another it looks. That the hue stays counts for more than that the lightness does: a dull green that
    /// became a grey would say nothing any more.
    func distance(to other: Perceived) -> Double {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return l * l + 2 * (a * a + b * b)
    }
}

/// The light of a component of sRGB: 0 to 1.
func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
}

/// `base` to the power of 2.4, for 0 to 1.
private func power(_ base: Double) -> Double {
    // base^2.4 = base² · (base²)^(1/5): no C library is needed.
    let square = base * base
    return square * falling(from: base.squareRoot().squareRoot()) { $0 - ($0 - square / ($0 * $0 * $0 * $0)) / 5 }
}

/// The cube root, for 0 to 1.
private func cubeRoot(_ value: Double) -> Double {
    value > 0 ? falling(from: max(value, value.squareRoot().squareRoot())) { $0 - ($0 - value / ($0 * $0)) / 3 } : 0
}

/// Where Newton's method ends: from above it falls until there is nothing left but rounding.
private func falling(from start: Double, _ next: (Double) -> Double) -> Double {
    var root = start
    while true {
        let lower = next(root)
        guard lower < root else { return root }
        root = lower
    }
}
