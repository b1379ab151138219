public import Pipeline

/// Why a line of `lastcall record` is refused.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line, from 1.
    public let line: Int
    /// What is wrong with it, without the full stop.
    public let sentence: String

    /// `line 3: outcome "foo" is not known; use one of no answer, busy, …`.
    public var description: String { "line \(line): \(sentence)" }
}

/// Reads acts as scripts write them: one JSON object without `id`, `n` and `c`, and strictly.
public enum RecordDecoder {
    /// Reads one act. Linear in the number of bytes.
    ///
    /// Keys that this version does not know are kept in the draft's rest; everything else that is not understood is
    /// refused.
    ///
    /// - Parameters:
    ///   - bytes: the line, with or without its newline.
    ///   - line: its number, for the error.
    ///   - now: the time of the act when the line has no `at`.
    public static func decode(
        _ bytes: some Collection<UInt8>, line: Int, now: Moment
    ) throws(RecordError) -> Draft {
        let bytes = Array(bytes)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Draft, RecordError> in
            guard let base = buffer.baseAddress else {
                return .failure(RecordError(line: line, sentence: "the line is not JSON"))
            }
            do throws(RecordError) {
                return .success(try draft(base, buffer.count, line, now))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func draft(
        _ base: UnsafePointer<UInt8>, _ count: Int, _ line: Int, _ now: Moment
    ) throws(RecordError) -> Draft {
        var keys = LineKeys(base)
        do throws(ScanError) {
            try keys.scan(base, from: 0, to: count)
        } catch {
            throw RecordError(line: line, sentence: "the line \(JSONReadingError(error))")
        }
        for key in [Key.id, .n, .c] where keys.has(key) {
            throw RecordError(line: line, sentence: "\"\(key.name)\" is given by lastcall; leave it out")
        }
        let words = Words.shared
        do throws(KeyProblem) {
            let act = try keys.required(.do, keys.word(.do, words.acts))
            let lead = try keys.lead()
            if act.needsLead { _ = try keys.required(.lead, lead) }
            let at = try keys.moment(.at) ?? now
            let batch = try keys.string(.batch)
            let known = try keys.act(act, words, isStrict: true)
            return Draft(known, lead: lead, at: at, batch: batch, rest: keys.rest())
        } catch {
            throw RecordError(line: line, sentence: error.sentence)
        }
    }
}
