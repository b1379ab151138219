import Pipeline

/// Reads lines of the journal: of one version or another, whole, torn or changed by hand.
struct LineDecoder {
    static let segmentAct = "segment"
    /// The bytes of `,"c":"bc29805f"}`, with which every line ends.
    static let trailerLength = 16

    /// What a line is.
    enum Line {
        /// An entry, and its place in its segment.
        case entry(Entry, n: UInt64?)
        /// The line that begins a segment, and the version of the format of what follows.
        case segment(id: EntryID, n: UInt64?, version: UInt64)
    }

    private var keys: LineKeys
    private let words = Words.shared

    init(_ base: UnsafePointer<UInt8>) {
        keys = LineKeys(base)
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
        guard body > start, base[body] == UInt8(ascii: ","), base[body + 1] == UInt8(ascii: "\""),
            base[body + 2] == UInt8(ascii: "c"), base[body + 3] == UInt8(ascii: "\""),
            base[body + 4] == UInt8(ascii: ":"), base[body + 5] == UInt8(ascii: "\""),
            base[end - 2] == UInt8(ascii: "\""), base[end - 1] == UInt8(ascii: "}"),
            let written = CRC32.parse(base + body + 6), written == CRC32.of(base + start, count: body - start)
        else { return nil }
        return written
    }

    /// Reads the line that is all there is from `start` to `end`; nil when it is JSON but no line of a journal.
    ///
    /// An act or a value that this version does not know makes an entry of an unknown act, whose rest holds the keys.
    mutating func decode(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, device: UInt16
    ) throws(ScanError) -> Line? {
        try keys.scan(base, from: start, to: end)
        _ = keys.take(.c)
        guard let id = try? keys.id(), let name = keys.take(.do).flatMap(keys.inside) else { return nil }
        let n = try? keys.integer(.n, upTo: .max)
        guard let act = words.acts.value(base, from: name.start, to: name.end), !keys.isEscaped(.do) else {
            let text = Scanner.text(base, from: name.start, to: name.end, escaped: keys.isEscaped(.do))
            if text == LineDecoder.segmentAct {
                return .segment(id: id, n: n, version: (try? keys.integer(.v, upTo: .max)) ?? .max)
            }
            return .entry(unknown(text, id, device), n: n)
        }
        do throws(KeyProblem) {
            let at = try keys.required(.at, keys.moment(.at))
            let lead = try keys.lead()
            if act.needsLead { _ = try keys.required(.lead, lead) }
            let batch = try keys.string(.batch)
            let known = try keys.act(act, words, isStrict: false)
            let margin = batch == nil && !keys.hasRest ? nil : Entry.Margin(batch: batch, rest: keys.rest())
            return .entry(Entry(id: id, lead: lead, at: at, act: known, device: device, margin: margin), n: n)
        } catch {
            return .entry(unknown(act.rawValue, id, device), n: n)
        }
    }

    /// An entry whose act is not understood. Of lead and time what is understood is used, and the rest kept.
    private mutating func unknown(_ name: String, _ id: EntryID, _ device: UInt16) -> Entry {
        keys.giveBack(allBut: .id, .n, .do, .c)
        var at = Moment(seconds: Int64(id.milliseconds / 1000))
        var (lead, batch): (LeadID?, String?)
        do throws(KeyProblem) { at = try keys.moment(.at) ?? at } catch { keys.giveBack(.at) }
        do throws(KeyProblem) { lead = try keys.lead() } catch { keys.giveBack(.lead) }
        do throws(KeyProblem) { batch = try keys.string(.batch) } catch { keys.giveBack(.batch) }
        let margin = Entry.Margin(batch: batch, rest: keys.rest())
        return Entry(id: id, lead: lead, at: at, act: .unknown(name), device: device, margin: margin)
    }
}
