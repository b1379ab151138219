import Glibc

/// Gives equal texts the same memory: people write the same words again and again, and a journal holds all of them.
struct TextPool {
    // In each place the last text whose bytes led there: a text that drives another out costs only the memory. Made for the
    // first text: many a reader sees none.
    private var texts: [String] = []
    private static let bits = 12
    // Shorter texts are held without memory of their own.
    private static let shortest = 16

    /// The text of bytes, of which those that are not UTF-8 are replaced; nil when it is too short to be worth it.
    @inline(__always)
    mutating func text(_ base: UnsafePointer<UInt8>, _ count: Int) -> String? {
        guard count >= TextPool.shortest else { return nil }
        if texts.isEmpty { texts = Array(repeating: "", count: 1 << TextPool.bits) }
        let place = TextPool.place(UnsafeRawPointer(base), count)
        let isKnown = texts[place].utf8.withContiguousStorageIfAvailable { known in
            known.count == count && known.baseAddress.map { memcmp($0, base, count) == 0 } ?? false
        }
        if isKnown != true {
            texts[place] = String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
        }
        return texts[place]
    }

    @inline(__always)
    private static func place(_ base: UnsafeRawPointer, _ count: Int) -> Int {
        var hash = UInt64(count)
        func mix(_ at: Int) {
            hash = (hash ^ base.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        for at in stride(from: 0, to: count - 8, by: 8) { mix(at) }
        mix(count - 8)
        return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    }
}
