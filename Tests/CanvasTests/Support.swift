import Canvas
import Terminal

/// The terminal's own measure: `wcwidth` in a UTF-8 locale.
let metrics = Terminal.textMetrics()

func frame(_ width: Int, _ height: Int = 1) -> Frame {
    Frame(size: Size(width: width, height: height), text: metrics)
}

/// What is torn in a frame: wide cells without their second half, and second halves without a wide cell.
func torn(_ frame: Frame) -> [String] {
    (0..<frame.size.height).flatMap { y in
        frame.withCells(row: y) { cells in
            cells.indices.compactMap { x -> String? in
                let next = x + 1 < cells.count ? cells[x + 1].width : 1
                let previous = x > 0 ? cells[x - 1].width : 1
                if cells[x].width == 2, next != 0 { return "half a cell at \(x), \(y)" }
                if cells[x].width == 0, previous != 2 { return "a second half alone at \(x), \(y)" }
                return nil
            }
        }
    }
}

/// A generator whose numbers depend on its seed only.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
