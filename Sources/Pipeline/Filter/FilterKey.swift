import FoundationEssentials

/// A lead where it lies in the pipeline: to copy a whole lead costs more than most tests of one.
typealias LeadPointer = UnsafePointer<Lead>

/// What a condition of a filter is about: the word before its `:`, `=`, `<` or `>`.
struct FilterKey: Sendable {
    let name: String
    let kind: Kind

    enum Kind: Sendable {
        /// Whether a test holds for one of its texts, of which there may be none or several.
        case text(@Sendable (LeadPointer, (String) -> Bool) -> Bool)
        case choice([FilterChoice])
        case number(@Sendable (LeadPointer) -> Int?)
        case money(@Sendable (LeadPointer) -> Decimal?)
        /// A day that is past, so that `30d` means 30 days ago, or one that is to come.
        case day(isPast: Bool, [FilterChoice], @Sendable (LeadPointer, Now) -> Day?)
    }

    private init(_ name: String, _ kind: Kind) {
        (self.name, self.kind) = (name, kind)
    }

    /// Every key, those that people use most first.
    static let all: [FilterKey] = choices + numbers + days + texts

    private static let choices: [FilterKey] =
        [
            FilterKey("is", .choice(FilterChoice.states)),
            FilterKey(
                "tier",
                .choice(
                    Assessment.Tier.allCases.map { tier in
                        FilterChoice(tier.rawValue) { lead, _, scope in
                            lead.pointee.assessment?.tier(scope.rules.settings.numbers) == tier
                        }
                    } + [FilterChoice("none") { $0.pointee.assessment?.tier($2.rules.settings.numbers) == nil }])),
            FilterKey(
                "place",
                .choice(
                    ["on the list", "saying goodbye", "awaiting a reply", "parked", "let go"].map { name in
                        FilterChoice(name) { lead, _, scope in lead.pointee.place(scope.now).name == name }
                    })),
            FilterKey(
                "section",
                .choice(
                    Section.allCases.map { section in
                        FilterChoice(section.name) { lead, place, scope in scope.section(of: lead, place) == section }
                    } + [
                        FilterChoice("none") { $2.section(of: $0, $1) == nil },
                        FilterChoice("any") { $2.section(of: $0, $1) != nil },
                    ])),
            FilterKey(
                "channel",
                .choice(
                    Channel.allCases.map { channel in
                        FilterChoice(channel.rawValue) { lead, _, _ in lead.pointee.round.attempts(by: channel) > 0 }
                    } + [
                        FilterChoice("none") { lead, _, _ in lead.pointee.round.attempts == 0 },
                        FilterChoice("any") { lead, _, _ in lead.pointee.round.attempts > 0 },
                    ])),
        ]
        + Trait.allCases.map { trait in
            FilterKey(
                trait.rawValue,
                .choice(
                    Trait.Value.allCases.map { value in
                        FilterChoice(value.rawValue) { lead, _, _ in lead.pointee.traits.value(of: trait) == value }
                    }))
        }
        + Question.allCases.map { question in
            FilterKey(
                question.rawValue,
                .choice(
                    Question.Value.allCases.map { value in
                        FilterChoice(value.rawValue) { lead, _, _ in lead.pointee.questions.value(of: question) == value
                        }
                    }))
        }

    private static let numbers: [FilterKey] = [
        FilterKey("attempts", .number { $0.pointee.round.attempts }),
        FilterKey("channels", .number { $0.pointee.round.channels.count }),
        FilterKey("putoffs", .number { $0.pointee.putOffs.streak }),
        FilterKey("snoozes", .number { $0.pointee.snoozes }),
        FilterKey("score", .number { $0.pointee.assessment?.score }),
        FilterKey("cycles", .number { Antithesis($0.pointee.signals).cycles }),
        FilterKey("minutes", .number { $0.pointee.lifetime.minutes }),
        FilterKey("rounds", .number { $0.pointee.round.number }),
        FilterKey("orders", .number { $0.pointee.lifetime.orders }),
        FilterKey("worth", .money { $0.pointee.fields.worth }),
        FilterKey("earned", .money { $0.pointee.lifetime.earned }),
    ]

    private static let days: [FilterKey] = [
        FilterKey("last", .day(isPast: true, []) { lead, now in lead.pointee.lastAttempt.map(now.day) }),
        FilterKey(
            "next",
            .day(
                isPast: false,
                NextStep.Kind.allCases.map { kind in
                    FilterChoice(kind.rawValue) { lead, _, _ in lead.pointee.next?.kind == kind }
                }
            ) { lead, now in lead.pointee.next?.due.local(in: now.zone).day }),
        FilterKey("added", .day(isPast: true, []) { lead, now in lead.pointee.added.map(now.day) }),
        FilterKey(
            "until",
            .day(isPast: false, []) { lead, now in
                switch lead.pointee.place(now) {
                case .awaitingReply(let day), .parked(let day, _): day
                case .onTheList, .sayingGoodbye, .letGo: nil
                }
            }),
        FilterKey("left", .day(isPast: true, []) { lead, now in lead.pointee.departures.last.map(now.day) }),
    ]

    private static let texts: [FilterKey] =
        [
            FilterKey(
                "name", .text { lead, test in !lead.pointee.fields.name.isEmpty && test(lead.pointee.fields.name) }),
            FilterKey("tag", .text { lead, test in lead.pointee.fields.tags.contains(where: test) }),
            FilterKey(
                "phone",
                .text { lead, test in
                    lead.pointee.fields.phones.contains { test($0.number) || test(digits(of: $0.number)) }
                }),
            FilterKey("email", .text { lead, test in lead.pointee.fields.emails.contains { test($0.address) } }),
            line("company") { $0.pointee.fields.company }, line("title") { $0.pointee.fields.title },
            line("city") { $0.pointee.fields.city }, line("region") { $0.pointee.fields.region },
            line("country") { $0.pointee.fields.country }, line("zone") { $0.pointee.fields.zone },
            line("source") { $0.pointee.fields.source }, line("site") { $0.pointee.fields.site },
            line("note") { $0.pointee.fields.note },
        ]

    private static func line(_ name: String, _ text: @escaping @Sendable (LeadPointer) -> String?) -> FilterKey {
        FilterKey(name, .text { lead, test in text(lead).map(test) ?? false })
    }

    private static func digits(of number: String) -> String {
        String(decoding: number.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
    }

    /// True when there is nothing of this key to compare.
    func isMissing(_ lead: LeadPointer, _ now: Now) -> Bool {
        switch kind {
        case .text(let has): !has(lead) { _ in true }
        case .choice: false
        case .number(let value): value(lead) == nil
        case .money(let value): value(lead) == nil
        case .day(_, _, let day): day(lead, now) == nil
        }
    }
}

/// A word that may stand behind a key.
struct FilterChoice: Sendable {
    let name: String
    /// What else people call it.
    let others: [String]
    /// Also given the lead's place.
    let holds: @Sendable (LeadPointer, Int, FilterScope) -> Bool

    init(_ name: String, or others: [String] = [], holds: @escaping @Sendable (LeadPointer, Int, FilterScope) -> Bool) {
        (self.name, self.others, self.holds) = (name, others, holds)
    }

    /// How it is written in a filter, without blanks: `let-go`.
    var word: String { String(name.map { $0 == " " ? "-" : $0 }) }

    /// What of a word counts: not its case, blanks and dashes.
    static func essence(_ word: String) -> String { String(word.lowercased().filter { $0 != " " && $0 != "-" }) }

    /// Every state of the method that a lead can be in, beside its place and its tier.
    static let states: [FilterChoice] =
        Standing.allCases.map { standing in
            FilterChoice(standing.rawValue) { lead, _, _ in lead.pointee.standing == standing }
        }
        + PutOffs.State.allCases.map { state in
            FilterChoice(state.rawValue) { lead, _, scope in
                lead.pointee.putOffs.state(scope.rules.settings.numbers) == state
            }
        } + [
            FilterChoice("disqualified") { lead, _, _ in lead.pointee.questions.disqualifying != nil },
            FilterChoice("watch") { $2.level(of: $0) == .watch },
            FilterChoice("antithesis") { $2.level(of: $0) == .antithesis },
            FilterChoice("dnc", or: ["do not contact"]) { lead, _, _ in lead.pointee.doNotContact != nil },
            FilterChoice("compelling") { lead, _, _ in lead.pointee.compelling != nil },
            FilterChoice("kept") { lead, _, scope in !lead.pointee.settledByKeep(scope.now, scope.rules).isEmpty },
            FilterChoice("waiting") { lead, _, _ in lead.pointee.waitingSince != nil },
            FilterChoice("due") { lead, _, scope in lead.pointee.next.map { scope.now.isDue($0.due) } ?? false },
            FilterChoice("callable") { lead, _, scope in lead.pointee.callingHours(scope.now, scope.rules) == .open },
            FilterChoice("unreachable") { lead, _, _ in !lead.pointee.isReachable },
            FilterChoice("untried") { lead, _, _ in lead.pointee.lifetime.attempts == 0 },
            FilterChoice("back", or: ["came back"]) { lead, _, _ in lead.pointee.cameBack != nil },
        ]
}

extension FilterScope {
    fileprivate func level(of lead: LeadPointer) -> Antithesis.Level {
        lead.pointee.signals.isEmpty ? .none : Antithesis(lead.pointee.signals).level(rules.settings.numbers)
    }
}
