import FoundationEssentials
import Pipeline
import Testing

extension LeadID {
    static let ann = LeadID(bits: 0x1A11)
    static let bob = LeadID(bits: 0x2B22)
    static let cleo = LeadID(bits: 0x3C33)
}

extension LeadFields {
    static func named(_ name: String, phones: [String] = [], emails: [String] = []) -> LeadFields {
        var fields = LeadFields(name: name)
        fields.phones = phones.map { Phone($0) }
        fields.emails = emails.map { Email($0) }
        return fields
    }
}

/// What a test's text says; a text that says nothing is an error of the test.
func read<Value: LosslessStringConvertible>(
    _ text: String, or instead: Value, _ location: SourceLocation = #_sourceLocation
) -> Value {
    guard let value = Value(text) else {
        Issue.record("“\(text)” is no \(Value.self)", sourceLocation: location)
        return instead
    }
    return value
}

func moment(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Moment {
    read(text, or: Moment(seconds: 0), location)
}

func day(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Day {
    read(text, or: Day(number: 0), location)
}

func due(_ text: String, _ location: SourceLocation = #_sourceLocation) -> DueTime {
    read(text, or: DueTime(Day(number: 0)), location)
}

extension Now {
    /// A time on the clock of `zone`.
    static func at(_ text: String, _ zone: Zone = .utc, _ location: SourceLocation = #_sourceLocation) -> Now {
        Now(PipelineTests.moment(text, location), zone: zone)
    }
}

/// Records acts as a journal does: each with an id after the one before, an hour apart from 2026-03-02 09:00 UTC on.
struct Recorder {
    private(set) var pipeline = Pipeline()
    private(set) var entries: [Entry] = []
    private var count: UInt64 = 0

    /// The id of the `number`-th entry, from 1.
    static func id(_ number: UInt64) -> EntryID {
        EntryID(high: number << 16, low: number)
    }

    /// Records an act: at a time if it is said, else an hour after the one before.
    @discardableResult
    mutating func record(
        _ act: Act, of lead: LeadID? = .ann, at time: String? = nil, device: UInt16 = 0, batch: String? = nil
    ) -> EntryID {
        count += 1
        let at = time.map { moment($0) } ?? moment("2026-03-02T08:00:00Z").adding(seconds: Int64(count) * 3600)
        let entry = Entry(
            id: Recorder.id(count), lead: lead, at: at, act: act, device: device, margin: Entry.Margin(batch: batch))
        entries.append(entry)
        pipeline.apply([entry])
        return entry.id
    }

    /// Takes entries back.
    @discardableResult
    mutating func undo(_ ids: EntryID..., device: UInt16 = 0) -> EntryID {
        record(.undo(ids), of: nil, device: device)
    }

    /// The lead of most tests.
    var ann: Lead {
        get throws { try #require(pipeline[.ann]) }
    }
}

/// Ann on file, and what was recorded of her since.
func ann(_ acts: Act...) throws -> Lead {
    var recorder = Recorder()
    recorder.record(
        .add(.named("Ann", phones: ["+49 30 1234", "030 999"], emails: ["ann@home.example", "a@b.example"])))
    for act in acts { recorder.record(act) }
    return try recorder.ann
}

/// An amount of money.
func amount(_ text: String, _ location: SourceLocation = #_sourceLocation) -> Decimal {
    guard let amount = Decimal(string: text) else {
        Issue.record("“\(text)” is no amount", sourceLocation: location)
        return 0
    }
    return amount
}
