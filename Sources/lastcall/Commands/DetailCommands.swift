import ArgumentParser
import FoundationEssentials
import Pipeline

struct Next: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Set or move the next step; “none” drops it.")

    @OptionGroup var target: ActOptions
    @Argument(help: "When: tue, 3d, nov 30 14:00, none.") var when: String
    @Option(help: "What is to be done.") var why: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        [.next(on: when.lowercased() == "none" ? nil : try due(when, store), why: why)]
    }

    func said(_ lead: Lead, _ store: Store) -> String { lead.next.map { "next step \($0.due)" } ?? "no next step" }

    func alreadySo(_ lead: Lead, _ store: Store) -> String? {
        when.lowercased() == "none" && lead.next == nil ? "no next step" : nil
    }
}

struct Order: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Record an order, which makes a customer.")

    @OptionGroup var target: ActOptions
    @Argument(help: "How much, in your currency.") var amount: String
    @Flag(help: "It was given out of pity, which is a signal.") var pity = false

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.order(try money(amount), isPity: pity)] }

    func said(_ lead: Lead, _ store: Store) -> String { "order of \(amount)" }
}

struct Note: ActCommand {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Write a note.")

    @OptionGroup var target: ActOptions
    @Argument(help: "What to remember.") var text: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.note(text)] }

    func said(_ lead: Lead, _ store: Store) -> String { "note" }
}

struct Merge: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Say that a lead is the same person as another.")

    @OptionGroup var target: ActOptions
    @Argument(help: "The lead as which both are shown from now on.", completion: .lead) var into: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.merge(try store.lead(into).id)] }

    func said(_ lead: Lead, _ store: Store) -> String {
        "merged into \(lead.mergedInto.flatMap { store.pipeline[$0]?.title } ?? into)"
    }
}

struct Edit: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change a lead's details; an empty text clears one.")

    @OptionGroup var target: ActOptions
    @Option(help: "The person's name.") var name: String?
    @OptionGroup var details: DetailOptions

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        var fields = lead.fields
        if let name { fields.name = name.trimmed }
        try details.apply(to: &fields)
        guard let edit = LeadEdit(from: lead.fields, to: fields) else {
            throw Failure.usage("nothing would change; name a detail, such as --city")
        }
        return [.edit(edit)]
    }

    func said(_ lead: Lead, _ store: Store) -> String { "changed" }
}

/// The details of a lead, as options.
struct DetailOptions: ParsableArguments {
    @Option(help: "Where they work.") var company: String?
    @Option(help: "Their position there.") var title: String?
    @Option(help: "A phone number; may be given several times.") var phone: [String] = []
    @Option(help: "An e-mail address; may be given several times.") var email: [String] = []
    @Option(help: "The town.") var city: String?
    @Option(help: "Their time zone, such as Europe/Berlin.") var zone: String?
    @Option(help: "Where the lead came from.") var source: String?
    @Option(help: "A tag; may be given several times.") var tag: [String] = []
    @Option(parsing: .unconditional, help: "The size of the opportunity, in your currency.") var worth: String?
    @Option(help: "What to know before calling.") var note: String?

    /// Sets what was given.
    ///
    /// - Throws: `Failure` for a zone or an amount that is none.
    func apply(to fields: inout LeadFields) throws {
        let texts: [(LeadField, String?)] = [
            (.company, company), (.title, title), (.city, city), (.zone, zone), (.source, source), (.note, note),
        ]
        for (field, text) in texts {
            if let text, let path = field.text { fields[keyPath: path] = text.trimmed.isEmpty ? nil : text }
        }
        if let zone = fields.zone, self.zone != nil, ZoneFiles.zone(zone) == nil {
            throw Failure.badData("“\(zone)” is no time zone that this system knows; name one such as Europe/Berlin")
        }
        for text in given(email)
        where !LeadFields.Email.isAddress(text) && !fields.emails.contains(where: { $0.address == text }) {
            throw Failure.badData("“\(text)” is no e-mail address; write it as name@example.com")
        }
        // A number or an address that stays keeps its label, and its mark when it no longer works.
        if !phone.isEmpty {
            fields.phones = given(phone).map { text in fields.phones.first { $0.number == text } ?? .init(text) }
        }
        if !email.isEmpty {
            fields.emails = given(email).map { text in fields.emails.first { $0.address == text } ?? .init(text) }
        }
        if !tag.isEmpty { fields.tags = given(tag) }
        if let worth { fields.worth = worth.trimmed.isEmpty ? nil : try money(worth) }
    }

    private func given(_ texts: [String]) -> [String] { texts.map(\.trimmed).filter { !$0.isEmpty } }
}

/// An amount of money.
///
/// - Throws: `Failure` when it is none.
func money(_ text: String) throws -> Decimal {
    if let amount = Amount.read(text.trimmed) { return amount }
    throw Failure.badData("“\(text)” is no amount of money; write it as 12000, 12000.50 or 12k")
}
