import Pipeline

/// Reads lines of the journal: of one version or another, whole, torn or changed by hand.
struct LineDecoder {
    static let segmentAct = "segment"
    /// The bytes of `,"c":"bc29805f"}`, with which every line ends.
    static let trailerLength = 16

    /// What a line says of itself.
    struct Place {
        let id: EntryID
        let n: UInt64?
        /// The version of the format of what follows, for the line that begins a segment.
        var version: UInt64?
    }

    private var keys: LineKeys
    private let words = Words.shared

    init(_ base: UnsafePointer<UInt8>) {
        keys = LineKeys(base)
        keys.texts = TextPool()
    }

    /// True when the line that is all there is from `start` to `end` ends in its CRC. Linear.
    @inline(__always)
    static func isSealed(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        seal(base, from: start, to: end) != nil
    }

    /// The CRC of a line, if it ends in it.
    @inline(__always)
    static func seal(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> UInt32? {
        let body = end - trailerLength
        guard body > start else { return nil }
        let raw = UnsafeRawPointer(base)
        let head = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: body, as: UInt64.self))
        let written = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: body + 6, as: UInt64.self))
        guard head & 0xFFFF_FFFF_FFFF == 0x223A_2263_222C, base[end - 2] == UInt8(ascii: "\""),
            base[end - 1] == UInt8(ascii: "}")
        else { return nil }
        let crc = CRC32.of(base + start, count: body - start)
        return CRC32.packedHex(crc) == written ? crc : nil
    }

    /// True for a line with the head that we write, of an act that does not change who the leads are.
    static func isHistory(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start > 80 else { return false }
        let raw = UnsafeRawPointer(base)
        let middle = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 33, as: UInt64.self))
        // `","n":`, the number, and `,"do":"`.
        guard middle & 0xFFFF_FFFF_FFFF == 0x3A22_6E22_2C22 else { return false }
        var at = start + 39
        while at < start + 57, case 48...57 = base[at] { at += 1 }
        let head = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        guard head & 0xFF_FFFF_FFFF_FFFF == 0x22_3A22_6F64_222C else { return false }
        switch UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: at + 7, as: UInt32.self)) {
        // The first four bytes of `add"`, `edit`, `merge` and `undo`.
        case 0x2264_6461, 0x7469_6465, 0x6772_656D, 0x6F64_6E75: return false
        default: return true
        }
    }

    /// Reads the line that is all there is from `start` to `end`; nil when it is JSON but no line of a journal.
    ///
    /// An act or a value that this version does not know makes an entry of an unknown act, whose rest holds the keys.
    ///
    /// - Parameters:
    ///   - isSealed: whether the line ends in its CRC, as `seal` found.
    ///   - entries: gets the entry, if the line is one. It is not returned: copies of it would cost as much as its
    ///     reading.
    @inline(__always)
    mutating func decode(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isSealed: Bool, device: UInt16,
        into entries: inout [Entry]
    ) throws(ScanError) -> Place? {
        var head: Head?
        if isSealed, let found = LineDecoder.head(base, from: start, to: end - LineDecoder.trailerLength) {
            head = found
            if try decodeAttempt(base, found, to: end - LineDecoder.trailerLength, device, &entries) {
                return Place(id: found.id, n: found.n)
            }
            try keys.scanMembers(base, from: found.next, to: end - LineDecoder.trailerLength)
        } else {
            try keys.scan(base, from: start, to: end)
        }
        _ = keys.take(.c)
        guard let id = keys.has(.id) ? try? keys.id() : head?.id, let name = keys.take(.do).flatMap(keys.inside)
        else { return nil }
        let n = keys.has(.n) ? try? keys.integer(.n, upTo: .max) : head?.n
        let act = words.acts.value(base, from: name.start, to: name.end, limit: end)
        guard let act, !keys.isEscaped(.do) else {
            let text = Scanner.text(base, from: name.start, to: name.end, escaped: keys.isEscaped(.do))
            if text == LineDecoder.segmentAct {
                return Place(id: id, n: n, version: (try? keys.integer(.v, upTo: .max)) ?? .max)
            }
            entries.append(unknown(text, id, device))
            return Place(id: id, n: n)
        }
        do throws(KeyProblem) {
            let at = try keys.required(.at, keys.moment(.at))
            let lead = try keys.lead()
            if act.needsLead { _ = try keys.required(.lead, lead) }
            let batch = try keys.string(.batch)
            let known = try keys.act(act, words, isStrict: false)
            let margin = batch == nil && !keys.hasRest ? nil : Entry.Margin(batch: batch, rest: keys.rest())
            entries.append(Entry(id: id, lead: lead, at: at, act: consume known, device: device, margin: margin))
        } catch {
            entries.append(unknown(act.rawValue, id, device))
        }
        return Place(id: id, n: n)
    }

    /// Reads the rest of a line as we write those of attempts, which nearly all lines are; false for any other, of which
    /// nothing is used then.
    @inline(__always)
    private mutating func decodeAttempt(
        _ base: UnsafePointer<UInt8>, _ head: Head, to end: Int, _ device: UInt16, _ entries: inout [Entry]
    ) throws(ScanError) -> Bool {
        let raw = UnsafeRawPointer(base + head.next)
        func word(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        // `,"do":"attempt","lead":"`, ten characters, `","at":"`, twenty-five, `","by":"`, a word, `","out":"`, a word.
        guard end - head.next >= 92, word(0) == 0x6122_3A22_6F64_222C, word(8) == 0x2C22_7470_6D65_7474,
            word(16) == 0x223A_2264_6165_6C22, word(34) == 0x223A_2274_6122_2C22, word(67) == 0x223A_2279_6222_2C22,
            let lead = Base32Reader.lead(base, from: head.next + 24, to: head.next + 34),
            let at = keys.clock.moment(base, from: head.next + 42, to: head.next + 67)
        else { return false }
        var place = head.next + 75
        guard let channel = words.channels.value(base, from: &place, to: end - 9),
            UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self) == 0x3A22_7475_6F22_2C22,
            base[place + 8] == UInt8(ascii: "\"")
        else { return false }
        place += 9
        guard let outcome = words.outcomes.value(base, from: &place, to: end) else { return false }
        try keys.scanMembers(base, from: place + 1, to: end)
        // Of a key that is there twice the last counts.
        if keys.has(anyOf: LineDecoder.headKeys) { return false }
        do throws(KeyProblem) {
            let batch = try keys.string(.batch)
            let attempt = try keys.attempt(channel, outcome, words)
            let margin = batch == nil && !keys.hasRest ? nil : Entry.Margin(batch: batch, rest: keys.rest())
            entries.append(
                Entry(id: head.id, lead: lead, at: at, act: .attempt(attempt), device: device, margin: margin))
            return true
        } catch {
            return false
        }
    }

    private static let headKeys = LineKeys.set(.id, .n, .do, .lead, .at, .by, .out, .c)

    /// The beginning of a line, and where it ends.
    private struct Head {
        let id: EntryID
        let n: UInt64
        let next: Int
    }

    /// Reads the head that we write, `{"id":"…","n":17`; nil for any other.
    @inline(__always)
    private static func head(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Head? {
        guard end - start > 48 else { return nil }
        let raw = UnsafeRawPointer(base)
        let opening = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let middle = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 33, as: UInt64.self))
        // `{"id":"` and `","n":`.
        guard opening & 0xFF_FFFF_FFFF_FFFF == 0x22_3A22_6469_227B, middle & 0xFFFF_FFFF_FFFF == 0x3A22_6E22_2C22,
            let id = Base32Reader.entry(base, from: start + 7, to: start + 33)
        else { return nil }
        var (n, at): (UInt64, Int) = (0, start + 39)
        // Eighteen digits cannot overflow.
        while at < end, at < start + 57, case 48...57 = base[at] {
            n = n &* 10 &+ UInt64(base[at] &- 48)
            at += 1
        }
        guard at > start + 39, at < end, base[at] == UInt8(ascii: ","), base[start + 39] != 48 else { return nil }
        return Head(id: id, n: n, next: at)
    }

    /// An entry whose act is not understood. Of lead and time what is understood is used, and the rest kept.
    private mutating func unknown(_ name: String, _ id: EntryID, _ device: UInt16) -> Entry {
        keys.giveBack(allBut: LineKeys.set(.id, .n, .do, .c))
        var at = Moment(seconds: Int64(id.milliseconds / 1000))
        var (lead, batch): (LeadID?, String?)
        do throws(KeyProblem) { at = try keys.moment(.at) ?? at } catch { keys.giveBack(.at) }
        do throws(KeyProblem) { lead = try keys.lead() } catch { keys.giveBack(.lead) }
        do throws(KeyProblem) { batch = try keys.string(.batch) } catch { keys.giveBack(.batch) }
        let margin = Entry.Margin(batch: batch, rest: keys.rest())
        return Entry(id: id, lead: lead, at: at, act: .unknown(name), device: device, margin: margin)
    }
}
