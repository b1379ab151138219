import ArgumentParser
import Pipeline

struct Mark: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Mark a lead a prospect or a suspect.",
        discussion: """
            A prospect has money, authority and desire: mark one by naming the traits that you know now, as in \
            “mark ada prospect --yes money --yes desire”. A suspect lacks one: name it with --missing.
            """)

    @OptionGroup var target: ActOptions
    @Argument(help: "prospect or suspect.", completion: .list(["prospect", "suspect"])) var standing: String
    @Option(
        help: ArgumentHelp("A trait that turned out to be yes; may be given several times.", valueName: "trait"),
        completion: .words(of: Trait.self))
    var yes: [String] = []
    @Option(
        help: ArgumentHelp("For a suspect: the trait that is missing.", valueName: "trait"),
        completion: .words(of: Trait.self))
    var missing: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        let wanted: Standing = try choice(standing, "standing")
        if lead.standing == .customer { throw Failure.refused("\(lead.title) is a customer, and stays one") }
        switch wanted {
        case .prospect:
            let known: [Trait] = try yes.map { try choice($0, "trait") }
            let open = lead.traits.missing.filter { !known.contains($0) }
            guard open.isEmpty else {
                let names = open.map(\.rawValue).joined(separator: " and ")
                throw Failure.refused(
                    "\(lead.title) stays a suspect: \(names) not known to be yes; add "
                        + open.map { "--yes \($0.rawValue)" }.joined(separator: " ") + " if so")
            }
            guard !lead.traits.missing.isEmpty else {
                throw Failure.refused("\(lead.title) has all three traits already")
            }
            return lead.traits.missing.map { .trait(TraitFinding($0, .yes)) }
        case .suspect:
            guard let missing else {
                throw Failure.usage("say which trait is missing: --missing money, authority or desire")
            }
            return [.trait(TraitFinding(try choice(missing, "trait"), .no))]
        case .customer:
            throw Failure.badData("a customer has ordered; record the order with: lastcall order")
        }
    }

    func said(_ lead: Lead, _ store: Store) -> String { lead.standing.rawValue }
}

struct TraitCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "trait", abstract: "Set money, authority or desire to yes, no or unknown.")

    @OptionGroup var target: ActOptions
    @Argument(help: "money, authority or desire.", completion: .words(of: Trait.self)) var trait: String
    @Argument(help: "yes, no or unknown.", completion: .list(["yes", "no", "unknown"])) var value: String
    @Option(help: "The evidence, in a line.") var why: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        [.trait(TraitFinding(try choice(trait, "trait"), try choice(value, "value"), why: why))]
    }

    func said(_ lead: Lead, _ store: Store) -> String { "\(trait) \(value), \(lead.standing.rawValue)" }
}

struct QuestionCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "question", abstract: "Note the answer to a qualifying question: process, budget or decision.")

    @OptionGroup var target: ActOptions
    @Argument(help: "process, budget or decision.", completion: .words(of: Question.self)) var question: String
    @Argument(
        help: "satisfied, disqualifying or unasked.", completion: .list(["satisfied", "disqualifying", "unasked"]))
    var value: String
    @Option(help: "The answer in words.") var why: String?

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        [.question(QuestionFinding(try choice(question, "question"), try choice(value, "value"), why: why))]
    }

    func said(_ lead: Lead, _ store: Store) -> String {
        lead.questions.disqualifying == nil ? "\(question) \(value)" : "disqualified; decide what to do"
    }
}

struct SignalCommand: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "signal", abstract: "Note a signal of the antithesis of the ideal customer.",
        discussion: "SIGNAL: " + Signal.allCases.map(\.rawValue).joined(separator: ", "))

    @OptionGroup var target: ActOptions
    @Argument(help: "What they did.", completion: .words(of: Signal.self)) var signal: String

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] { [.signal(try choice(signal, "signal"))] }

    func said(_ lead: Lead, _ store: Store) -> String {
        let level = Antithesis(lead.signals).level(store.pipeline.rules.settings.numbers)
        return level == .none ? signal : "\(signal); \(level.rawValue)"
    }
}

struct Assess: ActCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Assess a lead by your criteria.",
        discussion: """
            As in “assess ada size=large need=badly”; your criteria are in the settings. What is not named stays as it was \
            answered last; there is a tier once every criterion is answered.
            """)

    @OptionGroup var target: ActOptions
    @Argument(help: ArgumentHelp("An answer to a criterion.", valueName: "criterion=answer")) var answers: [String]

    func acts(_ lead: Lead, _ store: Store) throws -> [Act] {
        // What was answered under other criteria may mean something else now.
        var given = lead.assessment.flatMap { $0.isOutdated ? nil : $0.answers } ?? [:]
        for text in answers {
            guard let equals = text.firstIndex(of: "=") else {
                throw Failure.usage("“\(text)” has no “=”; write it as criterion=answer")
            }
            given[String(text[..<equals])] = String(text[text.index(after: equals)...])
        }
        return [.assess(given, criteria: nil, score: nil)]
    }

    func said(_ lead: Lead, _ store: Store) -> String {
        let settings = store.pipeline.rules.settings
        if let assessment = lead.assessment, let score = assessment.score, let tier = assessment.tier(settings.numbers)
        {
            return "\(tier.rawValue) tier, \(score) of 100"
        }
        let open = settings.criteria.unanswered(lead.assessment?.answers ?? [:]).map(\.name)
        return "no tier before these are answered: \(open.joined(separator: ", "))"
    }
}
