import ArgumentParser
import Pipeline

struct Park: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "park", abstract: "Park a lead until a day, for a reason.")

    @OptionGroup var target: ActOptions
    @Argument(help: "Until when: 3m, 6m, 1y, mar 1.") var until: String
    @Option(help: "Why.") var why: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        let day = try due(until, store).day
        // Scripts may enter the past; what is typed is a slip.
        guard day > store.clock.now.today else {
            throw Failure.badData(
                "\(Output.visible(lead.title)) cannot be parked until \(day), which is not in the future")
        }
        return [.park(until: day, why: why)]
    }

    func said(_ lead: Lead, _ store: Store) -> String {
        guard case .parked(let day, _) = lead.place(store.clock.now) else { return "parked" }
        return "parked until \(day)"
    }
}

struct LetGo: ActCommand {
    static let configuration = CommandConfiguration(commandName: "let-go", abstract: "Let a lead go: stop calling.")

    @OptionGroup var target: ActOptions
    @Option(help: "Why.") var why: String?
    @Option(help: "quiet, or goodbye; else goodbye when all of one was said.", completion: .list(["quiet", "goodbye"]))
    var manner: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        [.letGo(why: why, try manner.map { try choice($0, "manner") })]
    }

    func said(_ lead: Lead, _ store: Store) -> String { "let go" }

    func alreadySo(_ lead: Lead, _ store: Store) -> String? {
        guard why == nil, manner == nil, lead.doNotContact == nil, case .letGo = lead.place(store.clock.now) else {
            return nil
        }
        return "let go"
    }
}

struct Keep: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep", abstract: "Keep a lead that a decision is wanted about.")

    @OptionGroup var target: ActOptions
    @Option(help: "The reason, which a keep needs.") var why: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.keep(why)] }

    func said(_ lead: Lead, _ store: Store) -> String {
        "kept for \(store.pipeline.rules.settings.numbers.keepDays) days"
    }
}

struct Revive: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "revive",
        abstract: "Bring a lead that was parked or let go back onto the list.")

    @OptionGroup var target: ActOptions
    @Option(help: "The reason, which a revival needs.") var why: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.revive(why)] }

    func said(_ lead: Lead, _ store: Store) -> String { "on the list again, round \(lead.round.number)" }
}

struct Breakup: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "breakup",
        abstract: "Begin to say goodbye: a voicemail, an e-mail and one message more, all today.",
        discussion: """
            Assess the lead first. Without enough work in this round the goodbye is refused, unless --override gives a \
            reason. Where a lead stands is in “breakup” of: lastcall show LEAD --json
            """)

    @OptionGroup var target: ActOptions
    @Option(help: ArgumentHelp("Why, although the work so far is not enough.", valueName: "reason")) var override:
        String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.goodbye(override: override)] }

    func said(_ lead: Lead, _ store: Store) -> String {
        let missing = lead.breakUp(store.clock.now, store.pipeline.rules)?.missing.map(\.title) ?? []
        return "goodbye begun; to send today: \(missing.joined(separator: ", "))"
    }
}

struct Compelling: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "compelling",
        abstract: "Write down why this company is worth more patience than others.")

    @OptionGroup var target: ActOptions
    @Option(help: "The reason.") var why: String?
    @Flag(help: "There is no reason any more.") var clear = false

    func validate() throws {
        if (why == nil) != clear { throw ValidationError("Give the reason with --why, or take it back with --clear.") }
    }

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.compelling(why)] }

    func said(_ lead: Lead, _ store: Store) -> String { why == nil ? "not compelling any more" : "compelling" }
}

struct DoNotContactCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "do-not-contact", abstract: "The lead asked not to be contacted; nothing will suggest it again.")

    @OptionGroup var target: ActOptions
    @Option(help: "The words that were said.") var words: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.doNotContact(words: words)] }

    func said(_ lead: Lead, _ store: Store) -> String { "do not contact" }

    func alreadySo(_ lead: Lead, _ store: Store) -> String? {
        words == nil && lead.doNotContact != nil ? "do not contact" : nil
    }
}

struct AllowContact: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "allow-contact", abstract: "Clear “do not contact”, with a written reason.")

    @OptionGroup var target: ActOptions
    @Option(help: "The reason, which this needs.") var why: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.allowContact(why: why)] }

    func said(_ lead: Lead, _ store: Store) -> String { "may be contacted again" }
}
