import ArgumentParser
import Pipeline

struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Log an attempt to contact a lead.",
        discussion: "OUTCOME: " + Outcome.allCases.map(\.rawValue).joined(separator: ", ")
            + "\nCHANNEL: " + Channel.allCases.map(\.rawValue).joined(separator: ", "))

    @OptionGroup var store: StoreOptions
    @Argument(help: "An id, the beginning of one, or words that only this lead has.", completion: .lead)
    var lead: String
    @Argument(help: "What came of it.", completion: .words(of: Outcome.self)) var outcome: String
    @Option(
        help: ArgumentHelp("How it was made; else what is usual for the outcome.", valueName: "channel"),
        completion: .words(of: Channel.self))
    var by: String?
    @Option(help: ArgumentHelp("When it happened, as 2026-03-14T09:26:53-07:00; else now.", valueName: "time")) var at:
        String?
    @Option(help: "What to remember of it.") var note: String?
    @Option(help: ArgumentHelp("When the next step is due: tue, 3d, nov 30 14:00.", valueName: "when")) var next:
        String?
    @Option(help: "What will have changed by then; makes a promise of a “not now”.") var because: String?
    @Option(help: "After “not interested”: later, next year or never.", completion: .words(of: Attempt.Again.self))
    var again: String?
    @Option(parsing: .unconditional, help: "Minutes spent; else what is usual for the channel.") var minutes: UInt16?
    @Option(parsing: .unconditional, help: "With “bought”: what they ordered, in your currency.") var amount: String?
    @Flag(help: "There was something in it for them.") var value = false
    @Flag(name: .customLong("in"), help: "They contacted you.") var inbound = false
    @Flag(help: "Print the entry as JSON.") var json = false

    func run() throws {
        let outcome: Outcome = try choice(self.outcome, "outcome")
        let channel: Channel = try by.map { try choice($0, "channel") } ?? outcome.usualChannel
        let again: Attempt.Again? = try again.map { try choice($0, "--again") }
        if amount != nil, outcome != .bought {
            throw Failure.usage("--amount goes with “bought”; an order on its own is recorded with: lastcall order")
        }
        var store = try Store(store.location())
        let now = store.clock.now
        let lead = try store.lead(lead)
        let time = try at.map { text in
            guard let moment = Moment(text) else {
                throw Failure.badData("--at “\(text)” is no time; write it as 2026-03-14T09:26:53-07:00")
            }
            guard moment <= now.moment else {
                throw Failure.badData("--at “\(text)” is yet to come; log what was done, and plan with --next")
            }
            return moment
        }
        let due = try next.map { text in
            guard let due = DueTime(spoken: text, now) else {
                if let doubt = DueTime.doubt(spoken: text) { throw Failure.badData("--next “\(text)”: \(doubt)") }
                throw Failure.badData("--next “\(text)” is no day; say tue, 3d, 2w, nov 30 14:00 or 2026-11-30")
            }
            return due
        }
        let attempt = Attempt(
            channel, outcome, inbound: inbound || outcome == .replied, conveyedValue: value, minutes: minutes,
            note: note, next: due, because: because, again: again, amount: try amount.map(money))
        let entries = try store.record([Draft(.attempt(attempt), lead: lead.id, at: time ?? now.moment)])
        if let finding = lead.questions.disqualifying {
            let why = finding.why.map { ": \($0)" } ?? ""
            Output.complain("\(lead.title) is disqualified by the \(finding.question.rawValue)\(Output.visible(why))")
        }
        if case .letGo = lead.place(now), let after = store.pipeline[lead.id], case .letGo = after.place(now) {
            Output.complain("\(lead.title) is still let go, and has no next step; bring it back with: lastcall revive")
        }
        Report.recorded(entries, json: json) {
            "Saved: \(outcome.title), \(channel.title) · \(Output.visible(lead.title))"
        }
    }
}

/// One of the words of an enumeration.
///
/// - Throws: `Failure` that lists them.
func choice<Word: RawRepresentable & CaseIterable>(_ text: String, _ what: String) throws -> Word
where Word.RawValue == String {
    if let word = Word(rawValue: text.lowercased()) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure.badData("\(what) “\(text)” is not known; use one of \(words)")
}

extension Outcome {
    /// The channel through which an outcome mostly comes about.
    fileprivate var usualChannel: Channel {
        switch self {
        case .leftMessage: .voicemail
        case .sent, .bounced, .replied: .email
        default: .phone
        }
    }
}
